import fc from 'fast-check';
import { randomFrom } from '../../../src/engine/core/random';
import { chiSquareStatistic, chiSquareTest, isSparse } from '../../../src/engine/stats/chiSquareTest';
import { fisherExact } from '../../../src/engine/stats/fisherExact';
import { permutationTest } from '../../../src/engine/stats/permutationTest';
import { reallocation } from '../../../src/engine/stats/reallocation';
import { sameShares } from '../../../src/engine/stats/sameShares';
import { expectClose, reference } from '../../support/reference';

interface TrendCase {
  readonly name: string;
  readonly input: { readonly converted?: readonly number[]; readonly n: readonly number[] };
  readonly expected: Readonly<Record<'heterogeneity_chisq' | 'heterogeneity_df' | 'heterogeneity_p', number>>;
}
const monthly = reference<TrendCase>('drift').cases.filter((c) => c.input.converted);
/** The win rates of the simulated pipeline's people. */
const byPerson = reference<{ readonly expected: Readonly<Record<string, unknown>> }>(
  'world_A_pipeline',
).cases;

describe('χ²', () => {
  it.each(monthly)('agrees with R 4.2.2: $name', ({ input, expected }) => {
    const { statistic, df, p } = chiSquareTest(input.converted!, input.n);
    expectClose(
      [statistic, df, p],
      [expected.heterogeneity_chisq, expected.heterogeneity_df, expected.heterogeneity_p],
      'heterogeneity',
    );
  });

  it('has two monthly cases', () => expect(monthly.length).toBe(2));

  it('agrees with R 4.2.2 on the win rates of eight people', () => {
    const find = <T>(name: string): T => byPerson.find((c) => c.expected[name])!.expected[name] as T;
    const people = find<readonly { readonly won: number; readonly resolved: number }[]>('by_rep');
    const { chisq, df, p } = find<Readonly<Record<'chisq' | 'df' | 'p', number>>>('chisq_resolved_by_rep');
    const test = chiSquareTest(
      people.map((c) => c.won),
      people.map((c) => c.resolved),
    );
    expectClose([test.statistic, test.df, test.p], [chisq, df, p], 'χ²');
  });

  it('has nothing to say where nothing can differ, and leaves groups of nobody out', () => {
    expect(chiSquareTest([], [])).toEqual({ statistic: null, df: 0, p: 1 });
    expect(chiSquareTest([3], [9])).toEqual({ statistic: null, df: 0, p: 1 });
    expect(chiSquareTest([0, 0, 0], [4, 5, 6])).toEqual({ statistic: null, df: 2, p: 1 });
    expect(chiSquareTest([4, 5], [4, 5])).toEqual({ statistic: null, df: 1, p: 1 });
    expect(chiSquareTest([3, 0, 4], [9, 0, 8])).toEqual(chiSquareTest([3, 4], [9, 8]));
  });

  it('is sparse by Cochran’s rule', () => {
    expect(isSparse([10, 20, 15], [40, 50, 60])).toBe(false);
    // One expected count of ten lies below 5, then three do, then one lies below 1.
    expect(isSparse([10, 10, 10, 10, 2], [20, 20, 20, 20, 8])).toBe(false);
    expect(isSparse([10, 10, 2, 1], [20, 20, 6, 5])).toBe(true);
    expect(isSparse([10, 10, 10, 10, 0], [20, 20, 20, 20, 1])).toBe(true);
  });
});

describe('dealing successes out again', () => {
  const groups = fc.array(fc.nat(12), { minLength: 1, maxLength: 8 });

  it('keeps their number and the sizes of groups', () => {
    fc.assert(
      fc.property(groups, fc.double({ min: 0, max: 1, noNaN: true }), fc.integer(), (sizes, share, seed) => {
        const total = sizes.reduce((sum, n) => sum + n, 0);
        const successes = Math.round(share * total);
        const draw = reallocation(successes, sizes, randomFrom(seed));
        for (let i = 0; i < 5; i++) {
          const drawn = draw();
          expect(drawn.reduce((sum, x) => sum + x, 0)).toBe(successes);
          drawn.forEach((x, g) => expect(x >= 0 && x <= sizes[g]!).toBe(true));
        }
      }),
    );
  });

  it('has the means and variances of the hypergeometric distribution', () => {
    const [successes, sizes, draws] = [120, [10, 50, 340], 20_000];
    const draw = reallocation(successes, sizes, randomFrom(3));
    const [sums, squares] = [sizes.map(() => 0), sizes.map(() => 0)];
    for (let i = 0; i < draws; i++)
      draw().forEach((x, g) => {
        sums[g]! += x;
        squares[g]! += x * x;
      });
    sizes.forEach((n, g) => {
      const mean = n * 0.3;
      const variance = (mean * 0.7 * (400 - n)) / 399;
      expect(Math.abs(sums[g]! / draws - mean)).toBeLessThan(4 * Math.sqrt(variance / draws));
      expect(squares[g]! / draws - (sums[g]! / draws) ** 2).toBeCloseTo(variance, 0);
    });
  });
});

/** All ways to deal the successes out over three groups, with their probabilities. */
function exactP(x: readonly number[], n: readonly number[]): number {
  const choose = (from: number, k: number): number => (k === 0 ? 1 : (choose(from - 1, k - 1) * from) / k);
  const total = x.reduce((sum, v) => sum + v, 0);
  const observed = chiSquareStatistic(x, n)!;
  let [all, asHigh] = [0, 0];
  for (let a = 0; a <= n[0]!; a++)
    for (let b = 0; b <= n[1]!; b++) {
      const c = total - a - b;
      if (c < 0 || c > n[2]!) continue;
      const ways = choose(n[0]!, a) * choose(n[1]!, b) * choose(n[2]!, c);
      all += ways;
      if (chiSquareStatistic([a, b, c], n)! >= observed - 1e-9) asHigh += ways;
    }
  return asHigh / all;
}

describe('the permutation test', () => {
  it.each([
    [
      [3, 0, 2],
      [4, 7, 5],
    ],
    [
      [1, 1, 5],
      [6, 3, 8],
    ],
    [
      [0, 1, 0],
      [2, 9, 3],
    ],
  ] as const)('of %j among %j comes to the exact p', (x, n) => {
    const chiSquare = (drawn: ArrayLike<number>): number => chiSquareStatistic(drawn, n)!;
    const exact = exactP(x, n);
    const { p } = permutationTest(x, n, chiSquare, randomFrom(1), 20_000);
    expect(Math.abs(p - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 20_000) + 1e-4);
  });

  it('gives the same p for the same source, and never 0', () => {
    const run = (): number =>
      permutationTest([40, 0], [40, 40], (x) => chiSquareStatistic(x, [40, 40])!, randomFrom(7), 999).p;
    expect(run()).toBe(0.001);
    expect(run()).toBe(run());
  });
});

describe('sameShares', () => {
  const test = (x: readonly number[], n: readonly number[]): ReturnType<typeof sameShares> =>
    sameShares(x, n, randomFrom(1));

  it('takes the test that holds for the table', () => {
    expect(test([3, 0, 1], [4, 0, 4])).toEqual({
      method: 'fisher',
      statistic: null,
      df: 1,
      p: fisherExact(3, 4, 1, 4),
    });
    expect(test([10, 20, 15], [40, 50, 60])).toEqual({
      method: 'chiSquare',
      ...chiSquareTest([10, 20, 15], [40, 50, 60]),
    });
    const sparse = test([3, 0, 2], [4, 7, 5]);
    expect(sparse.method).toBe('permutation');
    expect(Math.abs(sparse.p - exactP([3, 0, 2], [4, 7, 5]))).toBeLessThan(0.01);
  });

  it('does not test where nothing can differ', () => {
    for (const [x, n] of [
      [[], []],
      [[4], [9]],
      [
        [0, 0, 0],
        [3, 4, 5],
      ],
      [
        [3, 4],
        [3, 4],
      ],
    ] as const)
      expect(test(x, n)).toMatchObject({ method: 'none', statistic: null, p: 1 });
  });
});
