import type { RandomSource } from '../../core/random';
import { issue, type Issue } from '../../core/issue';
import { lagCorrelation, type LagCorrelation } from '../../stats/lagCorrelation';
import { lagScan } from '../../stats/lagScan';
import { leadTest, type Lead } from '../../stats/leadTest';
import type { Season } from '../../stats/seasonalBasis';
import type { Assembled } from './assemble';
import type { LeadAssumptions } from './assumptions';
import type { Indicator } from './catalogue';
import { LEAST_PAIRS } from './evidence';
import { lagWindow, type LagWindow } from './lagWindow';
import type { LeadResult } from './leadResults';
import { evened, perUsualPeriod, type Series } from './series';

/** An indicator beside a result. */
export interface Comparison {
  readonly indicator: Indicator;
  readonly result: LeadResult;
  readonly window: LagWindow;
  readonly lead: Lead;
  /** The lag that is shown: the best one tested, else of the plain pairs; null while there are too few pairs. */
  readonly lag: number | null;
  readonly r: number | null;
  /** Pearson's r of the plain pairs by lag from 0, NaN where there are too few. */
  readonly plainByLag: Float64Array;
  /** The pairs at the lag shown, or at the shortest plausible one, on the scale on which swings are comparable. */
  readonly pairs: LagCorrelation;
}

/** Correlations are told to so many periods beyond the longest plausible lag, so that a peak outside shows. */
const BEYOND = 2;
const LEAST_SCAN = 6;

export const seasonOf = ({ periods }: Assembled, { hasSeason }: LeadAssumptions): Season =>
  !hasSeason ? 'none' : periods.grain === 'month' ? 'months' : 'weeks';

/** A series as it is compared: in usual periods, and evened out. */
export const comparable = (
  { values, kind }: Pick<Series, 'values' | 'kind'>,
  { periods }: Assembled,
): Float64Array => evened(perUsualPeriod(values, kind, periods), kind);

const isSame = (a: Float64Array, b: Float64Array): boolean =>
  a.every((value, i) => value === b[i] || (Number.isNaN(value) && Number.isNaN(b[i])));

/** How many pairs stand beside each other at a lag. */
function pairsAt(x: Float64Array, y: Float64Array, lag: number): number {
  let pairs = 0;
  for (let t = 0; t + lag < y.length; t++) if (!Number.isNaN(x[t]) && !Number.isNaN(y[t + lag])) pairs++;
  return pairs;
}

/** Every indicator beside one result: which of them move before it, and how often chance shows as much. */
export function compare(
  assembled: Assembled,
  result: LeadResult,
  assumptions: LeadAssumptions,
  random: RandomSource,
  step: (share: number) => void,
  issues: Issue[],
): readonly Comparison[] {
  const { cycles, periods } = assembled;
  const candidates = assembled.indicators.flatMap((indicator) => {
    if (isSame(indicator.values, result.values)) {
      if (indicator.source === 'own' || indicator.source === 'sheet')
        issues.push(
          issue('indicatorIsResult', 'warning', { indicator: indicator.name, result: result.name }),
        );
      return [];
    }
    const window = lagWindow(indicator, result, cycles, periods.grain, assumptions.lag);
    return window ? [{ indicator, window, values: comparable(indicator, assembled) }] : [];
  });
  const y = comparable(result, assembled);
  const mostLag = Math.max(LEAST_SCAN, Math.max(0, ...candidates.map(({ window }) => window.to)) + BEYOND);
  const leads = leadTest(
    {
      result: y,
      indicators: candidates,
      mostLag,
      season: seasonOf(assembled, assumptions),
    },
    assumptions.draws,
    random,
    step,
  );
  const scan = lagScan(
    candidates.map(({ values }) => values),
    [y],
    mostLag,
  );
  return candidates.map(({ indicator, window, values }, i): Comparison => {
    const lead = leads[i]!;
    const plainByLag = scan.r
      .slice(i * (mostLag + 1), (i + 1) * (mostLag + 1))
      .map((r, lag) => (pairsAt(values, y, lag) < LEAST_PAIRS ? NaN : r));
    const common = { indicator, result, window, lead, plainByLag };
    if (lead.bestLag !== null)
      return { ...common, lag: lead.bestLag, r: lead.r, pairs: lagCorrelation(values, y, lead.bestLag) };
    const plain = Array.from({ length: window.to - window.from + 1 }, (_, k) =>
      lagCorrelation(values, y, window.from + k),
    );
    const [best] = plain
      .filter(({ n, r }) => n >= LEAST_PAIRS && r !== null)
      .sort((a, b) => Math.abs(b.r!) - Math.abs(a.r!));
    return best
      ? { ...common, lag: best.lag, r: best.r, pairs: best }
      : { ...common, lag: null, r: null, pairs: plain[0]! };
  });
}
