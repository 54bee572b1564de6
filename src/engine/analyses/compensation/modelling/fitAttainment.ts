import type { AttainmentModel } from './attainment';

/** Below so many person-years a curve would be guessed: the values themselves are drawn again (bootstrap). */
const FEW_PERSON_YEARS = 12;

/**
 * The spread of attainment from history, one value a person and year. At least twelve: a lognormal with a point mass at
 * zero (people who sold nothing, or less); μ and σ are mean and standard deviation (n − 1) of the logarithms of the
 * others. Fewer, or fewer than two that are not zero: the values themselves. None: null.
 */
export function fitAttainment(values: readonly number[]): AttainmentModel | null {
  const known = values.filter(Number.isFinite).map((a) => Math.max(0, a));
  if (known.length === 0) return null;
  const logs = known.filter((a) => a > 0).map(Math.log);
  if (known.length < FEW_PERSON_YEARS || logs.length < 2) return { kind: 'observed', values: known };
  const mu = logs.reduce((sum, x) => sum + x, 0) / logs.length;
  const sigma = Math.sqrt(logs.reduce((sum, x) => sum + (x - mu) ** 2, 0) / (logs.length - 1));
  return { kind: 'lognormal', distribution: { zero: 1 - logs.length / known.length, mu, sigma } };
}
