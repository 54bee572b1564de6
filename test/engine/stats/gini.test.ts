import fc from 'fast-check';
import { giniOf } from '../../../src/engine/stats/gini';
import { expectClose, reference } from '../../support/reference';

interface GiniCase {
  readonly name: string;
  readonly input: { readonly x?: readonly number[] };
  readonly expected: { readonly gini: number | null; readonly gini_bias_corrected: number | null };
}
const cases = reference<GiniCase>('comp_fairness_rounding').cases.filter(({ name }) =>
  name.startsWith('gini'),
);

describe("Gini's coefficient", () => {
  it('agrees with all 6 cases of numpy 1.24.2', () => {
    expect(cases.length).toBe(6);
    for (const { name, input, expected } of cases) {
      const found = giniOf(input.x ?? []);
      expectClose(
        [found?.gini ?? null, found?.corrected ?? null],
        [expected.gini, expected.gini_bias_corrected],
        name,
        { relative: 1e-12, absolute: 1e-12 },
      );
    }
  });

  it('has nothing to say of nobody, and says when a negative makes it doubtful', () => {
    expect(giniOf([])).toBeNull();
    expect(giniOf([0, 0])).toBeNull();
    expect(giniOf([-5, 2])).toBeNull();
    expect(giniOf([7])).toEqual({ gini: 0, corrected: null, hasNegative: false });
    expect(giniOf([-10, 20, 30])?.hasNegative).toBe(true);
  });

  it('is half the mean difference of two over the mean, and knows neither unit nor order', () => {
    const pays = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(pays, fc.integer({ min: 1, max: 50 }), (x, k) => {
        const found = giniOf(x);
        const total = x.reduce((a, b) => a + b, 0);
        if (total === 0) return found === null;
        const pairs = x.flatMap((a) => x.map((b) => Math.abs(a - b))).reduce((a, b) => a + b, 0);
        expect(found!.gini).toBeCloseTo(pairs / (2 * x.length * total), 9);
        expect(giniOf([...x].reverse().map((v) => v * k))!.gini).toBeCloseTo(found!.gini, 9);
        return true;
      }),
    );
  });
});
