import type { RandomSource } from '../../../core/random';
import { quantile } from '../../../stats/quantile';
import { expectedPayout } from './attainment';
import type { CostModel, ModelledPlan } from './costModel';
import { simulateCost, type CostPlan } from './simulateCost';

/** What a plan costs over the plan year, as it may turn out. Cents. */
export interface PlanCost {
  readonly mean: number;
  /** Of the mean; null where it is known in closed form. */
  readonly standardError: number | null;
  readonly sd: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** What everyone would be paid at exactly target. */
  readonly target: number;
  /** Mean of what is credited; 0 where nothing is money. */
  readonly volume: number;
  /** Compensation cost of sales: cost ÷ what is credited; the mean is that of all runs together. */
  readonly ccos: { readonly mean: number; readonly p10: number; readonly p90: number } | null;
  readonly bins: readonly CostBin[];
}

/** Cost from `from` to below `to` in this share of the runs. */
export interface CostBin {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** The cost of every plan of a model, on one draw. */
export const costsOf = (model: CostModel, runs: number, random: RandomSource): readonly PlanCost[] =>
  simulated(model, runs, random).map(({ cost }) => cost);

export interface SimulatedCost {
  readonly cost: PlanCost;
  /** Of each run. */
  readonly totals: Float64Array;
}

/** The same with the cost of each run. */
export function simulated(model: CostModel, runs: number, random: RandomSource): readonly SimulatedCost[] {
  const parts = model.plans.flatMap(({ parts: own, volume }) => [...own, volume]);
  const { totals } = simulateCost(parts, model.people, model.spread, runs, random);
  let at = 0;
  return model.plans.map((plan) => {
    const cost = summed(totals.slice(at, at + plan.parts.length), runs);
    const volume = totals[at + plan.parts.length]!;
    at += plan.parts.length + 1;
    return { cost: summarised(plan, model, cost, volume), totals: cost };
  });
}

const summed = (parts: readonly Float64Array[], runs: number): Float64Array =>
  Float64Array.from({ length: runs }, (_, run) => parts.reduce((sum, part) => sum + part[run]!, 0));

const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function summarised(
  plan: ModelledPlan,
  model: CostModel,
  cost: Float64Array,
  volume: Float64Array,
): PlanCost {
  const simulated = meanOf(cost);
  const variance = cost.reduce((sum, x) => sum + (x - simulated) ** 2, 0) / Math.max(1, cost.length - 1);
  const exact = exactMean(plan, model);
  const at = (values: Float64Array, p: number): number => quantile(values, p)!;
  const credited = meanOf(volume);
  const ratios = cost.map((x, run) => (volume[run]! > 0 ? x / volume[run]! : 0));
  return {
    mean: exact ?? simulated,
    standardError: exact === null ? Math.sqrt(variance / cost.length) : null,
    sd: Math.sqrt(variance),
    p10: at(cost, 0.1),
    p50: at(cost, 0.5),
    p90: at(cost, 0.9),
    target: plan.target,
    volume: credited,
    ccos:
      credited > 0
        ? { mean: (exact ?? simulated) / credited, p10: at(ratios, 0.1), p90: at(ratios, 0.9) }
        : null,
    bins: binsOf(cost),
  };
}

/** The expected cost in closed form; null where the plan has none. */
export function exactMean({ parts, exact }: ModelledPlan, { spread }: CostModel): number | null {
  if (!exact) return null;
  return parts.reduce((sum, part) => sum + meanOfPart(part, spread), 0);
}

function meanOfPart({ components }: CostPlan, { series, slots }: CostModel['spread']): number {
  let sum = 0;
  for (const { slot, curves, curveOf, scale } of components) {
    const { model } = series[slots[slot]!]!;
    const means = curves.map((curve) => expectedPayout(curve, model).mean);
    for (let person = 0; person < curveOf.length; person++) sum += means[curveOf[person]!]! * scale[person]!;
  }
  return sum;
}

const BINS = 24;

/** Equal bins from the least to the greatest; one where all are equal. */
function binsOf(cost: Float64Array): readonly CostBin[] {
  let [low, high] = [Infinity, -Infinity];
  for (const x of cost) [low, high] = [Math.min(low, x), Math.max(high, x)];
  if (!(high > low)) return [{ from: low, to: high, share: 1 }];
  const counts = new Int32Array(BINS);
  for (const x of cost) counts[Math.min(BINS - 1, Math.floor(((x - low) / (high - low)) * BINS))]!++;
  const width = (high - low) / BINS;
  return Array.from(counts, (count, i) => ({
    from: low + i * width,
    to: low + (i + 1) * width,
    share: count / cost.length,
  }));
}
