import { betaQuantile } from './beta';
import type { BetaBinomialPosterior } from './betaBinomial';
import { mixtureLowerTail, mixtureQuantile, type BetaMixture } from './betaMixture';
import { pooledMoments, type Counted, type PooledShare } from './pooledShare';

/** Given M the spread of μ matters little: so many classes of M, each of about the same weight, tell a share's tails. */
const CLASSES = 12;

export interface QuickShare extends PooledShare {
  /** The probability that the group's true share lies above t. */
  readonly chanceAbove: (t: number) => number;
}

/**
 * `pooledShare` and `chanceAbove` for thousands of groups: the mean and the standard deviation are the same, limits and
 * chances are those of a mixture of only twelve beta distributions, one for each class of M, with the mean and variance that
 * the share has in that class. They are within .005 of the others.
 */
export function pooledShareQuickly(
  posterior: BetaBinomialPosterior,
  confidence: number,
): (group: Counted) => QuickShare {
  const bounds = classBounds(posterior.rows.weight);
  const tail = (1 - confidence) / 2;
  return (group) => {
    const { mean, variance } = pooledMoments(posterior, group);
    const mixture = classesOf(posterior, group, bounds);
    const size = (mean * (1 - mean)) / variance - 1;
    const limit = (p: number): number =>
      mixtureQuantile(mixture, p, betaQuantile(p, mean * size, (1 - mean) * size));
    return {
      estimate: mean,
      sd: Math.sqrt(variance),
      low: limit(tail),
      high: limit(1 - tail),
      chanceAbove: (t) => (t <= 0 ? 1 : t >= 1 ? 0 : 1 - mixtureLowerTail(mixture, t)),
    };
  };
}

/** Rows of the grid, which stand in order of M, at which the weight has grown by another class. */
function classBounds(weight: Float64Array): readonly number[] {
  const bounds = [0];
  let sum = 0;
  for (let row = 0; row < weight.length; row++) {
    sum += weight[row]!;
    if (sum * CLASSES >= bounds.length && bounds.length < CLASSES) bounds.push(row + 1);
  }
  return [...bounds, weight.length];
}

function classesOf(
  { rows }: BetaBinomialPosterior,
  { x, n }: Counted,
  bounds: readonly number[],
): BetaMixture {
  const classes: [weight: number, a: number, b: number][] = [];
  for (let k = 1; k < bounds.length; k++) {
    let [weight, ofMean, ofSquare] = [0, 0, 0];
    for (let row = bounds[k - 1]!; row < bounds[k]!; row++) {
      const [m, w] = [rows.concentration[row]!, rows.weight[row]!];
      const [alpha, alphaSquare] = [m * rows.mean[row]!, m * m * rows.meanSquare[row]!];
      weight += w;
      ofMean += (w * (alpha + x)) / (m + n);
      ofSquare += (w * (alphaSquare + alpha * (2 * x + 1) + x * (x + 1))) / ((m + n) * (m + n + 1));
    }
    if (!(weight > 0)) continue;
    const mean = ofMean / weight;
    const variance = Math.max(Number.EPSILON, ofSquare / weight - mean * mean);
    const size = (mean * (1 - mean)) / variance - 1;
    classes.push([weight, mean * size, (1 - mean) * size]);
  }
  return {
    weight: Float64Array.from(classes, ([weight]) => weight),
    a: Float64Array.from(classes, ([, a]) => a),
    b: Float64Array.from(classes, ([, , b]) => b),
  };
}
