import { chiSquareUpperTail } from './chiSquareDistribution';
import { tTwoSided, tUpperQuantile } from './studentT';

export interface OwnCorrelation {
  /** Null where a person's series has none. */
  readonly r: number | null;
  /** Pairs behind it. */
  readonly n: number;
}

export interface PooledCorrelation {
  /** How many have a correlation of at least four pairs; the others are left out. */
  readonly people: number;
  /** Of the average person, back from Fisher's z. */
  readonly r: number;
  /** Null for one person, whose difference from others nobody knows. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly p: number | null;
  /** On the scale of z, as are the errors. */
  readonly z: number;
  /** By DerSimonian and Laird; and by Hartung and Knapp, from how much the people really differ (null for one). */
  readonly error: number;
  readonly hartungKnappError: number | null;
  /** Variance of the people's own correlations about their mean, beyond chance. */
  readonly tau2: number;
  /** Cochran's Q with its p-value: does one correlation hold for all? */
  readonly q: number;
  readonly qP: number;
  /** Share of the differences among people that is not chance, 0 to 1. */
  readonly i2: number;
}

/** One pair fewer and Fisher's z has no variance. */
const LEAST_PAIRS = 4;
/** A correlation of ±1 has no z. */
const MOST_R = 0.9999;

/**
 * The correlation of the average person, where people may differ (R: `metafor::rma(atanh(r), 1/(n−3), method = "DL", test =
 * "knha")`): each person's Fisher z weighs by its pairs and by how much people differ (DerSimonian and Laird 1986).
 *
 * The interval and p take the larger of both errors with Student's t: Hartung and Knapp's alone is far too small where a few
 * people agree by chance (Röver, Knapp and Friede 2015, BMC Medical Research Methodology 15:99). Null without anyone.
 */
export function pooledCorrelation(
  people: readonly OwnCorrelation[],
  confidence: number,
): PooledCorrelation | null {
  const known = people.flatMap(({ r, n }) =>
    r === null || n < LEAST_PAIRS
      ? []
      : [{ z: Math.atanh(Math.max(-MOST_R, Math.min(MOST_R, r))), weight: n - 3 }],
  );
  const k = known.length;
  if (k === 0) return null;
  const total = (f: (one: (typeof known)[number]) => number): number =>
    known.reduce((sum, one) => sum + f(one), 0);

  const weights = total(({ weight }) => weight);
  const common = total(({ z, weight }) => weight * z) / weights;
  // One person differs from nobody, and rounding is no difference.
  const q = k > 1 ? total(({ z, weight }) => weight * (z - common) ** 2) : 0;
  const scale = weights - total(({ weight }) => weight * weight) / weights;
  const tau2 = scale > 0 ? Math.max(0, (q - (k - 1)) / scale) : 0;

  const random = (weight: number): number => 1 / (1 / weight + tau2);
  const randomWeights = total(({ weight }) => random(weight));
  const z = total((one) => random(one.weight) * one.z) / randomWeights;
  const error = Math.sqrt(1 / randomWeights);
  const seen = total((one) => random(one.weight) * (one.z - z) ** 2);
  const hartungKnappError = k > 1 ? error * Math.sqrt(seen / (k - 1)) : null;

  const used = hartungKnappError === null ? null : Math.max(error, hartungKnappError);
  const half = used === null ? null : tUpperQuantile((1 - confidence) / 2, k - 1) * used;
  return {
    people: k,
    r: Math.tanh(z),
    interval: half === null ? null : { low: Math.tanh(z - half), high: Math.tanh(z + half) },
    p: used === null ? null : tTwoSided(z / used, k - 1),
    z,
    error,
    hartungKnappError,
    tau2,
    q,
    qP: k > 1 ? chiSquareUpperTail(q, k - 1) : 1,
    i2: q > 0 ? Math.max(0, (q - (k - 1)) / q) : 0,
  };
}
