import type { TextColumn } from './dataset';
import type { RecordRows } from './dealRecords';
import type { Cell } from './rawTable';
import type { Stack } from './stack';
import { cellsOf, columnOfField } from './stack';
import { centsOf, decideDecimalMark, numberOfCell, numberOfText, numberReading } from './values/amounts';
import { dateOfCell, dateOfText, decideDateOrder, noDateEvidence } from './values/dates';
import { isSure, meaningsOf } from './vocabulary';

/**
 * Rows of a field history that are about a deal's amount or close date: no changes of the stage, but what was written of
 * the deal and when. Salesforce writes them into the same columns, old value and new value.
 */
export interface FieldChanges {
  /** By row: 1 for such a row. */
  readonly is: Uint8Array;
  /** By row, cents and serials; NaN for a blank, and where the row is about something else. */
  readonly after: Values;
  readonly before: Values;
}
interface Values {
  readonly amount: Float64Array;
  readonly close: Float64Array;
}

const NEITHER = 0;
const AMOUNT = 1;
const CLOSE = 2;

/** Which of both a field is, by the words that people and exports have for them. */
function kindOf(field: string): number {
  const means = (...fields: readonly string[]): boolean =>
    meaningsOf(field).some(
      (m) => m.role === 'opportunities' && fields.includes(m.field) && isSure(m.strength),
    );
  return means('amount') ? AMOUNT : means('closed', 'expectedClose') ? CLOSE : NEITHER;
}

/** Undefined where no row is about amount or close date. */
export function fieldChanges(stack: Stack, changedField: TextColumn | undefined): FieldChanges | undefined {
  const kinds = changedField?.labels.map(kindOf) ?? [];
  if (!changedField || kinds.every((kind) => kind === NEITHER)) return undefined;
  const kind = Uint8Array.from(changedField.codes, (code) => (code < 0 ? NEITHER : kinds[code]!));
  const values = (): Values => ({
    amount: new Float64Array(stack.count).fill(NaN),
    close: new Float64Array(stack.count).fill(NaN),
  });
  const [after, before] = [values(), values()];
  for (const part of stack.parts) {
    const cells = (field: string): readonly (Cell | undefined)[] => cellsOf(part, columnOfField(part, field));
    const columns = [
      [cells('toStage'), after],
      [cells('fromStage'), before],
    ] as const;
    const of = (wanted: number): string[] =>
      columns.flatMap(([column]) =>
        column.filter(
          (cell, i): cell is string => kind[part.from + i] === wanted && typeof cell === 'string',
        ),
      );
    // Mark and order are those that the values show; an export writes its dates alike, that of the change among them.
    const numbers = numberReading();
    for (const text of of(AMOUNT)) numberOfText(text, numbers);
    const mark = decideDecimalMark(numbers.seen);
    const seen = noDateEvidence();
    for (const text of [...of(CLOSE), ...cells('changed').filter((cell) => typeof cell === 'string')])
      dateOfText(text, 'dmy', seen);
    const given = part.table.mapping.dateOrders['changed'];
    const order = given ?? decideDateOrder(seen);
    for (const [column, into] of columns)
      column.forEach((cell, i) => {
        const row = part.from + i;
        if (kind[row] === AMOUNT) {
          const value = numberOfCell(cell, mark);
          if (typeof value === 'number') into.amount[row] = centsOf(value);
        } else if (kind[row] === CLOSE && order !== 'ambiguous') {
          const day = dateOfCell(cell, false, part.sheet.date1904, order ?? 'ymd');
          if (typeof day === 'number') into.close[row] = day;
        }
      });
  }
  return { is: kind.map((k) => (k === NEITHER ? 0 : 1)), after, before };
}

/** A column without what stands in these rows. */
export const withoutRows = (column: TextColumn | undefined, is: Uint8Array): TextColumn | undefined =>
  column && { ...column, codes: column.codes.map((code, row) => (is[row] ? -1 : code)) };

/**
 * What was written of each deal: after every change, and before its first one, as of its creation, for nothing else tells
 * what a deal was entered with.
 *
 * @param owner by row; −1 for a row that cannot be used
 * @param created by owner
 */
export function recordsOfChanges(
  { after, before }: FieldChanges,
  owner: Int32Array,
  changed: Float64Array,
  created: Float64Array,
): RecordRows {
  const first = (values: Float64Array): number[] => {
    const rows = new Map<number, number>();
    for (let row = 0; row < owner.length; row++) {
      if (owner[row]! < 0 || Number.isNaN(values[row]!)) continue;
      const known = rows.get(owner[row]!);
      if (known === undefined || changed[row]! < changed[known]!) rows.set(owner[row]!, row);
    }
    return [...rows.values()].filter((row) => created[owner[row]!]! <= changed[row]!);
  };
  const amounts = first(before.amount);
  const closes = first(before.close);
  const initial = [...amounts, ...closes];
  const none = (rows: readonly number[]): number[] => rows.map(() => NaN);
  return {
    owner: Int32Array.from([...initial.map((row) => owner[row]!), ...owner]),
    at: Float64Array.from([...initial.map((row) => created[owner[row]!]!), ...changed]),
    amount: Float64Array.from([
      ...amounts.map((row) => before.amount[row]!),
      ...none(closes),
      ...after.amount,
    ]),
    expectedClose: Float64Array.from([
      ...none(amounts),
      ...closes.map((row) => before.close[row]!),
      ...after.close,
    ]),
  };
}
