import type { AssumptionValues } from '../../core/assumption';
import type { Stamp } from '../../core/stamp';
import { cellOf, columnOf, live } from '../../report/formula';
import type { EditedTables } from '../../report/editableTable';
import { heading, note } from '../../report/blocks';
import { formatNumber, formatValue } from '../../report/formats';
import type { Block, Description, Table } from '../../report/report';
import { CAPACITY_LIMITS, counted } from '../../report/wording';
import { basisTable, goalCell, overAssigned } from './describe/basis';
import { backfillTable, peopleTable } from './describe/grid';
import { capacityChart, monthsTable } from './describe/months';
import { promotionFigures, promotionTable, promotionText } from './describe/promotion';
import { rampRows } from './describe/ramp';
import type { CapacityFinding } from './finding';

/** "Two hires reach the goal: start recruiting in 2026-05." */
function solvedText({ solved }: CapacityFinding): string {
  if (!solved) return 'Without a goal there is nothing to hire for: set one on the Inputs sheet.';
  const { hires, reached } = solved;
  if (hires.length === 0)
    return reached
      ? 'The team as planned reaches the goal: no further hire is needed.'
      : 'Nobody hired from now on could start early enough to help within these 24 months.';
  const first = hires[0]!;
  return reached
    ? `${counted(hires.length, 'more hire reaches', 'more hires reach')} the goal, each as late as can be: recruiting for the first begins in ${first.recruitFrom}.`
    : `Even ${counted(hires.length, 'hire', 'hires')}, as many and as early as the Inputs sheet allows, do not reach the goal.`;
}

/** "no further hire is needed", "2 more hires reach the goal". */
function hiresNeeded({ hires, reached }: NonNullable<CapacityFinding['solved']>): string {
  if (hires.length === 0) return reached ? 'no further hire is needed' : 'no hire can start early enough';
  return reached
    ? counted(hires.length, 'more hire reaches the goal', 'more hires reach the goal')
    : `even ${counted(hires.length, 'more hire does', 'more hires do')} not reach the goal`;
}

function figures(finding: CapacityFinding, id: string): Block {
  const { goal, total, months, basis, solved } = finding;
  const last = months.at(-1);
  return {
    block: 'keyFigures',
    id,
    figures: [
      {
        id: 'canWin',
        label: `Can win, ${basis.from} to ${basis.to}`,
        value: live(total, 'SUM(', columnOf('hiringMonths', 'capacity'), ')'),
        format: 'money',
        detail: `${formatNumber(months[0]?.ramped ?? 0, 1)} ramped equivalents now, ${formatNumber(last?.ramped ?? 0, 1)} at the end`,
      },
      {
        id: 'goal',
        label: 'Goal',
        value: live(goal.value, 'IF(', goalCell, '="","",', goalCell, ')'),
        format: 'money',
        detail: {
          given: 'as set on the Inputs sheet',
          quotas: 'the quotas of these months',
          wonBefore: 'no quotas for all of these months: twice what was won in the last 12 months',
          none: 'not known: set one on the Inputs sheet',
        }[goal.source],
      },
      {
        id: 'short',
        label: 'Short of it at the end',
        value: live(
          finding.gap === null ? null : Math.max(0, finding.gap),
          ...['IF(', goalCell, '="","",', cellOf('hiringMonths', 'gap', -1), ')'],
        ),
        format: 'money',
        detail: solved === null ? '' : hiresNeeded(solved),
      },
      {
        id: 'quotas',
        label: 'Quotas to give out',
        value: live(
          goal.value === null ? null : goal.value * (1 + basis.overAssignment),
          ...['IF(', goalCell, '="","",', overAssigned, ')'],
        ),
        format: 'money',
        detail: `the goal and ${formatValue(basis.overAssignment, 'percent')} over-assignment`,
      },
    ],
  };
}

/** The solved hires: values of this run, for they are a choice and no sum. */
function solvedTable({ solved }: CapacityFinding): Table | undefined {
  if (!solved || solved.hires.length === 0) return undefined;
  return {
    block: 'table',
    id: 'hiringSolved',
    key: 'hire',
    columns: [
      { id: 'hire', header: 'Hire', format: 'text', width: 25 },
      {
        id: 'recruit',
        header: 'Recruit from',
        format: 'text',
        note: 'Month of the first day − months to fill a position.',
      },
      { id: 'starts', header: 'First day in', format: 'text' },
      {
        id: 'adds',
        header: 'Adds in the plan',
        format: 'money',
        note: 'With attrition, successors and the ramp.',
      },
    ],
    rows: solved.hires.map((hire, i) => [`Hire ${i + 1}`, hire.recruitFrom, hire.month, hire.adds]),
  };
}

/** The hiring plan's headline for the Summary, and its sheet: a grid of live formulas over the cells of the Inputs sheet. */
export function describeCapacity(
  finding: CapacityFinding,
  _values: AssumptionValues,
  _stamp: Stamp,
  tables: EditedTables,
): Description {
  const limits = finding.basis.limits.map((limit) => CAPACITY_LIMITS[limit]);
  const promotionFigure = promotionFigures(finding);
  const promotion = promotionTable(finding);
  const solved = solvedTable(finding);
  return {
    headline: [
      heading('Hiring plan'),
      figures(finding, 'hiringHeadline'),
      note(solvedText(finding), 'plain'),
    ],
    limits,
    sheets: [
      {
        id: 'capacity',
        title: 'Hiring plan',
        shows: 'What the team of the next 24 months can win, and whom to hire when',
        orientation: 'landscape',
        blocks: [
          figures(finding, 'hiringFigures'),
          ...limits.map((limit) => note(limit, 'warning')),
          heading('Basis'),
          basisTable(finding),
          heading('Hires that reach the goal'),
          note(solvedText(finding), 'plain'),
          ...(solved
            ? [
                solved,
                note(
                  'Values of this run. To try them, write their first days into the table of planned hires on the Inputs sheet and run again.',
                ),
              ]
            : []),
          heading('Month by month'),
          monthsTable(finding),
          capacityChart,
          ...(promotionFigure && finding.promotion
            ? [
                heading('What if the best seller became a manager?'),
                promotionFigure,
                note(
                  `${promotionText(finding.promotion)} Whoever sells best need not be the one who leads best; this is what the change costs in sales alone.`,
                ),
              ]
            : []),
          heading('Ramp'),
          rampRows(finding, tables),
        ],
      },
      {
        id: 'capacityGrid',
        title: 'Hiring grid',
        shows: 'The people and successors behind the hiring plan, month by month',
        orientation: 'landscape',
        onSheetsOnly: true,
        blocks: [
          note(
            'In ramped equivalents: 1 is a person who is fully productive. Planned hires and leavers stand on the Inputs sheet.',
          ),
          heading('People'),
          peopleTable(finding),
          heading('Successors of those who leave'),
          backfillTable(finding),
          ...(promotion ? [heading('What if the best seller became a manager?'), promotion] : []),
        ],
      },
    ],
  };
}
