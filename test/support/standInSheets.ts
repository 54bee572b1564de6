import type { StandIn } from '../../workbench';
import { findSheet } from '../../workbench';
import type { StoredCell, StoredSheet } from '../../workbench/store/book';
import { parseAddress } from '../../workbench/store/rect';
import { putCell } from '../../workbench/store/cells';

export function sheetOf(host: StandIn, name: string): StoredSheet {
  const sheet = findSheet(host.store, name);
  if (!sheet)
    throw new Error(`There is no sheet ${name}: ${host.store.sheets.map((s) => s.name).join(', ')}`);
  return sheet;
}

/** What stands in a cell: "=B2*2" for a formula. */
export function cellOf(host: StandIn, sheet: string, address: string): string | number | boolean | null {
  const { row, column } = parseAddress(address);
  const cell = sheetOf(host, sheet).rows[row]?.[column] ?? null;
  return typeof cell === 'object' && cell !== null ? cell.formula : cell;
}

/** A person types into a cell. */
export function type(host: StandIn, sheet: string, address: string, cell: StoredCell): void {
  const { row, column } = parseAddress(address);
  putCell(sheetOf(host, sheet), row, column, cell);
}

export function tableOf(host: StandIn, sheet: string, name: string) {
  const table = sheetOf(host, sheet).tables.find((t) => t.name === name);
  if (!table) throw new Error(`There is no table ${name} on ${sheet}.`);
  return table;
}

/** Everything about a sheet that is stored, for comparing it before and after; what formulas give is computed. */
export const pictureOf = (host: StandIn, sheet: string): string =>
  JSON.stringify({ ...sheetOf(host, sheet), changed: null }, (_key, value: unknown) => {
    if (value instanceof Map || value instanceof Set) return [...value];
    return isFormulaCell(value) ? { formula: value.formula } : value;
  });
const isFormulaCell = (value: unknown): value is { readonly formula: string } =>
  typeof value === 'object' && value !== null && 'formula' in value && 'value' in value;

/** The cell in which a text stands, "B7". */
export function whereIs(host: StandIn, sheet: string, text: unknown): { row: number; column: number } {
  for (const [row, cells] of sheetOf(host, sheet).rows.entries()) {
    const column = cells?.findIndex((cell) => cell === text) ?? -1;
    if (column >= 0) return { row, column };
  }
  throw new Error(`${String(text)} does not stand on ${sheet}.`);
}
export const NO_PROGRESS = (): void => undefined;
export const GO_ON = { cancelled: false };
