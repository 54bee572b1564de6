/**
 * A cumulative curve over whole days, at a day between two of them. Day 0 is one that is over: nothing has happened the
 * day before it, and after its last day the curve stays as it is.
 */
export function interpolated(curve: Float64Array, day: number): number {
  const whole = Math.floor(day);
  if (whole + 1 >= curve.length) return curve[curve.length - 1] ?? 0;
  const before = whole < 0 ? 0 : curve[whole]!;
  const after = whole + 1 < 0 ? 0 : curve[whole + 1]!;
  return before + (day - whole) * (after - before);
}
