import fc from 'fast-check';
import { adjusted } from '../../../src/engine/stats/orthonormal';
import { seasonalBasis, trendAndPlaces, type Season } from '../../../src/engine/stats/seasonalBasis';
import { expectClose, reference } from '../../support/reference';

interface SeasonalCase {
  readonly name: string;
  readonly input: { readonly x: readonly number[]; readonly period: number };
  readonly expected: { readonly log_trend_dummy_residuals: readonly number[] };
}

it.each(reference<SeasonalCase>('seasonal_adjustment').cases)(
  'leaves what R 4.2.2 lm(log(x) ~ t + season) leaves: $name',
  ({ input: { x, period }, expected }) => {
    const logs = Float64Array.from(x, Math.log);
    const close = { relative: 1e-7, absolute: 1e-9 };
    const left = adjusted(logs, trendAndPlaces(x.length, period));
    expectClose(left, expected.log_trend_dummy_residuals, 'residuals', close);
    if (period === 12)
      expectClose(adjusted(logs, seasonalBasis(x.length, 'months')), left, 'the adjustment', close);
  },
);

it('takes out as much of the season as the months can tell', () => {
  const columns = (periods: number, season: Season) => seasonalBasis(periods, season).length;
  expect([6, 17, 18, 35, 36, 60].map((n) => columns(n, 'months'))).toEqual([2, 2, 6, 6, 13, 13]);
  expect([36, 77, 78, 300].map((n) => columns(n, 'weeks'))).toEqual([2, 2, 8, 8]);
  expect([12, 60].map((n) => columns(n, 'none'))).toEqual([2, 2]);
  // 35 changes come from 36 months.
  expect(seasonalBasis(35, 'months', 36).length).toBe(13);
  expect([0, 1, 2].map((n) => columns(n, 'months'))).toEqual([0, 1, 2]);
});

const season = fc.constantFrom('months', 'weeks', 'none');

it('leaves nothing of its own columns, and no more the second time', () => {
  const amounts = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 90 });
  fc.assert(
    fc.property(amounts, season, fc.integer({ min: 0, max: 11 }), (values, kind, phase) => {
      const x = Float64Array.from(values);
      const basis = seasonalBasis(x.length, kind);
      const left = adjusted(x, basis);
      const loose = { relative: 1e-9, absolute: 1e-9 };
      expectClose(adjusted(left, basis), left, 'again', loose);
      for (const column of basis)
        expectClose([column.reduce((sum, q, t) => sum + q * left[t]!, 0)], [0], 'orthogonal', loose);
      // A trend, and where it is told a season, whichever month comes first.
      const swing = (t: number): number =>
        (kind === 'months' && x.length >= 36 ? 40 * Math.cos(((t + phase) % 12) ** 2) : 0) +
        (kind === 'months' && x.length >= 18
          ? ((t + phase) % 3) ** 2 + 7 * Math.sin((Math.PI * (t + phase)) / 6)
          : 0);
      const other = adjusted(
        x.map((value, t) => value + 500 - 3 * t + swing(t)),
        basis,
      );
      expectClose(other, left, 'with trend and season added', loose);
    }),
  );
});

it('calls rounding nothing', () => {
  const line = Float64Array.from({ length: 40 }, (_, t) => 1e6 + 0.1 * t);
  expect(adjusted(line, seasonalBasis(40, 'none'))).toEqual(new Float64Array(40));
  const constant = new Float64Array(40).fill(0.1);
  expect(adjusted(constant, seasonalBasis(40, 'months'))).toEqual(new Float64Array(40));
});
