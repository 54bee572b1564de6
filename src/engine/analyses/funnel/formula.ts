import type { RandomSource } from '../../core/random';
import type { TypeRatio } from './activityRatios';
import { compareShares, NOT_COMPARED, type Certainty, type ComparedShare } from './compareShares';
import { rateOf } from './estimates';
import type { PersonActivities } from './personActivities';
import type { GroupTest, Rate } from './rates';

/**
 * The formula for success: from activities to new deals, from stage to stage, to the win; of the company, and of each person
 * against it.
 */
export interface FormulaStep {
  /** "Calls and other activities", "Qualified": what is counted in n. */
  readonly from: string;
  /** "New deals", "Proposal", "Won": what is counted in x. */
  readonly to: string;
  /** Of all people that can be compared. */
  readonly company: Rate;
  /** Do people differ at this step beyond chance? */
  readonly test: GroupTest;
}

/** What it would bring if the person were at this step as the company is; over the days of the records. */
export interface GapWorth {
  readonly wins: number;
  readonly low: number;
  readonly high: number;
  /** Cents, by the company's mean amount of a won deal; null without amounts. */
  readonly amount: number | null;
}

export interface PersonStep extends Rate, ComparedShare {
  /** Null where the person is not surely below the company. */
  readonly worth: GapWorth | null;
}

export interface FormulaActivity {
  readonly type: string;
  readonly count: number;
  /** Null without new deals. */
  readonly perNewDeal: number | null;
}

export interface FormulaFinding {
  /** The days over which activities and new deals were counted; null without activities. */
  readonly activitiesFrom: string | null;
  readonly activities: readonly FormulaActivity[];
  /** By type, of the people compared who do it: the most frequent first. */
  readonly ratios: readonly TypeRatio[];
  readonly steps: readonly FormulaStep[];
  /** Cents. */
  readonly meanWon: number | null;
  /** From the first creation to the as-of day. */
  readonly days: number;
}

export interface StepCounts {
  readonly from: string;
  readonly to: string;
  /** By person. */
  readonly groups: readonly { readonly x: number; readonly n: number }[];
}

/** Activities → new deals, as a share; undefined where there were fewer activities than new deals. */
export function activityStep(counted: PersonActivities, people: readonly number[]): StepCounts | undefined {
  const types = counted.types.length;
  const groups = people.map((person) => {
    let n = 0;
    for (let type = 0; type < types; type++) n += counted.counts[person * types + type]!;
    return { x: counted.newDeals[person]!, n: Math.round(n) };
  });
  // A person whose activities are not recorded has no ratio.
  const usable = groups.map((group) => (group.n >= group.x ? group : { x: 0, n: 0 }));
  return usable.some(({ n }) => n > 0) ? { from: 'Activities', to: 'New deals', groups: usable } : undefined;
}

/** Stage to stage, from how many decided deals came as far as each (`cameAsFar`). */
export const stageSteps = (
  names: readonly string[],
  came: Int32Array,
  people: readonly number[],
): readonly StepCounts[] =>
  names.slice(0, -1).map((from, step) => ({
    from,
    to: names[step + 1]!,
    groups: people.map((person) => ({
      x: came[person * names.length + step + 1]!,
      n: came[person * names.length + step]!,
    })),
  }));

/** Compares people at every step, and says what closing the gaps of those surely below would be worth. */
export function formulaOf(
  steps: readonly StepCounts[],
  meanWon: number | null,
  certainty: Certainty,
  random: RandomSource,
): { readonly steps: readonly FormulaStep[]; readonly people: readonly (readonly PersonStep[])[] } {
  const compared = steps.map(({ from, to, groups }) => {
    const { test, shares } = compareShares(groups, certainty, random.stream(`${from} ${to}`));
    const [x, n] = [groups.reduce((sum, g) => sum + g.x, 0), groups.reduce((sum, g) => sum + g.n, 0)];
    return { from, to, groups, shares, test, company: rateOf(x, n, certainty.confidence) };
  });
  /** Wins that one more deal at the far end of a step brings. */
  const onwards = compared.map((_, step) =>
    compared.slice(step + 1).reduce((product, { company }) => product * (company.estimate ?? 0), 1),
  );
  const people = (steps[0]?.groups ?? []).map((_, person) =>
    compared.map(({ groups, shares, company }, step): PersonStep => {
      const { x, n } = groups[person]!;
      // Nothing is likely of somebody of whom nothing is recorded.
      const share = n > 0 ? shares[person]! : NOT_COMPARED;
      return {
        ...rateOf(x, n, certainty.confidence),
        ...share,
        worth: worthOf(n * onwards[step]!, company.estimate, share, meanWon),
      };
    }),
  );
  return { steps: compared.map(({ from, to, company, test }) => ({ from, to, company, test })), people };
}

/**
 * The gap between the company's rate and the person's pooled rate, times what passes through. The pooled rate, because a raw
 * one that is very low owes part of that to chance, which will not stay.
 */
export function worthOf(
  volume: number,
  company: number | null,
  { standing, pooled }: ComparedShare,
  meanWon: number | null,
): GapWorth | null {
  if (standing !== 'below' || company === null || pooled.estimate === null) return null;
  const gain = (rate: number | null): number => volume * Math.max(0, company - (rate ?? company));
  const wins = gain(pooled.estimate);
  return {
    wins,
    low: gain(pooled.high),
    high: gain(pooled.low),
    amount: meanWon === null ? null : Math.round(wins * meanWon),
  };
}

/** What was done by type, the most frequent first. */
export const activitiesOf = (counted: PersonActivities): readonly FormulaActivity[] =>
  counted.types
    .map((type, at) => ({
      type,
      count: counted.totals[at]!,
      perNewDeal: counted.allNewDeals > 0 ? counted.totals[at]! / counted.allNewDeals : null,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
