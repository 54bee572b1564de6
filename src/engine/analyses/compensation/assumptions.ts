import {
  choiceAssumption,
  numberAssumption,
  valueIn,
  type Assumption,
  type AssumptionValues,
} from '../../core/assumption';

export const assumptions = [
  choiceAssumption(
    'payCredits',
    'Credits come from',
    { auto: 'Orders, else won deals', opportunities: 'Won deals', bookings: 'Orders' },
    'What people are credited with. Attainments typed by hand stand in place of either.',
    'Orders are what was really booked.',
  ),
  numberAssumption(
    'payYears',
    'Plan years paid',
    'years',
    { initial: 1, min: 1, max: 10 },
    'Payouts are worked out for so many plan years, the one of the as-of day included.',
    'Plans are made for a year.',
  ),
  numberAssumption(
    'payYearStart',
    'First month of the plan year',
    '',
    { initial: 1, min: 1, max: 12 },
    '1 is January. Quarters and year-to-date pay begin with it.',
    'The calendar year.',
  ),
] as const satisfies readonly Assumption[];

type AssumptionId = (typeof assumptions)[number]['id'];

export const valueOf = (values: AssumptionValues, id: AssumptionId): number | string =>
  valueIn<Assumption>(assumptions, values, id);
