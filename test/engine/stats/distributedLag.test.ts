import fc from 'fast-check';
import { randomFrom } from '../../../src/engine/core/random';
import { distributedLag } from '../../../src/engine/stats/distributedLag';
import { fitLine } from '../../../src/engine/stats/lagRegression';
import { symmetricEigen } from '../../../src/engine/stats/symmetricEigen';
import { expectClose, reference } from '../../support/reference';

interface LagCase {
  readonly name: string;
  readonly input: {
    readonly x: readonly number[];
    readonly y: readonly number[];
    readonly K: number;
    readonly trend: boolean;
  };
  readonly expected: {
    readonly coef: readonly number[];
    readonly n: number;
    readonly ridge: readonly {
      readonly lambda: number;
      readonly beta_raw: readonly number[];
      readonly intercept: number;
      readonly edf: number;
      readonly gcv: number;
    }[];
  };
}
const CLOSE = { relative: 1e-7, absolute: 1e-9 };

describe.each(reference<LagCase>('distributed_lag').cases)('$name', ({ input, expected }) => {
  const [x, y] = [Float64Array.from(input.x), Float64Array.from(input.y)];
  const fit = (lambda?: number) =>
    distributedLag(x, y, input.K, { trend: input.trend, ...(lambda !== undefined && { lambda }) })!;
  const coefficients = ({ byLag, trend }: ReturnType<typeof fit>): number[] => [
    ...byLag,
    ...(trend === null ? [] : [trend]),
  ];

  it("without shrinking agrees with R 4.2.2's lm", () => {
    const plain = fit(0);
    expect(plain.n).toBe(expected.n);
    expectClose([plain.intercept, ...coefficients(plain)], expected.coef, 'coef', CLOSE);
  });

  it.each(expected.ridge)("agrees with R 4.2.2's solve of the closed form: λ = $lambda", (theirs) => {
    const ours = fit(theirs.lambda);
    expectClose(coefficients(ours), theirs.beta_raw, 'beta', CLOSE);
    expectClose(
      [ours.intercept, ours.effective, ours.gcv],
      [theirs.intercept, theirs.edf, theirs.gcv],
      'intercept, effective parameters, gcv',
      CLOSE,
    );
  });

  it('chooses the λ of least generalized cross-validation', () => {
    const chosen = fit();
    for (const { gcv } of expected.ridge) expect(chosen.gcv).toBeLessThanOrEqual(gcv * (1 + 1e-3));
    for (const factor of [0.1, 0.5, 2, 10])
      expect(chosen.gcv).toBeLessThanOrEqual(fit(factor * chosen.lambda).gcv * (1 + 1e-3));
  });
});

const noise = (n: number, seed: number): Float64Array => {
  const random = randomFrom(seed);
  return Float64Array.from({ length: n }, () => random.next() + random.next() + random.next());
};

it('shows over which periods an effect spreads', () => {
  const x = noise(80, 1);
  const y = noise(80, 2).map((value, t) => 0.2 * value + 2 * (x[t - 1] ?? 1.5) + (x[t - 2] ?? 1.5));
  const { byLag } = distributedLag(x, y, 4)!;
  expectClose(byLag, [0, 2, 1, 0, 0], 'by lag', { relative: 0, absolute: 0.15 });
});

it('is the line where only lag 0 is looked at', () => {
  const [x, y] = [noise(30, 1), noise(30, 2)];
  const line = fitLine(x, y)!;
  const { byLag, intercept, effective } = distributedLag(x, y, 0, { lambda: 0 })!;
  expectClose([byLag[0]!, intercept, effective], [line.slope, line.intercept, 2], 'line', CLOSE);
});

it('draws together the more, the greater λ, and follows the units', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.integer({ min: 0, max: 5 }),
      fc.double({ min: 0.01, max: 1000, noNaN: true }),
      (seed, mostLag, lambda) => {
        const [x, y] = [noise(40, seed), noise(40, seed + 1)];
        const fit = (by: number) => distributedLag(x, y, mostLag, { lambda: by })!;
        const [mild, strong] = [fit(lambda), fit(2 * lambda)];
        expect(strong.effective).toBeLessThan(mild.effective);
        expect(strong.effective).toBeGreaterThan(1);
        const size = (byLag: Float64Array): number => byLag.reduce((sum, b) => sum + b * b, 0);
        // Lags of one series have nearly the same spread, so that what shrinks standardized shrinks raw.
        expect(size(strong.byLag)).toBeLessThanOrEqual(size(mild.byLag) * 1.05);
        const other = distributedLag(
          x.map((value) => 5 - 2 * value),
          y.map((value) => 100 * value),
          mostLag,
          { lambda },
        )!;
        expectClose(
          other.byLag,
          mild.byLag.map((b) => -50 * b),
          'units',
          { relative: 1e-7, absolute: 1e-7 },
        );
      },
    ),
    { numRuns: 60 },
  );
});

it('is none where there are no more rows than columns, or nothing varies', () => {
  const [x, y] = [noise(40, 1), noise(40, 2)];
  expect(distributedLag(new Float64Array(), new Float64Array(), 2)).toBeNull();
  expect(distributedLag(x.slice(0, 6), y.slice(0, 6), 2)).toBeNull();
  expect(distributedLag(x.slice(0, 7), y.slice(0, 7), 2)!.n).toBe(5);
  expect(distributedLag(new Float64Array(40).fill(0.1), y, 2)).toBeNull();
  // A gap costs the rows whose lags reach into it.
  const gap = x.map((value, t) => (t === 20 ? NaN : value));
  expect(distributedLag(gap, y, 2)!.n).toBe(35);
});

it('has no effect to show in a result that does not vary', () => {
  const { byLag, intercept, gcv } = distributedLag(noise(40, 1), new Float64Array(40).fill(5), 2)!;
  expectClose([...byLag, intercept, gcv], [0, 0, 0, 5, 0], 'flat');
});

it('does not break on columns that say the same', () => {
  const wave = Float64Array.from({ length: 40 }, (_, t) => t % 2);
  const { byLag, effective } = distributedLag(wave, noise(40, 2), 2, { lambda: 0 })!;
  expect([...byLag].every(Number.isFinite)).toBe(true);
  expect(effective).toBeCloseTo(2, 9);
});

describe('eigenvalues and vectors', () => {
  it('put the matrix together again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 1e6 }), (n, seed) => {
        const half = noise(n * n, seed);
        const matrix = Float64Array.from({ length: n * n }, (_, k) => {
          const [i, j] = [Math.floor(k / n), k % n];
          return half[i * n + j]! + half[j * n + i]! - 3;
        });
        const { values, vectors } = symmetricEigen(matrix, n);
        const again = matrix.map((_, k) => {
          const [i, j] = [Math.floor(k / n), k % n];
          return values.reduce((sum, value, v) => sum + value * vectors[i * n + v]! * vectors[j * n + v]!, 0);
        });
        expectClose(again, matrix, 'V Λ Vᵀ', { relative: 1e-10, absolute: 1e-10 });
        expect(values.reduce((a, b) => a + b)).toBeCloseTo(
          matrix.reduce((sum, value, k) => sum + (k % (n + 1) === 0 ? value : 0), 0),
          9,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('are known for a matrix of two', () => {
    const { values } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
    expect([...values].sort((a, b) => a - b)).toEqual(
      [1, 3].map((value) => expect.closeTo(value, 12) as number),
    );
    expect(symmetricEigen(new Float64Array(4), 2).values).toEqual(new Float64Array(2));
  });
});
