/** What differs by less is the same but for rounding. */
const SAME = 1e-12;

/**
 * The p-value of a statistic against the greatest of all that were looked at, drawn where nothing is related (Westfall and
 * Young 1993, single step max-T): (1 + draws at least as high) ÷ (1 + draws). It holds however many were looked at and however
 * related they are, and is never 0.
 */
export function maxP(observed: number, greatest: ArrayLike<number>): number {
  let asHigh = 0;
  for (let b = 0; b < greatest.length; b++) if (greatest[b]! >= observed - SAME) asHigh++;
  return (1 + asHigh) / (1 + greatest.length);
}

/** The greatest of each row of `width` values. */
export function rowMaxima(values: Float64Array, width: number): Float64Array {
  return Float64Array.from({ length: width === 0 ? 0 : values.length / width }, (_, row) => {
    let most = 0;
    for (let k = row * width; k < (row + 1) * width; k++) if (values[k]! > most) most = values[k]!;
    return most;
  });
}
