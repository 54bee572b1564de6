import type { Dataset } from '../../dataset/dataset';
import { LOST, OPEN, WON } from '../../dataset/dataset';
import { stageFinder } from '../../dataset/stageMap';
import { countDays, type DayCounts } from '../funnel/dayCounts';
import { NOT_YET, UNKNOWN_DAY, type Deals } from '../funnel/deals';

/**
 * Stays of deals in open stages, one after the other: in which stage, from which day on, for how many days, and where
 * the deal went then. Unlike the funnel's clocks every stay counts, and a move back ends one: what lies ahead of a deal is
 * judged by the stage in which it stands and how long it has been there.
 */
export interface Stays {
  /** Open stages in order. */
  readonly stages: readonly string[];
  readonly deal: Int32Array;
  readonly stage: Int16Array;
  /** First day of the stay. */
  readonly since: Int32Array;
  /** Whole days until it ended, or until the deal was last seen in it; −1 where the dates contradict each other. */
  readonly days: Int32Array;
  /** The stage entered next, or `WON_NEXT`, `LOST_NEXT`, `STILL_THERE` of so many stages. */
  readonly next: Int16Array;
  /** By deal, of those open: the stage in which it stands, −1 where that is not known, and since when. */
  readonly standing: Int16Array;
  readonly standingSince: Int32Array;
}

export const wonNext = (stages: number): number => stages;
export const lostNext = (stages: number): number => stages + 1;
export const stillThere = (stages: number): number => stages + 2;

/**
 * Follows all deals through the stages as they were known on the as-of day of `deals`; ignored stages are looked through.
 *
 * @param isPast the dataset is read as of a later day: only a history tells in which stage a deal stood
 */
export function followStays(dataset: Dataset, deals: Deals, isPast = false): Stays {
  const { stages, history, opportunities } = dataset;
  const open = stages.flatMap(({ name, kind }) => (kind === 'open' ? [name] : []));
  const count = open.length;
  let next = 0;
  const rank = Int32Array.from(stages, ({ kind }) => (kind === 'open' ? next++ : -1));
  const find = stageFinder(stages);
  const current = opportunities?.stage;
  const rankOfLabel = current?.labels.map((label) => rank[find(label)] ?? -1);

  const room = (history?.stage.length ?? 0) + deals.count;
  const stays = {
    deal: new Int32Array(room),
    stage: new Int16Array(room),
    since: new Int32Array(room),
    days: new Int32Array(room),
    next: new Int16Array(room),
  };
  const standing = new Int16Array(deals.count).fill(-1);
  const standingSince = new Int32Array(deals.count).fill(UNKNOWN_DAY);
  let used = 0;
  const end = (deal: number, stage: number, since: number, until: number, to: number): void => {
    stays.deal[used] = deal;
    stays.stage[used] = stage;
    stays.since[used] = since;
    stays.days[used] = until === UNKNOWN_DAY ? -1 : Math.max(-1, until - since);
    stays.next[used] = to;
    used++;
  };
  for (let i = 0; i < deals.count; i++) {
    const outcome = deals.outcome[i]!;
    if (outcome === NOT_YET) continue;
    let [stage, since] = [-1, UNKNOWN_DAY];
    const first = history?.start[i] ?? 0;
    const last = history?.start[i + 1] ?? 0;
    for (let at = first; at < last && history!.changed[at]! < deals.asOf + 1; at++) {
      const to = rank[history!.stage[at]!]!;
      if (to < 0 || to === stage) continue;
      const day = Math.floor(history!.changed[at]!);
      if (stage >= 0) end(i, stage, since, day, to);
      [stage, since] = [to, day];
    }
    // An open deal that never moved has been in its current stage since creation.
    if (
      !(isPast && !history) &&
      first === last &&
      outcome === OPEN &&
      !history?.unplaced?.[i] &&
      deals.created[i] !== UNKNOWN_DAY
    ) {
      stage = rankOfLabel?.[current!.codes[i]!] ?? -1;
      since = deals.created[i]!;
    }
    if (stage < 0) continue;
    const to = outcome === WON ? wonNext(count) : outcome === LOST ? lostNext(count) : stillThere(count);
    end(i, stage, since, deals.ended[i]!, to);
    if (outcome !== OPEN) continue;
    standing[i] = stage;
    standingSince[i] = since;
  }
  return {
    stages: open,
    deal: stays.deal.subarray(0, used),
    stage: stays.stage.subarray(0, used),
    since: stays.since.subarray(0, used),
    days: stays.days.subarray(0, used),
    next: stays.next.subarray(0, used),
    standing,
    standingSince,
  };
}

/** Whether it is known of some stay how it ended. Without a history there are those of open deals alone, all going on. */
export const someEnded = ({ stages, next }: Stays): boolean =>
  next.some((to) => to !== stillThere(stages.length));

/** Stays by stage, where they led and days: all that the probabilities need. Mergeable (`mergeDayCounts`). */
export interface StayTally {
  readonly stages: readonly string[];
  /** At `stayCell`. */
  readonly days: DayCounts;
}

/** Where stays of a stage with this next step stand in the tally. */
export const stayCell = (stages: number, stage: number, next: number): number => stage * (stages + 3) + next;

export function tallyStays({ stages, stage, next, days }: Stays): StayTally {
  const cell = new Int32Array(days.length);
  for (let i = 0; i < cell.length; i++) cell[i] = stayCell(stages.length, stage[i]!, next[i]!);
  return { stages, days: countDays({ cell, days }, stages.length * (stages.length + 3)) };
}
