/**
 * Middle value of the positive numbers (the lower of two), NaN when there are none. In linear time: positive doubles are
 * ordered like their upper 16 bits, so a histogram over those finds the bin of the middle and only that bin is sorted.
 */
export function medianOfPositive(values: Float64Array): number {
  const halves = new Uint16Array(values.buffer, values.byteOffset, values.length * 4);
  // Which of the four 16-bit pieces is the upper one depends on the machine.
  const upper = new Uint16Array(new Float64Array([1]).buffer)[3] === 0x3ff0 ? 3 : 0;
  const bins = new Uint32Array(32768);
  let count = 0;
  for (let i = 0; i < values.length; i++)
    if (values[i]! > 0) {
      bins[halves[i * 4 + upper]!]!++;
      count++;
    }
  if (count === 0) return NaN;
  let rank = (count - 1) >> 1;
  let bin = 0;
  while (rank >= bins[bin]!) rank -= bins[bin++]!;
  const inBin = new Float64Array(bins[bin]!);
  let next = 0;
  for (let i = 0; i < values.length; i++)
    if (values[i]! > 0 && halves[i * 4 + upper] === bin) inBin[next++] = values[i]!;
  return inBin.sort()[rank]!;
}
