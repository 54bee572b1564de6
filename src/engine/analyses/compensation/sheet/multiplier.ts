import { sumOf } from '../facts';
import { multiplied, tablesOf } from '../mechanics/multiplier';
import { isDealProperty } from '../mechanics/perDeal';
import { modifiersOf, type Component, type ModifierOf } from '../plan';
import { expr, liveOf, type Expr } from './expr';
import type { PiecesOf } from './gate';
import {
  columnRef,
  type Amount,
  type PayColumn,
  type PayRow,
  type PayTableContext,
  type Stage,
} from './payTable';

type Multiplier = ModifierOf<'multiplier'>;

/** Whether a component multiplies what single deals earned. */
export const multipliesDeals = (component: Component): boolean =>
  modifiersOf(component.modifiers, 'multiplier').some(
    ({ measure, and }) => isDealProperty(measure) || isDealProperty(and?.measure ?? ''),
  );

/** Multiplier tables over attainments (P9), a factor each: nested conditions, 1 outside of all rows. */
export function multiplierColumns(context: PayTableContext, before: Amount, pays: PiecesOf): Stage {
  const { component } = context;
  const tables = tablesOf(component);
  if (tables.length === 0) return { columns: [], amount: before };
  const { tables: upTo } = { tables: tables.map((_, i) => tables.slice(0, i + 1).flat()) };
  const after = (row: PayRow, count: number): number => {
    const kept = upTo[count - 1] ?? [];
    const modifiers = component.modifiers.filter(
      (modifier) => modifier.kind !== 'multiplier' || kept.includes(modifier),
    );
    return sumOf(multiplied({ ...component, modifiers }, pays(component, row), row.measures));
  };
  const columns = tables.flatMap((table, i): readonly PayColumn[] => {
    const [factor, left] = [`factor${i + 1}`, `afterFactor${i + 1}`];
    const amount: Expr = i === 0 ? before.says : [columnRef(`afterFactor${i}`)];
    const [{ measure, and } = { measure: '', and: undefined }] = table;
    return [
      {
        column: {
          id: factor,
          header: `× by ${measure}${and ? ` and ${and.measure}` : ''}`,
          format: 'decimal',
          note: 'The row of the plan’s multipliers in which the measure lies; 1 outside of all of them.',
        },
        cell: (row) => liveOf(factorOf(table, row), factorFormula(context, table, row)),
      },
      {
        column: { id: left, header: 'After the multiplier', format: 'cents' },
        cell: (row) => liveOf(after(row, i + 1), expr`${amount}*${columnRef(factor)}`),
      },
    ];
  });
  return {
    columns,
    amount: {
      says: [columnRef(`afterFactor${tables.length}`)],
      value: (row) => after(row, tables.length),
    },
  };
}

const inBand = (value: number | null, from: number | undefined, to: number | undefined): boolean =>
  value !== null && value >= (from ?? -Infinity) && value < (to ?? Infinity);

const factorOf = (table: readonly Multiplier[], { measures: { attainment } }: PayRow): number =>
  table.find(
    ({ measure, from, to, and }) =>
      inBand(attainment(measure), from, to) && (!and || inBand(attainment(and.measure), and.from, and.to)),
  )?.value ?? 1;

function factorFormula({ cells }: PayTableContext, table: readonly Multiplier[], row: PayRow): Expr {
  return table.reduceRight<Expr>(
    (rest, own) => {
      const within = (at: Expr, from: Expr, to: Expr): Expr =>
        expr`${at}<>"",OR(${from}="",${at}>=${from}),OR(${to}="",${at}<${to})`;
      const first = within(
        row.attainmentCell(own.measure),
        [cells.modifier(own, 'from')],
        [cells.modifier(own, 'to')],
      );
      const second = own.and
        ? expr`,${within(
            row.attainmentCell(own.and.measure),
            [cells.modifier(own, 'andFrom')],
            [cells.modifier(own, 'andTo')],
          )}`
        : [];
      return expr`IF(AND(${first}${second}),${cells.modifier(own, 'value')},${rest})`;
    },
    ['1'],
  );
}
