/** An estimated share with its two-sided interval. Without observations the estimate is null and the interval [0, 1]. */
export interface ProportionInterval {
  readonly estimate: number | null;
  readonly low: number;
  readonly high: number;
}
