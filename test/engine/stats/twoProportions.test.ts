import fc from 'fast-check';
import { chiSquareTest } from '../../../src/engine/stats/chiSquareTest';
import { fisherExact } from '../../../src/engine/stats/fisherExact';
import { newcombe } from '../../../src/engine/stats/newcombe';
import { expectClose, reference } from '../../support/reference';

interface TwoProportionsCase {
  readonly name: string;
  readonly input: Readonly<Record<'x1' | 'n1' | 'x2' | 'n2' | 'conf', number>>;
  readonly expected: {
    readonly diff: number;
    readonly newcombe_hybrid_score: readonly [number, number];
    readonly chisq_pooled: number | null;
    readonly p_two_sided_z: number | null;
    readonly p_fisher_two_sided: number;
  };
}
const { cases } = reference<TwoProportionsCase>('two_proportions');

it('has eight reference cases', () => expect(cases.length).toBe(8));

it.each(cases)('agrees with R 4.2.2: $name', ({ input: { x1, n1, x2, n2, conf }, expected }) => {
  const { estimate, low, high } = newcombe(x1, n1, x2, n2, conf);
  expectClose([estimate, low, high], [expected.diff, ...expected.newcombe_hybrid_score], 'Newcombe');
  expectClose([fisherExact(x1, n1, x2, n2)], [expected.p_fisher_two_sided], 'Fisher');
  // The pooled z-test: its square is χ². Where z is 0/0 nothing can differ.
  const { statistic, df, p } = chiSquareTest([x1, x2], [n1, n2]);
  expectClose([statistic, df, p], [expected.chisq_pooled, 1, expected.p_two_sided_z ?? 1], 'χ²');
});

it("gives Newcombe's published limits", () => {
  // Newcombe 1998, Statistics in Medicine 17:873–890, Table II, method 10.
  const shown = (x1: number, n1: number, x2: number, n2: number): readonly string[] => {
    const { low, high } = newcombe(x1, n1, x2, n2, 0.95);
    return [low.toFixed(4), high.toFixed(4)];
  };
  expect(shown(56, 70, 48, 80)).toEqual(['0.0524', '0.3339']);
  expect(shown(9, 10, 3, 10)).toEqual(['0.1705', '0.8090']);
});

it("gives Fisher's probability of the tea tasting", () => {
  // R 4.2.2: fisher.test(matrix(c(3, 1, 1, 3), 2))$p.value (help page of fisher.test).
  expect(fisherExact(3, 4, 1, 4)).toBeCloseTo(0.4857142857142857, 12);
});

describe('without observations', () => {
  it('Newcombe knows nothing and Fisher sees no difference', () => {
    for (const [x1, n1, x2, n2] of [
      [0, 0, 3, 9],
      [3, 9, 0, 0],
      [0, 0, 0, 0],
    ] as const) {
      expect(newcombe(x1, n1, x2, n2, 0.95)).toEqual({ estimate: null, low: -1, high: 1 });
      expect(fisherExact(x1, n1, x2, n2)).toBe(1);
      expect(chiSquareTest([x1, x2], [n1, n2]).statistic).toBeNull();
    }
  });

  it('what cannot be is refused', () => {
    for (const [x1, n1] of [
      [2, 1],
      [-1, 5],
      [NaN, 5],
    ] as const) {
      expect(() => newcombe(x1, n1, 1, 2, 0.95)).toThrow(RangeError);
      expect(() => fisherExact(x1, n1, 1, 2)).toThrow(RangeError);
      expect(() => fisherExact(1, 2, x1, n1)).toThrow(RangeError);
    }
  });
});

const counts = fc.integer({ min: 1, max: 300 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));

describe('of any two groups', () => {
  it('Newcombe holds the difference inside [−1, 1], and changes its sign with the groups', () => {
    fc.assert(
      fc.property(counts, counts, ([x1, n1], [x2, n2]) => {
        const here = newcombe(x1, n1, x2, n2, 0.95);
        const there = newcombe(x2, n2, x1, n1, 0.95);
        expect(here.estimate).toBe(x1 / n1 - x2 / n2);
        expect(
          -1 <= here.low && here.low <= here.estimate! && here.estimate! <= here.high && here.high <= 1,
        ).toBe(true);
        expectClose([there.low, there.high], [-here.high, -here.low], 'turned round', {
          relative: 0,
          absolute: 1e-12,
        });
      }),
    );
  });

  it('Fisher is a probability, the same for groups and outcomes exchanged', () => {
    fc.assert(
      fc.property(counts, counts, ([x1, n1], [x2, n2]) => {
        const p = fisherExact(x1, n1, x2, n2);
        expect(p > 0 && p <= 1).toBe(true);
        expectClose(
          [fisherExact(x2, n2, x1, n1), fisherExact(n1 - x1, n1, n2 - x2, n2)],
          [p, p],
          'exchanged',
          { relative: 1e-9, absolute: 0 },
        );
      }),
    );
  });

  it('Fisher and χ² agree where groups are large', () => {
    for (const x1 of [5000, 5050, 5100, 5150]) {
      const [exact, approximate] = [
        fisherExact(x1, 10_000, 5000, 10_000),
        chiSquareTest([x1, 5000], [10_000, 10_000]).p,
      ];
      expect(Math.abs(exact - approximate)).toBeLessThan(0.02);
    }
  });
});
