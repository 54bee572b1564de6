import type { Circumstances } from '../../../core/circumstances';
import { modifiersOf, type Plan } from '../plan';
import { simulated, type SimulatedCost } from './cost';
import { costModelOf, togetherOf, type CostModel } from './costModel';
import type { PlanDesk } from './planDesk';
import type { SpreadChoice } from './series';

/** What the plan year may cost under plans of one book, all on one draw. */
export interface YearCosts {
  readonly model: CostModel;
  /** Of each plan: whether it pays. */
  readonly inForce: readonly boolean[];
  /** Of each plan. */
  readonly plans: readonly SimulatedCost[];
  /** Of all plans in force together; of all alternatives where none is. */
  readonly all: SimulatedCost;
}

/** An alternative is there for comparison: it pays nobody. */
const isInForce = ({ modifiers }: Plan): boolean => modifiersOf(modifiers, 'alternativeTo').length === 0;

export function yearCosts(
  plans: readonly Plan[],
  desk: PlanDesk,
  choice: SpreadChoice,
  runs: number,
  { asOf, random }: Pick<Circumstances, 'asOf' | 'random'>,
): YearCosts {
  const model = costModelOf(plans, desk, asOf, choice);
  const inForce = plans.map(isInForce);
  const together = togetherOf(model.plans.filter((_, p) => inForce[p] || !inForce.some(Boolean)));
  const costs = simulated({ ...model, plans: [...model.plans, together] }, runs, random);
  return { model, inForce, plans: costs.slice(0, -1), all: costs[plans.length]! };
}
