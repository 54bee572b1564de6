/** Tables whose probability differs from the observed one by no more than rounding are as probable (as in R). */
const SAME = 1 + 1e-7;

/**
 * Fisher's exact test of x₁ of n₁ against x₂ of n₂, two-sided: the probability, if both groups had the same share, of a
 * table at most as probable as the one observed, all sums being as they are (R: `fisher.test`). It is 1 where nothing can
 * differ: nobody in a group, no success or nothing else in both. Takes as many steps as there are tables.
 */
export function fisherExact(x1: number, n1: number, x2: number, n2: number): number {
  for (const [x, n] of [
    [x1, n1],
    [x2, n2],
  ] as const)
    if (!(Number.isSafeInteger(x) && Number.isSafeInteger(n) && x >= 0 && x <= n))
      throw new RangeError(`Of ${n} there cannot be ${x}.`);
  const successes = x1 + x2;
  const [least, most] = [Math.max(0, successes - n2), Math.min(n1, successes)];
  /** By how much k + 1 successes in the first group are more probable than k. */
  const ratio = (k: number): number => ((successes - k) * (n1 - k)) / ((k + 1) * (n2 - successes + k + 1));

  // Probabilities are relative to that of the likeliest table: what is next to nothing there adds next to nothing.
  const mode = Math.min(most, Math.max(least, Math.floor(((successes + 1) * (n1 + 1)) / (n1 + n2 + 2))));
  const relative = new Float64Array(most - least + 1);
  relative[mode - least] = 1;
  for (let k = mode; k < most; k++) relative[k + 1 - least] = relative[k - least]! * ratio(k);
  for (let k = mode - 1; k >= least; k--) relative[k - least] = relative[k + 1 - least]! / ratio(k);
  const observed = relative[x1 - least]! * SAME;
  let [all, asExtreme] = [0, 0];
  for (const probability of relative) {
    all += probability;
    if (probability <= observed) asExtreme += probability;
  }
  return Math.min(1, asExtreme / all);
}
