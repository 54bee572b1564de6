import fc from 'fast-check';
import {
  correlationP,
  fisherInterval,
  pearson,
  spearman,
  thresholdOfR,
} from '../../../src/engine/stats/correlation';
import { midranks } from '../../../src/engine/stats/midranks';
import { standardize } from '../../../src/engine/stats/standardize';
import { expectClose, reference } from '../../support/reference';

interface CorrelationCase {
  readonly name: string;
  readonly input: Readonly<Record<'x' | 'y', readonly (number | null)[]>> & { readonly conf: number };
  readonly expected: Readonly<
    Record<'n_pairs' | 'pearson' | 'pearson_p' | 'spearman' | 'spearman_t_approx_p', number>
  > & { readonly pearson_fisher_ci: readonly number[] | null };
}
const { cases } = reference<CorrelationCase>('correlation');
const gaps = (values: readonly (number | null)[]): number[] => values.map((v) => v ?? NaN);

it.each(cases)('agrees with R 4.2.2: $name', ({ input, expected }) => {
  const [x, y] = [gaps(input.x), gaps(input.y)];
  const [linear, monotone] = [pearson(x, y), spearman(x, y)];
  expect([linear.n, monotone.n]).toEqual([expected.n_pairs, expected.n_pairs]);
  expectClose([linear.r, monotone.r], [expected.pearson, expected.spearman], 'r');
  expectClose([linear.p, monotone.p], [expected.pearson_p, expected.spearman_t_approx_p], 'p');
  const limits = fisherInterval(linear.r!, linear.n, input.conf);
  expectClose(limits ? [limits.low, limits.high] : [], expected.pearson_fisher_ci ?? [], "Fisher's interval");
});

it('has the thresholds of |r| of every table', () => {
  // Critical values of r at 5 %, two-sided: Fisher and Yates, Statistical Tables, VII, with n − 2 degrees of freedom.
  expectClose(
    [6, 12, 22, 32, 102].map((n) => thresholdOfR(n, 0.05)),
    [0.8114, 0.576, 0.4227, 0.3494, 0.1946],
    'thresholds',
    { relative: 2e-4, absolute: 0 },
  );
  expect(thresholdOfR(2, 0.05)).toBeNull();
  expectClose([correlationP(thresholdOfR(14, 0.1)!, 14)], [0.1], 'p of the threshold');
});

it('is none of fewer than three pairs, and none where a side does not vary', () => {
  const none = (n: number) => ({ n, r: null, p: null });
  for (const correlation of [pearson, spearman]) {
    expect(correlation([], [])).toEqual(none(0));
    expect(correlation([1, 2], [2, 5])).toEqual(none(2));
    expect(correlation([1, NaN, 3, 4], [2, 5, NaN, 1])).toEqual(none(2));
    expect(correlation([0.1, 0.1, 0.1, 0.1], [1, 2, 3, 4])).toEqual(none(4));
    expect(correlation([1, 2, 3], [7e15, 7e15, 7e15])).toEqual(none(3));
    expect(correlation([1, 2, 3], [4, 6, 8])).toEqual({ n: 3, r: 1, p: 0 });
    expect(correlation([1, 2, 3], [8, 6, 4])).toEqual({ n: 3, r: -1, p: 0 });
  }
  expect(correlationP(0.5, 2)).toBeNull();
  expect(fisherInterval(0.5, 3, 0.95)).toBeNull();
  // A constant whose mean is not exact in binary is constant still.
  expect(standardize(Array<number>(7).fill(0.1))).toBeUndefined();
});

it('shares ranks among ties, of few values as of many', () => {
  // R 4.2.2: rank(c(3, 1, 3, 2, 3))
  expect(Array.from(midranks([3, 1, 3, 2, 3]))).toEqual([4, 1, 4, 2, 4]);
  expect(midranks([])).toEqual(new Float64Array());
  const value = fc.integer({ min: -5, max: 5 });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 48 }), (values) => {
      const ranks = midranks(values);
      expect(ranks.reduce((a, b) => a + b)).toBe((values.length * (values.length + 1)) / 2);
      // Twice the values, each once more and above them all, are sorted instead of counted.
      const many = Array.from({ length: 60 }, (_, i) => 6 + i);
      expect(midranks([...values, ...many]).subarray(0, values.length)).toEqual(ranks);
    }),
  );
});

it('does not depend on units, order or direction of the pairs', () => {
  const pair = fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 }));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 40 }), (pairs) => {
      const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
      for (const correlation of [pearson, spearman]) {
        const { n, r, p } = correlation(x, y);
        expect(n).toBe(pairs.length);
        if (r === null) {
          expect(p).toBeNull();
          continue;
        }
        expect(Math.abs(r) <= 1 && 0 <= p! && p! <= 1).toBe(true);
        const loose = { relative: 1e-9, absolute: 1e-12 };
        const stretched = x.map((v) => 3 * v + 1e5);
        const turned = y.map((v) => -v);
        expectClose([correlation(stretched, y).r, correlation(y, x).r], [r, r], 'unit, sides', loose);
        expectClose([correlation(x, turned).r], [-r], 'turned round', loose);
        expectClose([correlation([...x].reverse(), [...y].reverse()).r], [r], 'backwards', loose);
        expect(correlation([...x, NaN, 1], [...y, 1, NaN])).toEqual({ n, r, p });
      }
    }),
  );
});
