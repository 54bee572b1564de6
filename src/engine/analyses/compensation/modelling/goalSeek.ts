import type { Day } from '../../../core/day';
import { showValue } from '../../../core/assumptionValues';
import type { RandomSource } from '../../../core/random';
import { solveMonotone } from '../../../stats/solveMonotone';
import { formatValue } from '../../../report/formats';
import type { Plan } from '../plan';
import { costsOf, exactMean } from './cost';
import { costModelOf } from './costModel';
import { parametersOf, planWith } from './parameters';
import type { PlanDesk } from './planDesk';
import type { SpreadChoice } from './series';

/** What came of a search for a budget; costs in cents. */
export type Seek =
  | { readonly found: 'solution'; readonly value: number; readonly cost: number; readonly plan: Plan }
  /** No value within the range does; this bound comes nearest. */
  | { readonly found: 'outOfReach'; readonly value: number; readonly cost: number }
  /** The cost rises here and falls there, so that several values may meet the budget. */
  | { readonly found: 'notMonotone'; readonly risesAt: number; readonly fallsAt: number }
  | { readonly found: 'unknownParameter'; readonly parameters: readonly string[] };

export interface SeekQuestion {
  readonly plan: Plan;
  /** Id or label of one parameter. */
  readonly parameter: string;
  /** Expected cost wanted, in cents. */
  readonly budget: number;
  readonly low?: number;
  readonly high?: number;
}

/** Points between the bounds at which the direction of the cost is looked at. */
const STEPS = 24;

/**
 * The value of one parameter at which the plan's expected cost meets a budget, to the cent (C6): is the cost monotone, does
 * it reach the budget between the bounds, and if so bisection. Where the cost has no closed form it is simulated, each
 * time on the same draws, so that it moves with the parameter alone.
 */
export function seekBudget(
  { plan, parameter, budget, low, high }: SeekQuestion,
  desk: PlanDesk,
  asOf: Day,
  choice: SpreadChoice,
  runs: number,
  random: RandomSource,
): Seek {
  const parameters = parametersOf(plan);
  const wanted = parameter.trim().toLowerCase();
  const found = parameters.find(
    ({ id, label }) => id.toLowerCase() === wanted || label.toLowerCase() === wanted,
  );
  if (!found) return { found: 'unknownParameter', parameters: parameters.map(({ id }) => id) };
  const withValue = (value: number): Plan => planWith(plan, { [found.id]: value });
  const cost = (value: number): number => {
    const model = costModelOf([withValue(value)], desk, asOf, choice);
    return exactMean(model.plans[0]!, model) ?? costsOf(model, runs, random)[0]!.mean;
  };
  const solution = solveMonotone(cost, budget, low ?? found.min, high ?? found.max, {
    tolerance: 0.5,
    steps: STEPS,
  });
  switch (solution.found) {
    case 'solution':
      return { found: 'solution', value: solution.x, cost: solution.y, plan: withValue(solution.x) };
    case 'outOfReach':
      return { found: 'outOfReach', value: solution.x, cost: solution.y };
    case 'notMonotone':
      return solution;
  }
}

/** What came of a search, in words: "Sales, tier 2: rate: 10% → 12.4%", or why there is none. */
export function seekWords(seek: Seek, { plan, parameter }: Pick<SeekQuestion, 'plan' | 'parameter'>): string {
  switch (seek.found) {
    case 'solution':
      return seekInWords(plan, parameter, seek.value);
    case 'outOfReach':
      return `No value does. The nearest is ${seekInWords(plan, parameter, seek.value)}, at ${formatValue(seek.cost, 'money')}.`;
    case 'notMonotone':
      return 'The cost rises and falls with it, so that several values may meet the budget. Seek another one.';
    case 'unknownParameter':
      return `The plan has no such number. It has: ${seek.parameters.join('; ')}.`;
  }
}

/** A sentence is read, not calculated with. */
const READ_DIGITS = 6;

/** "Sales, tier 2: rate: 10% → 12.4%", in the parameter's own unit. */
export function seekInWords(plan: Plan, parameter: string, value: number): string {
  const wanted = parameter.trim().toLowerCase();
  const found = parametersOf(plan).find(
    ({ id, label }) => id.toLowerCase() === wanted || label.toLowerCase() === wanted,
  );
  return found
    ? `${found.label}: ${showValue(found, found.initial)} → ${showValue(found, Number(value.toPrecision(READ_DIGITS)))}`
    : '';
}
