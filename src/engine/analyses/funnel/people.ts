import type { RandomSource } from '../../core/random';
import { WON, OPEN } from '../../dataset/dataset';
import { fisherExact } from '../../stats/fisherExact';
import { newcombe } from '../../stats/newcombe';
import { quantileOfDays } from '../../stats/quantile';
import type { PersonActivity } from './activityRatios';
import type { AmountTally } from './amounts';
import {
  compareShares,
  NOT_COMPARED,
  type Certainty,
  type ComparedShare,
  type Comparison,
} from './compareShares';
import { rateOf } from './estimates';
import { worthOf, type GapWorth, type PersonStep } from './formula';
import { BLANK_GROUP, type NamedGrouping } from './grouping';
import { outcomeDays, outcomesOf, type OutcomeTally } from './outcomeTally';
import type { Estimate, GroupTest, Rate } from './rates';
import { setApart } from './setApart';
import { surelyOrdered } from './surelyHigher';

export type Band = 'A' | 'B' | 'C';

export interface PersonFinding extends ComparedShare {
  readonly person: string;
  /** Won, of the deals decided. */
  readonly x: number;
  readonly n: number;
  /** x ÷ n, with its Wilson interval; null and [0, 1] for n = 0. */
  readonly raw: number | null;
  readonly low: number;
  readonly high: number;
  /** The person's win rate is above or below the company's with the certainty assumed. */
  readonly distinguishable: boolean;
  /** Not of the same kind as the others: a queue, an account of the system. In no comparison. */
  readonly setApart: boolean;
  /** A above, C below, B not distinguishable; null for those set apart, without decided deals, and where nothing could be tested. */
  readonly band: Band | null;
  /** The places that the person may have among those with enough deals; null where nobody can be ranked. */
  readonly place: { readonly from: number; readonly to: number } | null;
  /** Win rate less that of everybody else, Newcombe's interval, and Fisher's exact p; p is null without decided deals. */
  readonly difference: Estimate & { readonly p: number | null };
  readonly created: number;
  readonly open: number;
  /** Cents; null where no deal has an amount, and either where the person has such deals and none of them has one. */
  readonly amounts: { readonly won: number | null; readonly open: number | null } | null;
  readonly medianDaysToWin: number | null;
  /** What the company's win rate would bring to a person of band C; null for the others. */
  readonly worth: GapWorth | null;
  /** As `formula.steps`; empty for those set apart. */
  readonly steps: readonly PersonStep[];
  readonly activities: readonly PersonActivity[];
}

/** People together, and the rule by which they are told apart. */
export interface PeopleSummary {
  /** Of the people compared. */
  readonly company: Rate;
  readonly test: GroupTest;
  readonly certainty: number;
  readonly bands: Readonly<Record<Band, number>>;
  /** If everybody of band C had the company's win rate. */
  readonly worth: { readonly wins: number; readonly amount: number | null };
}

/** Places are found by pairs; beyond so many people only the company is the measure. */
const MOST_RANKED = 150;

/** A person's row among the groups of the deals' owners. */
export interface PersonRow {
  readonly group: number;
  readonly name: string;
  readonly x: number;
  readonly n: number;
  readonly created: number;
  readonly open: number;
}

/** People with deals, the largest first, equal ones by name; and which of them are set apart. */
export function peopleRows(
  tally: OutcomeTally,
  { names }: NamedGrouping,
): { readonly rows: readonly PersonRow[]; readonly apart: readonly boolean[] } {
  const rows = names
    .map((name, group): PersonRow => {
      const { won, lost, open } = outcomesOf(tally, group);
      return { group, name, x: won, n: won + lost, created: won + lost + open, open };
    })
    .filter(({ created, name }) => created > 0 && name !== BLANK_GROUP)
    .sort((a, b) => b.created - a.created || (a.name < b.name ? -1 : 1));
  return { rows, apart: setApart(rows) };
}

/** Win rates of people who can be compared. */
export function comparePeople(
  rows: readonly PersonRow[],
  certainty: Certainty,
  random: RandomSource,
): Comparison & { readonly places: readonly PersonFinding['place'][] } {
  const comparison = compareShares(rows, certainty, random);
  const { posterior, test } = comparison;
  const ranked = rows.flatMap((row, i) => (row.n >= Math.max(1, certainty.minimum) ? [i] : []));
  if (!posterior || !test.differ || ranked.length > MOST_RANKED)
    return { ...comparison, places: rows.map(() => null) };
  const order = surelyOrdered(
    posterior,
    ranked.map((i) => rows[i]!),
    certainty.certainty,
  );
  const places: PersonFinding['place'][] = rows.map(() => null);
  ranked.forEach((row, i) => {
    places[row] = { from: 1 + order[i]!.higher, to: ranked.length - order[i]!.lower };
  });
  return { ...comparison, places };
}

/** What a person's row says beside its comparison. */
export interface PersonContext {
  readonly tally: OutcomeTally;
  readonly amounts: AmountTally | undefined;
  readonly company: Rate;
  readonly meanWon: number | null;
  readonly confidence: number;
  /** People could be compared at all. */
  readonly tested: boolean;
}

export function personFinding(
  { group, name, x, n, created, open }: PersonRow,
  compared: { readonly share: ComparedShare; readonly place: PersonFinding['place'] } | null,
  { tally, amounts, company, meanWon, confidence, tested }: PersonContext,
  steps: readonly PersonStep[],
  activities: readonly PersonActivity[],
): PersonFinding {
  const { estimate: raw, low, high } = rateOf(x, n, confidence);
  const share = compared?.share ?? NOT_COMPARED;
  const comparable = compared !== null && n > 0;
  return {
    person: name,
    x,
    n,
    raw,
    low,
    high,
    ...share,
    distinguishable: share.standing !== 'unclear',
    setApart: compared === null,
    band: comparable && tested ? ({ above: 'A', below: 'C', unclear: 'B' } as const)[share.standing] : null,
    place: compared?.place ?? null,
    difference: comparable ? differenceOf(x, n, company.x - x, company.n - n, confidence) : NO_DIFFERENCE,
    created,
    open,
    amounts: amounts
      ? { won: knownSum(amounts, group * 4 + WON, x), open: knownSum(amounts, group * 4 + OPEN, open) }
      : null,
    medianDaysToWin: quantileOfDays(outcomeDays(tally, WON, group), 0.5),
    worth: comparable ? worthOf(n, company.estimate, share, meanWon) : null,
    steps,
    activities,
  };
}

/** The sum of a cell that holds so many deals; null where none of them has an amount. */
const knownSum = ({ deals, sum }: AmountTally, cell: number, count: number): number | null =>
  count > 0 && deals[cell] === 0 ? null : sum[cell]!;

const NO_DIFFERENCE: PersonFinding['difference'] = { estimate: null, low: null, high: null, p: null };

function differenceOf(
  x: number,
  n: number,
  otherX: number,
  otherN: number,
  confidence: number,
): PersonFinding['difference'] {
  if (n === 0 || otherN === 0) return NO_DIFFERENCE;
  return { ...newcombe(x, n, otherX, otherN, confidence), p: fisherExact(x, n, otherX, otherN) };
}

export function peopleSummary(
  people: readonly PersonFinding[],
  company: Rate,
  test: GroupTest,
  certainty: number,
): PeopleSummary {
  const count = (band: Band): number => people.filter((person) => person.band === band).length;
  const worths = people.flatMap(({ worth }) => worth ?? []);
  return {
    company,
    test,
    certainty,
    bands: { A: count('A'), B: count('B'), C: count('C') },
    worth: {
      wins: worths.reduce((sum, { wins }) => sum + wins, 0),
      amount: worths.some(({ amount }) => amount === null)
        ? null
        : worths.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
    },
  };
}
