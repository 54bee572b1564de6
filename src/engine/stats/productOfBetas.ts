import { betaQuantile, betaUpperQuantile, betaUpperTail } from './beta';

/**
 * A product of independent rates, each known only from x successes among n: what is left of a hundred at the end of a
 * chain of stages. With Jeffreys' prior the rate of a stage is distributed as Beta(x + ½, n − x + ½).
 */
export interface BetaShape {
  readonly a: number;
  readonly b: number;
}

/** What x of n say of a rate. Of nobody they say nothing: Beta(½, ½), half of whose mass lies near 0 and 1. */
export const rateAfter = (x: number, n: number): BetaShape => ({ a: x + 0.5, b: n - x + 0.5 });

export interface ProductMoments {
  readonly mean: number;
  readonly sd: number;
  /** Mean of 1 ÷ product; null where it is infinite (a ≤ 1), which is why needs are told by their median. */
  readonly meanInverse: number | null;
  readonly sdInverse: number | null;
}

const product = (shapes: readonly BetaShape[], of: (shape: BetaShape) => number): number =>
  shapes.reduce((sum, shape) => sum * of(shape), 1);

/** Moments in closed form: those of independent factors multiply. */
export function productMoments(shapes: readonly BetaShape[]): ProductMoments {
  const mean = product(shapes, ({ a, b }) => a / (a + b));
  const square = product(shapes, ({ a, b }) => (a * (a + 1)) / ((a + b) * (a + b + 1)));
  const inverse = shapes.every(({ a }) => a > 1)
    ? product(shapes, ({ a, b }) => (a + b - 1) / (a - 1))
    : null;
  const inverseSquare = shapes.every(({ a }) => a > 2)
    ? product(shapes, ({ a, b }) => ((a + b - 1) * (a + b - 2)) / ((a - 1) * (a - 2)))
    : null;
  const spread = (m2: number, m1: number): number => Math.sqrt(Math.max(0, m2 - m1 * m1));
  return {
    mean,
    sd: spread(square, mean),
    meanInverse: inverse,
    sdInverse: inverse !== null && inverseSquare !== null ? spread(inverseSquare, inverse) : null,
  };
}

/** Cells of the grid on which the logarithms are added up: 2,048 give quantiles to about a thousandth. */
const CELLS = 2048;
/** What lies farther out than this in either tail of a factor is left out. */
const TAIL = 1e-7;

/**
 * Quantiles of 1 ÷ product, "how many must enter so that one comes out": the logarithms of the factors are added by
 * convolving their distributions on a grid, without chance. Nothing else than the product's quantiles can be read off:
 * the quantile of an inverse is the inverse of the opposite quantile.
 *
 * @param shapes one per stage, at least one
 * @param probabilities each between 0 and 1, exclusive
 */
export function inverseProductQuantiles(
  shapes: readonly BetaShape[],
  probabilities: readonly number[],
): readonly number[] {
  // y = −ln p: P(y ≤ t) = P(p ≥ e^−t).
  const ranges = shapes.map(({ a, b }) => ({
    from: -Math.log(betaUpperQuantile(TAIL, a, b)),
    to: -Math.log(betaQuantile(TAIL, a, b)),
  }));
  const step = ranges.reduce((sum, { from, to }) => sum + (to - from), 0) / CELLS;
  const masses = shapes.map(({ a, b }, j) => {
    const { from, to } = ranges[j]!;
    const cells = Math.max(1, Math.ceil((to - from) / step));
    const mass = new Float64Array(cells);
    let before = 0;
    for (let k = 0; k < cells; k++) {
      const upTo = k === cells - 1 ? 1 : betaUpperTail(Math.exp(-(from + (k + 1) * step)), a, b);
      mass[k] = upTo - before;
      before = upTo;
    }
    return mass;
  });
  const sum = masses.reduce<Float64Array>(convolved, Float64Array.of(1));
  // Each factor's mass stands in the middle of its cell.
  const start = ranges.reduce((at, { from }) => at + from, 0) + ((shapes.length - 1) / 2) * step;
  return probabilities.map((p) => {
    let below = 0;
    let k = 0;
    while (k < sum.length - 1 && below + sum[k]! < p) below += sum[k++]!;
    const within = sum[k]! > 0 ? (p - below) / sum[k]! : 0;
    return Math.exp(start + (k + within) * step);
  });
}

function convolved(a: Float64Array, b: Float64Array): Float64Array {
  const sum = new Float64Array(a.length + b.length - 1);
  for (let i = 0; i < a.length; i++) {
    const mass = a[i]!;
    if (mass === 0) continue;
    for (let j = 0; j < b.length; j++) sum[i + j]! += mass * b[j]!;
  }
  return sum;
}
