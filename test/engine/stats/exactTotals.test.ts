import fc from 'fast-check';
import {
  exactTotals,
  meanTotal,
  MOST_TOTALS,
  probabilityAtLeast,
  totalAt,
} from '../../../src/engine/stats/exactTotals';
import { jointProbability } from '../../../src/engine/stats/oneFactor';
import { poissonBinomial } from '../../../src/engine/stats/poissonBinomial';
import { expectClose, reference, type Tolerance } from '../../support/reference';

interface PipelineCase {
  readonly name: string;
  readonly input: { readonly p: readonly number[]; readonly amount: readonly number[]; readonly rho: number };
  readonly expected: {
    readonly mean: number;
    readonly sd: number;
    readonly quantile_probs: readonly number[];
    readonly quantiles: readonly number[];
    readonly targets: readonly number[];
    readonly p_at_least_target: readonly number[];
    readonly wins_pmf?: readonly number[];
    readonly joint_win_prob_deals_1_2?: number;
  };
}
const { cases } = reference<PipelineCase>('pipeline_montecarlo');
/** The reference integrates over 3,601 nodes, and says 1e-6. */
const INTEGRATED: Tolerance = { relative: 1e-6, absolute: 1e-8 };

const known = ({ p, amount, rho }: PipelineCase['input']) =>
  exactTotals({ p, amount, rho, group: p.map(() => 0), spread: [0] })!;

describe('the exact distribution of won revenue', () => {
  it.each(cases)('agrees with R 4.2.2: $name', ({ name, input, expected }) => {
    const exact = known(input);
    const mean = meanTotal(exact);
    const square = meanTotal({ ...exact, totals: exact.totals.map((t) => (t - mean) ** 2) });
    expectClose([mean, Math.sqrt(square)], [expected.mean, expected.sd], name, INTEGRATED);
    expectClose(
      expected.targets.map((target) => probabilityAtLeast(exact, target)),
      expected.p_at_least_target,
      `${name}, targets`,
      INTEGRATED,
    );
    expect(expected.quantile_probs.map((u) => totalAt(exact, u))).toEqual(expected.quantiles);
    if (expected.joint_win_prob_deals_1_2 !== undefined)
      expectClose(
        [jointProbability(input.p[0]!, input.p[1]!, input.rho)],
        [expected.joint_win_prob_deals_1_2],
        name,
        INTEGRATED,
      );
    if (expected.wins_pmf)
      expectClose(poissonBinomial(input.p), expected.wins_pmf, `${name}, number of wins`, {
        relative: 1e-9,
        absolute: 1e-12,
      });
  });

  it('is that of the published three deals: 45k at 70%, 18.5k at 85%, 12k at 50%', () => {
    const exact = known({ p: [0.7, 0.85, 0.5], amount: [45_000, 18_500, 12_000], rho: 0 });
    const mean = meanTotal(exact);
    const square = meanTotal({ ...exact, totals: exact.totals.map((t) => (t - mean) ** 2) });
    expect(mean).toBeCloseTo(53_225, 6);
    expect(Math.sqrt(square)).toBeCloseTo(22_469.69, 2);
    expect(probabilityAtLeast(exact, 63_500)).toBeCloseTo(0.595, 12);
  });

  it('keeps each probability when groups have errors of their own, and spreads more widely', () => {
    const events = { p: [0.3, 0.3, 0.6, 0.6], amount: [5, 7, 11, 13], group: [0, 0, 1, 1], rho: 0.1 };
    const sure = exactTotals({ ...events, spread: [0, 0] })!;
    const unsure = exactTotals({ ...events, spread: [0.6, 0.6] })!;
    expect(meanTotal(unsure)).toBeCloseTo(0.3 * 12 + 0.6 * 24, 8);
    expect(meanTotal(unsure)).toBeCloseTo(meanTotal(sure), 8);
    expect(probabilityAtLeast(unsure, 36)).toBeGreaterThan(probabilityAtLeast(sure, 36));
    expect(probabilityAtLeast(unsure, 1)).toBeLessThan(probabilityAtLeast(sure, 1));
  });

  it('of no deals is nought for sure; certain deals are certain', () => {
    const none = known({ p: [], amount: [], rho: 0.2 });
    expect(none.totals).toEqual(Float64Array.of(0));
    expect(none.probability[0]).toBeCloseTo(1, 12);
    expect(probabilityAtLeast(known({ p: [1, 0], amount: [4, 9], rho: 0.2 }), 4)).toBeCloseTo(1, 12);
  });

  it('gives up when the totals are too many, and not when many deals have few totals', () => {
    const powers = Array.from({ length: 13 }, (_, i) => 2 ** i);
    expect(2 ** 13).toBeGreaterThan(MOST_TOTALS);
    expect(
      exactTotals({
        p: powers.map(() => 0.5),
        amount: powers,
        group: powers.map(() => 0),
        spread: [0],
        rho: 0,
      }),
    ).toBeUndefined();
    expect(known({ p: powers.map(() => 0.5), amount: powers.map(() => 1), rho: 0 }).totals.length).toBe(14);
  });

  it('adds up to one, with the mean Σap, whatever the deals (property)', () => {
    const deal = fc.record({
      p: fc.double({ min: 0, max: 1, noNaN: true }),
      amount: fc.integer({ min: 0, max: 1000 }),
      group: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(
        fc.array(deal, { maxLength: 8 }),
        fc.double({ min: 0, max: 0.6, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (deals, rho, spread) => {
          const exact = exactTotals({
            p: deals.map((d) => d.p),
            amount: deals.map((d) => d.amount),
            group: deals.map((d) => d.group),
            spread: [spread, 0, spread / 2],
            rho,
          })!;
          expect(exact.probability.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
          expect(meanTotal(exact)).toBeCloseTo(
            deals.reduce((sum, { p, amount }) => sum + p * amount, 0),
            4,
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
