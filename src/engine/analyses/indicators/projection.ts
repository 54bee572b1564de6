import { chanceOfAtLeast, fitLag, predict, predictionError, type Line } from '../../stats/lagRegression';
import type { Assembled } from './assemble';
import type { Comparison } from './compare';
import type { IndicatorFinding, LeadLine } from './finding';
import { LEAST_PAIRS } from './evidence';
import { perUsualPeriod, type Series } from './series';
import { length } from './targets';

/** An indicator with the line of a result on it: what its known values say of the periods to come. Positions count from the first period. */
export interface Projector {
  readonly comparison: Comparison;
  readonly finding: IndicatorFinding;
  readonly lag: number;
  readonly line: Line;
  /** The indicator, in usual periods. */
  readonly values: Float64Array;
  /** Position of the last known value. */
  readonly lastKnown: number;
}

export const usualValues = ({ values, kind }: Series, { periods }: Assembled): Float64Array =>
  perUsualPeriod(values, kind, periods);

/** The line of the result on the indicator, both in usual periods; null with fewer than six pairs. */
export function lineOf({ indicator, result, lag }: Comparison, assembled: Assembled): Line | null {
  if (lag === null) return null;
  const line = fitLag(usualValues(indicator, assembled), usualValues(result, assembled), lag);
  return line && line.n >= LEAST_PAIRS ? line : null;
}

/** How many times a usual period the period at a position is; rates know no length. */
export const scaleAt = (
  { kind }: Pick<Series, 'kind'>,
  { periods }: Pick<Assembled, 'periods'>,
  position: number,
): number => (kind === 'rate' ? 1 : length(periods.grain, periods.first + position));

export interface Projected {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly error: number;
  readonly freedom: number;
  readonly chance: number;
}

/** Sums are never negative. */
export const atLeastNought = (value: number, { kind }: Pick<Series, 'kind'>): number =>
  kind === 'rate' ? value : Math.max(0, value);

/**
 * What the indicator's value of `lag` periods before says of the result at a position, with the interval of a single new
 * value; null where that value is not known.
 */
export function projectedAt(
  { comparison: { result }, lag, line, values }: Projector,
  assembled: Assembled,
  position: number,
  target: number,
  confidence: number,
): Projected | null {
  const x = values[position - lag] ?? NaN;
  if (Number.isNaN(x)) return null;
  const scale = scaleAt(result, assembled, position);
  const { estimate, low, high } = predict(line, x, confidence);
  const [middle, least, most] = [estimate, low, high].map((value) =>
    atLeastNought(value * scale, result),
  ) as [number, number, number]; // one for each
  return {
    estimate: middle,
    low: least,
    high: most,
    error: predictionError(line, x) * scale,
    freedom: line.n - 2,
    chance: chanceOfAtLeast(line, x, target / scale),
  };
}

export const leadLine = (line: Line, half: number): LeadLine => ({
  pairs: line.n,
  intercept: line.intercept,
  slope: line.slope,
  slopeLow: line.slope - half * line.slopeError,
  slopeHigh: line.slope + half * line.slopeError,
  sigma: line.sigma,
  meanX: line.meanX,
  squaresX: line.squaresX,
});
