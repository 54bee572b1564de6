/**
 * How many of independent events happen: position k is P(exactly k), by adding one event after the other (Hong 2013,
 * the direct convolution; exact but for rounding). Checked against R PoissonBinomial 1.2.5.
 */
export function poissonBinomial(probabilities: ArrayLike<number>): Float64Array {
  const mass = new Float64Array(probabilities.length + 1);
  mass[0] = 1;
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i]!;
    for (let k = i + 1; k > 0; k--) mass[k] = mass[k]! * (1 - p) + mass[k - 1]! * p;
    mass[0]! *= 1 - p;
  }
  return mass;
}
