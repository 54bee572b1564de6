import fc from 'fast-check';
import { autocovariances } from '../../../src/engine/stats/autocorrelation';
import {
  aicc,
  fitAutoregression,
  innovations,
  solveYuleWalker,
} from '../../../src/engine/stats/autoregression';
import { crossCorrelations } from '../../../src/engine/stats/crossCorrelation';
import { lagCorrelation } from '../../../src/engine/stats/lagCorrelation';
import { expectClose, reference } from '../../support/reference';

interface PrewhitenedCase {
  readonly name: string;
  readonly input: Readonly<Record<'x' | 'y', readonly number[]>> &
    Readonly<Record<'max_lag' | 'order_max', number>>;
  readonly expected: Readonly<
    Record<
      'ar_coef' | 'aic_minus_min' | 'residual_x' | 'filtered_y' | 'lags' | 'ccf_global_mean_divisor_n',
      readonly number[]
    >
  > &
    Readonly<Record<'ar_order' | 'ar_var_pred', number>> & {
      readonly pairwise: readonly Readonly<Record<'pearson' | 'spearman' | 'p_neff', number>>[];
    };
}
const CLOSE = { relative: 1e-7, absolute: 1e-9 };

describe.each(reference<PrewhitenedCase>('prewhitened_ccf').cases)(
  "agrees with R 4.2.2's ar() and ccf(): $name",
  ({ input, expected }) => {
    const n = input.x.length;
    const fits = Array.from({ length: input.order_max + 1 }, (_, order) => {
      const phi = new Float64Array(order);
      return { phi, variance: solveYuleWalker(autocovariances(input.x, order), order, phi) };
    });
    // R's own criterion, that its choice of the order can be compared.
    const aic = fits.map(({ variance }, order) => n * Math.log(variance) + 2 * (order + 1));
    const order = aic.indexOf(Math.min(...aic));
    const phi = fits[order]!.phi;
    const x = innovations(input.x, phi);
    const y = innovations(input.y, phi);

    it('autoregressions', () => {
      expectClose(
        aic.map((value) => value - aic[order]!),
        expected.aic_minus_min,
        'AIC',
        CLOSE,
      );
      expect(order).toBe(expected.ar_order);
      expectClose(phi, expected.ar_coef, 'coefficients', CLOSE);
      // R divides by what is left of n.
      const variance = (fits[order]!.variance * n) / (n - order - 1);
      expectClose([variance], [expected.ar_var_pred], 'variance', CLOSE);
    });

    it('filter', () => {
      expectClose(x, expected.residual_x, 'innovations', CLOSE);
      expectClose(y, expected.filtered_y, 'filtered by the same', CLOSE);
    });

    it('correlations of what is left', () => {
      expectClose(crossCorrelations(x, y, input.max_lag)!, expected.ccf_global_mean_divisor_n, 'ccf', CLOSE);
      const ours = expected.lags.map((lag) => lagCorrelation(x, y, lag));
      const theirs = expected.pairwise;
      expectClose(
        ours.map(({ r }) => r),
        theirs.map(({ pearson }) => pearson),
        'r',
        CLOSE,
      );
      expectClose(
        ours.map(({ rho }) => rho),
        theirs.map(({ spearman }) => spearman),
        'rho',
        CLOSE,
      );
      expectClose(
        ours.map(({ pEff }) => pEff),
        theirs.map(({ p_neff }) => p_neff),
        'p',
        CLOSE,
      );
    });
  },
);

describe('an order chosen by AICc', () => {
  it('is 0 for what does not vary, and is the least criterion of all', () => {
    expect(fitAutoregression(Array<number>(9).fill(3), 2)).toEqual({
      order: 0,
      coefficients: new Float64Array(),
    });
    expect(fitAutoregression([], 2).order).toBe(0);
    const series = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 5, maxLength: 60 });
    fc.assert(
      fc.property(series, fc.integer({ min: 0, max: 4 }), (values, most) => {
        const gamma = autocovariances(values, most);
        const { order, coefficients } = fitAutoregression(values, most);
        if (!(gamma[0]! > 0)) return;
        const criterion = (p: number): number => {
          const phi = new Float64Array(p);
          return aicc(p, solveYuleWalker(gamma, p, phi), values.length);
        };
        for (let p = 0; p <= most; p++) expect(criterion(order)).toBeLessThanOrEqual(criterion(p) + 1e-9);
        // The equations themselves: γ_k = Σ φ_i γ_{k−i}.
        for (let k = 1; k <= order; k++)
          expectClose(
            [coefficients.reduce((sum, phi, i) => sum + phi * gamma[Math.abs(k - 1 - i)]!, 0)],
            [gamma[k]!],
            'Yule–Walker',
            { relative: 1e-7, absolute: 1e-9 * gamma[0]! },
          );
      }),
    );
  });

  it('is seldom the higher one of a short series without memory', () => {
    // AICc of order 1 against 0 at n = 12 asks for 1.9 more of −n·log(1 − r₁²) than AIC does.
    expect(aicc(1, 1, 12) - aicc(0, 1, 12)).toBeCloseTo(72 / 8 - 48 / 9, 12);
  });
});

it('leaves each value less what its predecessors foretold', () => {
  // By hand: mean 2, deviations −1, 1, −1, 1; e = d_t − .5·d_{t−1}.
  expect(Array.from(innovations([1, 3, 1, 3], [0.5]))).toEqual([1.5, -1.5, 1.5]);
  expect(innovations([4, 5], [0.5, 0.1, 0.1])).toEqual(new Float64Array());
});
