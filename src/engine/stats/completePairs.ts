/** Both values of each pair of which neither is missing (NaN), in their order. */
export function completePairs(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): { readonly n: number; readonly x: Float64Array; readonly y: Float64Array } {
  const [ofX, ofY] = [new Float64Array(x.length), new Float64Array(x.length)];
  let n = 0;
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(x[i]) || Number.isNaN(y[i])) continue;
    ofX[n] = x[i]!;
    ofY[n++] = y[i]!;
  }
  return { n, x: ofX.subarray(0, n), y: ofY.subarray(0, n) };
}
