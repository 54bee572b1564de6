/** How much of the variance of values by person and time goes with the person, how much with the time; shares of 1. */
export interface CrossedShares {
  readonly ofPerson: number;
  readonly ofTime: number;
}

/** With fewer people, or times, what they have in common cannot be told from chance. */
const FEWEST_LEVELS = 3;

/**
 * Shares of the variance in x = mean + person + time + rest, all independent, by the method of moments: products of two
 * values of one person at different times are on average the variance of people; of two people at one time, that of
 * times. Both are freed from the bias of an estimated mean, exactly in a balanced design, where the components are those
 * of the analysis of variance. A negative estimate is 0, and a component with fewer than three levels, or without pairs,
 * is 0: not known.
 */
export function crossedShares(
  values: readonly number[],
  person: readonly number[],
  time: readonly number[],
): CrossedShares {
  const n = values.length;
  const mean = values.reduce((sum, x) => sum + x, 0) / n;
  const r = values.map((x) => x - mean);
  const total = r.reduce((sum, x) => sum + x * x, 0) / n;
  if (!(total > 0)) return { ofPerson: 0, ofTime: 0 };
  const [people, times] = [pairsOf(r, person), pairsOf(r, time)];
  const rest = total - people.covariance - times.covariance;
  // The variance B of the mean, Σk·σ² + σ²(rest)/n, is missing in each raw moment and in the total.
  const missing =
    (people.weight * people.covariance + times.weight * times.covariance + rest / n) /
    (1 - people.weight - times.weight - (1 - people.known - times.known) / n);
  const [ofPeople, ofTimes] = [people, times].map(({ known, covariance }) =>
    known === 1 ? Math.max(0, covariance + missing) : 0,
  ) as [number, number]; // one for each of the two
  const all = Math.max(total + missing, ofPeople + ofTimes);
  return { ofPerson: ofPeople / all, ofTime: ofTimes / all };
}

interface Pairs {
  /** Whether there are levels and pairs enough; where not, the other two are 0. */
  readonly known: 0 | 1;
  /** Mean product of two values of one level. */
  readonly covariance: number;
  /** Σn_level² / n². */
  readonly weight: number;
}

function pairsOf(r: readonly number[], level: readonly number[]): Pairs {
  const levels = new Map<number, { n: number; sum: number; squares: number }>();
  r.forEach((x, i) => {
    const own = levels.get(level[i]!) ?? { n: 0, sum: 0, squares: 0 };
    levels.set(level[i]!, { n: own.n + 1, sum: own.sum + x, squares: own.squares + x * x });
  });
  let [products, pairs, squares] = [0, 0, 0];
  for (const { n, sum, squares: own } of levels.values()) {
    products += sum * sum - own;
    pairs += n * (n - 1);
    squares += n * n;
  }
  return levels.size >= FEWEST_LEVELS && pairs > 0
    ? { known: 1, covariance: products / pairs, weight: squares / r.length ** 2 }
    : { known: 0, covariance: 0, weight: 0 };
}
