import {
  amountAssumption,
  choiceAssumption,
  numberAssumption,
  valueIn,
  type Assumption,
  type AssumptionValues,
} from '../../core/assumption';
import { assumptions as activityPlan } from '../activityPlan/assumptions';

const own = [
  amountAssumption(
    'hiringGoal',
    'Goal of the hiring plan',
    'Amount to be won in the 24 months from the next one on. 0 takes the quotas of these months; without quotas for all of them, twice what was won in the last 12 whole months.',
    'Your data.',
  ),
  amountAssumption(
    'hiringProductivity',
    'Won by a ramped person a month',
    'Productivity, not quota: what a person who is fully productive wins in a month. 0 takes the mean of such months from the data.',
    'Your data.',
  ),
  numberAssumption(
    'hiringRampMonths',
    'Months until fully productive',
    'months',
    { initial: 6, min: 1, max: 12 },
    'Where the data cannot tell how newcomers ramp up, productivity rises in a straight line over so many months.',
    'Leadline’s choice; the ramp learned from your people’s start dates is used where there is one.',
  ),
  numberAssumption(
    'hiringAttrition',
    'Attrition a year',
    'share',
    { initial: 0, min: 0, max: 0.9, step: 0.01 },
    'Share of people who leave in a year, on top of those named in the table of leavers. What your people sheet shows stands beside it on the Hiring plan.',
    'None is assumed: a rate is yours to set.',
  ),
  numberAssumption(
    'hiringTimeToFill',
    'Months to fill a position',
    'months',
    { initial: 3, min: 0, max: 12 },
    'From the start of recruiting to the first day. A leaver’s successor joins so many months after the month of leaving.',
    'Leadline’s choice; set your own.',
  ),
  choiceAssumption(
    'hiringBackfill',
    'Leavers are replaced',
    { yes: 'Yes', no: 'No' },
    'A successor starts the ramp from its beginning.',
    'Common practice.',
  ),
  numberAssumption(
    'hiringPerMonth',
    'Most hires in a month',
    'people',
    { initial: 2, min: 1, max: 1000 },
    'The solved hires start no more than so many at a time.',
    'Leadline’s choice: newcomers take the time of those who teach them.',
  ),
  numberAssumption(
    'hiringOverAssignment',
    'Over-assignment of quotas',
    'share',
    { initial: 0.1, min: 0, max: 1, step: 0.01 },
    'Quotas given out add up to the goal and so much more, because not everybody reaches the quota.',
    'Common practice is 5 to 20%.',
  ),
] as const satisfies readonly Assumption[];

/** Months looked back on are those of the activity plan: one cell for both. */
export const assumptions: readonly Assumption[] = [
  ...own,
  ...activityPlan.filter(({ id }) => id === 'planLookBack'),
];

export type CapacityAssumption = Exclude<(typeof own)[number]['id'], 'hiringBackfill'> | 'planLookBack';

export const valueOf = (values: AssumptionValues, id: CapacityAssumption): number =>
  Number(valueIn(assumptions, values, id));

export const isBackfilled = (values: AssumptionValues): boolean => values['hiringBackfill'] !== 'no';
