import {
  amountAssumption,
  numberAssumption,
  valueIn,
  type AssumptionValues,
  type NumberAssumption,
} from '../../../core/assumption';
import { moneyOf } from '../../../core/money';

const amount = <Id extends string>(id: Id, label: string, help: string) =>
  amountAssumption(id, label, help, 'A person’s own.');

/** What a person may set for costing plans, beside the plans themselves. */
export const modellingAssumptions = [
  numberAssumption(
    'payRuns',
    'Simulated years',
    'years',
    { initial: 2000, min: 200, max: 20_000, step: 100 },
    'So many times the plan year is drawn for everyone. More make the 10th and 90th percentile steadier, and take longer.',
    'At 2,000 a 90th percentile is that of between the 89th and the 91st.',
  ),
  numberAssumption(
    'payMeanAttainment',
    'Mean attainment of quotas',
    'share',
    { initial: 0, min: 0, max: 3, step: 0.05 },
    'What people will sell of their quotas, on average. 0 takes it from the periods that are over; without any, 100%.',
    'Your data.',
  ),
  numberAssumption(
    'paySpread',
    'Spread of attainment (σ)',
    '',
    { initial: 0, min: 0, max: 2, step: 0.05 },
    'Standard deviation of the logarithm of attainment: at 0.5 two in three people lie between 61% and 165% of the middle. 0 takes it from the periods that are over; without any, 0.5.',
    'Your data.',
  ),
  amount(
    'payBudget',
    'Budget for variable pay',
    'Compared with the expected cost of the plans in force. 0 leaves it out.',
  ),
  amount(
    'salesTarget',
    'Company target for sales',
    'What all quotas shall bring together, for the plan year. 0 leaves it out.',
  ),
  amount('spiffPrize', 'SPIFF: prize for each sale', 'Paid for each unit or deal sold while it runs.'),
  amount('spiffFixed', 'SPIFF: fixed prizes', 'Paid whatever is sold: the places of a contest, a trip.'),
  amount(
    'spiffUsual',
    'SPIFF: usual sales',
    'Units or deals that would be sold in this time without it. 0 leaves it out.',
  ),
  numberAssumption(
    'spiffLift',
    'SPIFF: more sales expected',
    'share',
    { initial: 0.1, min: 0, max: 10, step: 0.01 },
    'How many more than usual are expected to be sold.',
    'A guess to start from; the break-even beside it tells how many it takes.',
  ),
  amount('spiffMargin', 'SPIFF: margin of each sale', 'Gross margin of one unit or deal.'),
] as const satisfies readonly NumberAssumption[];

type ModellingAssumptionId = (typeof modellingAssumptions)[number]['id'];

/** The hiring plan asks for it: one cell for both. */
export const OVER_ASSIGNMENT = 'hiringOverAssignment';

/** The activity plan asks for it: one cell for both. */
export const INCOME_GOAL = 'incomeGoal';

export const modellingValue = (values: AssumptionValues, id: ModellingAssumptionId): number =>
  Number(valueIn(modellingAssumptions, values, id));

/** The same for an amount, in cents; null where it is 0: not set. */
export function modellingCents(values: AssumptionValues, id: ModellingAssumptionId): number | null {
  const cents = moneyOf(modellingValue(values, id)) ?? 0;
  return cents > 0 ? cents : null;
}
