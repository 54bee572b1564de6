import type { Opportunities, StageHistory } from '../../dataset/dataset';
import { LOST, WON } from '../../dataset/dataset';
import type { StageMap } from '../../dataset/mapping';
import type { Deals } from '../funnel/deals';
import { NOT_YET, UNKNOWN_DAY } from '../funnel/deals';
import { addedUp, cellOf, emptyCube, type Cube } from './cube';
import { placer, startOf, type Periods } from './periods';
import type { Persons } from './persons';

/** Kinds of the deals' cubes: deals created, won, and then for each open stage in order the first entries to it. */
export const CREATED = 0;
export const DEALS_WON = 1;
export const entriesTo = (rank: number): number => 2 + rank;

/** Kinds of the cubes of open deals. */
export const EARLY = 0;
export const LATE = 1;

/** All that the series of deals need to know of the rows. Mergeable. */
export interface DealTally {
  /** How many open stages there are. */
  readonly stages: number;
  readonly counts: Cube;
  /** Cents; deals without an amount add nothing. */
  readonly amounts: Cube;
  /** By EARLY and LATE: how many more deals stand there at the end of a period than at the end of the one before. */
  readonly moves: Cube;
  readonly amountMoves: Cube;
}

/** Ranks of the open stages, −1 for the others. */
export function ranksOf(stages: StageMap): { readonly ranks: Int32Array; readonly open: number } {
  let open = 0;
  const ranks = Int32Array.from(stages, ({ kind }) => (kind === 'open' ? open++ : -1));
  return { ranks, open };
}

/** The first half of the open stages is early, the second late; the middle one of an odd number is neither. */
const partOf = (rank: number, open: number): number =>
  rank < 0 ? -1 : rank < Math.floor(open / 2) ? EARLY : rank >= Math.ceil(open / 2) ? LATE : -1;

export interface DealRows {
  readonly deals: Deals;
  readonly opportunities: Opportunities;
  readonly history: StageHistory | undefined;
  readonly stages: StageMap;
}

/**
 * One pass over the deals `from` to `to` (exclusive) and their stage entries. A deal counts with its present amount. What
 * happened before the first period counts for where deals stand, and nowhere else.
 */
export function tallyDeals(
  { deals, opportunities, history, stages }: DealRows,
  persons: Persons,
  periods: Periods,
  from = 0,
  to = deals.count,
): DealTally {
  const { ranks, open } = ranksOf(stages);
  const owner = opportunities.texts['owner'];
  const personOf = persons.positions(owner);
  const placeOf = placer(periods);
  const cube = (kinds: number): Cube => emptyCube(kinds, persons.count, periods.count);
  const [counts, amounts] = [cube(2 + open), cube(2 + open)];
  const [moves, amountMoves] = [cube(2), cube(2)];
  const enteredBy = new Int32Array(open).fill(-1);
  const start = startOf(periods.grain, periods.first);

  for (let i = from; i < to; i++) {
    const outcome = deals.outcome[i]!;
    if (outcome === NOT_YET) continue;
    const person = personOf(owner?.codes[i] ?? -1);
    const cents = opportunities.amount[i]!;
    const amount = cents === cents ? cents : 0;
    const count = (kind: number, serial: number): void => {
      const place = serial === UNKNOWN_DAY ? -1 : placeOf(serial);
      if (place < 0) return;
      const at = cellOf(counts, kind, person, place);
      counts.values[at]!++;
      amounts.values[at]! += amount;
    };
    // What stood there before the periods begin stands there in the first of them.
    const move = (part: number, by: 1 | -1, serial: number): void => {
      const place = serial < start ? 0 : placeOf(serial);
      if (part < 0 || place < 0) return;
      const at = cellOf(moves, part, person, place);
      moves.values[at]! += by;
      amountMoves.values[at]! += by * amount;
    };
    count(CREATED, deals.created[i]!);
    if (outcome === WON) count(DEALS_WON, deals.ended[i]!);
    if (!history) continue;
    let part = -1;
    let closed = false;
    let since: number = start;
    for (let at = history.start[i]!; at < history.start[i + 1]!; at++) {
      const stage = history.stage[at]!;
      const changed = history.changed[at]!;
      const rank = ranks[stage] ?? -1;
      if (rank >= 0 && enteredBy[rank] !== i) {
        enteredBy[rank] = i;
        count(entriesTo(rank), changed);
      }
      const kind = stages[stage]?.kind;
      if (kind === 'ignored') continue;
      closed = kind !== 'open';
      const next = closed ? -1 : partOf(rank, open);
      if (next === part) continue;
      move(part, -1, changed);
      move(next, 1, changed);
      part = next;
      since = changed;
    }
    // A close dated before the last entry ends the stay there all the same.
    if (!closed && (outcome === WON || outcome === LOST)) move(part, -1, Math.max(since, deals.ended[i]!));
  }
  return { stages: open, counts, amounts, moves, amountMoves };
}

export const mergeDealTallies = (a: DealTally, b: DealTally): DealTally => ({
  stages: a.stages,
  counts: addedUp(a.counts, b.counts),
  amounts: addedUp(a.amounts, b.amounts),
  moves: addedUp(a.moves, b.moves),
  amountMoves: addedUp(a.amountMoves, b.amountMoves),
});

/** Where deals stand at the end of each period, from how many more there are than before. */
export function standing(moves: Float64Array): Float64Array {
  let sum = 0;
  return moves.map((more) => (sum += more));
}
