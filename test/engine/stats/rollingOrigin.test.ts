import {
  driftForecast,
  meanForecast,
  naiveForecast,
  seasonalNaiveForecast,
} from '../../../src/engine/stats/benchmarkForecast';
import { originsUpTo, rollingErrors } from '../../../src/engine/stats/rollingOrigin';
import { expectClose, reference } from '../../support/reference';

type Method = 'mean' | 'naive' | 'snaive' | 'drift';
interface RollingCase {
  readonly name: string;
  readonly input: {
    readonly y: readonly number[];
    readonly m: number;
    readonly h: number;
    readonly first_origin: number;
  };
  readonly expected: { readonly n_origins: number } & Readonly<
    Record<
      'mae_by_h' | 'rmse_by_h' | 'first_errors' | 'last_errors',
      Readonly<Record<Method, readonly number[]>>
    >
  >;
}

describe.each(reference<RollingCase>('rolling_origin').cases)(
  "agrees with R's loops and forecast::tsCV: $name",
  ({ input: { y, m, h, first_origin: first }, expected }) => {
    it.each([
      ['mean', meanForecast],
      ['naive', naiveForecast],
      ['snaive', seasonalNaiveForecast(m)],
      ['drift', driftForecast],
    ] as const)('%s', (method, forecast) => {
      // Only origins of which all h values ahead are known.
      const origins = originsUpTo(y.length, first, h);
      const errors = Array.from({ length: h }, (_, k) =>
        rollingErrors(Float64Array.from(y), origins, k + 1, forecast),
      );
      for (const ofHorizon of errors) expect(ofHorizon.length).toBe(expected.n_origins);
      const close = { relative: 1e-9, absolute: 1e-10 };
      const same = (what: 'mae_by_h' | 'rmse_by_h' | 'first_errors' | 'last_errors', ours: number[]) =>
        expectClose(ours, expected[what][method], what, close);
      const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;
      same(
        'mae_by_h',
        errors.map((e) => mean(e.map(Math.abs))),
      );
      same(
        'rmse_by_h',
        errors.map((e) => Math.sqrt(mean(e.map((error) => error * error)))),
      );
      same(
        'first_errors',
        errors.map((e) => e[0]!),
      );
      same(
        'last_errors',
        errors.map((e) => e.at(-1)!),
      );
    });
  },
);

it('has no forecast of too short a past, and no error of a value that is missing', () => {
  expect([meanForecast, naiveForecast, driftForecast].map((f) => f(new Float64Array(), 1))).toEqual([
    null,
    null,
    null,
  ]);
  expect(driftForecast(Float64Array.of(4), 1)).toBeNull();
  expect(driftForecast(Float64Array.of(4, 5, 8), 3)).toBe(14);
  const year = Float64Array.from({ length: 12 }, (_, t) => t);
  expect(seasonalNaiveForecast(12)(year.subarray(1), 1)).toBeNull();
  expect([1, 12, 13].map((h) => seasonalNaiveForecast(12)(year, h))).toEqual([0, 11, 0]);
  const errors = rollingErrors(Float64Array.of(1, 2, NaN, 5), originsUpTo(4, 0, 1), 1, naiveForecast);
  expect(errors).toEqual(Float64Array.of(NaN, 1, NaN, NaN));
  expect(rollingErrors(new Float64Array(), originsUpTo(0, 3, 1), 1, naiveForecast)).toEqual(
    new Float64Array(),
  );
});
