import { dot } from './correlation';
import { fUpperTail } from './fDistribution';
import { commonStretch } from './leadPair';
import { orthonormal, removeBasis } from './orthonormal';

export interface GrangerTest {
  readonly order: number;
  readonly f: number;
  /** Degrees of freedom: the lags of x, and what is left. */
  readonly between: number;
  readonly within: number;
  readonly p: number;
}

/** Below this share of the result's squares nothing is left to explain but rounding. */
const NOTHING = 1e-20;

/**
 * Granger's F test: do the last `order` values of x say anything of y that y's own last `order` values do not? (R:
 * `lmtest::grangertest(y ~ x, order)`; statsmodels: `grangercausalitytests`, ssr F.) A lead of k periods is seen only with an order of k
 * or more.
 *
 * It presumes that neither series has a trend or a season left, looks at no lag by itself, and knows nothing of how many
 * indicators were tried: a supporting word, not the test of a lead. The longest stretch without a gap is used. Null where it is too
 * short, or where y's own past explains all.
 */
export function grangerTest(x: Float64Array, y: Float64Array, order: number): GrangerTest | null {
  const [from, to] = commonStretch(x, y);
  const n = to - from - order;
  const within = n - 2 * order - 1;
  if (order < 1 || within < 1) return null;
  const past = (values: Float64Array): Float64Array[] =>
    Array.from({ length: order }, (_, lag) =>
      values.slice(from + order - 1 - lag, from + order - 1 - lag + n),
    );
  const left = (columns: readonly Float64Array[]) => {
    const basis = orthonormal(columns);
    const rest = y.slice(from + order, to);
    removeBasis(rest, basis);
    return { rank: basis.length, squares: dot(rest, rest) };
  };
  const level = new Float64Array(n).fill(1);
  const own = left([level, ...past(y)]);
  const both = left([level, ...past(y), ...past(x)]);
  const now = y.subarray(from + order, to);
  if (both.rank < 2 * order + 1 || !(both.squares > NOTHING * dot(now, now))) return null;
  const f = Math.max(0, own.squares - both.squares) / order / (both.squares / within);
  return { order, f, between: order, within, p: fUpperTail(f, order, within) };
}
