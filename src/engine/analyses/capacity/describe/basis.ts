import { cellOf, input, live, thisRow, type Part } from '../../../report/formula';
import { formatValue } from '../../../report/formats';
import type { Ref, Table } from '../../../report/report';
import { liveInForce } from '../../liveInForce';
import { timesLever } from '../../liveLevers';
import { monthlyAttrition } from '../model';
import type { CapacityFinding } from '../finding';

const basis = (column: string): Ref => cellOf('hiringBasis', column, 0);
export const productivity = basis('productivity');
export const goalCell = basis('goal');
/** Probability of leaving in a month. */
export const leaves = basis('leaves');
export const overAssigned = basis('quotas');

/** What a what-if makes of a person's sales: deals of another size, more of them, and more of these won. */
const supposed: readonly Part[] = [
  ...timesLever('leverDealSize'),
  '*',
  ...timesLever('leverNewDeals'),
  '*',
  thisRow('timesWon'),
];

const GOAL_FROM = {
  given: 'set on the Inputs sheet',
  quotas: 'the quotas of these months',
  wonBefore: 'twice what was won in the last 12 whole months',
  none: 'not known',
} as const;

const seen = ({ attritionSeen: { rate, leavers, personYears } }: CapacityFinding): string =>
  rate === null
    ? 'Your data show nobody long enough to tell.'
    : `Your data show ${leavers} ${leavers === 1 ? 'leaver' : 'leavers'} in ${formatValue(personYears, 'decimal')} person-years, ${formatValue(rate, 'percent1')} a year.`;

/** Goal, productivity and attrition: from the data, and in force once a person has set them. */
export function basisTable(finding: CapacityFinding): Table {
  const { basis: b, goal, productivity: won } = finding;
  const quotas = goal.value === null ? null : goal.value * (1 + b.overAssignment);
  return {
    block: 'table',
    id: 'hiringBasis',
    key: 'period',
    columns: [
      { id: 'period', header: 'Months of the plan', format: 'text', width: 25 },
      {
        id: 'goal',
        header: 'Goal',
        format: 'money',
        note: `In force: the goal set on the Inputs sheet, else the one from your data (now: ${GOAL_FROM[goal.source]}).`,
      },
      {
        id: 'productivity',
        header: 'A ramped person a month',
        format: 'money',
        note: 'Productivity, not quota: what a fully productive person wins in a month. In force: as set on the Inputs sheet, else from your data, changed as supposed there.',
      },
      {
        id: 'leaves',
        header: 'Leave a month',
        format: 'percent1',
        note: `1 − (1 − attrition a year)^(1/12). ${seen(finding)}`,
      },
      {
        id: 'quotas',
        header: 'Quotas to give out',
        format: 'money',
        note: 'Goal × (1 + over-assignment): more than the goal, because not everybody reaches the quota.',
      },
      { id: 'goalData', header: 'Goal from data', format: 'money' },
      {
        id: 'wonData',
        header: 'Won a month, from data',
        format: 'money',
        note: `Mean over ${won.personMonths} months of ramped people in the last ${b.lookBackMonths} whole months.`,
      },
      {
        id: 'timesWon',
        header: 'Times as many won',
        format: 'decimal',
        note: 'Of new deals, so many times as many are won under the conversions supposed on the Inputs sheet, at the last run. 1: nothing is supposed.',
      },
    ],
    rows: [
      [
        `${b.from} to ${b.to}`,
        live(goal.value, ...liveInForce('hiringGoal', 'goalData')),
        live(won.value, ...liveInForce('hiringProductivity', 'wonData', ['*', ...supposed])),
        live(monthlyAttrition(b.attrition), '1-(1-', input('hiringAttrition'), ')^(1/12)'),
        live(
          quotas,
          'IF(',
          thisRow('goal'),
          '="","",',
          thisRow('goal'),
          '*(1+',
          input('hiringOverAssignment'),
          '))',
        ),
        goal.fromData,
        won.fromData,
        won.timesWon,
      ],
    ],
  };
}
