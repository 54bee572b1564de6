export interface Gini {
  /** 0: all equal; (n − 1)/n: one has all. Above 1 is possible where some are negative. */
  readonly gini: number;
  /** × n/(n − 1): 1 where one of few has all; null for one value. */
  readonly corrected: number | null;
  /** Some value is negative, so that the number has no upper limit and is a doubtful measure. */
  readonly hasNegative: boolean;
}

/**
 * Gini's coefficient Σ(2i − n − 1)x_i / (nΣx) over ascending values: half the mean difference of two, as a share of the
 * mean. Null where the total is not positive. Source: Gini 1912; checked against numpy in
 * test/reference/comp_fairness_rounding.json.
 */
export function giniOf(values: readonly number[]): Gini | null {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  const total = sorted.reduce((sum, x) => sum + x, 0);
  if (!(total > 0)) return null;
  const gini = sorted.reduce((sum, x, i) => sum + (2 * (i + 1) - n - 1) * x, 0) / (n * total);
  return { gini, corrected: n > 1 ? (gini * n) / (n - 1) : null, hasNegative: sorted[0]! < 0 };
}
