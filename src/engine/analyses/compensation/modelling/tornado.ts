import { initialValues } from '../../../core/assumptionValues';
import type { NumberAssumption } from '../../../core/assumption';
import type { Day } from '../../../core/day';
import type { RandomSource } from '../../../core/random';
import type { Plan } from '../plan';
import type { AttainmentModel } from './attainment';
import { costsOf, type PlanCost } from './cost';
import { costModelOf, type CostModel } from './costModel';
import { parametersOf, planWith } from './parameters';
import type { PlanDesk } from './planDesk';
import type { SpreadChoice } from './series';

/** How much the expected cost moves when one thing moves; cents. */
export interface TornadoBar {
  readonly lever: string;
  /** "±10%" or "±0.05". */
  readonly by: string;
  /** Expected cost as it is. */
  readonly base: number;
  /** Expected cost, and its 90th percentile, with the lever down and up. */
  readonly down: number;
  readonly up: number;
  readonly downP90: number;
  readonly upP90: number;
}

export interface Tornado {
  readonly base: PlanCost;
  /** Widest first; levers that move nothing are left out. */
  readonly bars: readonly TornadoBar[];
}

const RATE_STEP = 0.1;
const MU_STEP = 0.05;
const SIGMA_STEP = 0.1;

/** Parameters that are rates: of components, tiers, points and ranks, and factors of multipliers. */
const isRate = ({ id, unit }: NumberAssumption): boolean =>
  id.endsWith('/rate') || (unit === '×' && id.includes('/multiplier'));

/**
 * The cost with each rate 10 % down and up, with μ 0.05 down and up (everyone sells 5 % less or more) and with σ 10 %
 * down and up (C5). All variants of the plan stand on one draw, and those of μ and σ on the same normal draws (common
 * random numbers): a bar is its lever and not chance.
 */
export function tornadoOf(
  plan: Plan,
  desk: PlanDesk,
  asOf: Day,
  choice: SpreadChoice,
  runs: number,
  random: RandomSource,
): Tornado {
  const rates = parametersOf(plan).filter((p) => isRate(p) && p.initial !== 0);
  const initial = initialValues(rates);
  const variants = rates.flatMap((rate) =>
    [1 - RATE_STEP, 1 + RATE_STEP].map((by) => planWith(plan, { ...initial, [rate.id]: rate.initial * by })),
  );
  const model = costModelOf([plan, ...variants], desk, asOf, choice);
  const [base, ...others] = costsOf(model, runs, random);
  const alone: CostModel = { ...model, plans: model.plans.slice(0, 1) };
  const moved = (mu: number, sigma: number): PlanCost =>
    costsOf(movedModel(alone, mu, sigma), runs, random)[0]!;
  const bar = (lever: string, by: string, down: PlanCost, up: PlanCost): TornadoBar => ({
    lever,
    by,
    base: base!.mean,
    down: down.mean,
    up: up.mean,
    downP90: down.p90,
    upP90: up.p90,
  });
  const bars = [
    ...rates.map(({ label }, i) => bar(label, '±10%', others[2 * i]!, others[2 * i + 1]!)),
    bar('Attainment: everyone sells less or more (μ)', '±0.05', moved(-MU_STEP, 1), moved(MU_STEP, 1)),
    bar(
      'Attainment: how far people are apart (σ)',
      '±10%',
      moved(0, 1 - SIGMA_STEP),
      moved(0, 1 + SIGMA_STEP),
    ),
  ];
  const width = ({ down, up }: TornadoBar): number => Math.abs(up - down);
  return {
    base: base!,
    bars: bars.filter((one) => width(one) > 0.5).sort((a, b) => width(b) - width(a)),
  };
}

/** The model with another spread: μ moved by a summand, σ by a factor; observed values likewise on their logarithms. */
const movedModel = (model: CostModel, mu: number, sigma: number): CostModel => ({
  ...model,
  spread: {
    ...model.spread,
    series: model.spread.series.map((series) => ({ ...series, model: movedSpread(series.model, mu, sigma) })),
  },
});

export function movedSpread(model: AttainmentModel, mu: number, sigma: number): AttainmentModel {
  if (model.kind === 'lognormal')
    return {
      ...model,
      distribution: {
        ...model.distribution,
        mu: model.distribution.mu + mu,
        sigma: model.distribution.sigma * sigma,
      },
    };
  const logs = model.values.filter((a) => a > 0).map(Math.log);
  const middle = logs.reduce((sum, x) => sum + x, 0) / Math.max(1, logs.length);
  return {
    kind: 'observed',
    values: model.values.map((a) => (a > 0 ? Math.exp(middle + mu + sigma * (Math.log(a) - middle)) : 0)),
  };
}
