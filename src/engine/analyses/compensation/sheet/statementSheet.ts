import { heading, note } from '../../../report/blocks';
import { dayOfIso } from '../../../core/day';
import { columnOf, live, thisRow } from '../../../report/formula';
import { formatNumber } from '../../../report/formats';
import type { CellContent, ReportSheet, Table } from '../../../report/report';
import type { PayFinding, LineFinding, PlanFinding, SliceFinding } from '../finding';
import { sliceWords } from './sliceWords';
import { totalsId } from './totals';

/** A sheet has 1,048,576 rows; nobody reads this many. */
const MOST_LINES = 20_000;

const LINES = 'statementLines';

/** How every payout comes about, line by line down to the deal: filter it by person for one statement. */
export function statementSheet(finding: PayFinding): ReportSheet {
  const paying = finding.plans.flatMap((plan, p) => (plan.alternativeTo === null ? [{ plan, p }] : []));
  const lines = paying.flatMap(({ plan }) => linesOf(plan));
  const listed = lines.slice(0, MOST_LINES);
  const whole = listed.length === lines.length;
  return {
    id: 'statement',
    title: 'Statement',
    shows: 'Each payout line by line, down to the deal',
    orientation: 'landscape',
    onSheetsOnly: true,
    blocks: [
      note(
        'Filter a table by a person for that person’s statement. The lines are of the last run; the sums beside them are live and tell when the payout has moved since.',
        'plain',
      ),
      ...(whole
        ? []
        : [
            note(
              `Only the first ${formatNumber(MOST_LINES, 0)} of ${formatNumber(lines.length, 0)} lines are listed; the findings file has them all.`,
              'warning',
            ),
          ]),
      heading('Sums'),
      sumsTable(paying, whole),
      heading('Lines'),
      linesTable(listed),
    ],
  };
}

function linesOf(plan: PlanFinding): readonly (readonly CellContent[])[] {
  const say = sliceWords(plan.document);
  return plan.people.flatMap((line) =>
    line.slices.flatMap((slice) => {
      const common = [line.person, line.period, slice.component || plan.name, say(slice)];
      return dealRows(slice).map((deal) => [...common, ...deal, plan.name]);
    }),
  );
}

/** One row a deal, and one for what no deal earned; a slice without deals is one row. */
function dealRows({ deals, base, amount, rate, unit }: SliceFinding): readonly (readonly CellContent[])[] {
  // A rate is shown where the line is base × rate; adjustments say theirs in words.
  const counts = unit === 'perUnit';
  const shownBase = (value: number | null): CellContent =>
    value === null || rate === null || unit === null ? null : { as: counts ? 'decimal' : 'cents', value };
  const rest = amount - deals.reduce((sum, deal) => sum + deal.amount, 0);
  return [
    ...deals.map((deal) => [deal.id, dayOfIso(deal.day) ?? null, shownBase(deal.base), deal.amount]),
    ...(deals.length === 0 || rest !== 0
      ? [
          [
            deals.length === 0 ? null : 'No single deal',
            null,
            deals.length === 0 ? shownBase(base) : null,
            rest,
          ],
        ]
      : []),
  ];
}

const linesTable = (rows: readonly (readonly CellContent[])[]): Table => ({
  block: 'table',
  id: LINES,
  key: 'person',
  columns: [
    { id: 'person', header: 'Person', format: 'text', width: 18 },
    { id: 'period', header: 'Period', format: 'text', width: 10 },
    { id: 'component', header: 'Component', format: 'text', width: 20 },
    { id: 'what', header: 'What', format: 'text', width: 44 },
    { id: 'deal', header: 'Deal', format: 'text', width: 16 },
    { id: 'day', header: 'Day', format: 'date' },
    { id: 'base', header: 'Credit', format: 'general', note: 'What the rate was applied to.' },
    { id: 'amount', header: 'Amount', format: 'cents' },
    { id: 'plan', header: 'Plan', format: 'text', width: 20 },
  ],
  rows,
});

/** What the lines add up to beside the live payout. */
function sumsTable(
  paying: readonly { readonly plan: PlanFinding; readonly p: number }[],
  whole: boolean,
): Table {
  const rows = paying.flatMap(({ plan, p }) => plan.people.map((line, at) => ({ line, plan, p, at })));
  return {
    block: 'table',
    id: 'statementSums',
    key: 'person',
    columns: [
      { id: 'person', header: 'Person', format: 'text', width: 18 },
      { id: 'period', header: 'Period', format: 'text', width: 10 },
      { id: 'lines', header: 'Sum of the lines', format: 'cents' },
      { id: 'payout', header: 'Payout now', format: 'cents' },
      { id: 'check', header: 'Agrees', format: 'text' },
      { id: 'plan', header: 'Plan', format: 'text', width: 20 },
    ],
    rows: rows.map(({ line, plan, p, at }): readonly CellContent[] => [
      line.person,
      line.period,
      whole ? linesSum(line) : line.payout,
      live(line.payout, { ref: 'cell', table: totalsId(p), column: 'payout', row: at }),
      live('Yes', 'IF(ABS(', thisRow('lines'), '-', thisRow('payout'), ')<0.005,"Yes","Changed since")'),
      plan.name,
    ]),
  };
}

const linesSum = ({ payout }: LineFinding): CellContent =>
  live(
    payout,
    'SUMIFS(',
    columnOf(LINES, 'amount'),
    ',',
    columnOf(LINES, 'person'),
    ',',
    thisRow('person'),
    ',',
    columnOf(LINES, 'period'),
    ',',
    thisRow('period'),
    ',',
    columnOf(LINES, 'plan'),
    ',',
    thisRow('plan'),
    ')',
  );
