import { pieceAt, type PayoutCurve } from './payoutCurve';

/**
 * Many curves over one attainment, cut at the boundaries of all of them: one search finds the cell, then each curve is
 * one multiplication and one addition. `coefficients` holds base and slope of every curve, cell by cell.
 */
export interface MergedCurves {
  readonly curves: number;
  /** Where each cell begins; ends with Infinity. */
  readonly from: Float64Array;
  readonly coefficients: Float64Array;
  /** The first cell of each bucket of attainment, `perUnit` buckets to 100 %; the last bucket is open-ended. */
  readonly buckets: Uint16Array;
  readonly perUnit: number;
}

/** Buckets: fine enough that a cell is mostly found at once, small enough to stay in the nearest cache. */
const BUCKETS = 256;

export function mergeCurves(curves: readonly PayoutCurve[]): MergedCurves {
  const starts = [...new Set([0, ...curves.flatMap((curve) => curve.from)])].sort((a, b) => a - b);
  const coefficients = new Float64Array(starts.length * curves.length * 2);
  starts.forEach((start, cell) =>
    curves.forEach((curve, k) => {
      const piece = pieceAt(curve, start);
      const at = 2 * (cell * curves.length + k);
      coefficients[at] = curve.base[piece]!;
      coefficients[at + 1] = curve.slope[piece]!;
    }),
  );
  const last = starts[starts.length - 1]!;
  const perUnit = last > 0 ? (BUCKETS - 1) / last : 0;
  const from = Float64Array.from([...starts, Infinity]);
  const buckets = new Uint16Array(BUCKETS);
  for (let b = 0, cell = 0; b < BUCKETS; b++) {
    // The bucket of an attainment is computed with rounding: one bucket earlier is surely not too late.
    while (cell + 1 < starts.length && starts[cell + 1]! * perUnit <= b - 1) cell++;
    buckets[b] = cell;
  }
  return { curves: curves.length, from, coefficients, buckets, perUnit };
}

/** The cell of an attainment that is not negative. */
export function cellAt({ from, buckets, perUnit }: MergedCurves, attainment: number): number {
  let cell = buckets[Math.min(BUCKETS - 1, attainment * perUnit) | 0]!;
  while (attainment >= from[cell + 1]!) cell++;
  return cell;
}
