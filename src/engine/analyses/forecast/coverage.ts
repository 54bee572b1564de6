import { wilson } from '../../stats/wilson';
import type { Rate } from '../funnel/finding';

/** Pipeline against what is still to be won, for one segment. */
export interface CoverageFinding {
  readonly segment: string;
  readonly deals: number;
  /** Cents of the open deals. */
  readonly pipeline: number;
  /** Goal less what is won already; null without a goal, 0 when it is reached. */
  readonly remaining: number | null;
  /** Won ÷ (won + lost) of the segment. */
  readonly winRate: Rate;
  /** Pipeline ÷ remaining: how many times the goal stands in the pipeline. */
  readonly coverage: number | null;
  /** 1 ÷ win rate: how many times it must. */
  readonly required: number | null;
  /** Pipeline × win rate. */
  readonly expected: number | null;
}

export interface Segment {
  readonly name: string;
  readonly deals: number;
  readonly pipeline: number;
  readonly goal: number | null;
  readonly booked: number;
  readonly won: number;
  readonly lost: number;
}

/** Coverage of one segment. Without a decided deal, or a win, nothing can be said to be required. */
export function coverageOf(segment: Segment, confidence: number): CoverageFinding {
  const { name, deals, pipeline, goal, booked, won, lost } = segment;
  const winRate: Rate = { x: won, n: won + lost, ...wilson(won, won + lost, confidence) };
  const remaining = goal === null ? null : Math.max(0, goal - booked);
  const rate = winRate.estimate;
  return {
    segment: name,
    deals,
    pipeline,
    remaining,
    winRate,
    coverage: remaining === null || remaining === 0 ? null : pipeline / remaining,
    required: rate === null || rate === 0 ? null : 1 / rate,
    expected: rate === null ? null : pipeline * rate,
  };
}
