import { dot } from './correlation';

/** A column of which the earlier ones leave less than this share is held by them already. */
const HELD = 1e-9;

/**
 * Columns that span the same, each of length 1 and at right angles to the others, by Gram and Schmidt's way done twice, which is
 * enough for rounding (Kahan). One that the earlier ones hold already, or of noughts, is left out: there are as many as the rank.
 */
export function orthonormal(columns: readonly Float64Array[]): readonly Float64Array[] {
  const basis: Float64Array[] = [];
  for (const column of columns) {
    const q = column.slice();
    removeBasis(q, basis);
    removeBasis(q, basis);
    const rest = Math.sqrt(dot(q, q));
    if (rest > HELD * Math.sqrt(dot(column, column))) basis.push(q.map((value) => value / rest));
  }
  return basis;
}

/** Takes orthonormal columns out of the values in place: what a least-squares fit of them leaves. */
export function removeBasis(values: Float64Array, basis: readonly Float64Array[]): void {
  for (const column of basis) {
    let share = 0;
    for (let t = 0; t < values.length; t++) share += values[t]! * column[t]!;
    for (let t = 0; t < values.length; t++) values[t]! -= share * column[t]!;
  }
}

/** Below this share of its spread what a fit leaves is rounding. */
const NOTHING = 1e-10;

/** What a basis leaves of the values, of which the first column is their level; all 0 where that is no more than rounding. */
export function adjusted(values: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const left = values.slice();
  removeBasis(left, basis);
  const whole = values.slice();
  removeBasis(whole, basis.slice(0, 1));
  return dot(left, left) > NOTHING ** 2 * (dot(whole, whole) + NOTHING * dot(values, values))
    ? left
    : left.fill(0);
}
