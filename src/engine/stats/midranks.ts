/** Up to so many values counting those below each is faster than sorting. */
const FEW = 48;

/** Position of the first of the sorted values that is not below (or, with `through`, that is above) this one. */
function countBelow(sorted: Float64Array, value: number, through: boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value || (through && sorted[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Ranks from 1; tied values share the mean of the ranks that they take (R: `rank`). A missing value is an error of the caller. */
export function midranks(values: ArrayLike<number>): Float64Array {
  const n = values.length;
  const ranks = new Float64Array(n);
  if (n > FEW) {
    const sorted = Float64Array.from(values).sort();
    for (let i = 0; i < n; i++)
      ranks[i] = (countBelow(sorted, values[i]!, false) + countBelow(sorted, values[i]!, true) + 1) / 2;
    return ranks;
  }
  for (let i = 0; i < n; i++) {
    let twice = 1;
    for (let j = 0; j < n; j++) twice += values[j]! < values[i]! ? 2 : values[j] === values[i] ? 1 : 0;
    ranks[i] = twice / 2;
  }
  return ranks;
}
