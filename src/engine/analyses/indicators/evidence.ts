import { FULL_SEASON_MONTHS } from '../../stats/seasonalBasis';
import type { Direction } from './catalogue';
import type { EvidenceLight, EvidenceReason, SignalLight } from './finding';

/** Pairs from which something may be shown, and from which something may be tested. */
export const LEAST_PAIRS = 6;
export const TESTED_PAIRS = 12;
/** Periods from which evidence may be green: a season can be taken out. Without a season fewer suffice. */
export const FULL = { month: FULL_SEASON_MONTHS, week: 156 } as const;
export const FULL_WITHOUT_SEASON = { month: 24, week: 104 } as const;
/** Chances at which evidence is amber, and at which it may be green. */
export const AMBER_P = 0.1;
export const GREEN_P = 0.05;
/** Of at least so many people, the share that must agree. */
export const LEAST_PEOPLE = 4;
const AGREE = 2 / 3;
export const AGREE_WORDS = 'two thirds';

/** All that the evidence light depends on. */
export interface EvidenceFacts {
  readonly grain: 'month' | 'week';
  readonly hasSeason: boolean;
  /** Periods compared, and pairs at the lag found. */
  readonly periods: number;
  readonly pairs: number;
  readonly r: number | null;
  readonly direction: Direction;
  readonly pLag: number | null;
  readonly pFamily: number | null;
  /** Whether the greatest |r| of all lies inside the window. */
  readonly peakInside: boolean;
  readonly skill: number | null;
  readonly people: { readonly agree: number; readonly of: number };
}

export const isPlausible = (r: number, direction: Direction): boolean =>
  direction === 'either' || (direction === 'more' ? r > 0 : r < 0);

/**
 * The evidence light, and what keeps it from being green:
 *
 * - fewer than 6 pairs: collecting; 6 to 11: early, r without a p-value;
 * - amber: chance shows as much at some lag of the window in at most 10 of 100 cases, and the sign is plausible;
 * - green: besides, 36 months (24 without a season; 156 and 104 weeks), at most 5 of 100 cases over all indicators and
 *   lags, better than the best benchmark out of sample, the greatest |r| inside the window, and, where four people or more
 *   can be compared, two thirds of them agree on the sign.
 *
 * Else there is no evidence: never red, for the absence of evidence is not a bad sign.
 */
export function evidenceOf(facts: EvidenceFacts): {
  readonly light: EvidenceLight;
  readonly reasons: readonly EvidenceReason[];
} {
  const { pairs, r, pLag, pFamily, skill, people, grain } = facts;
  if (pairs < LEAST_PAIRS || r === null) return { light: 'collecting', reasons: ['tooFewPairs'] };
  if (pairs < TESTED_PAIRS || pLag === null) return { light: 'early', reasons: ['fewPairs'] };
  const against: EvidenceReason[] = [];
  if (pLag > AMBER_P) against.push('likelyChance');
  if (!isPlausible(r, facts.direction)) against.push('implausibleSign');
  if (against.length > 0) return { light: 'none', reasons: against };
  const full = facts.hasSeason ? FULL : FULL_WITHOUT_SEASON;
  const reasons: EvidenceReason[] = [
    ...(facts.periods < full[grain] ? (['shortHistory'] as const) : []),
    ...(pFamily === null || pFamily > GREEN_P ? (['familyChance'] as const) : []),
    ...(skill === null ? (['skillUnknown'] as const) : skill <= 0 ? (['noSkill'] as const) : []),
    ...(facts.peakInside ? [] : (['peakOutside'] as const)),
    ...(people.of >= LEAST_PEOPLE && people.agree < AGREE * people.of ? (['peopleDisagree'] as const) : []),
  ];
  return { light: reasons.length === 0 ? 'green' : 'amber', reasons };
}

/** Whether an indicator is shown, projected with and put into the composite. */
export const isPromoted = (light: EvidenceLight): boolean => light === 'amber' || light === 'green';

/** The chances of reaching the target from which a signal is green, and up to which it is red. */
export const GREEN_CHANCE = 0.7;
export const RED_CHANCE = 0.3;

export const signalOf = (chance: number): SignalLight =>
  chance >= GREEN_CHANCE ? 'green' : chance <= RED_CHANCE ? 'red' : 'amber';
