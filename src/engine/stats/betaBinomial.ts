import gammaln from '@stdlib/math-base-special-gammaln';

/**
 * What groups with x_i successes among n_i say together of their true shares θ_i, supposed to scatter as
 * Beta(μM, (1 − μ)M): μ is the mean share, and the larger M, the more alike the groups are. The joint posterior of μ and M
 * stands on a grid; the θ_i are averaged over it, so that not knowing how alike the groups are is part of every answer.
 *
 * Partial pooling: the share of a small group is drawn towards μ, that of a large one stays where it is
 * (`pooledShare`, `chanceHigher`).
 */
export interface BetaBinomialPosterior {
  /** E(μ): what is expected of a group of which nothing is known yet. */
  readonly mean: number;
  /** E(log M). */
  readonly logConcentration: number;
  /** The grid's rows, each of one M: its weight, E(μ | M) and E(μ² | M). Weights add up to 1. */
  readonly rows: {
    readonly concentration: Float64Array;
    readonly weight: Float64Array;
    readonly mean: Float64Array;
    readonly meanSquare: Float64Array;
  };
  /** The grid condensed to fewer nodes, for what is no moment. Weights add up to 1. */
  readonly nodes: {
    readonly weight: Float64Array;
    readonly mean: Float64Array;
    readonly concentration: Float64Array;
  };
}

const NODES = 201;
const [LOWEST_MEAN, HIGHEST_MEAN] = [0.001, 0.999];
const [LOWEST_CONCENTRATION, HIGHEST_CONCENTRATION] = [0.5, 2000];
/** Nodes less probable than the best by e⁻³⁷ are left out: all together they are not 10⁻¹¹ of the whole. */
const REACH = 37;
/** What cells of less weight add to a probability is not seen in its fifth digit. */
const NEGLIGIBLE = 1e-8;
const ROWS_TOGETHER = 5;
/** A share's log-odds scatter by 2/√M about a mean of one half, and by more about others; columns are .069 apart. */
const COLUMNS_TOGETHER = 29;
/** Means less apart than that are one. */
const SAME = 1e-9;

const evenly = (from: number, to: number): Float64Array =>
  Float64Array.from({ length: NODES }, (_, i) => from + ((to - from) * i) / (NODES - 1));
const logit = (p: number): number => Math.log(p / (1 - p));
const MEANS = evenly(logit(LOWEST_MEAN), logit(HIGHEST_MEAN)).map((u) => 1 / (1 + Math.exp(-u)));
const LOG_CONCENTRATIONS = evenly(Math.log(LOWEST_CONCENTRATION), Math.log(HIGHEST_CONCENTRATION));
const CONCENTRATIONS = LOG_CONCENTRATIONS.map(Math.exp);

/**
 * The posterior on 201 × 201 nodes, equally spaced in logit μ (μ from .001 to .999) and log M (M from ½ to 2,000), under
 * the prior (α + β)^−5/2 for α = μM, β = (1 − μ)M, which is uniform in μ and M^−½ (Gelman et al., Bayesian Data
 * Analysis, section 5.3). It exists where the maximum of the likelihood does not: for groups all alike, all without
 * success, or of nobody, which leave the prior as it is.
 *
 * @param successes x_i, whole numbers from 0 to n_i
 * @param trials n_i, whole numbers; a group of 0 changes nothing
 */
export function betaBinomialPosterior(
  successes: ArrayLike<number>,
  trials: ArrayLike<number>,
): BetaBinomialPosterior {
  const [logs, best] = logPosterior(successes, trials);
  const weights = logs.map((log) => Math.exp(log - best));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (let i = 0; i < weights.length; i++) weights[i]! /= total;

  const rows = {
    concentration: CONCENTRATIONS,
    weight: new Float64Array(NODES),
    mean: new Float64Array(NODES),
    meanSquare: new Float64Array(NODES),
  };
  let [mean, logConcentration] = [0, 0];
  for (let row = 0; row < NODES; row++) {
    let [sum, ofMean, ofSquare] = [0, 0, 0];
    for (let k = 0; k < NODES; k++) {
      const weight = weights[row * NODES + k]!;
      sum += weight;
      ofMean += weight * MEANS[k]!;
      ofSquare += weight * MEANS[k]! * MEANS[k]!;
    }
    rows.weight[row] = sum;
    rows.mean[row] = sum > 0 ? ofMean / sum : 0;
    rows.meanSquare[row] = sum > 0 ? ofSquare / sum : 0;
    mean += ofMean;
    logConcentration += sum * LOG_CONCENTRATIONS[row]!;
  }
  return { mean, logConcentration, rows, nodes: condensed(weights) };
}

/**
 * Logarithms of the posterior up to a constant, and the largest of them; −Infinity at nodes out of reach. For one M the
 * posterior is log-concave in μ and hence has one peak: from there each row is followed down to both sides only as far as it
 * counts, which of many large groups is a few nodes.
 */
function logPosterior(
  successes: ArrayLike<number>,
  trials: ArrayLike<number>,
): readonly [Float64Array, number] {
  if (successes.length !== trials.length) throw new RangeError('Each group has successes and trials.');
  const failures = Array.from(trials, (n, i) => n - successes[i]!);
  const [won, lost, all] = [tallied(successes), tallied(failures), tallied(trials)];
  const logs = new Float64Array(NODES * NODES).fill(-Infinity);
  let best = -Infinity;
  let peak = (NODES - 1) / 2;
  for (let row = 0; row < NODES; row++) {
    const concentration = CONCENTRATIONS[row]!;
    const ofRow = -logRising(concentration, all) - LOG_CONCENTRATIONS[row]! / 2;
    const at = (k: number): number => {
      const known = logs[row * NODES + k]!;
      if (known > -Infinity) return known;
      const mu = MEANS[k]!;
      const prior = Math.log(mu * (1 - mu));
      const log =
        ofRow + prior + logRising(mu * concentration, won) + logRising((1 - mu) * concentration, lost);
      logs[row * NODES + k] = log;
      return log;
    };
    while (peak < NODES - 1 && at(peak + 1) > at(peak)) peak++;
    while (peak > 0 && at(peak - 1) > at(peak)) peak--;
    best = Math.max(best, at(peak));
    for (let k = peak + 1; k < NODES && at(k) > best - REACH;) k++;
    for (let k = peak - 1; k >= 0 && at(k) > best - REACH;) k--;
  }
  return [logs, best];
}

/** Counts above nought, each once, rising, and how many groups have at least so many: people share their numbers of deals. */
interface Tally {
  readonly counts: readonly number[];
  readonly groups: readonly number[];
}

function tallied(counts: ArrayLike<number>): Tally {
  const tally = new Map<number, number>();
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!;
    if (!(Number.isSafeInteger(count) && count >= 0))
      throw new RangeError(`Group ${i} has no count: ${count}.`);
    if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
  }
  const rising = [...tally.keys()].sort((a, b) => a - b);
  let left = rising.reduce((sum, count) => sum + tally.get(count)!, 0);
  const groups = rising.map((count) => {
    const atLeast = left;
    left -= tally.get(count)!;
    return atLeast;
  });
  return { counts: rising, groups };
}

/** Σ log(a(a + 1)…(a + count − 1)) over the groups: what two counts have in common is worked out once. */
function logRising(a: number, { counts, groups }: Tally): number {
  let [sum, from] = [0, 0];
  for (let i = 0; i < counts.length; i++) {
    const to = counts[i]!;
    sum += groups[i]! * logProduct(a + from, to - from);
    from = to;
  }
  return sum;
}

/** So many factors below 10⁷ multiply without overflow, and faster than log Γ comes. */
const SHORT = 40;

/** log(first(first + 1)…), so many factors. */
function logProduct(first: number, factors: number): number {
  if (factors > SHORT) return gammaln(first + factors) - gammaln(first);
  let product = 1;
  for (let i = 0; i < factors; i++) product *= first + i;
  return Math.log(product);
}

/**
 * Cells of five rows, 4 % of M apart, and of as many columns as the shares' own scatter for that M blurs anyway. Each is
 * represented by the two nodes (one, if it has but one column) that have its weight and its first three moments of μ, so
 * that no probability changes by more than a few ten-thousandths.
 */
function condensed(weights: Float64Array): BetaBinomialPosterior['nodes'] {
  const nodes: { readonly weight: number; readonly mean: number; readonly concentration: number }[] = [];
  for (let top = 0; top < NODES; top += ROWS_TOGETHER) {
    const bottom = Math.min(NODES, top + ROWS_TOGETHER);
    const columns = Math.max(1, Math.floor(COLUMNS_TOGETHER / Math.sqrt(CONCENTRATIONS[bottom - 1]!)));
    for (let left = 0; left < NODES; left += columns) {
      const right = Math.min(NODES, left + columns);
      let [weight, ofMean, ofLog] = [0, 0, 0];
      for (let row = top; row < bottom; row++)
        for (let k = left; k < right; k++) {
          const w = weights[row * NODES + k]!;
          weight += w;
          ofMean += w * MEANS[k]!;
          ofLog += w * LOG_CONCENTRATIONS[row]!;
        }
      if (weight < NEGLIGIBLE) continue;
      const mean = ofMean / weight;
      let [second, third] = [0, 0];
      for (let row = top; row < bottom; row++)
        for (let k = left; k < right; k++) {
          const gap = MEANS[k]! - mean;
          second += weights[row * NODES + k]! * gap * gap;
          third += weights[row * NODES + k]! * gap * gap * gap;
        }
      const concentration = Math.exp(ofLog / weight);
      const sd = columns > 1 ? Math.sqrt(second / weight) : 0;
      if (sd < SAME) {
        nodes.push({ weight, mean, concentration });
        continue;
      }
      const skew = third / weight / sd ** 3 / 2;
      const reach = Math.hypot(1, skew);
      const below = (weight * (1 + skew / reach)) / 2;
      nodes.push({ weight: below, mean: mean + sd * (skew - reach), concentration });
      nodes.push({ weight: weight - below, mean: mean + sd * (skew + reach), concentration });
    }
  }
  const total = nodes.reduce((sum, { weight }) => sum + weight, 0);
  return {
    weight: Float64Array.from(nodes, ({ weight }) => weight / total),
    mean: Float64Array.from(nodes, ({ mean }) => mean),
    concentration: Float64Array.from(nodes, ({ concentration }) => concentration),
  };
}
