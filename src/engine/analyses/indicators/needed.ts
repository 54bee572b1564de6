import type { LeadLine } from './finding';

/**
 * How much of an indicator goes with the target of a result: the line turned round. `scale` says how many usual periods the two
 * periods are, that of the result and that in which the indicator is done. Nothing where the line already begins above the target.
 */
export const neededFor = (
  { intercept, slope }: Pick<LeadLine, 'intercept' | 'slope'>,
  target: number,
  scale: { readonly result: number; readonly indicator: number },
): number => Math.max(0, ((target / scale.result - intercept) / slope) * scale.indicator);
