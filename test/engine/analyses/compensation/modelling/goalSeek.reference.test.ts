import { expectedPayout } from '../../../../../src/engine/analyses/compensation/modelling/attainment';
import { curveOf } from '../../../../../src/engine/analyses/compensation/modelling/payoutCurve';
import { solveMonotone } from '../../../../../src/engine/stats/solveMonotone';
import { expectClose, reference } from '../../../../support/reference';

interface SeekCase {
  readonly name: string;
  readonly input: {
    readonly mu: number;
    readonly sigma: number;
    readonly budget_expected_payout: number;
    readonly bracket: readonly [number, number];
  };
  readonly expected: {
    readonly rate: number;
    readonly feasible: boolean;
    readonly cost_at_lo: number;
    readonly cost_at_hi: number;
  };
}
const { cases } = reference<SeekCase>('comp_goal_seek');

/** Rate 1 up to quota and `rate` above it, marginal. */
const costOf = ({ mu, sigma }: SeekCase['input'], rate: number): number =>
  expectedPayout(
    curveOf([
      { from: 0, base: 0, slope: 1 },
      { from: 1, base: 1 - rate, slope: rate },
    ]),
    { kind: 'lognormal', distribution: { zero: 0, mu, sigma } },
  ).mean;

describe('the accelerator that meets a budget', () => {
  it('agrees with the root finding of scipy 1.10.1 in all 3 cases', () => {
    expect(cases.length).toBe(3);
    for (const { name, input, expected } of cases) {
      const [low, high] = input.bracket;
      const cost = (rate: number): number => costOf(input, rate);
      expectClose([cost(low), cost(high)], [expected.cost_at_lo, expected.cost_at_hi], name);
      const found = solveMonotone(cost, input.budget_expected_payout, low, high, { tolerance: 1e-14 });
      expect([found.found === 'solution', name]).toEqual([expected.feasible, name]);
      if (found.found === 'solution')
        expectClose([found.x], [expected.rate], name, { relative: 1e-8, absolute: 1e-9 });
    }
  });

  it('is out of reach beyond what the bounds cost, and the nearest bound is named', () => {
    const { input, expected } = cases[0]!;
    const [low, high] = input.bracket;
    const seek = (budget: number) =>
      solveMonotone((rate) => costOf(input, rate), budget, low, high, { tolerance: 1e-9 });
    expect(seek(0.5)).toMatchObject({
      found: 'outOfReach',
      x: low,
      y: expect.closeTo(expected.cost_at_lo, 9),
    });
    expect(seek(9)).toMatchObject({
      found: 'outOfReach',
      x: high,
      y: expect.closeTo(expected.cost_at_hi, 9),
    });
  });
});
