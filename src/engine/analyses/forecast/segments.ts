import { LOST, WON } from '../../dataset/dataset';
import { monthStart } from '../../core/day';
import { monthsBehind } from '../../core/months';
import { dimensionLabel } from '../funnel/dimensions';
import { byText } from '../funnel/grouping';
import { coverageOf, type CoverageFinding, type Segment } from './coverage';
import { quotasByPerson } from '../salesQuotas';
import type { Goals } from './goals';
import type { Ground } from './project';

/** Beyond, the smallest segments are one. */
const MOST_SEGMENTS = 40;
const OTHERS = 'All others';
const EVERYTHING = 'All deals';

/** The columns whose values are segments of the pipeline. */
const COLUMNS = ['owner', 'leadSource', 'type', 'product', 'segment', 'region', 'account'] as const;
export type SegmentBy = 'none' | (typeof COLUMNS)[number];
export const SEGMENTS_BY: Readonly<Record<SegmentBy, string>> = {
  none: 'Nothing',
  // Object.fromEntries forgets the keys that it was given.
  ...(Object.fromEntries(COLUMNS.map((id) => [id, dimensionLabel(id)])) as Record<
    (typeof COLUMNS)[number],
    string
  >),
};

export interface Coverage {
  readonly by: SegmentBy;
  readonly label: string;
  /** Largest pipeline first. */
  readonly segments: readonly CoverageFinding[];
  readonly total: CoverageFinding;
}

/**
 * Coverage by the values of a column. Owners have their quotas as goals; else the goal is shared out as the amounts won
 * in the months looked back on were.
 */
export function coverageBy(
  ground: Ground,
  {
    by,
    goals,
    lookBack,
    confidence,
  }: {
    readonly by: SegmentBy;
    readonly goals: Goals;
    readonly lookBack: number;
    readonly confidence: number;
  },
): Coverage {
  const { dataset, past, deals, periods, amount } = ground;
  const column = by === 'none' ? undefined : dataset.opportunities!.texts[by];
  const { codes, names } = column
    ? byText(column)
    : { codes: new Int32Array(past.deals.count), names: [EVERYTHING] };
  const quota =
    by === 'owner' && goals.source === 'quotas' && goals.total !== null
      ? quotasByPerson(dataset.quotas, periods[0]!.from, periods.at(-1)!.to)
      : undefined;
  const segments = names.map((name): Mutable<Segment> => ({
    name,
    deals: 0,
    pipeline: 0,
    goal: null,
    booked: 0,
    won: 0,
    lost: 0,
  }));
  const wonLately = names.map(() => 0);
  const [from, since] = [periods[0]!.from, monthStart(monthsBehind(past.asOf, lookBack).start)];
  for (let i = 0; i < past.deals.count; i++) {
    const outcome = past.deals.outcome[i]!;
    const segment = segments[codes[i]!];
    if (!segment) continue;
    if (outcome === LOST) segment.lost++;
    if (outcome !== WON) continue;
    segment.won++;
    const cents = Number.isNaN(amount[i]!) ? 0 : amount[i]!;
    if (past.deals.ended[i]! >= from) segment.booked += cents;
    if (past.deals.ended[i]! >= since) wonLately[codes[i]!]! += cents;
  }
  deals.row.forEach((row, i) => {
    const segment = segments[codes[row]!];
    if (!segment) return;
    segment.deals++;
    if (!Number.isNaN(deals.amount[i]!)) segment.pipeline += deals.amount[i]!;
  });
  const all = wonLately.reduce((a, b) => a + b, 0);
  segments.forEach((segment, s) => {
    segment.goal = quota
      ? quota(segment.name)
      : goals.total === null || all === 0
        ? null
        : (goals.total * wonLately[s]!) / all;
  });
  const shown = segments
    .filter((s) => s.deals > 0 || s.won + s.lost > 0 || (s.goal ?? 0) > 0)
    .sort((a, b) => b.pipeline - a.pipeline || (a.name < b.name ? -1 : 1));
  const folded =
    shown.length <= MOST_SEGMENTS
      ? shown
      : [...shown.slice(0, MOST_SEGMENTS - 1), sumOf(OTHERS, shown.slice(MOST_SEGMENTS - 1))];
  return {
    by: column ? by : 'none',
    label: SEGMENTS_BY[column ? by : 'none'],
    segments: folded.map((segment) => coverageOf(segment, confidence)),
    total: coverageOf({ ...sumOf(EVERYTHING, shown), goal: goals.total }, confidence),
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function sumOf(name: string, segments: readonly Segment[]): Segment {
  const add = (of: (segment: Segment) => number): number => segments.reduce((sum, s) => sum + of(s), 0);
  return {
    name,
    deals: add((s) => s.deals),
    pipeline: add((s) => s.pipeline),
    goal: segments.every((s) => s.goal === null) ? null : add((s) => s.goal ?? 0),
    booked: add((s) => s.booked),
    won: add((s) => s.won),
    lost: add((s) => s.lost),
  };
}
