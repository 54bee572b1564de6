import { heading, note } from '../../../report/blocks';
import { inputTableOf } from '../../../report/editableTable';
import type { Block, CellContent, Format, InputTable, ReportSheet } from '../../../report/report';
import type { EditableTable, EditedRow, EditedTables } from '../../../report/editableTable';
import type { PayFinding } from '../finding';
import { PLAN_COMPONENTS, PLAN_MODIFIERS, PLAN_TIERS } from '../planRows/planTables';
import { planTableId } from './planCells';
import { shareColumns } from '../planRows/shareColumns';
import { planTables } from '../planRows/writePlans';

/** A share as a percentage with the decimals that it has. */
function shareFormat(share: number): Format {
  const percent = Number((share * 100).toPrecision(12));
  return Number.isInteger(percent) ? 'percent' : Number.isInteger(percent * 10) ? 'percent1' : 'percent2';
}

const shareFormatOf = (value: number | undefined): Format => shareFormat(value ?? 0);

/** Which numbers of each row are shares: by table, then row. */
type Shares = readonly (readonly string[])[];

function sharesOf(tables: EditedTables): Readonly<Record<string, Shares>> {
  const components = tables[PLAN_COMPONENTS.id] ?? [];
  const shares = (id: keyof typeof shareColumns): Shares =>
    (tables[id] ?? []).map((row) => {
      const own = components.find(
        (one) => one['plan'] === row['plan'] && one['component'] === row['component'],
      );
      return shareColumns[id](row, own);
    });
  return {
    planComponents: shares('planComponents'),
    planTiers: shares('planTiers'),
    planModifiers: shares('planModifiers'),
  };
}

/** A plan table with its numbers shown as shares where they are shares. */
function planTable(
  table: EditableTable,
  rows: readonly EditedRow[],
  shares: Shares,
  basis: PayFinding['basis'],
): Block {
  const block: InputTable = inputTableOf(table, { [table.id]: rows });
  const shown = block.rows.map((row, r) =>
    row.map((cell, i): CellContent => {
      const column = table.columns[i]!;
      if (typeof cell !== 'number' || column.format !== 'general') return cell;
      const share = shares[r]?.includes(column.id) ?? false;
      return share ? { as: shareFormatOf(cell), value: cell } : cell;
    }),
  );
  if (basis.plansFrom === 'tables') return { ...block, rows: shown };
  const { choices: _, ...plain } = block;
  const id = planTableId(table.id, basis);
  return { ...plain, block: 'table', id, rows: shown.slice(0, rows.length) };
}

/** The plans as they are in force, in three tables that the payouts' formulas read. */
export function planSheet({ plans, basis }: PayFinding): ReportSheet {
  const documents = plans.map(({ document }) => document);
  const tables = planTables(documents);
  const shares = sharesOf(tables);
  const editable = basis.plansFrom === 'tables';
  const tableOf = (table: EditableTable): Block =>
    planTable(table, tables[table.id] ?? [], shares[table.id] ?? [], basis);
  return {
    id: 'plan',
    title: 'Plan',
    shows: 'The compensation plans, in three tables; the payouts read them',
    orientation: 'landscape',
    onSheetsOnly: true,
    blocks: [
      note(
        editable
          ? 'Change a rate, a bound or a value and the payouts follow at once. New rows, and words such as units and options, act on the next run.'
          : 'These plans were read from a sheet of yours: change them there. A number changed here shows at once what it would pay, and is put back by the next run.',
        'plain',
      ),
      heading('Components'),
      note(PLAN_COMPONENTS.help),
      tableOf(PLAN_COMPONENTS),
      heading('Tiers'),
      note(PLAN_TIERS.help),
      tableOf(PLAN_TIERS),
      heading('Modifiers'),
      note(PLAN_MODIFIERS.help),
      tableOf(PLAN_MODIFIERS),
    ],
  };
}
