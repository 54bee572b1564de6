import fc from 'fast-check';
import { autocorrelations } from '../../../src/engine/stats/autocorrelation';
import { crossCorrelations } from '../../../src/engine/stats/crossCorrelation';
import { effectivePairs } from '../../../src/engine/stats/effectivePairs';
import { lagCorrelation } from '../../../src/engine/stats/lagCorrelation';
import { lagScan } from '../../../src/engine/stats/lagScan';
import { expectClose, reference } from '../../support/reference';

interface LagCase {
  readonly name: string;
  readonly input: Readonly<Record<'x' | 'y', readonly number[]>> & { readonly max_lag: number };
  readonly expected: {
    readonly lags: readonly number[];
    readonly ccf_global_mean_divisor_n: readonly number[];
    readonly pairwise: readonly Readonly<
      Record<'lag' | 'n' | 'pearson' | 'p_iid' | 'n_eff_bartlett' | 'p_neff' | 'spearman', number>
    >[];
    readonly argmax_abs_pairwise: number;
  };
}
const CLOSE = { relative: 1e-8, absolute: 1e-11 };

describe.each(reference<LagCase>('lag_correlation').cases)(
  'agrees with R 4.2.2: $name',
  ({ input, expected }) => {
    const [x, y] = [Float64Array.from(input.x), Float64Array.from(input.y)];

    it('pairs', () => {
      const ours = expected.lags.map((lag) => lagCorrelation(x, y, lag));
      const theirs = expected.pairwise;
      expect(ours.map(({ lag, n }) => [lag, n])).toEqual(theirs.map(({ lag, n }) => [lag, n]));
      const same = (what: string, a: readonly (number | null)[], b: readonly number[]) =>
        expectClose(a, b, what, CLOSE);
      same(
        'r',
        ours.map(({ r }) => r),
        theirs.map((c) => c.pearson),
      );
      same(
        'p',
        ours.map(({ p }) => p),
        theirs.map((c) => c.p_iid),
      );
      same(
        'rho',
        ours.map(({ rho }) => rho),
        theirs.map((c) => c.spearman),
      );
      same(
        'effective pairs',
        ours.map(({ nEff }) => nEff),
        theirs.map((c) => c.n_eff_bartlett),
      );
      same(
        'p of effective pairs',
        ours.map(({ pEff }) => pEff),
        theirs.map((c) => c.p_neff),
      );
      const scan = lagScan([x], [y], input.max_lag);
      const onward = theirs.filter(({ lag }) => lag >= 0);
      same(
        'scanned r',
        onward.map(({ lag }) => scan.r[lag]!),
        onward.map((c) => c.pearson),
      );
      same(
        'scanned rho',
        onward.map(({ lag }) => scan.rho[lag]!),
        onward.map((c) => c.spearman),
      );
      const peak = ours.reduce((best, c) => (Math.abs(c.r!) > Math.abs(best.r!) ? c : best));
      expect(peak.lag).toBe(expected.argmax_abs_pairwise);
    });

    it('cross-correlation function', () => {
      expectClose(crossCorrelations(x, y, input.max_lag)!, expected.ccf_global_mean_divisor_n, 'ccf', CLOSE);
    });
  },
);

interface CcfCase {
  readonly name: string;
  readonly input: LagCase['input'];
  readonly expected: { readonly ccf: readonly number[]; readonly ccf_reverse: readonly number[] };
}

it.each(reference<CcfCase>('ccf_statsmodels').cases)(
  'agrees with statsmodels 0.13.5: $name',
  ({ input, expected }) => {
    const most = input.max_lag;
    const ours = crossCorrelations(input.x, input.y, most)!;
    expectClose(ours.subarray(most), expected.ccf, 'x leads', CLOSE);
    expectClose(ours.slice(0, most + 1).reverse(), expected.ccf_reverse, 'y leads', CLOSE);
  },
);

interface AcfCase {
  readonly name: string;
  readonly input: { readonly x: readonly number[]; readonly lag_max: number };
  readonly expected: { readonly acf: readonly number[] };
}

it.each(reference<AcfCase>('acf_ljungbox').cases)(
  'has the autocorrelations of R 4.2.2: $name',
  ({ input, expected }) => expectClose(autocorrelations(input.x, input.lag_max)!, expected.acf, 'acf', CLOSE),
);

const series = fc
  .array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 40 })
  .map((values) => Float64Array.from(values));

describe('a lag', () => {
  it('is found where x was y that many periods before', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: -6, max: 6 }), (x, lag) => {
        const y = Float64Array.from(x, (_, t) => x[t - lag] ?? NaN);
        const { n, r, nEff } = lagCorrelation(x, y, lag);
        expect(n).toBe(Math.max(0, x.length - Math.abs(lag)));
        if (r !== null) expectClose([r], [1], 'r');
        expect(nEff).toBeLessThanOrEqual(n);
        expect(nEff).toBeGreaterThanOrEqual(Math.min(3, n));
        // Turned round in time what led follows.
        expect(lagCorrelation(y.toReversed(), x.toReversed(), lag).n).toBe(n);
        expectClose([lagCorrelation(y, x, -lag).r], [r], 'the other way');
      }),
    );
  });

  it('has no pairs beyond the series', () => {
    const [x, y] = [Float64Array.of(1, 2, 4), Float64Array.of(3, 1, 2)];
    for (const lag of [3, -3, 9])
      expect(lagCorrelation(x, y, lag)).toEqual({
        lag,
        n: 0,
        r: null,
        p: null,
        rho: null,
        nEff: 0,
        pEff: null,
      });
    expect(lagCorrelation(x, y, 1)).toMatchObject({ n: 2, r: null, nEff: 2 });
  });
});

describe('effective pairs', () => {
  it('are few for series that wander, all for series without memory or against each other', () => {
    const wander = Float64Array.from({ length: 40 }, (_, t) => Math.sin(t / 7));
    const jump = Float64Array.from({ length: 40 }, (_, t) => (t % 2 === 0 ? 1 : -1) + (t % 7) / 9);
    expect(effectivePairs(wander, wander)).toBeLessThan(8);
    expect(effectivePairs(wander, jump)).toBe(40);
    expect(effectivePairs(wander, Array<number>(40).fill(5))).toBe(40);
  });

  it('leave out gaps, which keep their place', () => {
    const x = Float64Array.from({ length: 30 }, (_, t) => Math.sin(t / 4));
    const gap = x.map((v, t) => (t % 10 === 3 ? NaN : v));
    const here = effectivePairs(x, gap);
    expect(here).toBe(effectivePairs(gap, gap));
    expect(here).toBeLessThan(20);
    expect(effectivePairs([NaN, NaN], [1, 2])).toBe(0);
  });
});

it('has neither autocorrelations nor cross-correlations of what does not vary', () => {
  expect(autocorrelations([4, 4, 4], 2)).toBeUndefined();
  expect(autocorrelations([], 2)).toBeUndefined();
  expect(crossCorrelations([4, 4, 4], [1, 2, 3], 1)).toBeUndefined();
});

it('scanning many pairs gives what each pair gives, with ties, gaps and what does not vary', () => {
  const series = (length: number) =>
    fc.array(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 6 }) }, fc.constant(NaN)), {
      minLength: length,
      maxLength: length,
    });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }).chain((n) => fc.array(series(n), { minLength: 2, maxLength: 5 })),
      fc.integer({ min: 0, max: 12 }),
      (all, mostLag) => {
        const [first, ...rest] = all.map((values) => Float64Array.from(values));
        const scan = lagScan(rest, [first!, rest[0]!], mostLag);
        rest.forEach((x, i) =>
          [first!, rest[0]!].forEach((y, j) => {
            for (let lag = 0; lag <= mostLag; lag++) {
              const at = (i * 2 + j) * (mostLag + 1) + lag;
              const { r, rho } = lagCorrelation(x, y, lag);
              for (const [ours, theirs] of [
                [scan.r[at], r],
                [scan.rho[at], rho],
              ] as const)
                if (theirs === null) expect(ours).toBeNaN();
                else expect(ours).toBeCloseTo(theirs, 12);
            }
          }),
        );
      },
    ),
  );
});
