import { completePairs } from './completePairs';
import { dot } from './correlation';
import { overlap } from './lagCorrelation';
import { standardize } from './standardize';
import { tTwoSided, tUpperQuantile, tUpperTail } from './studentT';
import { sum } from './sum';

/** The straight line of y on x (R: `lm(y ~ x)`), with what a prediction from it needs. */
export interface Line {
  /** Complete pairs. */
  readonly n: number;
  readonly intercept: number;
  readonly slope: number;
  readonly slopeError: number;
  /** As if the residuals were independent. */
  readonly slopeP: number;
  /** Standard deviation of the residuals, with n − 2 degrees of freedom. */
  readonly sigma: number;
  readonly rSquared: number;
  readonly meanX: number;
  /** Σ(x − mean)². */
  readonly squaresX: number;
}

/** Two points have no residuals. */
const LEAST_PAIRS = 3;

/** Missing values are NaN. Null with fewer than three pairs, or where x does not vary. */
export function fitLine(x: ArrayLike<number>, y: ArrayLike<number>): Line | null {
  const pairs = completePairs(x, y);
  const n = pairs.n;
  if (n < LEAST_PAIRS || !standardize(pairs.x)) return null;
  const [meanX, meanY] = [sum(pairs.x) / n, sum(pairs.y) / n];
  const [dx, dy] = [pairs.x.map((value) => value - meanX), pairs.y.map((value) => value - meanY)];
  const squaresX = dot(dx, dx);
  const slope = dot(dx, dy) / squaresX;
  const residuals = dy.map((value, i) => value - slope * dx[i]!);
  const left = dot(residuals, residuals);
  const all = dot(dy, dy);
  const sigma = Math.sqrt(left / (n - 2));
  const slopeError = sigma / Math.sqrt(squaresX);
  return {
    n,
    intercept: meanY - slope * meanX,
    slope,
    slopeError,
    slopeP: slope === 0 ? 1 : tTwoSided(slope / slopeError, n - 2),
    sigma,
    rSquared: all > 0 ? 1 - left / all : 0,
    meanX,
    squaresX,
  };
}

/** The line of the result on the indicator `lag` periods before: y_{t+k} on x_t. */
export const fitLag = (x: Float64Array, y: Float64Array, lag: number): Line | null =>
  fitLine(...overlap(x, y, lag));

/** Standard error of a single new y at x: s·√(1 + 1/n + (x − x̄)²/Sxx), wider the farther x lies from what was seen. */
export const predictionError = ({ n, sigma, meanX, squaresX }: Line, x: number): number =>
  sigma * Math.sqrt(1 + 1 / n + (x - meanX) ** 2 / squaresX);

export interface Prediction {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** What the line says of a new y at x, with the interval that holds it with this confidence (R: `predict(interval = "prediction")`). */
export function predict(line: Line, x: number, confidence: number): Prediction {
  const estimate = line.intercept + line.slope * x;
  const half = tUpperQuantile((1 - confidence) / 2, line.n - 2) * predictionError(line, x);
  return { estimate, low: estimate - half, high: estimate + half };
}

/** How likely a new y at x reaches the target, by the same t distribution. */
export function chanceOfAtLeast(line: Line, x: number, target: number): number {
  const short = target - (line.intercept + line.slope * x);
  const error = predictionError(line, x);
  if (error > 0) return tUpperTail(short / error, line.n - 2);
  return short <= 0 ? 1 : 0;
}
