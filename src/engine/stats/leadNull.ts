import type { RandomSource } from '../core/random';
import { chooseOrder } from './autoregression';
import type { LeadPair } from './leadPair';
import { dot } from './correlation';
import { removeBasis } from './orthonormal';
import { sum } from './sum';

/** Periods simulated and thrown away, so that a drawn series does not remember that it began at 0. */
const BURN_IN = 20;
const PER_WORD = 2 ** -32;
/** A series drawn with less than this share of the shocks' squares does not vary but for rounding. */
const NOTHING = 1e-18;

/** Draws the greatest |r| that a pair shows by chance. */
function nullPair({ basis, coefficients, mostOrder, innovations, following, window, lags }: LeadPair) {
  const n = basis[0]!.length;
  const m = innovations.length;
  const series = new Float64Array(n + BURN_IN);
  const drawn = series.subarray(BURN_IN);
  const left = new Float64Array(m);
  const gamma = new Float64Array(mostOrder + 1);
  const phi = new Float64Array(mostOrder);
  const mean = sum(innovations) / m;
  const shocks = innovations.map((value) => value - mean);
  const nothing = NOTHING * dot(shocks, shocks);
  const [first, last] = [Math.max(0, window.from), Math.min(window.to, lags - 1)];

  /** An autoregression of the indicator's own shocks, in the order that the words say. */
  function draw(words: Uint32Array): void {
    for (let t = 0; t < series.length; t++) {
      let value = shocks[Math.floor(words[t]! * PER_WORD * m)]!;
      for (let i = 0; i < coefficients.length && i < t; i++) value += coefficients[i]! * series[t - 1 - i]!;
      series[t] = value;
    }
  }

  /** What the adjustment and an autoregression chosen anew leave of it, of the last m periods. */
  function filter(): void {
    removeBasis(drawn, basis);
    for (let lag = 0; lag <= mostOrder; lag++) {
      let product = 0;
      for (let t = lag; t < n; t++) product += drawn[t]! * drawn[t - lag]!;
      gamma[lag] = product / n;
    }
    const p = chooseOrder(gamma, n, mostOrder, phi);
    for (let t = 0; t < m; t++) {
      let value = drawn[n - m + t]!;
      for (let i = 0; i < p; i++) value -= phi[i]! * drawn[n - m + t - 1 - i]!;
      left[t] = value;
    }
  }

  /** The greatest |r| over the window. The rows of `following` have mean 0, so that x need not be centred. */
  function greatest(): number {
    let [total, squares] = [0, 0];
    for (let t = 0; t < m - last; t++) {
      total += left[t]!;
      squares += left[t]! * left[t]!;
    }
    let most = 0;
    for (let lag = last; lag >= first; lag--) {
      const pairs = m - lag;
      if (lag < last) {
        total += left[pairs - 1]!;
        squares += left[pairs - 1]! * left[pairs - 1]!;
      }
      const spread = squares - (total * total) / pairs;
      if (!(spread > nothing)) continue;
      let product = 0;
      for (let t = 0, at = lag * m; t < pairs; t++) product += left[t]! * following[at + t]!;
      const r = Math.abs(product) / Math.sqrt(spread);
      if (r > most) most = r;
    }
    return most;
  }

  return {
    words: series.length,
    next: (words: Uint32Array): number => {
      draw(words);
      filter();
      return greatest();
    },
  };
}

/**
 * The greatest |r| over its window that each pair shows where the indicator has nothing to do with the result, in draws `from` to
 * before `to`: position (b − from) × pairs + j. Each draw rebuilds the indicators from their resampled shocks, takes trend, season
 * and memory out of them again, and correlates with the result as it is. One draw takes the shocks of the same periods for all
 * indicators, so that indicators related to each other are so in the draw too.
 *
 * Every draw has a stream of its own: drawn in parts, by any number of workers, they are the same.
 */
export function nullMaxima(
  pairs: readonly LeadPair[],
  random: RandomSource,
  from: number,
  to: number,
): Float64Array {
  const drawers = pairs.map(nullPair);
  const words = new Uint32Array(drawers.reduce((most, drawer) => Math.max(most, drawer.words), 0));
  const maxima = new Float64Array((to - from) * pairs.length);
  for (let b = from, at = 0; b < to; b++) {
    random.stream(`lead ${b}`).fill(words);
    for (const drawer of drawers) maxima[at++] = drawer.next(words);
  }
  return maxima;
}
