import { gammaUpperTail } from './gammaDistribution';
import { normalUpperTail } from './normal';
import { sum } from './sum';

/** Powers of x in falling factorials: x² = [x]₂ + [x]₁ and so on (Stirling numbers of the second kind, by power). */
const FALLING: readonly (readonly number[])[] = [
  [1],
  [0, 1],
  [0, 1, 1],
  [0, 1, 3, 1],
  [0, 1, 7, 6, 1],
  [0, 1, 15, 25, 10, 1],
  [0, 1, 31, 90, 65, 15, 1],
];

/** Coefficients of a polynomial, the constant first. */
type Polynomial = readonly number[];

const times = (a: Polynomial, b: Polynomial): number[] => {
  const product = new Array<number>(a.length + b.length - 1).fill(0);
  a.forEach((x, i) => b.forEach((y, j) => (product[i + j]! += x * y)));
  return product;
};

function add(to: number[], what: Polynomial, weight = 1): void {
  what.forEach((x, i) => (to[i] = (to[i] ?? 0) + weight * x));
}

/** E(polynomial of x) for x successes of a group of n, as coefficients of r₀, r₁ …: E[x]ₐ = [n]ₐ·rₐ. */
function expectedOf(polynomial: Polynomial, n: number): number[] {
  const falling = new Array<number>(polynomial.length).fill(0);
  polynomial.forEach((weight, power) => add(falling, FALLING[power]!, weight));
  let factor = 1;
  return falling.map((weight, a) => {
    if (a > 0) factor *= n - a + 1;
    return weight * factor;
  });
}

/**
 * The p-value of the permutation test of χ² for many groups, without drawing: over all ways to deal the X successes out over
 * the N places, χ² has moments that are known exactly (E[x_i]ₐ[x_j]_b = [n_i]ₐ[n_j]_b·[X]ₐ₊b/[N]ₐ₊b in falling factorials),
 * and a sum over so many groups is distributed as Pearson's type III with its mean, variance and skewness (Mielke and Berry
 * 2007, Permutation Methods, section 2.3). Of fifty groups and more the p-value is about as near to the exact one as ten
 * thousand draws are; the time it takes does not grow with the number of draws, or of successes.
 *
 * @param statistic χ² as observed, above 0
 */
export function manyGroupsTest(statistic: number, successes: number, trials: ArrayLike<number>): number {
  const total = sum(trials);
  const p = successes / total;
  const scale = p * (1 - p);
  // Groups of one size have one polynomial.
  const sizes = new Map<number, number>();
  for (let i = 0; i < trials.length; i++)
    if (trials[i]! > 0) sizes.set(trials[i]!, (sizes.get(trials[i]!) ?? 0) + 1);
  const [first, second, third] = [[], [], []] as [number[], number[], number[]]; // sums over groups: f, f², f³
  const [squares, cubes, mixed] = [[], [], []] as [number[], number[], number[]]; // E(f)², E(f)³, E(f)·E(f²)
  for (const [n, groups] of sizes) {
    const f = [(n * p * p) / scale, (-2 * p) / scale, 1 / (n * scale)];
    const [one, two, three] = [f, times(f, f), times(f, times(f, f))].map((power) =>
      expectedOf(power, n),
    ) as [number[], number[], number[]]; // one for each
    add(first, one, groups);
    add(second, two, groups);
    add(third, three, groups);
    add(squares, times(one, one), groups);
    add(cubes, times(one, times(one, one)), groups);
    add(mixed, times(one, two), groups);
  }
  const ratios = [1, 0, 0, 0, 0, 0, 0];
  for (let a = 1; a < ratios.length; a++)
    ratios[a] = total >= a ? (ratios[a - 1]! * (successes - a + 1)) / (total - a + 1) : 0;
  const expected = (polynomial: Polynomial): number =>
    polynomial.reduce((all, weight, a) => all + weight * ratios[a]!, 0);
  // Sums over different groups: all, less those in which one group comes more than once.
  const pairs = times(first, first);
  add(pairs, squares, -1);
  const triples = times(first, times(first, first));
  add(triples, times(first, squares), -3);
  add(triples, cubes, 2);
  const pairsOfSquare = times(second, first);
  add(pairsOfSquare, mixed, -1);

  const mean = expected(first);
  const square = expected(second) + expected(pairs);
  const cube = expected(third) + 3 * expected(pairsOfSquare) + expected(triples);
  const variance = square - mean * mean;
  if (!(variance > 0)) return 1;
  const skewness = (cube - 3 * mean * variance - mean ** 3) / variance ** 1.5;
  return tailOfTypeThree((statistic - mean) / Math.sqrt(variance), skewness);
}

/** From such a shape on Wilson and Hilferty's normal (1931) has all the digits that matter, and needs no long series. */
const LARGE_SHAPE = 1e6;

/** P(Z > z) of Pearson's type III with mean 0, variance 1 and the skewness. */
function tailOfTypeThree(z: number, skewness: number): number {
  if (skewness < 0) return 1 - tailOfTypeThree(-z, -skewness);
  const shape = 4 / (skewness * skewness);
  if (shape < LARGE_SHAPE) return gammaUpperTail(shape + z * Math.sqrt(shape), shape, 1);
  // Written with the skewness, so that it becomes the normal itself where that is 0.
  const root = Math.cbrt(1 + (z * skewness) / 2);
  return skewness > NO_SKEWNESS
    ? normalUpperTail(((root - 1) * 6) / skewness + skewness / 6)
    : normalUpperTail(z);
}

const NO_SKEWNESS = 1e-6;
