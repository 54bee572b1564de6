/** Below so many the counts cost more than they save. */
const FEW = 1000;
/** From so many on wide digits pay: half as many passes, through 65,536 places each. */
const MANY = 30_000;

/**
 * Sorts times (0 or more, no NaN) ascending; the result may be the array given, which is used up either way. The bits of
 * such doubles, read as whole numbers, have the order of the doubles: a radix sort, digit by digit from the lowest, needs no
 * comparisons and takes a fifth of the time of the sort that typed arrays come with.
 */
export function sortTimes(times: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const n = times.length;
  if (n < FEW) return times.sort();
  const Digits = n < MANY ? Uint8Array : Uint16Array;
  const perTime = 8 / Digits.BYTES_PER_ELEMENT;
  const values = 1 << (8 * Digits.BYTES_PER_ELEMENT);
  let [from, to] = [times, new Float64Array(n)];
  const place = new Int32Array(values);
  for (let pass = 0; pass < perTime; pass++) {
    const digits = new Digits(from.buffer, from.byteOffset, perTime * n);
    const first = LOWEST_FIRST ? pass : perTime - 1 - pass;
    place.fill(0);
    for (let i = 0, at = first; i < n; i++, at += perTime) place[digits[at]!]!++;
    // Whole and half days have the lower digits all alike.
    if (place[digits[first]!] === n) continue;
    let before = 0;
    for (let value = 0; value < values; value++) {
      const count = place[value]!;
      place[value] = before;
      before += count;
    }
    for (let i = 0, at = first; i < n; i++, at += perTime) to[place[digits[at]!]!++] = from[i]!;
    [from, to] = [to, from];
  }
  return from;
}

/** Whether the lowest digit of a number stands first in memory. */
const LOWEST_FIRST = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
