/** What a search for f(x) = target between two bounds found. */
export type Solution =
  | { readonly found: 'solution'; readonly x: number; readonly y: number }
  /** The target lies beyond what f gives at this bound, the nearest. */
  | { readonly found: 'outOfReach'; readonly x: number; readonly y: number }
  /** f rises and falls between the bounds, so that one answer would be one among several. */
  | { readonly found: 'notMonotone'; readonly risesAt: number; readonly fallsAt: number };

export interface SolveOptions {
  /** |f(x) − target| at which the search is over. */
  readonly tolerance: number;
  /** Intervals looked at for the direction of f; a bump between two of these points is not seen. */
  readonly steps?: number;
}

/** Halvings after which two neighbouring doubles are reached from any bounds. */
const HALVINGS = 1100;
/** Below this share of the range of f a step is rounding, not a change of direction. */
const FLAT = 1e-12;

/**
 * The x between `low` and `high` with f(x) = target, by bisection, for an f that only rises or only falls; flat stretches
 * are allowed. Where f jumps over the target, x is the place of the jump and y the value on the side nearer to the target.
 */
export function solveMonotone(
  f: (x: number) => number,
  target: number,
  low: number,
  high: number,
  { tolerance, steps = 64 }: SolveOptions,
): Solution {
  const xs = Array.from({ length: steps + 1 }, (_, i) =>
    i === steps ? high : low + ((high - low) * i) / steps,
  );
  const ys = xs.map(f);
  const smallest = FLAT * (Math.max(...ys) - Math.min(...ys));
  const direction = (sign: 1 | -1): number =>
    xs.findIndex((_, i) => i > 0 && sign * (ys[i]! - ys[i - 1]!) > smallest);
  const [rises, falls] = [direction(1), direction(-1)];
  if (rises > 0 && falls > 0) return { found: 'notMonotone', risesAt: xs[rises]!, fallsAt: xs[falls]! };
  const sign = falls > 0 ? -1 : 1;
  const short = (y: number): number => sign * (target - y);
  const [first, last] = [ys[0]!, ys[steps]!];
  if (short(first) < -tolerance) return { found: 'outOfReach', x: low, y: first };
  if (short(last) > tolerance) return { found: 'outOfReach', x: high, y: last };

  // Invariant: at `a` f falls short of the target or meets it, at `b` it meets it or goes beyond.
  const beyond = ys.findIndex((y) => short(y) < 0);
  const from = beyond < 0 ? steps : Math.max(0, beyond - 1);
  let [a, b] = [xs[from]!, xs[Math.min(from + 1, steps)]!];
  let [ya, yb] = [ys[from]!, ys[Math.min(from + 1, steps)]!];
  for (let i = 0; i < HALVINGS; i++) {
    if (Math.abs(ya - target) <= tolerance) return { found: 'solution', x: a, y: ya };
    if (Math.abs(yb - target) <= tolerance) return { found: 'solution', x: b, y: yb };
    const middle = a + (b - a) / 2;
    if (middle <= a || middle >= b) break;
    const y = f(middle);
    if (short(y) > 0) [a, ya] = [middle, y];
    else [b, yb] = [middle, y];
  }
  return Math.abs(ya - target) <= Math.abs(yb - target)
    ? { found: 'solution', x: a, y: ya }
    : { found: 'solution', x: b, y: yb };
}
