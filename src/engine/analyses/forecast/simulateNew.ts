import type { RandomSource } from '../../core/random';
import { bootstrapSums } from '../../stats/bootstrapSums';
import type { CountModel } from '../../stats/countModel';
import type { FactorDraws } from '../../stats/factorDraws';
import { gammaDraw } from '../../stats/gammaDraws';
import type { NewDeals } from '../../stats/newPipeline';
import { normalLowerTail, normalQuantile } from '../../stats/normal';
import { poissonQuantile } from '../../stats/poissonQuantile';
import { noTotals, type SimulatedTotals } from '../../stats/simulateEvents';

/** What is not known of the mean number of new deals a month: the shape of a gamma with mean 1. */
function certaintyOfMean({ periods, mean, variance }: CountModel): number {
  // Poisson's own variance where the sample shows none.
  const spread = Math.max(mean, variance ?? mean);
  return (periods * mean * mean) / spread;
}

/**
 * Wins of deals that do not exist yet, by period and draw. Counts are Poisson given what makes a month good: the error
 * of the mean, the gamma of the negative binomial for each month of creation, and the common factor, which moves the win
 * rate of new deals as it moves that of open ones. Amounts are bootstrapped from those won before.
 *
 * Each period and draw has its own numbers, so that more or fewer wins in a scenario begin with the same amounts.
 */
export function simulateNew(
  { rate, wonIn, size }: NewDeals,
  counts: CountModel,
  amounts: Float64Array,
  factors: FactorDraws,
  random: RandomSource,
): SimulatedTotals {
  const { draws } = factors;
  const periods = rate.length;
  const totals = noTotals(draws, periods);
  if (!rate.some((r) => r > 0)) return totals;
  const shape = certaintyOfMean(counts);
  const ofMean = random.stream('mean');
  const ofMonth = random.stream('months');
  const level = new Float64Array(draws);
  for (let d = 0; d < draws; d++) level[d] = gammaDraw(shape, ofMean) / shape;
  const wins = winFactor(wonIn, factors);
  for (let d = 0; d < draws; d++) level[d]! *= wins[d]!;
  const busy = new Float64Array(periods * draws).fill(1);
  if (size !== Infinity) for (let at = 0; at < busy.length; at++) busy[at] = gammaDraw(size, ofMonth) / size;
  const { sum } = bootstrapSums(amounts, random);
  const words = new Uint32Array(2 * draws);
  for (let m = 0; m < periods; m++) {
    random.stream(`period|${m}`).fill(words);
    for (let d = 0; d < draws; d++) {
      let mean = 0;
      for (let j = 0; j <= m; j++) mean += rate[j]! * wonIn[j]![m]! * busy[j * draws + d]!;
      const count = poissonQuantile(mean * level[d]!, (words[2 * d]! + 0.5) / 2 ** 32);
      if (count === 0) continue;
      totals.happened[m * draws + d] = count;
      totals.amount[m * draws + d] = sum(count, words[2 * d + 1]!);
    }
  }
  return totals;
}

/** By draw: the win rate of new deals given the factor of all stages together ÷ its mean. */
function winFactor(wonIn: NewDeals['wonIn'], { rho, groups, draws }: FactorDraws): Float64Array {
  const { spread, draw, factor } = groups.at(-1)!;
  const p = Math.min(1, Math.max(0, ...wonIn.map((shares) => shares.reduce((a, b) => a + b, 0))));
  const found = new Float64Array(draws).fill(1);
  if (p <= 0 || p >= 1) return found;
  const threshold = Math.sqrt(1 + spread * spread) * normalQuantile(p);
  const scale = 1 / Math.sqrt(1 - rho);
  for (let at = 0; at < draws; at++)
    found[draw[at]!] = normalLowerTail((threshold - factor[at]!) * scale) / p;
  return found;
}
