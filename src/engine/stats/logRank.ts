import { chiSquareUpperTail } from './chiSquareDistribution';
import { overCommonTimes } from './commonTimes';
import { quadraticForm } from './quadraticForm';
import type { RiskTable } from './riskTable';

export interface LogRankTest {
  /** Per group: how many had an event, and how many would have had if all groups were equally fast. */
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  /** Null where nothing can differ: fewer than two groups, or no event while two were at risk. */
  readonly statistic: number | null;
  readonly df: number;
  readonly p: number;
}

/**
 * Tests whether groups are equally fast, from their tables of times until an event of any cause (R: `survdiff(Surv(time,
 * status) ~ group + strata(stratum))`). `logRank` gives each event the same weight; `peto` (Peto and Prentice, R: `rho = 1`)
 * gives early ones more. With strata, groups are compared only within each of them: `strata[s][g]`.
 *
 * It is for time in a stage. For reaching one outcome while another is possible it would compare rates that exist only if
 * the other did not: that is what Gray's test is for.
 */
export function logRankTest(
  strata: readonly (readonly RiskTable[])[],
  weighting: 'logRank' | 'peto' = 'logRank',
): LogRankTest {
  const groups = strata[0]?.length ?? 0;
  const [observed, expected, excess] = [column(groups), column(groups), column(groups)];
  const variance = Array.from({ length: groups }, () => column(groups));
  for (const tables of strata) {
    if (tables.length !== groups) throw new RangeError('Each stratum has a table for each group.');
    const aligned = overCommonTimes(tables);
    const [n, d] = [column(groups), column(groups)];
    let survival = 1;
    for (let i = 0; i < (aligned[0]?.times.length ?? 0); i++) {
      let [all, events] = [0, 0];
      for (let g = 0; g < groups; g++) {
        const table = aligned[g]!;
        n[g] = table.atRisk[i]!;
        d[g] = table.events.reduce((sum, ofCause) => sum + ofCause[i]!, 0);
        all += n[g]!;
        events += d[g]!;
      }
      if (events === 0) continue;
      const weight = weighting === 'peto' ? survival : 1;
      survival *= 1 - events / all;
      const spread = all > 1 ? (weight * weight * events * (all - events)) / (all - 1) : 0;
      for (let g = 0; g < groups; g++) {
        const share = n[g]! / all;
        observed[g]! += weight * d[g]!;
        expected[g]! += weight * events * share;
        excess[g]! += weight * (d[g]! - events * share);
        for (let h = 0; h < groups; h++)
          variance[g]![h]! += spread * ((g === h ? share : 0) - (share * n[h]!) / all);
      }
    }
  }
  const { statistic, rank } = quadraticForm(excess, variance);
  return rank === 0
    ? { observed, expected, statistic: null, df: 0, p: 1 }
    : { observed, expected, statistic, df: rank, p: chiSquareUpperTail(statistic, rank) };
}

const column = (length: number): Float64Array => new Float64Array(length);
