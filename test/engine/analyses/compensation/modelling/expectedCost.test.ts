import fc from 'fast-check';
import { randomFrom } from '../../../../../src/engine/core/random';
import { normalDraw } from '../../../../../src/engine/stats/normalDraws';
import {
  expectedPayout,
  meanAttainment,
  shareAtLeast,
} from '../../../../../src/engine/analyses/compensation/modelling/attainment';
import type { AttainmentModel } from '../../../../../src/engine/analyses/compensation/modelling/attainment';
import {
  curveOf,
  curveThrough,
  payoutAt,
} from '../../../../../src/engine/analyses/compensation/modelling/payoutCurve';
import type { PayoutCurve } from '../../../../../src/engine/analyses/compensation/modelling/payoutCurve';
import { fitAttainment } from '../../../../../src/engine/analyses/compensation/modelling/fitAttainment';
import { expectClose, reference } from '../../../../support/reference';

type Tier = readonly [from: number, to: number | null, rate: number];
interface CostCase {
  readonly name: string;
  readonly input: {
    readonly curve: 'marginal' | 'marginal_threshold_.5' | 'retroactive';
    readonly tiers: readonly Tier[];
    readonly threshold: number;
    readonly mu: number;
    readonly sigma: number;
  };
  readonly expected: {
    readonly expected_payout_fraction: number;
    readonly by_quadrature: number;
    readonly mean_attainment: number;
    readonly p_at_or_above_quota: number;
    readonly sd_payout_fraction?: number;
  };
}
const { cases } = reference<CostCase>('comp_expected_cost');
const TOLERANCE = { relative: 1e-7, absolute: 1e-9 };

/** The reference's own payout, by definition. */
function pays({ curve, tiers, threshold }: CostCase['input'], a: number): number {
  if (a < threshold) return 0;
  if (curve === 'retroactive') {
    const tier = tiers.find(([from, to]) => a >= from && (to === null || a < to));
    return (tier?.[2] ?? 0) * a;
  }
  return tiers.reduce(
    (sum, [from, to, rate]) => sum + rate * Math.max(0, Math.min(a, to ?? Infinity) - from),
    0,
  );
}

const curveOfCase = (input: CostCase['input']): PayoutCurve =>
  curveThrough([input.threshold, ...input.tiers.map(([from]) => from)], (a) => pays(input, a));
const modelOf = ({ mu, sigma }: { readonly mu: number; readonly sigma: number }): AttainmentModel => ({
  kind: 'lognormal',
  distribution: { zero: 0, mu, sigma },
});

describe('the expected payout', () => {
  it('agrees with the closed forms and with the quadrature of scipy 1.10.1 in all 12 cases', () => {
    expect(cases.length).toBe(12);
    for (const { name, input, expected } of cases) {
      const model = modelOf(input);
      const { mean, sd } = expectedPayout(curveOfCase(input), model);
      expectClose([mean, mean], [expected.expected_payout_fraction, expected.by_quadrature], name, TOLERANCE);
      expectClose(
        [meanAttainment(model), shareAtLeast(model, 1)],
        [expected.mean_attainment, expected.p_at_or_above_quota],
        name,
        TOLERANCE,
      );
      if (expected.sd_payout_fraction !== undefined)
        expectClose([sd], [expected.sd_payout_fraction], `${name} sd`, TOLERANCE);
    }
  });

  it('is 113 % of target at a mean attainment of 100 % and σ = .5 under 1/1.5/2', () => {
    const found = cases.find(({ name }) => name === 'marginal LN(-0.125,0.5)')!;
    expect(expectedPayout(curveOfCase(found.input), modelOf(found.input)).mean).toBeCloseTo(1.134, 3);
  });

  it('is what drawing 200,000 people gives, within four standard errors', () => {
    const random = randomFrom(11);
    for (const { name, input } of cases) {
      const curve = curveOfCase(input);
      const n = 200_000;
      let sum = 0;
      for (let i = 0; i < n; i++)
        sum += payoutAt(curve, Math.exp(input.mu + input.sigma * normalDraw(random)));
      const { mean, sd } = expectedPayout(curve, modelOf(input));
      expect([name, Math.abs(sum / n - mean) < (4 * sd) / Math.sqrt(n)]).toEqual([name, true]);
    }
  });

  it('counts people at nought with what nought pays', () => {
    const curve = curveOf([
      { from: 0, base: 10, slope: 0 },
      { from: 1, base: 30, slope: 0 },
    ]);
    const half: AttainmentModel = { kind: 'lognormal', distribution: { zero: 0.5, mu: 0, sigma: 0 } };
    expect(expectedPayout(curve, half)).toEqual({ mean: 20, sd: 10 });
  });

  it('over observed values is their mean', () => {
    const curve = curveOf([{ from: 0, base: 0, slope: 2 }]);
    const model: AttainmentModel = { kind: 'observed', values: [0.5, 1.5] };
    expect(expectedPayout(curve, model)).toEqual({ mean: 2, sd: 1 });
    expect([meanAttainment(model), shareAtLeast(model, 1.5)]).toEqual([1, 0.5]);
  });
});

describe('a payout curve', () => {
  it('pays what the rule pays at every attainment, boundaries included', () => {
    for (const { input } of cases) {
      const curve = curveOfCase(input);
      for (const a of [0, 0.25, 0.499999, 0.5, 0.999999, 1, 1.25, 1.5, 3.7])
        expect(payoutAt(curve, a)).toBeCloseTo(pays(input, a), 12);
      expect(payoutAt(curve, -0.1)).toBe(payoutAt(curve, 0));
    }
  });

  it('joins pieces that go on', () => {
    expect(
      curveOf([
        { from: 0, base: 0, slope: 1 },
        { from: 1, base: 0, slope: 1 },
        { from: 2, base: 1, slope: 1 },
      ]).from,
    ).toEqual([0, 2]);
  });
});

describe('the spread of attainment', () => {
  it('is the values themselves under 12 person-years', () => {
    expect(fitAttainment([0.5, -0.2, NaN, 1.2])).toEqual({ kind: 'observed', values: [0.5, 0, 1.2] });
    expect(fitAttainment([])).toBeNull();
    expect(fitAttainment(Array.from({ length: 20 }, () => 0))).toMatchObject({ kind: 'observed' });
  });

  it('has a point mass at zero and the logarithms’ mean and standard deviation', () => {
    const values = [0, 0, -1, ...Array.from({ length: 9 }, (_, i) => Math.exp(i / 10))];
    // Of 0, 0.1 … 0.8: mean 0.4, standard deviation √(60/8)/10.
    expect(fitAttainment(values)).toEqual({
      kind: 'lognormal',
      distribution: {
        zero: 0.25,
        mu: expect.closeTo(0.4, 12),
        sigma: expect.closeTo(0.2738612787525831, 12),
      },
    });
  });

  it('of a large sample is the one that the sample came from', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0.05, max: 1, noNaN: true }), (seed, sigma) => {
        const random = randomFrom(seed);
        const n = 4000;
        const model = fitAttainment(
          Array.from({ length: n }, () => Math.exp(-0.1 + sigma * normalDraw(random))),
        );
        if (model?.kind !== 'lognormal') throw new Error('not fitted');
        expect(Math.abs(model.distribution.mu + 0.1)).toBeLessThan((6 * sigma) / Math.sqrt(n));
        expect(Math.abs(model.distribution.sigma / sigma - 1)).toBeLessThan(6 / Math.sqrt(2 * n));
      }),
      { numRuns: 20 },
    );
  });
});
