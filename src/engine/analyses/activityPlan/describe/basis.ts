import { cellOf, input, live, thisRow } from '../../../report/formula';
import type { CellContent, Ref, Table } from '../../../report/report';
import { counted } from '../../../report/wording';
import { liveInForce } from '../../liveInForce';
import { timesLever } from '../../liveLevers';
import type { ActivityPlanFinding } from '../finding';

/** Cells of the one-row tables below, for formulas elsewhere. */
const basis = (column: string): Ref => cellOf('planBasis', column, 0);
export const winsNeeded = basis('wins');
export const planPeople = basis('people');
export const planMonths = basis('months');
export const newDeals = cellOf('planVolume', 'newDeals', 0);
export const timesVolume = cellOf('planVolume', 'times', 0);

const wins = (value: number | null): CellContent =>
  live(
    value,
    'IF(OR(',
    thisRow('goal'),
    '="",',
    thisRow('size'),
    '=""),"",',
    thisRow('goal'),
    '/',
    thisRow('size'),
    ')',
  );

const GOAL_FROM = {
  given: 'set on the Inputs sheet',
  quotas: 'the quotas of these months',
  wonBefore: 'what was won in as many months before',
  none: 'not known',
} as const;

/** Goal, deal size and people: from the data, and in force once a person has set one. */
export function basisTable({
  basis: { months, from, to, lookBackMonths },
  goal,
  dealSize,
  people,
  winsNeeded: needed,
}: ActivityPlanFinding): Table {
  return {
    block: 'table',
    id: 'planBasis',
    key: 'period',
    columns: [
      { id: 'period', header: 'Months of the goal', format: 'text', width: 25 },
      {
        id: 'goal',
        header: 'Goal',
        format: 'money',
        note: `In force: the goal set on the Inputs sheet, else the one from your data (now: ${GOAL_FROM[goal.source]}).`,
      },
      {
        id: 'size',
        header: 'Deal size',
        format: 'money',
        note: 'In force: the deal size set on the Inputs sheet, else the one from your data, changed as supposed there.',
      },
      { id: 'wins', header: 'Wins needed', format: 'decimal', note: 'Goal ÷ deal size.' },
      {
        id: 'people',
        header: 'People',
        format: 'integer',
        note: 'In force: as set on the Inputs sheet, else counted.',
      },
      { id: 'months', header: 'Months', format: 'integer' },
      {
        id: 'goalData',
        header: 'Goal from data',
        format: 'money',
        note: 'The quotas of these months; without quotas for all of them, what was won in as many months before.',
      },
      {
        id: 'sizeData',
        header: 'Deal size from data',
        format: 'money',
        note: `Mean amount of the ${dealSize.deals} deals won in the last ${lookBackMonths} whole months.`,
      },
      {
        id: 'peopleData',
        header: 'People counted',
        format: 'integer',
        note: 'People of the people sheet who sell today; without one, owners of deals created lately.',
      },
    ],
    rows: [
      [
        `${from} to ${to}`,
        live(goal.value, ...liveInForce('planGoal', 'goalData')),
        live(
          dealSize.value,
          ...liveInForce('planDealSize', 'sizeData', ['*', ...timesLever('leverDealSize')]),
        ),
        wins(needed),
        live(
          people.value,
          'IF(',
          input('planPeople'),
          '>0,',
          input('planPeople'),
          ',',
          thisRow('peopleData'),
          ')',
        ),
        months,
        goal.fromData,
        dealSize.fromData,
        people.fromData,
      ],
    ],
  };
}

/** More volume: what today's new deals would bring, and how many times as many the goal needs. */
export function volumeTable(finding: ActivityPlanFinding): Table {
  const { newDeals: created, winsExpected, volumeForGoal, steps } = finding;
  const last = steps.length - 1;
  return {
    block: 'table',
    id: 'planVolume',
    key: 'what',
    columns: [
      { id: 'what', header: 'What if', format: 'text', width: 25 },
      {
        id: 'newDeals',
        header: 'New deals',
        format: 'integer',
        note: `Deals created in the last ${counted(created.months, 'whole month')}: those looked back on, as far back as your data go.`,
      },
      {
        id: 'perMonth',
        header: 'A month',
        format: 'decimal',
        note: 'New deals ÷ months counted, changed as supposed on the Inputs sheet.',
      },
      {
        id: 'expected',
        header: 'Wins to expect',
        format: 'decimal',
        note: 'New deals a month × months of the goal × wins ÷ decided deals, × “Times as many won” of the first stage: what these new deals bring in the end. Were every month like the ones before, the open deals of today would bring in these months what the new ones bring later; what these very months bring is the forecast’s.',
      },
      { id: 'needed', header: 'Wins needed', format: 'decimal' },
      {
        id: 'times',
        header: 'Times today’s volume',
        format: 'decimal',
        note: 'Wins needed ÷ wins to expect: so many times as many new deals reach the goal, at today’s rates.',
      },
      { id: 'lookBack', header: 'Months counted', format: 'integer' },
    ],
    rows: [
      [
        'More volume, same rates',
        created.count,
        live(
          created.perMonth,
          thisRow('newDeals'),
          '/MAX(1,',
          thisRow('lookBack'),
          ')*',
          ...timesLever('leverNewDeals'),
        ),
        live(
          winsExpected,
          thisRow('perMonth'),
          '*',
          planMonths,
          '*',
          cellOf('planSteps', 'wentOn', last),
          '/',
          cellOf('planSteps', 'decided', 0),
          '*',
          cellOf('planSteps', 'timesWon', 0),
        ),
        live(finding.winsNeeded, 'IF(', winsNeeded, '="","",', winsNeeded, ')'),
        live(
          volumeForGoal,
          'IF(OR(',
          thisRow('needed'),
          '="",',
          thisRow('expected'),
          '=0),"",',
          thisRow('needed'),
          '/',
          thisRow('expected'),
          ')',
        ),
        created.months,
      ],
    ],
  };
}
