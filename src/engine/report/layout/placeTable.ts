import { NUMBER_FORMATS } from '../formats';
import { CELLS } from '../palette';
import type { Area, CellFormat, Placement } from '../placement';
import { valueOf } from '../formula';
import type { CellContent, Column, Table } from '../report';
import { bodyRows } from './arrange';
import {
  one,
  isNumeric,
  placedCell,
  columnFormat,
  cellFormat,
  format,
  isFormulaLike,
  type BlockOf,
  type Ground,
  links,
  ownFormats,
  runsOf,
  textLook,
  LINE_POINTS,
} from './cells';
import { headerRow } from './headerRow';
import { widthBetween, WRAPPED_TEXT } from './widths';
import { wrapped } from './wrap';
import { placeRule } from './placeRule';
import type { Standpoint } from './references';

const TABLE_STYLE = 'TableStyleLight1';
const MAX_HEADER = 255;
/** A host sets each height by itself; beyond these the program fits the rows, or shows their first line. */
const MAX_FITTED = 2000;

/** Excel wants the headers of a table filled and different, whatever case they are in. */
function tableHeaders(columns: readonly Column[]): readonly string[] {
  const seen = new Set<string>();
  return columns.map(({ header }) => {
    const wanted =
      header
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, MAX_HEADER - 8) || 'Column';
    let unique = wanted;
    for (let n = 2; seen.has(unique.toLowerCase()); n++) unique = `${wanted} (${n})`;
    seen.add(unique.toLowerCase());
    return unique;
  });
}

export function placeTable(
  block: BlockOf<'table' | 'inputTable'>,
  area: Area,
  ground: Ground,
): readonly Placement[] {
  const sheet = ground.arranged.sheet.id;
  const headers = tableHeaders(block.columns);
  const rows = bodyRows(block);
  const first = area.row + 1;
  const editable = block.block === 'inputTable';
  const place = ground.references.tables.get(block.id);
  const from = (row: number): Standpoint => ({ sheet, row, ...(place && { table: place }) });
  const anyWrap = block.columns.some((column) => column.wrap);
  const look = (column: Column, i: number): CellFormat => ({
    ...(isNumeric(column.format)
      ? { align: 'right' }
      : textLook(isNumeric(block.columns[i - 1]?.format ?? 'text'))),
    ...(column.wrap && { wrap: true }),
    ...(anyWrap && { verticalAlign: 'top' }),
  });

  const formats = block.columns.map((column, i) =>
    columnFormat(
      column.format,
      block.rows.map((row) => row[i] ?? null),
    ),
  );
  const bodies = block.columns.map((column, i) =>
    format(
      sheet,
      { row: first, rows, column: area.column + i, columns: 1 },
      {
        ...look(column, i),
        numberFormat: formats[i] ?? NUMBER_FORMATS.general,
        color: editable ? CELLS.inputText : CELLS.text,
        borderBottom: CELLS.rule,
        ...(editable && { fill: CELLS.inputFill }),
      },
    ),
  );
  const values = Array.from({ length: rows }, (_, r) =>
    block.columns.map((column, i) =>
      placedCell(block.rows[r]?.[i] ?? null, column.format, ground, from(first + r)),
    ),
  );
  const special = block.columns.flatMap((_, i) => {
    const contents = block.rows.map((row) => row[i] ?? null);
    const column = area.column + i;
    const texts = formats[i] === NUMBER_FORMATS.text ? [] : runsOf(contents, isFormulaLike);
    return [
      ...texts.map(({ from, to }) =>
        format(
          sheet,
          { row: first + from, column, rows: to - from, columns: 1 },
          { numberFormat: NUMBER_FORMATS.text },
        ),
      ),
      ...ownFormats(sheet, first, column, contents),
      ...links(sheet, first, column, contents),
    ];
  });
  const notes = block.columns.flatMap((column, i): readonly Placement[] =>
    column.note === undefined
      ? []
      : [{ kind: 'note', sheet, row: area.row, column: area.column + i, text: column.note }],
  );
  const key = block.columns.findIndex((column) => column.id === block.key);
  if (key < 0) throw new Error(`The table ${block.id} has no column ${block.key}.`);

  return [
    ...headerRow(
      sheet,
      area.row,
      block.columns.map((column, i) => ({ text: headers[i] ?? '', numeric: isNumeric(column.format) })),
      ground.arranged.widths,
    ),
    ...bodies,
    ...runningOn(block, area, ground),
    ...special,
    {
      kind: 'cells',
      sheet,
      area: { row: area.row, column: area.column, rows: rows + 1, columns: headers.length },
      values: [headers, ...values],
    },
    {
      kind: 'table',
      sheet,
      name: `Leadline_${block.id}`,
      area: { row: area.row, column: area.column, rows: rows + 1, columns: headers.length },
      headers,
      key,
      style: TABLE_STYLE,
    },
    ...notes,
    ...fitted(block, sheet, first),
    ...(block.conditionalFormats ?? []).map((rule) => placeRule(rule, block, area, ground)),
    ...(block.totals
      ? placeTotals(
          block.columns,
          block.totals,
          { ...area, row: first + rows },
          from(first + rows),
          ground,
          look,
        )
      : []),
    ...(block.block === 'inputTable' ? placeChoices(block, { ...area, row: first, rows }, sheet) : []),
  ];
}

/** The cells over which the texts of the last column run look like part of the table, so that its header ends with them. */
function runningOn(
  { columns, rows }: Pick<Table, 'columns' | 'rows'>,
  area: Area,
  { arranged: { sheet, widths } }: Ground,
): readonly Placement[] {
  const last = columns.length - 1;
  if (!columns[last]?.runsOn) return [];
  // Not spread into one call: a table may have more rows than a call can have arguments.
  const longest = rows.reduce(
    (most, row) => Math.max(most, String(valueOf(row[last] ?? null) ?? '').length),
    0,
  );
  const first = area.column + columns.length;
  let more = 0;
  while (first + more < widths.length && widthBetween(widths, first - 1, more + 1) <= longest) more++;
  const covered = { column: first, columns: more };
  return more === 0
    ? []
    : [
        format(sheet.id, { row: area.row, rows: 1, ...covered }, { fill: CELLS.headerFill }),
        format(sheet.id, { row: area.row + 1, rows: rows.length, ...covered }, { borderBottom: CELLS.rule }),
      ];
}

/** Rows as high as their wrapped texts need: not every program fits them by itself. */
function fitted(table: Pick<Table, 'columns' | 'rows'>, sheet: string, first: number): readonly Placement[] {
  const wide = table.columns.flatMap(({ wrap, width }, i) =>
    wrap ? [{ i, width: width ?? WRAPPED_TEXT }] : [],
  );
  return table.rows.slice(0, wide.length > 0 ? MAX_FITTED : 0).flatMap((row, r): readonly Placement[] => {
    const lines = Math.max(
      ...wide.map(({ i, width }) => wrapped(String(valueOf(row[i] ?? null) ?? ''), width).length),
    );
    return lines > 1 ? [{ kind: 'rowHeight', sheet, row: first + r, points: LINE_POINTS * lines + 2 }] : [];
  });
}

function placeTotals(
  columns: readonly Column[],
  totals: readonly CellContent[],
  area: Area,
  from: Standpoint,
  ground: Ground,
  look: (column: Column, i: number) => CellFormat,
): readonly Placement[] {
  const sheet = ground.arranged.sheet.id;
  return [
    ...columns.map((column, i) =>
      format(sheet, one(area.row, area.column + i), {
        ...look(column, i),
        numberFormat: cellFormat(column.format, totals[i] ?? null),
        bold: true,
        color: CELLS.title,
        fill: CELLS.cardFill,
      }),
    ),
    {
      kind: 'cells',
      sheet,
      area: { row: area.row, rows: 1, column: area.column, columns: columns.length },
      values: [columns.map((column, i) => placedCell(totals[i] ?? null, column.format, ground, from))],
    },
  ];
}

const placeChoices = (block: BlockOf<'inputTable'>, body: Area, sheet: string): readonly Placement[] =>
  block.columns.flatMap((column, i): readonly Placement[] => {
    const choices = block.choices[column.id];
    return choices === undefined
      ? []
      : [
          {
            kind: 'validation',
            sheet,
            area: { ...body, column: body.column + i, columns: 1 },
            rule: { kind: 'oneOf', choices },
            title: column.header,
            message: `Choose one of: ${choices.join(', ')}.`,
          },
        ];
  });
