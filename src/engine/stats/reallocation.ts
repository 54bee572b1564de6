import type { RandomSource } from '../core/random';
import { sum } from './sum';

/**
 * Deals all successes out again over groups of the given sizes, each place being as likely: what the groups would look like
 * if they had the same share (a draw of the multivariate hypergeometric distribution). Returns a function that fills and
 * returns one array of its own with a new draw.
 */
export function reallocation(
  successes: number,
  trials: ArrayLike<number>,
  random: RandomSource,
): () => Float64Array {
  const total = sum(trials);
  const logFactorial = new Float64Array(total + 1);
  for (let k = 2; k <= total; k++) logFactorial[k] = logFactorial[k - 1]! + Math.log(k);
  const drawn = new Float64Array(trials.length);
  return () => {
    let [left, places] = [successes, total];
    for (let i = 0; i < trials.length; i++) {
      const size = trials[i]!;
      drawn[i] = hypergeometric(left, size, places - size, logFactorial, random.next());
      left -= drawn[i]!;
      places -= size;
    }
    return drawn;
  };
}

/**
 * How many of `drawn` places lie among the first `size` of size + rest, by inversion: probabilities are taken off u from the
 * likeliest number outwards, so that it takes about as many steps as the standard deviation.
 */
function hypergeometric(
  drawn: number,
  size: number,
  rest: number,
  logFactorial: Float64Array,
  u: number,
): number {
  const [least, most] = [Math.max(0, drawn - rest), Math.min(size, drawn)];
  if (least === most) return least;
  const mode = Math.min(most, Math.max(least, Math.floor(((drawn + 1) * (size + 1)) / (size + rest + 2))));
  const choose = (n: number, k: number): number => logFactorial[n]! - logFactorial[k]! - logFactorial[n - k]!;
  let up = Math.exp(choose(size, mode) + choose(rest, drawn - mode) - choose(size + rest, drawn));
  let down = up;
  u -= up;
  if (u < 0) return mode;
  for (let [above, below] = [mode, mode]; above < most || below > least;) {
    if (above < most) {
      up *= ((drawn - above) * (size - above)) / ((above + 1) * (rest - drawn + above + 1));
      u -= up;
      above++;
      if (u < 0) return above;
    }
    if (below > least) {
      down *= (below * (rest - drawn + below)) / ((drawn - below + 1) * (size - below + 1));
      u -= down;
      below--;
      if (u < 0) return below;
    }
  }
  // Rounding left a little of u over.
  return mode;
}
