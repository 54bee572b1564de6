/** An estimated share with its two-sided interval. Without observations the estimate is null and the interval [0, 1]. */
export interface ProportionInterval {
  readonly estimate: number | null;
  readonly low: number;
  readonly high: number;
}

/** Gives the interval of x successes among n at a confidence between 0 and 1. */
export type ProportionMethod = (x: number, n: number, confidence: number) => ProportionInterval;

/** A method from its two limits for 0 ≤ x ≤ n, n > 0, with the rule for n = 0 that all methods share. */
export const proportionMethod =
  (limits: (x: number, n: number, confidence: number) => readonly [number, number]): ProportionMethod =>
  (x, n, confidence) => {
    if (!(x >= 0 && x <= n)) throw new RangeError(`Of ${n} there cannot be ${x}.`);
    if (!(confidence > 0 && confidence < 1))
      throw new RangeError(`A confidence lies between 0 and 1: ${confidence}.`);
    if (n === 0) return { estimate: null, low: 0, high: 1 };
    const [low, high] = limits(x, n, confidence);
    return { estimate: x / n, low, high };
  };
