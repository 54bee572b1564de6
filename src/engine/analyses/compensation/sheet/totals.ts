import { cellOf, columnOf, live } from '../../../report/formula';
import type { CellContent, Ref, Table } from '../../../report/report';
import type { LineFinding, PlanFinding, SliceFinding } from '../finding';
import { modifiersOf, type Component } from '../plan';
import type { RuleId } from '../payout';
import { drawColumns } from './draw';
import { expr, joined, liveOf } from './expr';
import { holdbackColumns } from './holdback';
import { roundedFormula } from './pay';
import { tableId } from './payTable';
import type { PlanCells } from './planCells';
import { thisRow } from '../../../report/formula';
import type { Column } from '../../../report/report';

/** A row of a plan's totals: one line of the finding. */
export interface TotalsRow {
  readonly line: LineFinding;
  readonly at: number;
  /** Row of the same person's period before; −1 for the first. */
  readonly before: number;
}

export interface TotalsColumn {
  readonly column: Column;
  readonly cell: (row: TotalsRow) => CellContent;
}

export const totalsId = (plan: number): string => `payout${plan + 1}`;

/** What the slices of a rule of the whole plan add up to. */
export const wholePlan = ({ slices }: LineFinding, rule: RuleId, row?: number): number =>
  slices
    .filter((slice: SliceFinding) => slice.component === '' && slice.rule === rule)
    .filter((slice) => row === undefined || slice.row === row)
    .reduce((sum, { amount }) => sum + amount, 0);

/** The payout of a plan: the pay of its components, and what cap, clawback, draw and holdback make of their sum. */
export function totalsTable(
  plan: PlanFinding,
  p: number,
  components: readonly Component[],
  cells: PlanCells,
): Table {
  const rows = totalsRows(plan);
  const paying = components.flatMap((component, c) => (component.kind === 'measure' ? [] : [c]));
  const payCell = rowFinder(plan, p);
  const { modifiers } = plan.document;

  const columns: TotalsColumn[] = [
    {
      column: { id: 'person', header: 'Person', format: 'text', width: 18 },
      cell: ({ line }) => line.person,
    },
    {
      column: { id: 'period', header: 'Period', format: 'text', width: 10 },
      cell: ({ line }) => line.period,
    },
    ...paying.map((c): TotalsColumn => ({
      column: { id: `c${c + 1}`, header: components[c]!.name, format: 'cents' },
      cell: (row) => {
        const cell = payCell(row, c);
        return cell ? liveOf(row.line.components[c]!.pay, [cell]) : 0;
      },
    })),
    {
      column: { id: 'earned', header: 'Earned', format: 'cents', note: 'The sum of the components.' },
      cell: ({ line }) =>
        liveOf(
          line.earned,
          joined(
            paying.map((c) => thisRow(`c${c + 1}`)),
            '+',
          ),
        ),
    },
  ];
  let amount: Ref = thisRow('earned');
  const push = (added: readonly TotalsColumn[], last: string): void => {
    columns.push(...added);
    amount = thisRow(last);
  };
  modifiersOf(modifiers, 'cap').forEach((cap, i) => {
    const before = amount;
    const line = cells.modifier(cap, 'from');
    const most = cap.unit === 'ofTarget' ? expr`${line}*${thisRow('target')}` : [line];
    const cut = expr`MAX(0,${before}-${most})*(1-${cells.modifier(cap, 'value')})`;
    if (cap.unit === 'ofTarget' && !columns.some(({ column }) => column.id === 'target'))
      columns.push({
        column: { id: 'target', header: 'Target pay', format: 'cents' },
        cell: ({ line: own }) => own.target,
      });
    const value = ({ line: own }: TotalsRow): number =>
      own.earned +
      Array.from({ length: i + 1 }, (_, k) => wholePlan(own, 'cap', k)).reduce((a, b) => a + b, 0);
    push(
      [
        {
          column: { id: `capped${i + 1}`, header: 'After the cap', format: 'cents' },
          cell: (row) => liveOf(value(row), expr`ROUND(${before}-${roundedFormula(cut)},2)`),
        },
      ],
      `capped${i + 1}`,
    );
  });
  if (modifiersOf(modifiers, 'clawback').length > 0) {
    const before = amount;
    push(
      [
        {
          column: {
            id: 'clawback',
            header: 'Clawed back (a value)',
            format: 'cents',
            note: 'What cancelled deals give back of what they earned, deal by deal: a value, which changes on the next run.',
          },
          cell: ({ line }) => wholePlan(line, 'clawback'),
        },
        {
          column: { id: 'afterClawback', header: 'After clawback', format: 'cents' },
          cell: ({ line }) =>
            liveOf(
              line.earned + wholePlan(line, 'cap') + wholePlan(line, 'clawback'),
              expr`ROUND(${before}+${thisRow('clawback')},2)`,
            ),
        },
      ],
      'afterClawback',
    );
  }
  const [draw] = modifiersOf(modifiers, 'draw');
  if (draw) push(drawColumns(plan.document, draw, cells, amount, totalsId(p)), 'afterDraw');
  const [holdback] = modifiersOf(modifiers, 'holdback');
  if (holdback) push(holdbackColumns(holdback, cells, amount, totalsId(p), rows), 'afterHoldback');
  columns.push({
    column: { id: 'payout', header: 'Payout', format: 'cents' },
    cell: ({ line }) => liveOf(line.payout, [amount]),
  });
  const id = totalsId(p);
  const sums = new Set(['earned', 'payout', 'clawback', ...paying.map((c) => `c${c + 1}`)]);
  return {
    block: 'table',
    id,
    key: 'person',
    columns: columns.map(({ column }) => column),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
    totals: columns.map(({ column, cell }, i): CellContent => {
      if (i === 0) return 'All';
      if (!sums.has(column.id)) return null;
      const values = rows.map((row) => Number(valueOf(cell(row))));
      return live(
        values.reduce((sum, value) => sum + value, 0),
        'SUM(',
        columnOf(id, column.id),
        ')',
      );
    }),
  };
}

const valueOf = (content: CellContent): number | string | null =>
  typeof content === 'object' && content !== null && 'value' in content ? content.value : (content as number);

const totalsRows = ({ people }: PlanFinding): readonly TotalsRow[] =>
  people.map((line, at) => ({ line, at, before: people[at - 1]?.person === line.person ? at - 1 : -1 }));

/** The cell of a component's pay in the same period; undefined where it is not due. */
function rowFinder(plan: PlanFinding, p: number): (row: TotalsRow, c: number) => Ref | undefined {
  const rows = (plan.people[0]?.components ?? []).map((_, c) => {
    let next = 0;
    return plan.people.map((line) => (line.components[c]!.due ? next++ : -1));
  });
  return ({ at }, c) => {
    const row = rows[c]![at]!;
    return row < 0 ? undefined : cellOf(tableId(p, c), 'pay', row);
  };
}
