/** A probability this close to 1 is 1 up to rounding: no count of rows that fits in memory comes nearer. */
const ONE = 1 - 1e-12;

/**
 * The log-log interval of a probability from its standard error, `reach` standard errors to either side (R:
 * `conf.type = "log-log"`): symmetric for log(−log p), hence never outside (0, 1) and good for few observations.
 * Undefined at 0 and 1: NaN.
 */
export function logLogLimits(p: number, standardError: number, reach: number): readonly [number, number] {
  if (!(p > 0 && p < ONE)) return [NaN, NaN];
  const log = Math.log(p);
  const width = Math.exp((reach * standardError) / (p * -log));
  return [Math.exp(log * width), Math.exp(log / width)];
}
