import { issue } from '../core/issue';
import type { Issue, Place } from '../core/issue';
import { formatWalk } from './cells';
import { noNumbers } from './compact';
import type { DateOrder } from './mapping';
import { columnLetters } from './rawTable';
import type { Part, Stack } from './stack';
import { columnOfField, columnOfHeader, hasField, headerOf } from './stack';
import { labelIn, shown, type Trouble } from './trouble';
import { dateOfNumber, dateOfText, decideDateOrder, isDateFormat, noDateEvidence } from './values/dates';
import { isErrorText, saysNoNumber, trimmed } from './values/text';

interface DateColumn {
  readonly part: Part;
  readonly field: string;
  readonly header: string;
  readonly column: number;
  readonly into: Float64Array;
  readonly wide: boolean;
}

/** Reads a column in one order; its troubles are for this order. */
function readDateCells(
  { part, field, header, column, into, wide }: DateColumn,
  order: DateOrder,
  seen: ReturnType<typeof noDateEvidence>,
): Trouble[] {
  const troubles: Trouble[] = [];
  const { rowOf, sheet, from } = part;
  const { date1904, rows } = sheet;
  const label = wide ? header : labelIn(part, field);
  const isDate = formatWalk(sheet.formats[column] ?? [], isDateFormat, false);
  let last: string | undefined;
  let lastSerial = NaN;
  for (let i = 0; i < rowOf.length; i++) {
    const cell = rows[rowOf[i]!]![column];
    let serial = NaN;
    if (typeof cell === 'number') serial = dateOfNumber(cell, isDate(rowOf[i]!), date1904);
    else if (typeof cell === 'string') {
      if (cell === last) serial = lastSerial;
      else {
        serial = dateOfText(cell, order, seen);
        last = cell;
        lastSerial = serial;
      }
    } else if (cell === null || cell === undefined) {
      into[from + i] = NaN;
      continue;
    }
    into[from + i] = serial;
    if (serial === serial) continue;
    const text = typeof cell === 'string' ? trimmed(cell) : '';
    if (typeof cell === 'string' && saysNoNumber(text)) continue;
    const kind = isErrorText(text) ? 'error' : 'date';
    troubles.push({ kind, row: from + i, field, label, ...(wide && { header }), value: shown(cell) });
  }
  return troubles;
}

/**
 * Reads date columns (each a list of its parts) into their arrays. The order of day and month is decided for each column of each
 * table: a person's word first (`dateOrders` by field or header), then its own values, then the order that the other
 * date columns of the same table show, because one export writes all its dates alike, which is noted. What stays
 * undecided is a blocking issue.
 */
function readDateColumns(
  columns: readonly (readonly DateColumn[])[],
  stack: Stack,
  troubles: Trouble[],
): readonly Issue[] {
  const issues: Issue[] = [];
  for (const part of stack.parts) {
    const orders = part.table.mapping.dateOrders;
    const given = ({ field, header }: DateColumn): DateOrder | undefined =>
      Object.hasOwn(orders, field)
        ? orders[field]
        : Object.hasOwn(orders, header)
          ? orders[header]
          : undefined;
    const readings = columns
      .flat()
      .filter((column) => column.part === part)
      .map((column) => {
        const seen = noDateEvidence();
        const order = given(column) ?? 'dmy';
        return { column, seen, order, troubles: readDateCells(column, order, seen) };
      });
    const place = (column: DateColumn): Place => ({
      source: part.sheet.source,
      sheet: part.sheet.sheet,
      row: part.table.mapping.headerRow,
      column: columnLetters(part.sheet.left + column.column),
    });
    // By order the first column that shows it.
    const shownBy = new Map<DateOrder, DateColumn>();
    for (const { column, seen } of readings) {
      const own = given(column) ?? decideDateOrder(seen);
      if (own !== undefined && own !== 'ambiguous' && !shownBy.has(own)) shownBy.set(own, column);
    }
    const [common] = shownBy.size === 1 ? shownBy.keys() : [];
    const [one, two] = [...shownBy].filter(([, column]) => given(column) === undefined);
    if (one && two) {
      const facts = { header: one[1].header, order: one[0], other: two[1].header, otherOrder: two[0] };
      issues.push(issue('dateOrdersDiffer', 'warning', facts, place(two[1])));
    }
    for (const reading of readings) {
      const { column, seen, order } = reading;
      const own = given(column) ?? decideDateOrder(seen);
      const silent = seen.dmy + seen.mdy + seen.ymd === 0;
      const decided = own === 'ambiguous' && silent ? (common ?? own) : own;
      if (decided === 'ambiguous') {
        issues.push(
          issue(
            'dateOrderAmbiguous',
            'blocking',
            { header: column.header, example: shown(seen.example) },
            place(column),
          ),
        );
        continue;
      }
      if (own === 'ambiguous' && decided !== undefined) {
        const facts = { header: column.header, example: shown(seen.example), order: decided };
        const other = shownBy.get(decided)?.header ?? '';
        issues.push(issue('dateOrderFromOtherColumn', 'note', { ...facts, other }, place(column)));
      }
      const again = decided !== undefined && decided !== order;
      const cells = again ? readDateCells(column, decided, noDateEvidence()) : reading.troubles;
      for (const trouble of cells) troubles.push(trouble);
    }
  }
  return issues;
}

export interface ReadDates {
  /** In order of the fields asked for; all NaN for a field that no table has (one array for all such fields). */
  readonly columns: readonly Float64Array[];
  /** Wide columns: a date per stage entered, by stage in order of first appearance. */
  readonly wide: { readonly stages: readonly string[]; readonly columns: readonly Float64Array[] };
  readonly issues: readonly Issue[];
}

/** All dates of a stack: of fields, and of the wide columns where its tables have some. */
export function readDates(stack: Stack, fields: readonly string[], troubles: Trouble[]): ReadDates {
  let absent: Float64Array | undefined;
  const columns = fields.map((field) => {
    const into = hasField(stack, field) ? noNumbers(stack.count) : (absent ??= noNumbers(stack.count));
    const parts = stack.parts.map((part) => ({
      part,
      field,
      header: headerOf(part, field) ?? '',
      column: columnOfField(part, field),
      into,
      wide: false,
    }));
    return { into, parts: parts.filter(({ column }) => column >= 0) };
  });
  const byStage = new Map<string, { into: Float64Array; parts: DateColumn[] }>();
  for (const part of stack.parts)
    for (const { stage, header } of part.table.mapping.stageDates) {
      const column = columnOfHeader(part, header);
      if (column < 0) continue;
      const entry = byStage.get(stage) ?? { into: noNumbers(stack.count), parts: [] };
      byStage.set(stage, entry);
      entry.parts.push({ part, field: 'stageDate', header, column, into: entry.into, wide: true });
    }
  const wide = [...byStage.values()];
  return {
    columns: columns.map(({ into }) => into),
    wide: { stages: [...byStage.keys()], columns: wide.map(({ into }) => into) },
    issues: readDateColumns(
      [...columns, ...wide].map(({ parts }) => parts),
      stack,
      troubles,
    ),
  };
}
