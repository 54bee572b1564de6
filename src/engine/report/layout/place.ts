import { NUMBER_FORMATS } from '../formats';
import { formulaText, isLink, isLive, textLiteral, address, valueOf } from '../formula';
import { CELLS, TONES } from '../palette';
import type { Area, CellFormat, PlacedCell, Placement } from '../placement';
import type { Block, CellContent, Chart, Column, ConditionalFormat, Format, Table } from '../report';
import { bodyRows, lineWidth, type ArrangedSheet, type Slot } from './arrange';
import { cardRows, heightOfCards } from './cards';
import type { References, Standpoint } from './references';
import { FILTER_BUTTON, FIRST_COLUMN } from './widths';
import { wrapped } from './wrap';

type BlockOf<K extends Block['block']> = Extract<Block, { block: K }>;

/** What placing a block needs to know. */
export interface Ground {
  readonly arranged: ArrangedSheet;
  readonly references: References;
}

const TABLE_STYLE = 'TableStyleLight1';
const LINE_POINTS = 15;
const MAX_HEADER = 255;
/** A cell that begins so would be taken for a formula if its format were not text. */
const FORMULA_LIKE = /^[=+\-@']/;

const one = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });
const isNumeric = (format: Format): boolean => format !== 'text';

/** A cell's content as it is written: money in units, formulas with addresses. NaN or Infinity is a mistake of ours. */
function placedCell(content: CellContent, format: Format, ground: Ground, from: Standpoint): PlacedCell {
  const value = valueOf(content);
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new Error(`The sheet ${from.sheet} would show ${value} on row ${from.row + 1}.`);
  const shown = format === 'money' && typeof value === 'number' ? value / 100 : value;
  return isLive(content)
    ? { formula: formulaText(content, (ref) => ground.references.resolve(ref, from)), value: shown }
    : shown;
}

/** A formula in a cell of format text would stay text, so such a column is General. */
const numberFormat = (format: Format, contents: readonly CellContent[]): string =>
  NUMBER_FORMATS[format === 'text' && contents.some(isLive) ? 'general' : format];

const textCell = (sheet: string, row: number, column: number, text: string): Placement => ({
  kind: 'cells',
  sheet,
  area: one(row, column),
  values: [[text]],
});
const format = (sheet: string, area: Area, cellFormat: CellFormat): Placement => ({
  kind: 'format',
  sheet,
  area,
  format: cellFormat,
});

const links = (sheet: string, row: number, column: number, content: CellContent): readonly Placement[] =>
  isLink(content)
    ? [
        format(sheet, one(row, column), { numberFormat: NUMBER_FORMATS.text, color: CELLS.link }),
        { kind: 'link', sheet, row, column, text: content.text, target: content.link },
      ]
    : [];

function placeHeading(block: BlockOf<'heading'>, area: Area, { arranged }: Ground): readonly Placement[] {
  const sheet = arranged.sheet.id;
  const first = block.level === 1;
  return [
    format(sheet, area, {
      bold: true,
      size: first ? 14 : 12,
      color: CELLS.title,
      numberFormat: NUMBER_FORMATS.text,
      ...(first && { borderBottom: CELLS.rule }),
    }),
    textCell(sheet, area.row, area.column, block.text),
    { kind: 'rowHeight', sheet, row: area.row, points: first ? 24 : 20 },
  ];
}

function placeNote(block: BlockOf<'note'>, area: Area, { arranged }: Ground): readonly Placement[] {
  const sheet = arranged.sheet.id;
  const lines = wrapped(block.text, lineWidth(arranged.widths));
  return [
    format(sheet, area, {
      numberFormat: NUMBER_FORMATS.text,
      color: { plain: CELLS.text, muted: CELLS.muted, warning: CELLS.warning }[block.tone],
      ...(block.tone === 'warning' && { fill: CELLS.warningFill }),
    }),
    { kind: 'cells', sheet, area: { ...area, columns: 1 }, values: lines.map((line) => [line]) },
  ];
}

function placeKeyFigures(block: BlockOf<'keyFigures'>, area: Area, ground: Ground): readonly Placement[] {
  const sheet = ground.arranged.sheet.id;
  const placements: Placement[] = [];
  let row = area.row;
  for (const cardRow of cardRows(block, ground.arranged.widths)) {
    const band = { ...area, row, rows: heightOfCards(cardRow) };
    placements.push(
      format(sheet, band, { fill: CELLS.cardFill, color: CELLS.muted, numberFormat: NUMBER_FORMATS.text }),
      format(sheet, { ...band, rows: 1 }, { color: CELLS.muted, size: 10, verticalAlign: 'center' }),
      { kind: 'rowHeight', sheet, row, points: 19 },
      { kind: 'rowHeight', sheet, row: row + 1, points: 25 },
    );
    if (cardRow.detailRows > 0)
      placements.push(
        format(sheet, { ...band, row: row + 2, rows: cardRow.detailRows }, { color: CELLS.muted, size: 9 }),
      );
    for (const { figure, column, detail, valueSize } of cardRow.cards) {
      placements.push(
        textCell(sheet, row, column, figure.label),
        format(sheet, one(row + 1, column), {
          numberFormat: numberFormat(figure.format, [figure.value]),
          bold: true,
          size: valueSize,
          color: CELLS.title,
          align: 'left',
          verticalAlign: 'center',
        }),
        {
          kind: 'cells',
          sheet,
          area: one(row + 1, column),
          values: [[placedCell(figure.value, figure.format, ground, { sheet, row: row + 1 })]],
        },
        ...links(sheet, row + 1, column, figure.value),
      );
      if (detail.length > 0)
        placements.push({
          kind: 'cells',
          sheet,
          area: { row: row + 2, column, rows: detail.length, columns: 1 },
          values: detail.map((line) => [line]),
        });
    }
    row += band.rows + 1;
  }
  return placements;
}

/** Excel wants the headers of a table filled and different, whatever case they are in. */
export function tableHeaders(columns: readonly Column[]): readonly string[] {
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

/** Header cells of a table or of the inputs: dark, wrapped, high enough. */
function headerRow(
  sheet: string,
  row: number,
  headers: readonly { readonly text: string; readonly numeric: boolean }[],
  widths: readonly number[],
): readonly Placement[] {
  const lines = headers.map(
    ({ text }, i) =>
      wrapped(text, Math.max(1, Math.floor((widths[FIRST_COLUMN + i] ?? 0) - FILTER_BUTTON))).length,
  );
  const look: CellFormat = {
    numberFormat: NUMBER_FORMATS.text,
    bold: true,
    color: CELLS.headerText,
    fill: CELLS.headerFill,
    wrap: true,
    verticalAlign: 'center',
  };
  return [
    ...headers.map(({ numeric }, i) =>
      format(sheet, one(row, FIRST_COLUMN + i), { ...look, align: numeric ? 'center' : 'left' }),
    ),
    { kind: 'rowHeight', sheet, row, points: LINE_POINTS * Math.max(...lines) + 6 },
  ];
}

function placeTable(
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
  const look = (column: Column, contents: readonly CellContent[]): CellFormat => ({
    numberFormat: numberFormat(column.format, contents),
    align: isNumeric(column.format) ? 'right' : 'left',
    ...(column.wrap && { wrap: true }),
    ...(anyWrap && { verticalAlign: 'top' }),
  });

  const bodies = block.columns.map((column, i) =>
    format(
      sheet,
      { row: first, rows, column: area.column + i, columns: 1 },
      {
        ...look(
          column,
          block.rows.map((row) => row[i] ?? null),
        ),
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
  const special = block.rows.flatMap((contents, r) =>
    contents.flatMap((content, i) => [
      ...(typeof content === 'string' && block.columns[i]?.format !== 'text' && FORMULA_LIKE.test(content)
        ? [format(sheet, one(first + r, area.column + i), { numberFormat: NUMBER_FORMATS.text })]
        : []),
      ...links(sheet, first + r, area.column + i, content),
    ]),
  );
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
    ...(block.conditionalFormats ?? []).map((rule) => placeRule(rule, block, area, ground)),
    ...(block.totals
      ? placeTotals(block.columns, block.totals, { ...area, row: first + rows }, ground, look)
      : []),
    ...(block.block === 'inputTable' ? placeChoices(block, { ...area, row: first, rows }, sheet) : []),
  ];
}

function placeTotals(
  columns: readonly Column[],
  totals: readonly CellContent[],
  area: Area,
  ground: Ground,
  look: (column: Column, contents: readonly CellContent[]) => CellFormat,
): readonly Placement[] {
  const sheet = ground.arranged.sheet.id;
  return [
    ...columns.map((column, i) =>
      format(sheet, one(area.row, area.column + i), {
        ...look(column, [totals[i] ?? null]),
        bold: true,
        color: CELLS.title,
        fill: CELLS.cardFill,
      }),
    ),
    {
      kind: 'cells',
      sheet,
      area: { row: area.row, rows: 1, column: area.column, columns: columns.length },
      values: [
        columns.map((column, i) =>
          placedCell(totals[i] ?? null, column.format, ground, { sheet, row: area.row }),
        ),
      ],
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

function placeRule(
  rule: ConditionalFormat,
  table: Pick<Table, 'id' | 'columns' | 'rows'>,
  area: Area,
  ground: Ground,
): Placement {
  const sheet = ground.arranged.sheet.id;
  const index = table.columns.findIndex((column) => column.id === rule.column);
  if (index < 0)
    throw new Error(`A rule of the table ${table.id} names the column ${rule.column}, which it lacks.`);
  const body = { row: area.row + 1, rows: bodyRows(table), column: area.column + index, columns: 1 };
  const equals = (value: string): string => `$${address(body.row, body.column, false)}=${textLiteral(value)}`;
  const common = { kind: 'conditionalFormat', sheet } as const;
  switch (rule.rule) {
    case 'dataBar':
      return { ...common, area: body, rule: { kind: 'dataBar', color: CELLS.dataBar } };
    case 'colorScale': {
      const [low, high] = rule.goodHigh
        ? [CELLS.scaleBad, CELLS.scaleGood]
        : [CELLS.scaleGood, CELLS.scaleBad];
      return { ...common, area: body, rule: { kind: 'colorScale', low, middle: CELLS.scaleMiddle, high } };
    }
    case 'muteRowWhere':
      return {
        ...common,
        area: { ...body, column: area.column, columns: table.columns.length },
        rule: { kind: 'formula', formula: equals(rule.value), color: CELLS.muted, italic: true },
      };
    case 'flagWhere':
      return {
        ...common,
        area: body,
        rule: {
          kind: 'formula',
          formula: equals(rule.value),
          fill: { bad: CELLS.badFill, warn: CELLS.warningFill, good: CELLS.goodFill }[rule.tone],
        },
      };
  }
}

function placeInputs(block: BlockOf<'inputs'>, area: Area, ground: Ground): readonly Placement[] {
  const sheet = ground.arranged.sheet.id;
  const [label, value, unit, help] = [0, 1, 2, 3].map((i) => area.column + i) as [
    number,
    number,
    number,
    number,
  ];
  const first = area.row + 1;
  const helpWidth = ground.arranged.widths[help] ?? 0;
  return [
    ...headerRow(
      sheet,
      area.row,
      ['Input', 'Value', 'Unit', 'What it does'].map((text) => ({ text, numeric: text === 'Value' })),
      ground.arranged.widths,
    ),
    {
      kind: 'cells',
      sheet,
      area: { row: area.row, column: label, rows: 1, columns: 4 },
      values: [['Input', 'Value', 'Unit', 'What it does']],
    },
    ...block.cells.flatMap((cell, i): readonly Placement[] => {
      const row = first + i;
      const text = {
        numberFormat: NUMBER_FORMATS.text,
        verticalAlign: 'top',
        borderBottom: CELLS.rule,
      } as const;
      return [
        format(sheet, one(row, label), { ...text, color: CELLS.text }),
        format(sheet, one(row, value), {
          numberFormat: NUMBER_FORMATS[cell.format],
          bold: true,
          color: CELLS.inputText,
          fill: CELLS.inputFill,
          align: 'right',
          verticalAlign: 'top',
          borderBottom: CELLS.rule,
        }),
        format(sheet, one(row, unit), { ...text, color: CELLS.muted }),
        format(sheet, one(row, help), { ...text, color: CELLS.muted, wrap: true }),
        {
          kind: 'cells',
          sheet,
          area: { row, column: label, rows: 1, columns: 4 },
          values: [[cell.label, cell.value, cell.unit, cell.help]],
        },
        {
          kind: 'rowHeight',
          sheet,
          row,
          points: LINE_POINTS * wrapped(cell.help, Math.floor(helpWidth)).length + 3,
        },
        {
          kind: 'name',
          sheet,
          name: ground.references.resolve({ ref: 'input', id: cell.id }, { sheet, row }),
          row,
          column: value,
        },
        {
          kind: 'validation',
          sheet,
          area: one(row, value),
          rule:
            cell.validation.rule === 'between'
              ? {
                  kind: 'between',
                  min: cell.validation.min,
                  max: cell.validation.max,
                  whole: cell.validation.whole,
                }
              : { kind: 'oneOf', choices: cell.validation.choices },
          title: cell.label,
          message: cell.help,
        },
      ];
    }),
  ];
}

function placeChart(chart: Chart, anchor: Area, ground: Ground): readonly Placement[] {
  const sheet = ground.arranged.sheet.id;
  const table = ground.references.tables.get(chart.table);
  const body = (column: string): Area => {
    const at = table?.columns.get(column);
    if (!table || at === undefined || table.sheet !== sheet)
      throw new Error(`The chart ${chart.id} shows ${chart.table}.${column}, which is not on its sheet.`);
    return { row: table.header + 1, rows: table.rows, column: at, columns: 1 };
  };
  return [
    {
      kind: 'chart',
      sheet,
      name: `Leadline_${chart.id}`,
      type: chart.kind,
      title: chart.title,
      alt: chart.alt,
      anchor,
      categories: body(chart.categories),
      series: chart.series.map((series) => ({
        name: series.name,
        values: body(series.column),
        color: TONES[series.tone],
        invisible: series.tone === 'invisible',
      })),
      ...(chart.xTitle !== undefined && { xTitle: chart.xTitle }),
      ...(chart.yTitle !== undefined && { yTitle: chart.yTitle }),
      ...(chart.yFormat !== undefined && { yNumberFormat: NUMBER_FORMATS[chart.yFormat] }),
    },
  ];
}

/** What a block becomes on its slot. */
export function placeBlock({ block, area }: Slot, ground: Ground): readonly Placement[] {
  switch (block.block) {
    case 'heading':
      return placeHeading(block, area, ground);
    case 'note':
      return placeNote(block, area, ground);
    case 'keyFigures':
      return placeKeyFigures(block, area, ground);
    case 'table':
    case 'inputTable':
      return placeTable(block, area, ground);
    case 'inputs':
      return placeInputs(block, area, ground);
    case 'chart':
      return placeChart(block, area, ground);
  }
}
