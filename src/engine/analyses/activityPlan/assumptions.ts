import {
  amountAssumption,
  numberAssumption,
  valueIn,
  type Assumption,
  type AssumptionValues,
} from '../../core/assumption';

export const assumptions = [
  numberAssumption(
    'planMonths',
    'Months to the goal',
    'months',
    { initial: 3, min: 1, max: 24 },
    'The activity plan looks so many whole months ahead, from the first of the next month on.',
    'One quarter, the rhythm in which most sales teams plan.',
  ),
  amountAssumption(
    'planGoal',
    'Goal of the activity plan',
    'Amount to be won in these months. 0 takes the quotas of these months; without quotas, what was won in as many months before.',
    'Your data.',
  ),
  amountAssumption(
    'planDealSize',
    'Deal size',
    'Amount of a won deal. 0 takes the mean of the deals won in the months looked back on.',
    'Your data.',
  ),
  numberAssumption(
    'planPeople',
    'People who sell',
    'people',
    { initial: 0, min: 0, max: 100_000 },
    'The need is divided by so many. 0 counts the people who sell today.',
    'Your data.',
  ),
  numberAssumption(
    'planLookBack',
    'Months looked back on',
    'months',
    { initial: 12, min: 1, max: 60 },
    'New deals, activities and deal sizes are counted over so many whole months before the as-of day. Rates from stage to stage use every deal decided so far.',
    'One year, so that every season counts once.',
  ),
  numberAssumption(
    'planAssurance',
    'How sure the goal shall be',
    'share',
    { initial: 0.9, min: 0.5, max: 0.99, step: 0.01 },
    'Rates are known from counts only. “To be sure” is the number that suffices with this probability, whatever the true rates are.',
    'A goal that is highly achievable is reached nine times in ten.',
  ),
  amountAssumption(
    'dayOneBacklog',
    'Backlog on day one',
    'Signed already and counted in the first three months of the plan; not among your deals. 0: none.',
    'Your order book.',
  ),
  amountAssumption(
    'dayOneRecurring',
    'Recurring on day one',
    'Comes in the first three months of the plan without being sold again (renewals, subscriptions); not among your deals. 0: none.',
    'Your contracts.',
  ),
  amountAssumption(
    'incomeGoal',
    'Income goal of a person',
    'What one person wants to earn in a year. 0 leaves the income goal out.',
    'A person’s own.',
  ),
  amountAssumption('incomeBase', 'Base pay', 'Paid whatever is sold, in a year.', 'A person’s own.'),
  amountAssumption('incomePerDeal', 'Earned per won deal', 'Commission on a usual deal.', 'A person’s own.'),
] as const satisfies readonly Assumption[];

type AssumptionId = (typeof assumptions)[number]['id'];

export const valueOf = (values: AssumptionValues, id: AssumptionId): number =>
  Number(valueIn(assumptions, values, id));
