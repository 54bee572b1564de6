import { grayTest } from '../../stats/grayTest';
import { logRankTest } from '../../stats/logRank';
import { allLosses } from './estimates';
import { outcomeRisk, type OutcomeTally } from './outcomeTally';

/** How often equal groups would show as much, over all days rather than at the end. */
export interface CurveTest {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  readonly differ: boolean;
}

export interface CurveTests {
  readonly groups: number;
  /** Gray's test of the incidence of wins from creation; null where records begin late, for which it is not made. */
  readonly wins: CurveTest | null;
  /** Log-rank test of the days until a deal is decided either way. */
  readonly decided: CurveTest | null;
}

/** Gray's test takes time by the cube of the number of groups; and nobody reads more curves side by side. */
export const MOST_CURVES = 12;

/**
 * Whether groups are won as often and as soon, and decided as soon. The win rate compares only what is decided by now; these
 * also hear what open deals say. Null for one group, for more than twelve, and where nothing has ended.
 */
export function compareCurves(
  tally: OutcomeTally,
  groups: readonly number[],
  confidence: number,
): CurveTests | null {
  if (groups.length > MOST_CURVES) return null;
  const tables = groups
    .map((group) => allLosses(outcomeRisk(tally, group)))
    .filter(({ times }) => times.length > 0);
  if (tables.length < 2) return null;
  const shown = ({ statistic, df, p }: Tested): CurveTest | null =>
    statistic === null ? null : { statistic, df, p, differ: p < 1 - confidence };
  const wins = tables.some(({ entries }) => entries) ? null : shown(grayTest(tables, 1));
  const decided = shown(logRankTest([tables]));
  return wins || decided ? { groups: tables.length, wins, decided } : null;
}

interface Tested {
  readonly statistic: number | null;
  readonly df: number;
  readonly p: number;
}
