/** A pivot that is smaller than this share of its variance is nought up to rounding. */
const NOUGHT = 1e-9;

/**
 * zᵀV⁻z for a variance matrix V (symmetric, positive semidefinite) of z, with the number of independent directions in it:
 * the statistic and degrees of freedom of a χ² test of "all of z is 0". Directions without variance, such as that of a
 * group in which nothing can happen, are left out.
 */
export function quadraticForm(
  z: ArrayLike<number>,
  variance: readonly Float64Array[],
): { readonly statistic: number; readonly rank: number } {
  const size = z.length;
  const rest = variance.map((row) => Float64Array.from(row));
  const left = Float64Array.from(z);
  let [statistic, rank] = [0, 0];
  // Cholesky's elimination, one direction after the other.
  for (let i = 0; i < size; i++) {
    const pivot = rest[i]![i]!;
    if (!(pivot > NOUGHT * variance[i]![i]!)) continue;
    statistic += (left[i]! * left[i]!) / pivot;
    rank++;
    for (let j = i + 1; j < size; j++) {
      const factor = rest[j]![i]! / pivot;
      left[j]! -= factor * left[i]!;
      for (let k = i + 1; k <= j; k++) rest[j]![k]! -= factor * rest[k]![i]!;
    }
  }
  return { statistic, rank };
}
