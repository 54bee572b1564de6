import fc from 'fast-check';
import {
  mape,
  mase,
  meanAbsoluteError,
  meanError,
  relativeBias,
  rmsse,
  rootMeanSquareError,
  smape,
  wape,
} from '../../../src/engine/stats/forecastAccuracy';
import { expectClose, reference } from '../../support/reference';

interface AccuracyCase {
  readonly name: string;
  readonly input: {
    readonly actual: readonly number[];
    readonly forecast: readonly number[];
    readonly train: readonly number[];
    readonly m: number;
  };
  readonly expected: Readonly<Record<string, number>>;
}

describe('forecast accuracy', () => {
  it.each(reference<AccuracyCase>('forecast_accuracy').cases)(
    'agrees with R forecast 8.20: $name',
    ({ name, input: { actual, forecast, train, m }, expected }) => {
      const ours = {
        me: meanError(actual, forecast),
        mae: meanAbsoluteError(actual, forecast),
        rmse: rootMeanSquareError(actual, forecast),
        wape: wape(actual, forecast),
        bias_pct: relativeBias(actual, forecast),
        mape: mape(actual, forecast),
        smape_0_200: smape(actual, forecast),
        mase_naive_scale: mase(actual, forecast, train, 1),
        mase_seasonal_scale: mase(actual, forecast, train, m),
        rmsse_seasonal: rmsse(actual, forecast, train, m),
        forecast_pkg_MASE_nonseasonal: mase(actual, forecast, train, 1),
      };
      expect(Object.keys(ours).sort()).toEqual(Object.keys(expected).sort());
      expectClose(
        Object.values(ours),
        Object.keys(ours).map((key) => expected[key]!),
        name,
        { relative: 1e-10, absolute: 1e-12 },
      );
    },
  );

  it('sees errors that cancel: Enterprise −500k and SMB +500k are no error in total and 100% in parts', () => {
    const [actual, forecast] = [
      [0, 1_000_000],
      [500_000, 500_000],
    ];
    expect(relativeBias(actual, forecast)).toBe(0);
    expect(wape(actual, forecast)).toBe(1);
    expect(wape([1_000_000], [1_000_000])).toBe(0);
  });

  it('has no value on a scale of nought', () => {
    expect(wape([0, 0], [1, 2])).toBeNull();
    expect(relativeBias([1, -1], [0, 0])).toBeNull();
    expect(mase([1], [2], [5, 5, 5], 1)).toBeNull();
    expect(rmsse([1], [2], [5, 5, 5], 1)).toBeNull();
    expect(mase([1], [2], [5], 1)).toBeNull();
    expect(mape([0, 1], [1, 1])).toBeNull();
    expect(smape([0], [0])).toBe(0);
    for (const measure of [meanError, meanAbsoluteError, rootMeanSquareError, wape, smape])
      expect(measure([], [])).toBeNull();
  });

  it('WAPE and MASE do not depend on the unit (property)', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(amounts, amounts, fc.integer({ min: 2, max: 100 }), (a, b, unit) => {
        const n = Math.min(a.length, b.length);
        const [actual, forecast] = [a.slice(0, n), b.slice(0, n)];
        const times = (values: readonly number[]): number[] => values.map((v) => v * unit);
        expectClose(
          [wape(times(actual), times(forecast)), mase(times(actual), times(forecast), times(a), 1)],
          [wape(actual, forecast), mase(actual, forecast, a, 1)],
          'scaled',
        );
      }),
    );
  });
});
