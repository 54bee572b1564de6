import {
  choiceAssumption,
  numberAssumption,
  valueIn,
  type Assumption,
  type AssumptionValues,
} from '../../core/assumption';

export const assumptions = [
  choiceAssumption(
    'leadPeriods',
    'Leading indicators by',
    { auto: 'What suits the sales cycle', month: 'Month', week: 'Week' },
    'Indicators and results are compared by calendar month, or by week where half of the wins come within six weeks.',
    'Leadline’s choice: a lead shorter than a period cannot be seen.',
  ),
  choiceAssumption(
    'leadSeason',
    'Yearly pattern',
    { auto: 'May be there', none: 'My business has none' },
    'Two series that share a season look related. Below 36 months a season cannot be told from a lead, so evidence stays at amber. If you know that your business has no season, it may turn green from 24 months on.',
    'Simulated worlds: 36% false alarms at 30 months where a season is shared, 5% from 36 months on.',
  ),
  numberAssumption(
    'leadLagFrom',
    'Shortest plausible lead',
    'periods',
    { initial: 0, min: 0, max: 24 },
    'Counts only together with the longest one.',
    'Your data: half the median time from the indicator’s stage to the result.',
  ),
  numberAssumption(
    'leadLagTo',
    'Longest plausible lead',
    'periods',
    { initial: 0, min: 0, max: 24 },
    'Only leads between these two count as evidence. 0 takes them from the time that deals take.',
    'Your data: one and a half times the median time from the indicator’s stage to the result.',
  ),
  numberAssumption(
    'leadDraws',
    'Draws of the test',
    'draws',
    { initial: 999, min: 99, max: 9999, step: 100 },
    'How often chance is tried to see how strong a lead it shows by itself. More draws make p-values finer and take longer.',
    'Common practice: the least p-value is then 0.001.',
  ),
  numberAssumption(
    'leadAhead',
    'Periods looked ahead',
    'periods',
    { initial: 6, min: 1, max: 18 },
    'So many coming months (or weeks) are estimated.',
    'Half a year: as far as most sales cycles reach.',
  ),
  numberAssumption(
    'blitzDays',
    'Blitz days',
    'days',
    { initial: 2, min: 0, max: 20 },
    'Extra days that the team spends on one indicator only.',
    'Leadline’s choice.',
  ),
  numberAssumption(
    'blitzPerDay',
    'Done on a blitz day',
    'a day',
    { initial: 20, min: 0, max: 100_000 },
    'How much of it the whole team gets done on such a day.',
    'Leadline’s choice; put in what your team did last time.',
  ),
] as const satisfies readonly Assumption[];

type AssumptionId = (typeof assumptions)[number]['id'];

const valueOf = (values: AssumptionValues, id: AssumptionId): number | string =>
  valueIn<Assumption>(assumptions, values, id);

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
