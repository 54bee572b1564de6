import { autocorrelations } from './autocorrelation';

/** No fewer than three pairs have a p-value. */
const LEAST = 3;

/**
 * How many independent pairs two series with memory are worth (Bartlett 1946): n ÷ (1 + 2·Σ (1 − j/n)·r_x(j)·r_y(j)) over the
 * lags j up to a quarter of n, no fewer than 3 and no more than n. Series that both wander slowly pair many months and hold few facts.
 *
 * An explanation of why a high r may mean little; the test of a lead is the bootstrap (`leadTest`). `x` and `y` are pairs in
 * the order of time; a pair with a gap is no pair, but keeps its place.
 */
export function effectivePairs(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const gap = Float64Array.from(x, (value, i) => value + y[i]!);
  const n = gap.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0);
  const most = Math.min(n - 2, Math.floor(n / 4));
  if (most < 1) return n;
  const paired = (values: ArrayLike<number>): Float64Array | undefined =>
    autocorrelations(
      gap.map((value, i) => (Number.isNaN(value) ? NaN : values[i]!)),
      most,
    );
  const [ofX, ofY] = [paired(x), paired(y)];
  if (!ofX || !ofY) return n;
  let together = 1;
  for (let j = 1; j <= most; j++) together += 2 * (1 - j / n) * ofX[j]! * ofY[j]!;
  // Nought or less where the memories of both go against each other: then all pairs count.
  return together > 0 ? Math.max(Math.min(LEAST, n), Math.min(n, n / together)) : n;
}
