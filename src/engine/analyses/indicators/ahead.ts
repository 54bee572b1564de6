import type { Quotas } from '../../dataset/dataset';
import type { Assembled } from './assemble';
import { benchmarkAhead, benchmarkChance, benchmarkInterval, BENCHMARK_NAMES } from './benchmark';
import type { AheadFinding } from './finding';
import type { LeadResult } from './leadResults';
import { nameOf, PERIODS_A_YEAR } from './periods';
import { atLeastNought, projectedAt, scaleAt, usualValues, type Projector } from './projection';
import { lastKnownOf, lastWhere } from './series';
import { targetOf } from './targets';
import { isPlausible } from './evidence';
import { neededFor } from './needed';

const RANK = { green: 0, amber: 1 } as const;
const rankOf = ({ finding: { evidence } }: Projector): number =>
  evidence === 'green' || evidence === 'amber' ? RANK[evidence] : 2;

/** The best evidence first, then the best record out of sample. */
const byTrust = (a: Projector, b: Projector): number =>
  rankOf(a) - rankOf(b) ||
  (b.finding.skill ?? -Infinity) - (a.finding.skill ?? -Infinity) ||
  Math.abs(b.finding.r ?? 0) - Math.abs(a.finding.r ?? 0);

/** What people can do more of: things counted, rather deeds than deals. */
const canBeDone = ({ comparison: { indicator }, line, finding }: Projector): boolean =>
  (indicator.kind === 'count' || indicator.kind === 'number') &&
  line.slope !== 0 &&
  isPlausible(finding.r ?? 0, indicator.direction) &&
  line.slope > 0;

const isDeed = ({ comparison: { indicator } }: Projector): number => (indicator.source === 'deals' ? 1 : 0);

/**
 * The coming periods of a result: from the most trusted indicator whose value of its lag before is known, and beyond that
 * from the best benchmark. Where an indicator's value is still to come, how much of it would reach the target.
 *
 * @param projectors promoted indicators of this result
 */
export function aheadOf(
  assembled: Assembled,
  result: LeadResult,
  projectors: readonly Projector[],
  quotas: Quotas | undefined,
  count: number,
  confidence: number,
): readonly AheadFinding[] {
  const { periods } = assembled;
  const trusted = [...projectors].sort(byTrust);
  const doable = trusted.filter(canBeDone).sort((a, b) => isDeed(a) - isDeed(b) || byTrust(a, b));
  const name = (position: number): string => nameOf(periods.grain, periods.first + position);
  const past = lastStretch(usualValues(result, assembled));
  return Array.from({ length: count }, (_, i): AheadFinding | undefined => {
    const position = periods.count + i;
    const { value: target, fromData } = targetOf(result, quotas, periods, periods.first + position);
    const common = {
      result: result.name,
      period: name(position),
      target,
      targetFromData: fromData,
      needed: neededAt(assembled, result, doable, position, target),
    };
    for (const projector of trusted) {
      const projected = projectedAt(projector, assembled, position, target, confidence);
      if (projected)
        return {
          ...common,
          ...projected,
          source: projector.comparison.indicator.name,
          from: name(position - projector.lag),
        };
    }
    const horizon = position + 1 - past.end;
    const benchmark = benchmarkAhead(past.values, horizon, PERIODS_A_YEAR[periods.grain]);
    if (!benchmark) return undefined;
    const scale = scaleAt(result, assembled, position);
    const { low, high } = benchmarkInterval(benchmark, confidence);
    return {
      ...common,
      estimate: atLeastNought(benchmark.estimate * scale, result),
      low: atLeastNought(low * scale, result),
      high: atLeastNought(high * scale, result),
      error: benchmark.error * scale,
      freedom: benchmark.freedom,
      chance: benchmarkChance(benchmark, target / scale),
      source: BENCHMARK_NAMES[benchmark.name],
      from: null,
    };
  }).filter((found) => found !== undefined);
}

/** The values after the last gap, and the position after the last of them. */
function lastStretch(values: Float64Array): { readonly values: Float64Array; readonly end: number } {
  const end = lastKnownOf(values) + 1;
  const gap = lastWhere(end, (i) => Number.isNaN(values[i]!));
  return { values: values.subarray(gap + 1, end), end };
}

function neededAt(
  assembled: Assembled,
  result: LeadResult,
  doable: readonly Projector[],
  position: number,
  target: number,
): AheadFinding['needed'] {
  const { periods } = assembled;
  for (const { comparison, lag, line, lastKnown } of doable) {
    const at = position - lag;
    // What has been done by now can no longer be changed.
    if (at <= lastKnown || at < periods.count) continue;
    const { indicator } = comparison;
    return {
      indicator: indicator.name,
      period: nameOf(periods.grain, periods.first + at),
      value: neededFor(line, target, {
        result: scaleAt(result, assembled, position),
        indicator: scaleAt(indicator, assembled, at),
      }),
    };
  }
  return null;
}
