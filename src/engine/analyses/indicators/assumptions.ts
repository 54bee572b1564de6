import type { Assumption, AssumptionValues } from '../../core/assumption';

export const assumptions = [
  {
    kind: 'choice',
    id: 'leadPeriods',
    label: 'Leading indicators by',
    unit: '',
    initial: 'auto',
    choices: [
      { value: 'auto', label: 'What suits the sales cycle' },
      { value: 'month', label: 'Month' },
      { value: 'week', label: 'Week' },
    ],
    help: 'Indicators and results are compared by calendar month, or by week where half of the wins come within six weeks.',
    source: 'Leadline’s choice: a lead shorter than a period cannot be seen.',
  },
  {
    kind: 'choice',
    id: 'leadSeason',
    label: 'Yearly pattern',
    unit: '',
    initial: 'auto',
    choices: [
      { value: 'auto', label: 'May be there' },
      { value: 'none', label: 'My business has none' },
    ],
    help: 'Two series that share a season look related. Below 36 months a season cannot be told from a lead, so evidence stays at amber. If you know that your business has no season, it may turn green from 24 months on.',
    source: 'Simulated worlds: 36% false alarms at 30 months where a season is shared, 5% from 36 months on.',
  },
  {
    kind: 'number',
    id: 'leadLagFrom',
    label: 'Shortest plausible lead',
    unit: 'periods',
    initial: 0,
    min: 0,
    max: 24,
    step: 1,
    help: 'Counts only together with the longest one.',
    source: 'Your data: half the median time from the indicator’s stage to the result.',
  },
  {
    kind: 'number',
    id: 'leadLagTo',
    label: 'Longest plausible lead',
    unit: 'periods',
    initial: 0,
    min: 0,
    max: 24,
    step: 1,
    help: 'Only leads between these two count as evidence. 0 takes them from the time that deals take.',
    source: 'Your data: one and a half times the median time from the indicator’s stage to the result.',
  },
  {
    kind: 'number',
    id: 'leadDraws',
    label: 'Draws of the test',
    unit: 'draws',
    initial: 999,
    min: 99,
    max: 9999,
    step: 100,
    help: 'How often chance is tried to see how strong a lead it shows by itself. More draws make p-values finer and take longer.',
    source: 'Common practice: the least p-value is then 0.001.',
  },
  {
    kind: 'number',
    id: 'leadAhead',
    label: 'Periods looked ahead',
    unit: 'periods',
    initial: 6,
    min: 1,
    max: 18,
    step: 1,
    help: 'So many coming months (or weeks) are estimated.',
    source: 'Half a year: as far as most sales cycles reach.',
  },
  {
    kind: 'number',
    id: 'blitzDays',
    label: 'Blitz days',
    unit: 'days',
    initial: 2,
    min: 0,
    max: 20,
    step: 1,
    help: 'Extra days that the team spends on one indicator only.',
    source: 'Leadline’s choice.',
  },
  {
    kind: 'number',
    id: 'blitzPerDay',
    label: 'Done on a blitz day',
    unit: 'a day',
    initial: 20,
    min: 0,
    max: 100_000,
    step: 1,
    help: 'How much of it the whole team gets done on such a day.',
    source: 'Leadline’s choice; put in what your team did last time.',
  },
] as const satisfies readonly Assumption[];

type AssumptionId = (typeof assumptions)[number]['id'];

const valueOf = (values: AssumptionValues, id: AssumptionId): number | string =>
  values[id] ?? assumptions.find((assumption) => assumption.id === id)!.initial;

export interface LeadAssumptions {
  readonly periods: 'auto' | 'month' | 'week';
  readonly hasSeason: boolean;
  readonly lag: { readonly from: number; readonly to: number };
  readonly draws: number;
  readonly ahead: number;
}

/** The values by their names; `values` has been checked against the ranges. */
export const readAssumptions = (values: AssumptionValues): LeadAssumptions => ({
  // A checked choice is one of its values.
  periods: valueOf(values, 'leadPeriods') as LeadAssumptions['periods'],
  hasSeason: valueOf(values, 'leadSeason') !== 'none',
  lag: { from: Number(valueOf(values, 'leadLagFrom')), to: Number(valueOf(values, 'leadLagTo')) },
  draws: Number(valueOf(values, 'leadDraws')),
  ahead: Number(valueOf(values, 'leadAhead')),
});
