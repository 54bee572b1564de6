import type { Dataset, StageHistory } from '../../dataset/dataset';
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
  /** Of these, by the nearest such activity: more than a day before the entry, within a day of it, later. */
  readonly before: number;
  readonly sameDay: number;
  readonly after: number;
  /** Entered after it was done (`held`), before it (`scheduled`), or now so, now so (`mixed`); null with too few. */
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

/** Counts, for each stage and type, the nearest activity to each first entry; undefined where no activity names a deal. */
export function stageEventsOf(dataset: Dataset, deals: Deals): StageEventsFinding | null {
  const { activities, history, stages } = dataset;
  if (!history || history.shape === 'snapshots' || !activities?.opportunity) return null;
  const { ranks, open: count } = ranksOf(stages);
  const types = activities.type.labels;
  const { start, order } = byDeal(activities.opportunity, deals.count);
  if (order.length === 0) return null;
  const tally = nearestActivities(history, ranks, count, deals, activities, start, order);
  const names = stages.filter(({ kind }) => kind === 'open').map(({ name }) => name);
  return {
    days: NEAR,
    stages: names.map((stage, rank): StageEvent => {
      const entered = tally.entered[rank]!;
      const of = (type: number) => {
        const at = (rank * types.length + type) * 3;
        const [before, sameDay, after] = [tally.counts[at]!, tally.counts[at + 1]!, tally.counts[at + 2]!];
        return { type, before, sameDay, after, withActivity: before + sameDay + after };
      };
      const found = types
        .map((_, type) => of(type))
        .filter(({ withActivity }) => withActivity >= Math.max(1, OFTEN * entered))
        .sort((a, b) => b.sameDay - a.sameDay || b.withActivity - a.withActivity);
      const best = found.find(({ type }) => namedAlike(stage, types[type]!)) ?? found[0];
      if (!best) return { stage, entered, ...NONE };
      const { type, ...counts } = best;
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

function nearestActivities(
  history: StageHistory,
  ranks: Int32Array,
  stages: number,
  deals: Deals,
  activities: NonNullable<Dataset['activities']>,
  start: Int32Array,
  order: Int32Array,
) {
  const types = activities.type.labels.length;
  const entered = new Int32Array(stages);
  const counts = new Int32Array(stages * types * 3);
  const enteredBy = new Int32Array(stages).fill(-1);
  const nearest = new Int32Array(types);
  const first = activities.date.reduce((least, day) => Math.min(least, Math.floor(day)), Infinity);
  for (let i = 0; i < deals.count; i++) {
    if (deals.outcome[i] === NOT_YET) continue;
    for (let at = history.start[i]!; at < history.start[i + 1]!; at++) {
      const rank = ranks[history.stage[at]!] ?? -1;
      const day = Math.floor(history.changed[at]!);
      if (rank < 0 || enteredBy[rank] === i || day < first) continue;
      enteredBy[rank] = i;
      entered[rank]!++;
      nearest.fill(NEAR + 1);
      for (let k = start[i]!; k < start[i + 1]!; k++) {
        const activity = order[k]!;
        const type = activities.type.codes[activity]!;
        const lag = Math.floor(activities.date[activity]!) - day;
        if (type >= 0 && Math.abs(lag) < Math.abs(nearest[type]!)) nearest[type] = lag;
      }
      for (let type = 0; type < types; type++) {
        const lag = nearest[type]!;
        if (Math.abs(lag) > NEAR) continue;
        counts[(rank * types + type) * 3 + (lag < -1 ? 0 : lag > 1 ? 2 : 1)]!++;
      }
    }
  }
  return { entered, counts };
}
