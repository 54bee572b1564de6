/**
 * Puts the k-th smallest (from 0) of `values[from]` to `values[to − 1]` at position k, with none larger before it and none
 * smaller behind it: Hoare's quickselect, by the middle of three. Takes time in proportion to the length on average, where
 * sorting takes more. Positions count from the array's beginning; without NaN.
 */
export function selectInPlace(values: Float64Array, k: number, from = 0, to = values.length): number {
  let [low, high] = [from, to - 1];
  while (low < high) {
    const pivot = middle(values[low]!, values[(low + high) >> 1]!, values[high]!);
    let [i, j] = [low, high];
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const held = values[i]!;
      values[i++] = values[j]!;
      values[j--] = held;
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else break;
  }
  return values[k]!;
}

const middle = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
