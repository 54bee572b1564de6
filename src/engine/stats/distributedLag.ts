import { dot } from './correlation';
import { sum } from './sum';
import { symmetricEigen } from './symmetricEigen';

export interface DistributedLag {
  /** Periods with a value of the result and of all lags. */
  readonly n: number;
  readonly lambda: number;
  readonly intercept: number;
  /** Position k: by how much y changes with one more of x k periods before, the other lags the same. */
  readonly byLag: Float64Array;
  /** Per period, where a trend was asked for. */
  readonly trend: number | null;
  /** As many parameters as the shrunken ones are worth, the intercept included. */
  readonly effective: number;
  /** Generalized cross-validation n·RSS ÷ (n − effective)²: about the squared error of a forecast. */
  readonly gcv: number;
}

/** λ looked at, in parts of n − 1, which is the squares of a standardized column. */
const GRID = Array.from({ length: 61 }, (_, i) => 10 ** (-4 + i / 10));
/** An eigenvalue below this share of the greatest is rounding: that direction does not exist. */
const NOTHING = 1e-12;

/** Columns: x at lags 0 to `mostLag`, then the number of the period if asked for; rows of which nothing is missing. */
function rowsOf(x: Float64Array, y: Float64Array, mostLag: number, trend: boolean) {
  const width = mostLag + 1 + (trend ? 1 : 0);
  const columns = Array.from({ length: width }, (): number[] => []);
  const result: number[] = [];
  for (let t = mostLag; t < y.length; t++) {
    const row = Array.from({ length: mostLag + 1 }, (_, lag) => x[t - lag]!);
    if (Number.isNaN(y[t]) || row.some(Number.isNaN)) continue;
    if (trend) row.push(t + 1);
    row.forEach((value, c) => columns[c]!.push(value));
    result.push(y[t]!);
  }
  return { columns: columns.map((column) => Float64Array.from(column)), result: Float64Array.from(result) };
}

/**
 * How the effect of an indicator on a result spreads over the lags 0 to `mostLag` together, by ridge regression (Hoerl and Kennard
 * 1970): a plain regression on neighbouring lags of one series swings wildly, and this draws it together. Columns are standardized
 * with n − 1 before; λ is the one of least generalized cross-validation (Golub, Heath and Wahba 1979), or the one given, and 0 is
 * least squares.
 *
 * For seeing the shape of a lead, not whether there is one. Null where there are no more rows than columns, or nothing varies.
 */
export function distributedLag(
  x: Float64Array,
  y: Float64Array,
  mostLag: number,
  { trend = false, lambda }: { readonly trend?: boolean; readonly lambda?: number } = {},
): DistributedLag | null {
  const { columns, result } = rowsOf(x, y, mostLag, trend);
  const [n, width] = [result.length, columns.length];
  if (n <= width + 1) return null;
  const means = columns.map((column) => sum(column) / n);
  const deviations = columns.map((column, c) => column.map((value) => value - means[c]!));
  const sds = deviations.map((column) => Math.sqrt(dot(column, column) / (n - 1)));
  if (sds.some((sd, c) => !(sd > NOTHING * Math.abs(means[c]!)))) return null;
  const z = deviations.map((column, c) => column.map((value) => value / sds[c]!));
  const meanY = sum(result) / n;
  const centred = result.map((value) => value - meanY);
  const { values, vectors } = symmetricEigen(
    Float64Array.from(z.flatMap((a) => z.map((b) => dot(a, b)))),
    width,
  );
  const products = z.map((column) => dot(column, centred));
  /** Of the result, along each eigenvector. */
  const along = values.map((_, j) =>
    products.reduce((total, p, i) => total + vectors[i * width + j]! * p, 0),
  );
  const floor = NOTHING * Math.max(...values);

  function fit(penalty: number): DistributedLag {
    const kept = values.map((value) => (value + penalty > floor ? 1 / (value + penalty) : 0));
    const beta = z.map((_, i) =>
      along.reduce((total, a, j) => total + vectors[i * width + j]! * kept[j]! * a, 0),
    );
    const effective = 1 + values.reduce((total, value, j) => total + value * kept[j]!, 0);
    let squares = 0;
    for (let t = 0; t < n; t++)
      squares += (centred[t]! - beta.reduce((total, b, c) => total + b * z[c]![t]!, 0)) ** 2;
    const raw = beta.map((b, c) => b / sds[c]!);
    return {
      n,
      lambda: penalty,
      intercept: meanY - raw.reduce((total, b, c) => total + b * means[c]!, 0),
      byLag: Float64Array.from(raw.slice(0, mostLag + 1)),
      trend: trend ? raw.at(-1)! : null,
      effective,
      gcv: (n * squares) / (n - effective) ** 2,
    };
  }
  if (lambda !== undefined) return fit(lambda);
  return GRID.map((share) => fit(share * (n - 1))).reduce((best, other) =>
    other.gcv <= best.gcv ? other : best,
  );
}
