/** One of a group: how many values, their mean, and the sum of their squared deviations from it. */
export interface GroupValues {
  readonly n: number;
  readonly mean: number;
  readonly squares: number;
}

export interface Credibility {
  /** What all have in common. */
  readonly collective: number;
  /** Variance of the true means between groups, and of values within a group. */
  readonly between: number;
  readonly within: number;
  /** By group: the mean drawn towards the collective one by what chance explains of its distance. */
  readonly means: readonly number[];
}

/**
 * Means of groups drawn towards each other (Bühlmann–Straub credibility): z·mean + (1 − z)·collective with
 * z = n·between ÷ (n·between + within). The largest of many means is large by luck as well; this takes the luck out on
 * average. Without a difference beyond chance, or with too few values to know, all are the collective mean. Groups without
 * values get it too. Units are those of the values.
 *
 * Source: Bühlmann & Straub 1970; R `actuar::cm` (unbiased estimators, collective mean weighted by credibility).
 */
export function credibilityOf(groups: readonly GroupValues[]): Credibility {
  const known = groups.filter(({ n }) => n > 0);
  const total = known.reduce((sum, { n }) => sum + n, 0);
  if (total === 0) return { collective: 0, between: 0, within: 0, means: groups.map(() => 0) };
  const overall = known.reduce((sum, { n, mean }) => sum + n * mean, 0) / total;
  const freedom = total - known.length;
  const within = freedom > 0 ? known.reduce((sum, { squares }) => sum + squares, 0) / freedom : 0;
  const spread = known.reduce((sum, { n, mean }) => sum + n * (mean - overall) ** 2, 0);
  const scale = total - known.reduce((sum, { n }) => sum + n * n, 0) / total;
  // One value each tells nothing of chance, and one group nothing of differences.
  const between = freedom > 0 && scale > 0 ? Math.max(0, (spread - (known.length - 1) * within) / scale) : 0;
  const weight = ({ n }: GroupValues): number =>
    n === 0 || between === 0 ? 0 : (n * between) / (n * between + within);
  const weights = groups.map(weight);
  const sum = weights.reduce((a, b) => a + b, 0);
  const collective =
    sum > 0 ? groups.reduce((all, { mean }, i) => all + weights[i]! * mean, 0) / sum : overall;
  return {
    collective,
    between,
    within,
    means: groups.map(({ mean }, i) => collective + weights[i]! * (mean - collective)),
  };
}
