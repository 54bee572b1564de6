import fc from 'fast-check';
import { quantile, quantileOfDays } from '../../../src/engine/stats/quantile';
import { expectClose, reference } from '../../support/reference';

interface QuantileCase {
  readonly name: string;
  readonly input: { readonly x: readonly number[]; readonly probs: readonly number[]; readonly type: number };
  readonly expected: readonly number[];
}
const typeSeven = reference<QuantileCase>('quantiles').cases.filter((c) => c.input.type === 7);

describe('quantile', () => {
  it('has five reference cases', () => expect(typeSeven.length).toBe(5));

  it.each(typeSeven)('agrees with R 4.2.2: $name', ({ name, input, expected }) => {
    const shuffled = [...input.x].reverse();
    expectClose(
      input.probs.map((p) => quantile(shuffled, p)),
      expected,
      name,
      { relative: 1e-12, absolute: 1e-12 },
    );
  });

  it('is null without values, and has no answer for NaN or a share outside [0, 1]', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(quantileOfDays([0, 0], 0.5)).toBeNull();
    expect(quantileOfDays([], 0.5)).toBeNull();
    expect(() => quantile([1, NaN, 3], 0.5)).toThrow(RangeError);
    for (const p of [-0.1, 1.1, NaN]) expect(() => quantile([1], p)).toThrow(RangeError);
  });

  it('leaves its input as it is', () => {
    const values = [3, 1, 2];
    quantile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe('quantileOfDays', () => {
  it('equals the quantile of the days written out', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(counts, fc.double({ min: 0, max: 1, noNaN: true }), (tally, p) => {
        const days = tally.flatMap((count, day) => Array<number>(count).fill(day));
        expect(quantileOfDays(Int32Array.from(tally), p)).toBe(quantile(days, p));
        for (const quarter of [0, 0.25, 0.5, 0.75, 1])
          expect(quantileOfDays(tally, quarter)).toBe(quantile(days, quarter));
      }),
      { numRuns: 300 },
    );
  });
});
