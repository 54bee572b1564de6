/** Sum of two columns of a tally, position by position. */
export const plus = <T extends Int32Array | Float64Array>(a: T, b: T): T => {
  // `slice` of a typed array gives the same kind of array.
  const sum = a.slice() as T;
  for (let i = 0; i < sum.length; i++) sum[i]! += b[i]!;
  return sum;
};
