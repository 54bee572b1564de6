import { valueIn, type Assumption, type AssumptionValues } from '../../core/assumption';

export const assumptions = [
  {
    kind: 'choice',
    id: 'payCredits',
    label: 'Credits come from',
    unit: '',
    initial: 'auto',
    choices: [
      { value: 'auto', label: 'Orders, else won deals' },
      { value: 'opportunities', label: 'Won deals' },
      { value: 'bookings', label: 'Orders' },
    ],
    help: 'What people are credited with. Attainments typed by hand stand in place of either.',
    source: 'Orders are what was really booked.',
  },
  {
    kind: 'number',
    id: 'payYears',
    label: 'Plan years paid',
    unit: 'years',
    initial: 1,
    min: 1,
    max: 10,
    step: 1,
    help: 'Payouts are worked out for so many plan years, the one of the as-of day included.',
    source: 'Plans are made for a year.',
  },
  {
    kind: 'number',
    id: 'payYearStart',
    label: 'First month of the plan year',
    unit: '',
    initial: 1,
    min: 1,
    max: 12,
    step: 1,
    help: '1 is January. Quarters and year-to-date pay begin with it.',
    source: 'The calendar year.',
  },
] as const satisfies readonly Assumption[];

type AssumptionId = (typeof assumptions)[number]['id'];

export const valueOf = (values: AssumptionValues, id: AssumptionId): number | string =>
  valueIn<Assumption>(assumptions, values, id);
