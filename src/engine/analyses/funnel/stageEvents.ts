import type { Dataset, StageHistory } from '../../dataset/dataset';
import { OPEN } from '../../dataset/dataset';
import { folded } from '../../dataset/values/text';
import { NOT_YET, type Deals } from './deals';
import { ranksOf } from './visits';

/**
 * What happens when a deal enters a stage: is it moved to “Demo” when the demo is booked, or when it has been held? Told by the
 * activities that name their deal.
 */
export interface StageEvent {
  readonly stage: string;
  /** Deals that entered the stage while activities were recorded. */
  readonly entered: number;
  /** The type of activity that goes with the stage; null where none does. */
  readonly type: string | null;
  /** Entries with such an activity within `days` before or after. */
  readonly withActivity: number;
  /** Of these, by the nearest such activity: on an earlier day than the entry, on the same day, on a later one. */
  readonly before: number;
  readonly sameDay: number;
  readonly after: number;
  /** Entered after it was done (`held`), before it (`scheduled`), or sometimes so (`mixed`); null with too few. */
  readonly entersWhen: 'held' | 'scheduled' | 'mixed' | null;
}

export interface StageEventsFinding {
  readonly days: number;
  readonly stages: readonly StageEvent[];
}

/** So near to the entry an activity has to do with it. */
const NEAR = 30;
const FEWEST = 5;
/** So large a share is a rule. */
const MOSTLY = 0.75;
/** An activity that hardly any entry has does not go with the stage. */
const OFTEN = 0.2;
/** Without a name in common: the days that lead up to an entry, and how many times as often as on other days near it. */
const LEADING = 7;
const TIMES_AS_OFTEN = 3;

/** Activities in order of deal: those of deal i at `start[i]` to `start[i + 1]` (exclusive). */
function byDeal(opportunity: Int32Array, deals: number) {
  const start = new Int32Array(deals + 1);
  for (const deal of opportunity) if (deal >= 0) start[deal + 1]!++;
  for (let i = 0; i < deals; i++) start[i + 1]! += start[i]!;
  const next = start.slice();
  const order = new Int32Array(start[deals]!);
  opportunity.forEach((deal, activity) => {
    if (deal >= 0) order[next[deal]!++] = activity;
  });
  return { start, order };
}

/** Words of a name that tell something. */
const wordsOf = (name: string): readonly string[] =>
  folded(name)
    .split(' ')
    .filter((word) => word.length > 2 && Number.isNaN(Number(word)));

/** "Demo held" and "Product demo" share a word; plurals count as one. */
function namedAlike(stage: string, type: string): boolean {
  const stem = (word: string): string => (word.length > 3 ? word.replace(/(s|ing|ed)$/, '') : word);
  const ofType = new Set(wordsOf(type).map(stem));
  return wordsOf(stage).some((word) => ofType.has(stem(word)));
}

/**
 * Which type of activity goes with each stage; null where no activity names a deal. An activity belongs to the change of
 * stage that is nearest to it, so that the meeting with which a deal began is not taken for that of the next stage; one as near
 * to two belongs to both. A type that shares a word with the stage goes with it where one in five entries have it. Any
 * other must also be tied to the day: that many have it on the day itself or in the week before, and it is then at least
 * three times as frequent as on the other days within a month. Calls and emails that go on all the time are not.
 */
export function stageEventsOf(dataset: Dataset, deals: Deals): StageEventsFinding | null {
  const { activities, history, stages } = dataset;
  if (!history || history.shape === 'snapshots' || !activities?.opportunity) return null;
  const { ranks, open: count } = ranksOf(stages);
  const types = activities.type.labels;
  const tally = countActivities(history, ranks, count, deals, activities, activities.opportunity);
  if (!tally) return null;
  const names = stages.filter(({ kind }) => kind === 'open').map(({ name }) => name);
  return {
    days: NEAR,
    stages: names.map((stage, rank): StageEvent => {
      const entered = tally.entered[rank]!;
      const enough = Math.max(1, OFTEN * entered);
      const of = (type: number) => {
        const cell = rank * types.length + type;
        const [before, sameDay, after] = [0, 1, 2].map((when) => tally.nearest[cell * 3 + when]!) as [
          number,
          number,
          number,
        ]; // one for each
        const [leading, other] = [tally.leading[cell]!, tally.other[cell]!];
        const leadingDays = LEADING + 1;
        const tied =
          tally.ledUp[cell]! >= enough &&
          leading / leadingDays >= (TIMES_AS_OFTEN * other) / (2 * NEAR + 1 - leadingDays);
        return { type, tied, before, sameDay, after, withActivity: before + sameDay + after };
      };
      const found = types
        .map((_, type) => of(type))
        .filter(({ withActivity }) => withActivity >= enough)
        .sort((a, b) => b.sameDay - a.sameDay || b.withActivity - a.withActivity);
      const best =
        found.find(({ type }) => namedAlike(stage, types[type]!)) ?? found.find(({ tied }) => tied);
      if (!best) return { stage, entered, ...NONE };
      const { type, tied: _, ...counts } = best;
      return { stage, entered, type: types[type]!, ...counts, entersWhen: whenOf(counts) };
    }),
  };
}

const NONE = { type: null, withActivity: 0, before: 0, sameDay: 0, after: 0, entersWhen: null } as const;

type Counts = Pick<StageEvent, 'before' | 'sameDay' | 'after' | 'withActivity'>;

function whenOf({ before, sameDay, after, withActivity }: Counts): StageEvent['entersWhen'] {
  if (withActivity < FEWEST) return null;
  if (before + sameDay >= MOSTLY * withActivity) return 'held';
  return after >= MOSTLY * withActivity ? 'scheduled' : 'mixed';
}

/** Around the first entries to each stage, at stage × types + type; undefined where no activity names a deal. */
function countActivities(
  history: StageHistory,
  ranks: Int32Array,
  stages: number,
  deals: Deals,
  activities: NonNullable<Dataset['activities']>,
  opportunity: Int32Array,
) {
  const { start, order } = byDeal(opportunity, deals.count);
  if (order.length === 0) return undefined;
  const types = activities.type.labels.length;
  const cells = stages * types;
  const entered = new Int32Array(stages);
  /** Entries by the nearest activity that belongs to them: before, on the day, after. */
  const nearest = new Int32Array(cells * 3);
  /** Entries with such an activity on the day or in the week before. */
  const ledUp = new Int32Array(cells);
  /** All activities on those days, and on the other days within a month. */
  const [leading, other] = [new Float64Array(cells), new Float64Array(cells)];
  const first = activities.date.reduce((least, day) => Math.min(least, Math.floor(day)), Infinity);
  const lagOf = new Int32Array(cells);
  const enteredBy = new Int32Array(stages).fill(-1);
  /** Of a deal: ranks of first entries to open stages, −1 of other changes; and the days of all. */
  const changed: number[] = [];
  const days: number[] = [];
  for (let i = 0; i < deals.count; i++) {
    if (deals.outcome[i] === NOT_YET) continue;
    changed.length = days.length = 0;
    for (let at = history.start[i]!; at < history.start[i + 1]!; at++) {
      const day = Math.floor(history.changed[at]!);
      if (!(day <= deals.asOf)) continue;
      const rank = ranks[history.stage[at]!] ?? -1;
      const counts = rank >= 0 && enteredBy[rank] !== i;
      if (counts) enteredBy[rank] = i;
      const recorded = counts && day >= first;
      if (recorded) entered[rank]!++;
      changed.push(recorded ? rank : -1);
      days.push(day);
    }
    if (deals.outcome[i] !== OPEN) {
      changed.push(-1);
      days.push(deals.ended[i]!);
    }
    if (start[i] === start[i + 1]) continue;
    lagOf.fill(NEAR + 1);
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      const type = activities.type.codes[order[k]!]!;
      const day = Math.floor(activities.date[order[k]!]!);
      if (type < 0 || !(day <= deals.asOf)) continue;
      const closest = days.reduce((least, entry) => Math.min(least, Math.abs(day - entry)), NEAR + 1);
      days.forEach((entry, at) => {
        if (changed[at]! < 0) return;
        const [cell, lag] = [changed[at]! * types + type, day - entry];
        if (Math.abs(lag) <= NEAR) (lag <= 0 && lag >= -LEADING ? leading : other)[cell]!++;
        if (Math.abs(lag) === closest && closest < Math.abs(lagOf[cell]!)) lagOf[cell] = lag;
      });
    }
    for (const rank of changed)
      for (let cell = rank * types; rank >= 0 && cell < (rank + 1) * types; cell++) {
        const lag = lagOf[cell]!;
        if (Math.abs(lag) > NEAR) continue;
        nearest[cell * 3 + 1 + Math.sign(lag)]!++;
        if (lag <= 0 && lag >= -LEADING) ledUp[cell]!++;
      }
  }
  return { entered, nearest, ledUp, leading, other };
}
