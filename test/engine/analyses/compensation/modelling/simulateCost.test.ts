import fc from 'fast-check';
import {
  expectedPayout,
  type AttainmentModel,
} from '../../../../../src/engine/analyses/compensation/modelling/attainment';
import type { TeamSpread } from '../../../../../src/engine/analyses/compensation/modelling/drawAttainment';
import { cellAt, mergeCurves } from '../../../../../src/engine/analyses/compensation/modelling/mergedCurves';
import {
  curveOf,
  payoutAt,
  type PayoutCurve,
} from '../../../../../src/engine/analyses/compensation/modelling/payoutCurve';
import {
  simulateCost,
  type CostComponent,
  type CostPlan,
} from '../../../../../src/engine/analyses/compensation/modelling/simulateCost';
import { randomFrom } from '../../../../../src/engine/core/random';

const RUNS = 4000;
const lognormal = (mu: number, sigma: number, zero = 0): AttainmentModel => ({
  kind: 'lognormal',
  distribution: { zero, mu, sigma },
});
const accelerator = curveOf([
  { from: 0, base: 0, slope: 1 },
  { from: 1, base: -0.5, slope: 1.5 },
  { from: 1.5, base: -1.25, slope: 2 },
]);
const cliff = curveOf([
  { from: 0, base: 0, slope: 0 },
  { from: 0.5, base: 0, slope: 0.8 },
  { from: 1, base: 0, slope: 1 },
]);
const component = (slot: number, curve: PayoutCurve, scale: readonly number[]): CostComponent => ({
  slot,
  curves: [curve],
  curveOf: new Uint16Array(scale.length),
  scale: Float64Array.from(scale),
});
const one = (curve: PayoutCurve, scale: readonly number[]): CostPlan => ({
  components: [component(0, curve, scale)],
});
const people = (n: number): string[] => Array.from({ length: n }, (_, i) => `person ${i}`);
const spreadOf = (models: readonly AttainmentModel[], together = 0, persistent = 0): TeamSpread => ({
  series: models.map((model) => ({ model, together, persistent })),
  slots: models.map((_, i) => i),
});
const SPREAD = spreadOf([lognormal(-0.05, 0.3)]);
const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;
const sd = (values: Float64Array): number =>
  Math.sqrt(values.reduce((sum, x) => sum + (x - mean(values)) ** 2, 0) / values.length);

describe('the simulated cost', () => {
  it.each([
    ['marginal', accelerator, lognormal(-0.05, 0.3)],
    ['cliff', cliff, lognormal(-0.125, 0.5, 0.1)],
    ['observed', accelerator, { kind: 'observed', values: [0, 0.4, 0.9, 1.1, 1.6] }],
  ] satisfies [string, PayoutCurve, AttainmentModel][])(
    'has the mean of the closed form: %s',
    (_, curve, model) => {
      const scale = [1e6, 2e6, 3e6];
      const { totals } = simulateCost([one(curve, scale)], people(3), spreadOf([model]), RUNS, randomFrom(5));
      const expected = expectedPayout(curve, model);
      // Four standard errors, as the reference file asks for.
      const error = (4 * expected.sd * Math.hypot(...scale)) / Math.sqrt(RUNS);
      expect(Math.abs(mean(totals[0]!) - expected.mean * 6e6)).toBeLessThan(error);
      expect(sd(totals[0]!) / (expected.sd * Math.hypot(...scale))).toBeCloseTo(1, 1);
    },
  );

  it('gives a person the same luck whoever else is there, and plans the same draw', () => {
    const alone = simulateCost([one(accelerator, [1])], ['person 1'], SPREAD, 300, randomFrom(5));
    const both = simulateCost(
      [one(accelerator, [0, 1]), one(cliff, [0, 1]), one(accelerator, [0, 1])],
      people(2),
      SPREAD,
      300,
      randomFrom(5),
    );
    expect(both.totals[0]).toEqual(alone.totals[0]);
    expect(both.totals[2]).toEqual(both.totals[0]);
  });

  it('of fewer runs is the beginning of that of more', () => {
    const run = (runs: number) =>
      simulateCost([one(accelerator, [1, 1])], people(2), SPREAD, runs, randomFrom(1));
    expect(run(500).totals[0]!.subarray(0, 77)).toEqual(run(77).totals[0]);
  });

  it('pays nobody more than the cap', () => {
    const plan = one(accelerator, [100, 100]);
    const capped: CostPlan = { ...plan, settle: (person, pay) => Math.min(pay, [90, 50][person]!) };
    const { totals } = simulateCost([plan, capped], people(2), SPREAD, 2000, randomFrom(2));
    expect(Math.max(...totals[1]!)).toBe(140);
    expect(totals[1]!.every((total, i) => total <= totals[0]![i]!)).toBe(true);
    // The same as a flat piece from where the cap begins.
    const flat = curveOf([
      { from: 0, base: 0, slope: 1 },
      { from: 0.9, base: 0.9, slope: 0 },
    ]);
    const single = simulateCost(
      [one(flat, [100]), { ...one(accelerator, [100]), settle: (_, pay) => Math.min(pay, 90) }],
      people(1),
      SPREAD,
      500,
      randomFrom(3),
    );
    single.totals[0]!.forEach((total, i) => expect(single.totals[1]![i]).toBeCloseTo(total, 10));
  });

  it('adds the components of a plan, each on its own measure', () => {
    const spread = spreadOf([lognormal(0, 0.4), lognormal(-0.2, 0.6)]);
    const [first, second] = [component(0, accelerator, [70, 35]), component(1, cliff, [30, 15])];
    const { totals } = simulateCost(
      [{ components: [first, second] }, { components: [first] }, { components: [second] }],
      people(2),
      spread,
      400,
      randomFrom(4),
    );
    totals[0]!.forEach((total, i) => expect(total).toBeCloseTo(totals[1]![i]! + totals[2]![i]!, 9));
  });

  it('keeps its mean and widens where years are good or bad for all', () => {
    const scale = Array.from({ length: 60 }, () => 1);
    const run = (together: number) =>
      simulateCost(
        [one(accelerator, scale)],
        people(60),
        spreadOf([lognormal(-0.05, 0.3)], together),
        RUNS,
        randomFrom(8),
      ).totals[0]!;
    const [apart, half] = [run(0), run(0.5)];
    const expected = expectedPayout(accelerator, SPREAD.series[0]!.model);
    expect(sd(apart) / (expected.sd * Math.sqrt(60))).toBeCloseTo(1, 1);
    expect(sd(half)).toBeGreaterThan(4 * sd(apart));
    expect(Math.abs(mean(half) - 60 * expected.mean)).toBeLessThan((4 * sd(half)) / Math.sqrt(RUNS));
  });

  it('without people or plans costs nothing', () => {
    expect(simulateCost([one(accelerator, [])], [], SPREAD, 3, randomFrom(1)).totals).toEqual([
      new Float64Array(3),
    ]);
    expect(simulateCost([], people(2), SPREAD, 3, randomFrom(1)).totals).toEqual([]);
  });
});

describe('merged curves', () => {
  const share = fc.double({ min: 0, max: 4, noNaN: true });
  const rate = fc.double({ min: -2, max: 5, noNaN: true });
  const curves = fc.array(fc.tuple(share, rate, rate), { minLength: 1, maxLength: 6 }).map((pieces) =>
    curveOf(
      [...pieces]
        .sort(([a], [b]) => a - b)
        .filter(([from], i, all) => i === 0 || from > all[i - 1]![0])
        .map(([from, base, slope], i) => ({ from: i === 0 ? 0 : from, base, slope })),
    ),
  );

  it('pay at every attainment what each curve pays', () => {
    fc.assert(
      fc.property(fc.array(curves, { minLength: 1, maxLength: 6 }), fc.array(share), (all, extra) => {
        const merged = mergeCurves(all);
        const boundaries = all.flatMap(({ from }) => from);
        for (const a of [...extra, ...boundaries, ...boundaries.map((b) => b * (1 + Number.EPSILON)), 1e9]) {
          const cell = cellAt(merged, a);
          all.forEach((curve, k) => {
            const at = 2 * (cell * merged.curves + k);
            const pays = merged.coefficients[at]! + merged.coefficients[at + 1]! * a;
            expect(pays).toBe(payoutAt(curve, a));
          });
        }
      }),
    );
  });
});
