import fc from 'fast-check';
import { lagCorrelation } from '../../../src/engine/stats/lagCorrelation';
import { benjaminiHochberg, holm } from '../../../src/engine/stats/multipleTesting';
import { maxP, rowMaxima } from '../../../src/engine/stats/westfallYoung';
import { expectClose, reference } from '../../support/reference';

interface AdjustedCase {
  readonly name: string;
  readonly input: { readonly p: readonly number[] };
  readonly expected: Readonly<Record<'holm' | 'BH', readonly number[]>>;
}
const EXACT = { relative: 1e-12, absolute: 1e-14 };

it.each(reference<AdjustedCase>('multiple_testing').cases)(
  "agrees with R 4.2.2's p.adjust: $name",
  ({ input: { p }, expected }) => {
    expectClose(holm(p), expected.holm, 'Holm', EXACT);
    expectClose(benjaminiHochberg(p), expected.BH, 'Benjamini and Hochberg', EXACT);
    // What was not tested changes nothing and stays as it is.
    expectClose(benjaminiHochberg([null, ...p, null]), [null, ...expected.BH, null], 'gaps', EXACT);
    expectClose(holm([null, ...p]), [null, ...expected.holm], 'gaps', EXACT);
  },
);

it('leaves order and rank of p-values, none of them lower than it was', () => {
  expect([holm([]), benjaminiHochberg([]), holm([null])]).toEqual([[], [], [null]]);
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(share, { maxLength: 30 }), (p) => {
      for (const adjust of [holm, benjaminiHochberg]) {
        const q = adjust(p).map((value) => value!);
        q.forEach((value, i) => {
          expect(value >= p[i]! - 1e-15 && value <= 1).toBe(true);
          q.forEach((other, j) => p[i]! < p[j]! && expect(value).toBeLessThanOrEqual(other));
        });
      }
      const [strict, mild] = [holm(p), benjaminiHochberg(p)];
      strict.forEach((value, i) => expect(value!).toBeGreaterThanOrEqual(mild[i]! - 1e-15));
    }),
  );
});

interface ShiftCase {
  readonly name: string;
  readonly input: {
    readonly X: Readonly<Record<string, readonly number[]>>;
    readonly y: readonly number[];
    readonly lags: readonly number[];
    readonly circular_shifts: readonly number[];
  };
  readonly expected: Readonly<Record<'r' | 'p_raw' | 'p_maxT_single_step', readonly number[]>>;
}

it.each(reference<ShiftCase>('westfall_young').cases)(
  'agrees with R 4.2.2: $name',
  ({ input: { X, y, lags, circular_shifts: shifts }, expected }) => {
    const correlations = (result: Float64Array): number[] =>
      Object.values(X).flatMap((x) =>
        lags.map((lag) => lagCorrelation(Float64Array.from(x), result, lag).r!),
      );
    const found = correlations(Float64Array.from(y));
    expectClose(found, expected.r, 'r', { relative: 1e-10, absolute: 1e-12 });
    const width = found.length;
    const draws = Float64Array.from(
      shifts.flatMap((shift) =>
        correlations(Float64Array.from(y, (_, t) => y[(t + shift) % y.length]!)).map(Math.abs),
      ),
    );
    const greatest = rowMaxima(draws, width);
    expectClose(
      found.map((r) => maxP(Math.abs(r), greatest)),
      expected.p_maxT_single_step,
      'max-T',
      EXACT,
    );
    expectClose(
      found.map((r, j) =>
        maxP(
          Math.abs(r),
          shifts.map((_, b) => draws[b * width + j]!),
        ),
      ),
      expected.p_raw,
      'alone',
      EXACT,
    );
  },
);

it('is never 0, 1 without draws, and counts what is equal but for rounding', () => {
  expect(maxP(0.5, [])).toBe(1);
  expect(maxP(0.9, [0.1, 0.2, 0.3])).toBe(0.25);
  expect(maxP(0.1 + 0.2, [0.3, 0.1])).toBe(2 / 3);
  expect(rowMaxima(new Float64Array(), 0)).toEqual(new Float64Array());
  expect(rowMaxima(Float64Array.of(1, 3, 2, 0, 0, 5), 3)).toEqual(Float64Array.of(3, 5));
});
