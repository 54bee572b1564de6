import fc from 'fast-check';
import {
  fitCounts,
  negativeBinomialLogLikelihood,
  poissonLogLikelihood,
  sizeByMoments,
} from '../../../src/engine/stats/countModel';
import { newDealMoments, wonByPeriod } from '../../../src/engine/stats/newPipeline';
import { expectClose, reference, type Tolerance } from '../../support/reference';

interface CountCase {
  readonly name: string;
  readonly input: { readonly counts: readonly number[] };
  readonly expected: Readonly<
    Record<
      | 'mean'
      | 'var'
      | 'index_of_dispersion'
      | 'dispersion_p_upper'
      | 'nb_mom_size'
      | 'nb_ml_size'
      | 'nb_ml_mu'
      | 'nb_loglik'
      | 'poisson_loglik',
      number
    >
  >;
}
/** MASS::fitdistr stops its search there. */
const FITTED: Tolerance = { relative: 1e-4, absolute: 1e-8 };

describe('counts of new deals', () => {
  it.each(reference<CountCase>('count_models').cases)(
    'agree with R 4.2.2 and MASS: $name',
    ({ name, input: { counts }, expected }) => {
      const fit = fitCounts(counts);
      expectClose(
        [fit.mean, fit.variance, fit.dispersion, fit.dispersionP, sizeByMoments(fit.mean, fit.variance!)],
        [
          expected.mean,
          expected.var,
          expected.index_of_dispersion,
          expected.dispersion_p_upper,
          expected.nb_mom_size,
        ],
        name,
      );
      expectClose(
        [
          fit.size,
          negativeBinomialLogLikelihood(counts, fit.mean, fit.size),
          poissonLogLikelihood(counts, fit.mean),
        ],
        [expected.nb_ml_size, expected.nb_loglik, expected.poisson_loglik],
        name,
        FITTED,
      );
      // At our size the counts are no less likely than at theirs.
      expect(negativeBinomialLogLikelihood(counts, fit.mean, fit.size)).toBeGreaterThanOrEqual(
        negativeBinomialLogLikelihood(counts, expected.nb_ml_mu, expected.nb_ml_size) - 1e-9,
      );
    },
  );

  it('are Poisson when they spread no more than that, or when there is one period, or none', () => {
    expect(fitCounts([4, 4, 4, 4]).size).toBe(Infinity);
    expect(fitCounts([7])).toMatchObject({ mean: 7, variance: null, dispersion: null, size: Infinity });
    expect(fitCounts([])).toMatchObject({ mean: 0, variance: null, size: Infinity });
    expect(fitCounts([0, 0, 0])).toMatchObject({ mean: 0, dispersion: null, size: Infinity });
  });

  it('never get a size that is not positive (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 30 }), (counts) => {
        const { size, mean, variance } = fitCounts(counts);
        expect(size).toBeGreaterThan(0);
        expect(size === Infinity).toBe(variance === null || variance <= mean);
      }),
    );
  });
});

interface NewPipelineCase {
  readonly name: string;
  readonly input: {
    readonly rate: readonly number[];
    readonly p_win: number;
    readonly win_cdf: readonly number[];
    readonly mean_amt: number;
    readonly sd_amt: number;
    readonly size?: number;
  };
  readonly expected: {
    readonly expected_wins_by_month: readonly number[];
    readonly expected_wins_total: number;
    readonly var_wins_total: number;
    readonly expected_revenue: number;
    readonly var_revenue: number;
  };
}

describe('deals not yet created', () => {
  it.each(reference<NewPipelineCase>('new_pipeline').cases)(
    'have the moments of the thinned compound process: $name',
    ({ name, input, expected }) => {
      const incidence = input.win_cdf.map((share) => share * input.p_win);
      const moments = newDealMoments(
        {
          rate: input.rate,
          wonIn: wonByPeriod(input.rate.length, incidence),
          size: input.size ?? Infinity,
        },
        input.mean_amt,
        input.sd_amt,
      );
      const tolerance = { relative: 1e-10, absolute: 1e-10 };
      expectClose(moments.winsByPeriod, expected.expected_wins_by_month, name, tolerance);
      expectClose(
        [moments.wins, moments.winsVariance, moments.revenue, moments.revenueVariance],
        [
          expected.expected_wins_total,
          expected.var_wins_total,
          expected.expected_revenue,
          expected.var_revenue,
        ],
        name,
        tolerance,
      );
    },
  );
});
