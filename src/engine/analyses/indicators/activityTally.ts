import type { Activities, Opportunities, StageHistory } from '../../dataset/dataset';
import type { StageMap } from '../../dataset/mapping';
import { foldLabels } from '../../dataset/values/sameName';
import { addedUp, cellOf, emptyCube, type Cube } from './cube';
import { ranksOf } from './dealTally';
import { placer, type Periods } from './periods';
import type { Persons } from './persons';

/** All that the series of activities need to know of the rows; a kind is a type. Mergeable. */
export interface ActivityTally {
  readonly types: readonly string[];
  readonly counts: Cube;
  /** Cents of the deals that they belonged to, once for each activity. */
  readonly amounts: Cube;
  /** By type: how many there were in all, and how many of them belonged to a deal with an amount. */
  readonly all: Float64Array;
  readonly withAmount: Float64Array;
  /** By type: in which stage the deals stood that they belonged to; 0 before any, 1 + rank. At type × (1 + stages). */
  readonly stages: Float64Array;
}

/** What activities are looked up in. */
export interface ActivityContext {
  readonly opportunities: Opportunities | undefined;
  readonly history: StageHistory | undefined;
  readonly stages: StageMap;
}

/** More types than this are comments, not types. */
const MOST_TYPES = 60;

/** The types there are, the busiest first, and the position of each label among them; −1 beyond. */
function typesOf(activities: Activities): {
  readonly names: readonly string[];
  readonly of: Int32Array;
} {
  const { names, of } = foldLabels(activities.type.labels);
  const rows = new Float64Array(names.length);
  for (let i = 0; i < activities.count; i++) {
    const code = activities.type.codes[i]!;
    if (code >= 0) rows[of[code]!]! += Math.max(0, activities.quantity[i]!);
  }
  const order = Array.from(names.keys()).sort((a, b) => rows[b]! - rows[a]!);
  const kept = order.slice(0, MOST_TYPES);
  const position = new Int32Array(names.length).fill(-1);
  kept.forEach((type, i) => (position[type] = i));
  return { names: kept.map((type) => names[type]!), of: of.map((type) => position[type]!) };
}

/** The stage in which a deal stands on a day: 1 + rank of its last entry by then, 0 before any, −1 when it was closed. */
function stageFinder({ history, stages }: ActivityContext): (deal: number, serial: number) => number {
  const { ranks } = ranksOf(stages);
  return (deal, serial) => {
    let found = 0;
    if (!history) return found;
    const day = Math.floor(serial);
    for (let at = history.start[deal]!; at < history.start[deal + 1]!; at++) {
      if (Math.floor(history.changed[at]!) > day) break;
      const stage = history.stage[at]!;
      if (stages[stage]?.kind !== 'ignored') found = ranks[stage]! < 0 ? -1 : 1 + ranks[stage]!;
    }
    return found;
  };
}

/** One pass over the activities `from` to `to` (exclusive). */
export function tallyActivities(
  activities: Activities,
  context: ActivityContext,
  persons: Persons,
  periods: Periods,
  from = 0,
  to = activities.count,
): ActivityTally {
  const types = typesOf(activities);
  const kinds = types.names.length;
  const { open } = ranksOf(context.stages);
  const personOf = persons.positions(activities.owner);
  const placeOf = placer(periods);
  const stageOf = stageFinder(context);
  const counts = emptyCube(kinds, persons.count, periods.count);
  const amounts = emptyCube(kinds, persons.count, periods.count);
  const [all, withAmount] = [new Float64Array(kinds), new Float64Array(kinds)];
  const stages = new Float64Array(kinds * (1 + open));
  for (let i = from; i < to; i++) {
    const code = activities.type.codes[i]!;
    const type = code < 0 ? -1 : types.of[code]!;
    const serial = activities.date[i]!;
    const quantity = activities.quantity[i]!;
    if (type < 0 || !(quantity > 0)) continue;
    const deal = activities.opportunity?.[i] ?? -1;
    const stage = deal < 0 ? -1 : stageOf(deal, serial);
    if (stage >= 0) stages[type * (1 + open) + stage]! += quantity;
    const place = placeOf(serial);
    if (place < 0) continue;
    const at = cellOf(counts, type, personOf(activities.owner?.codes[i] ?? -1), place);
    counts.values[at]! += quantity;
    all[type]! += quantity;
    const cents = deal >= 0 ? (context.opportunities?.amount[deal] ?? NaN) : NaN;
    if (cents !== cents) continue;
    amounts.values[at]! += cents * quantity;
    withAmount[type]! += quantity;
  }
  return { types: types.names, counts, amounts, all, withAmount, stages };
}

export const mergeActivityTallies = (a: ActivityTally, b: ActivityTally): ActivityTally => ({
  types: a.types,
  counts: addedUp(a.counts, b.counts),
  amounts: addedUp(a.amounts, b.amounts),
  all: a.all.map((n, i) => n + b.all[i]!),
  withAmount: a.withAmount.map((n, i) => n + b.withAmount[i]!),
  stages: a.stages.map((n, i) => n + b.stages[i]!),
});

/** The stage in which most of a type's deals stood: 0 is creation, 1 + rank a stage; the earlier of equals. */
export function usualStage({ stages, types }: ActivityTally, type: number): number {
  const width = stages.length / types.length;
  const own = stages.subarray(type * width, (type + 1) * width);
  return own.indexOf(Math.max(...own));
}
