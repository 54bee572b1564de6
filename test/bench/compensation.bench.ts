import assert from 'node:assert/strict';
import { expectedPayout } from '../../src/engine/analyses/compensation/modelling/attainment';
import { drawOf, type TeamSpread } from '../../src/engine/analyses/compensation/modelling/drawAttainment';
import { curveThrough } from '../../src/engine/analyses/compensation/modelling/payoutCurve';
import { simulateCost, type CostPlan } from '../../src/engine/analyses/compensation/modelling/simulateCost';
import { randomFrom } from '../../src/engine/core/random';
import type { BenchCase } from './case';
import { costPeers } from './peers/cost';

/** Marginal tiers of one measure: a rate from a line of attainment on. */
export interface BenchTier {
  readonly from: number;
  readonly rate: number;
}
/** Three measures, with the part of target pay that each has. */
export type BenchPlan = readonly { readonly weight: number; readonly tiers: readonly BenchTier[] }[];

export interface CostWork {
  readonly plans: readonly BenchPlan[];
  /** Target pay of each person, in cents. */
  readonly target: Float64Array;
  readonly runs: number;
  readonly mu: readonly number[];
  readonly sigma: readonly number[];
}

const PLANS = 20;
/** People and simulated years by size. */
const TEAMS: Readonly<Record<number, readonly [people: number, runs: number]>> = {
  20_000: [20, 1000],
  200_000: [200, 1000],
  1_000_000: [200, 5000],
};
const WEIGHTS = [0.6, 0.25, 0.15];

/** Twenty variants as a designer would try them: other thresholds, accelerators and last tiers. */
const planOf = (p: number): BenchPlan =>
  WEIGHTS.map((weight, m) => ({
    weight,
    tiers: [
      { from: 0.4 + 0.02 * (p % 5), rate: 1 },
      { from: 1, rate: 1.5 + 0.1 * (p % 4) + 0.05 * m },
      { from: 1.3 + 0.05 * (p % 7), rate: 2 + 0.1 * (p % 3) },
      { from: 2.5, rate: 0.5 },
    ],
  }));

const paid = (tiers: readonly BenchTier[], a: number): number =>
  tiers.reduce(
    (sum, { from, rate }, t) => sum + rate * Math.max(0, Math.min(a, tiers[t + 1]?.from ?? Infinity) - from),
    0,
  );

function workOf(size: number): CostWork {
  const [people, runs] = TEAMS[size]!;
  return {
    plans: Array.from({ length: PLANS }, (_, p) => planOf(p)),
    target: Float64Array.from({ length: people }, (_, i) => 5_000_000 + 10_000 * (i % 31)),
    runs,
    mu: [-0.05, -0.125, 0],
    sigma: [0.3, 0.5, 0.2],
  };
}

const spreadOf = ({ mu, sigma }: CostWork): TeamSpread => ({
  series: mu.map((m, i) => ({
    model: { kind: 'lognormal', distribution: { zero: 0, mu: m, sigma: sigma[i]! } },
    together: 0,
    persistent: 0,
  })),
  slots: mu.map((_, i) => i),
});

/** A plan's curves are found once and serve every simulation of it, but finding them is a part of the work all the same. */
const costPlans = ({ plans, target }: CostWork): CostPlan[] =>
  plans.map((plan) => ({
    components: plan.map(({ weight, tiers }, slot) => ({
      slot,
      curves: [
        curveThrough(
          tiers.map(({ from }) => from),
          (a) => paid(tiers, a),
        ),
      ],
      curveOf: new Uint16Array(target.length),
      scale: target.map((cents) => cents * weight),
    })),
  }));

const keysOf = ({ target }: CostWork): string[] => Array.from(target, (_, i) => `person ${i}`);

/** Totals by plan and run, by the definition of a tier, on the draws that ours makes. */
function plainTotals(work: CostWork): number[][] {
  const draw = drawOf(spreadOf(work));
  const totals = work.plans.map(() => Array.from({ length: work.runs }, () => 0));
  keysOf(work).forEach((key, person) => {
    const random = randomFrom(1).stream(`attainment/${key}`);
    for (let run = 0; run < work.runs; run++) {
      const attainment = new Float64Array(3);
      draw(random, new Float64Array(3), 0, attainment);
      work.plans.forEach((plan, p) =>
        plan.forEach(({ weight, tiers }, m) => {
          totals[p]![run]! += work.target[person]! * weight * paid(tiers, attainment[m]!);
        }),
      );
    }
  });
  return totals;
}

/** Throws unless a mean cost by plan lies within five standard errors of the closed form. */
export function checkMeans(work: CostWork, means: ArrayLike<number>): void {
  const spread = spreadOf(work);
  costPlans(work).forEach(({ components }, p) => {
    const parts = components.map(({ slot, curves, scale }) => {
      const { mean, sd } = expectedPayout(curves[0]!, spread.series[slot]!.model);
      const squares = scale.reduce((sum, cents) => sum + cents * cents, 0);
      return { mean: mean * scale.reduce((sum, cents) => sum + cents, 0), variance: sd * sd * squares };
    });
    const expected = parts.reduce((sum, { mean }) => sum + mean, 0);
    const error = Math.sqrt(parts.reduce((sum, { variance }) => sum + variance, 0) / work.runs);
    assert.ok(
      Math.abs(means[p]! - expected) < 5 * error,
      `plan ${p}: ${means[p]} is not ${expected} ± ${error}`,
    );
  });
}

export const W5: BenchCase = {
  id: 'W5',
  title: `cost of ${PLANS} plans with 3 measures over simulated years, all plans on one draw; rows are person-years drawn`,
  sizes: Object.keys(TEAMS).map(Number),
  prepare: (size) => {
    const work = workOf(size);
    const people = keysOf(work);
    const run = () => simulateCost(costPlans(work), people, spreadOf(work), work.runs, randomFrom(1));
    return {
      check: () => {
        const { totals } = run();
        if (size <= 20_000)
          plainTotals(work).forEach((plain, p) =>
            plain.forEach((cents, r) => assert.ok(Math.abs(totals[p]![r]! - cents) < 1e-9 * cents)),
          );
        checkMeans(
          work,
          totals.map((ofPlan) => ofPlan.reduce((a, b) => a + b, 0) / work.runs),
        );
      },
      run,
      peers: async () => costPeers(work),
    };
  },
};
