/** Equal parts of the range in which values are counted first. */
const PARTS = 1024;

/**
 * The values at these ranks (from 0) in ascending order: what sorting would put there. Values are counted into equal parts
 * of their range, and only those of a part that holds a rank are compared with each other: three looks at each value,
 * where comparing them all takes several times as many. Without NaN.
 */
export function valuesAtRanks(values: Float64Array, ranks: readonly number[]): readonly number[] {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const part = new Uint16Array(values.length);
  const count = new Int32Array(PARTS);
  // Of a range too wide or too narrow for that, all lie in the first part.
  const perUnit = PARTS / (high - low);
  for (let i = 0; i < values.length; i++) {
    const at = Math.min(PARTS - 1, ((values[i]! - low) * perUnit) | 0);
    part[i] = at;
    count[at]!++;
  }
  return ranks.map((rank) => {
    let [at, before] = [0, 0];
    while (before + count[at]! <= rank) before += count[at++]!;
    const found = ofPart(values, part, at, count[at]!);
    // Of ties, as many futures in which nothing is won, nothing needs to be compared.
    return isOneValue(found) ? found[0]! : selectInPlace(found, rank - before);
  });
}

function ofPart(values: Float64Array, part: Uint16Array, at: number, count: number): Float64Array {
  const found = new Float64Array(count);
  for (let i = 0, k = 0; k < count; i++) if (part[i] === at) found[k++] = values[i]!;
  return found;
}

function isOneValue(values: Float64Array): boolean {
  let i = 1;
  while (i < values.length && values[i] === values[0]) i++;
  return i >= values.length;
}

/**
 * Puts the k-th smallest (from 0) at position k, with none larger before it and none smaller behind it: Hoare's
 * quickselect, by the middle of three. Takes time in proportion to the length on average, where sorting takes more. Without
 * NaN.
 */
export function selectInPlace(values: Float64Array, k: number): number {
  let [low, high] = [0, values.length - 1];
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
