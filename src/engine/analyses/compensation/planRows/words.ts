import type { BandsOf, Basis, Component, ComponentKind, PeriodLength, RateUnit, Tier } from '../plan';

/** What a plan's values are called on a sheet. A cell may hold the word or the id, in capitals or not. */
export type Words<T extends string> = Readonly<Record<T, string>>;

export const KINDS: Words<ComponentKind> = {
  rate: 'One rate',
  tiers: 'Tiers',
  curve: 'Payout curve',
  scorecard: 'Scorecard',
  contest: 'Contest',
  pool: 'Team pool',
  measure: 'Measure only',
};

export const BASES: Words<Basis> = {
  revenue: 'Revenue',
  margin: 'Gross margin',
  units: 'Units',
  deals: 'Deals',
  typed: 'Typed attainment',
};

export const PERIODS: Words<PeriodLength> = {
  month: 'Month',
  quarter: 'Quarter',
  halfYear: 'Half-year',
  year: 'Year',
};

export const UNITS: Words<RateUnit> = {
  ofAmount: '% of credit',
  timesRate: '× base rate',
  timesTarget: '× target pay',
  perUnit: 'per unit',
  perPoint: 'per point of attainment',
  fixed: 'amount',
  ofTarget: '% of target pay',
};

export const BANDS: Words<BandsOf> = {
  attainment: 'Attainment',
  amount: 'Amount',
  margin: 'Margin %',
  term: 'Contract term',
};

export const PAYS: Words<NonNullable<Tier['how']>> = {
  marginal: 'on what lies in the band',
  whole: 'on everything from zero',
};

/** Choices of a component that are rarely made; a cell lists them, separated by commas. */
export const OPTIONS: readonly { readonly says: string; readonly sets: Partial<Component> }[] = [
  { says: 'year to date', sets: { yearToDate: true } },
  { says: 'each deal alone', sets: { perDeal: true } },
  { says: 'credits of the team', sets: { whose: 'team' } },
  { says: 'margin on cost', sets: { marginOn: 'cost' } },
  { says: 'bound belongs to the lower band', sets: { boundary: 'lower' } },
  { says: 'crossing deals whole in the lower band', sets: { crossing: 'lower' } },
  { says: 'crossing deals whole in the upper band', sets: { crossing: 'upper' } },
  { says: 'steps between points', sets: { join: 'step' } },
  { says: 'on along the last line', sets: { beyond: 'line' } },
  { says: 'shared equally', sets: { shared: 'equally' } },
];

/** The id that a text stands for, by its word or by itself. */
export function idOf<T extends string>(words: Words<T>, text: string): T | undefined {
  const wanted = text.trim().replace(/\s+/g, ' ').toLowerCase();
  // The keys of a record of words are its ids.
  return Object.keys(words).find(
    (id) => id.toLowerCase() === wanted || words[id as T].toLowerCase() === wanted,
  ) as T | undefined;
}
