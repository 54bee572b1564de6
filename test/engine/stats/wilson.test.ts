import fc from 'fast-check';
import { wilson } from '../../../src/engine/stats/wilson';
import { expectClose, reference, type Tolerance } from '../../support/reference';

interface IntervalCase {
  readonly name: string;
  readonly input: { readonly x: number; readonly n: number; readonly conf: number };
  readonly expected: { readonly estimate: number | null; readonly wilson: readonly [number, number] };
}
const { cases } = reference<IntervalCase>('intervals_binomial');
const RELATIVE: Tolerance = { relative: 1e-9, absolute: 0 };

describe('wilson', () => {
  it('agrees with all 172 cases of R 4.2.2', () => {
    expect(cases.length).toBe(172);
    for (const { name: label, input, expected } of cases) {
      const { estimate, low, high } = wilson(input.x, input.n, input.conf);
      const [expectedLow, expectedHigh] = expected.wilson;
      expectClose(
        [estimate, low, high],
        [expected.estimate, expectedLow, expectedHigh],
        label,
        // R's own Wilson limit for x = 0 carries a rounding error of this size where the limit is 0.
        expectedLow < 1e-15 ? { relative: 1e-9, absolute: 1e-15 } : RELATIVE,
      );
    }
  });

  it('knows nothing without observations', () => {
    expect(wilson(0, 0, 0.95)).toEqual({ estimate: null, low: 0, high: 1 });
  });

  it('refuses what cannot be', () => {
    for (const [x, n, confidence] of [
      [2, 1, 0.95],
      [-1, 5, 0.95],
      [NaN, 5, 0.95],
      [1, 2, 0],
      [1, 2, 1],
      [1, 2, 95],
      [0, 0, 1],
    ] as const)
      expect(() => wilson(x, n, confidence)).toThrow(RangeError);
  });

  const counts = fc
    .tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([n, share]) => ({ n, x: Math.round(share * n) }));
  const confidence = fc.double({ min: 0.5, max: 0.999, noNaN: true });

  it('holds its estimate, inside [0, 1], and touches 0 and 1 only with no or all successes', () => {
    fc.assert(
      fc.property(counts, confidence, ({ x, n }, c) => {
        const { estimate, low, high } = wilson(x, n, c);
        expect(estimate).toBe(x / n);
        expect(0 <= low && low <= x / n && x / n <= high && high <= 1).toBe(true);
        expect([low === 0, high === 1]).toEqual([x === 0, x === n]);
      }),
    );
  });

  it('rises with x, and mirrors when successes and failures change places', () => {
    fc.assert(
      fc.property(counts, confidence, ({ x, n }, c) => {
        const here = wilson(x, n, c);
        const mirrored = wilson(n - x, n, c);
        expectClose([here.low, here.high], [1 - mirrored.high, 1 - mirrored.low], 'mirrored', {
          relative: 1e-9,
          absolute: 1e-12,
        });
        if (x === n) return;
        const above = wilson(x + 1, n, c);
        expect(above.low > here.low && above.high > here.high).toBe(true);
      }),
    );
  });

  it('narrows with more of the same and with less confidence', () => {
    fc.assert(
      fc.property(counts, ({ x, n }) => {
        const width = (i: { low: number; high: number }): number => i.high - i.low;
        expect(width(wilson(10 * x, 10 * n, 0.95))).toBeLessThan(width(wilson(x, n, 0.95)));
        expect(width(wilson(x, n, 0.8))).toBeLessThan(width(wilson(x, n, 0.95)));
      }),
    );
  });
});

it("gives Newcombe's published limits of 81 in 263", () => {
  // Newcombe 1998, Statistics in Medicine 17:857–872, Table I.
  const shown = ({ low, high }: { low: number; high: number }): readonly string[] => [
    low.toFixed(4),
    high.toFixed(4),
  ];
  expect(shown(wilson(81, 263, 0.95))).toEqual(['0.2553', '0.3662']);
});
