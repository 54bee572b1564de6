import type { CellFormat, PlacedCell, Placement } from '../../src/engine/report/placement';
import type { ChartKind } from '../../src/engine/report/report';
import type { Book, StoredCell, StoredChart, StoredSheet } from '../store/book';
import { isFormula } from '../store/book';
import { target } from '../store/names';
import { isHollow } from '../store/seriesLook';
import type { Rect } from '../store/rect';
import { bounding, MAX_COLUMNS, MAX_ROWS } from '../store/rect';
import { looksOf, type Look } from '../page/ui/looks';
import { promptAt } from '../page/ui/validation';

/** How the add-in marks its own sheets (`hosts/excel/ownership.ts`). */
const MARK = 'LeadlineSheet';
const STAMP = 'Leadline.stamp';

/** Sheets of the stand-in's workbook as placements, which `hosts/workbookFile` writes. */
export function placementsOf(book: Book, sheets: readonly StoredSheet[]): readonly Placement[] {
  const ids = new Map(sheets.map((sheet) => [sheet, sheet.customProperties.get(MARK) ?? sheet.id]));
  const idOf = (sheet: StoredSheet): string => ids.get(sheet) ?? sheet.name;
  const owned = sheets.filter((sheet) => sheet.customProperties.has(MARK));
  return [
    // All sheets first: links and formulas speak of each other's.
    ...sheets.map((sheet): Placement => ({
      kind: 'sheet',
      sheet: idOf(sheet),
      name: sheet.name,
      tabColor: sheet.tabColor || '#9AA4B2',
    })),
    ...sheets.flatMap((sheet) => sheetPlacements(book, sheet, idOf)),
    ...(owned.length > 0 ? [{ kind: 'stamp' as const, sheets: owned.map(idOf), stamp: stampOf(book) }] : []),
  ];
}

function stampOf(book: Book): Readonly<Record<string, string | number>> {
  const kept = book.settings.get(STAMP);
  const parsed: unknown = kept === undefined ? {} : JSON.parse(kept);
  const stamp = typeof parsed === 'object' && parsed !== null && 'stamp' in parsed ? parsed.stamp : {};
  return Object.fromEntries(
    Object.entries(stamp ?? {}).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  );
}

function sheetPlacements(
  book: Book,
  stored: StoredSheet,
  idOf: (sheet: StoredSheet) => string,
): readonly Placement[] {
  const sheet = idOf(stored);
  const used = extentOf(stored);
  const placed: Placement[] = [...formats(stored, sheet, used)];
  const textOf = (row: number, column: number): string => {
    const cell = stored.rows[row]?.[column] ?? null;
    return String((isFormula(cell) ? cell.value : cell) ?? '');
  };
  if (used.rows > 0)
    placed.push({
      kind: 'cells',
      sheet,
      area: used,
      values: Array.from({ length: used.rows }, (_, r) =>
        Array.from({ length: used.columns }, (_c, c) => placedCell(stored.rows[r]?.[c] ?? null)),
      ),
    });
  for (const { name, area, style } of stored.tables)
    placed.push({
      kind: 'table',
      sheet,
      name,
      area,
      key: 0,
      style,
      headers: Array.from({ length: area.columns }, (_, c) => textOf(area.row, area.column + c)),
    });
  for (const { name, formula } of book.names.values()) {
    const place = target(book, formula);
    if (place?.sheet === stored && place.area.rows === 1 && place.area.columns === 1)
      placed.push({ kind: 'name', sheet, name, row: place.area.row, column: place.area.column });
  }
  placed.push(...validations(stored, sheet), ...conditionalFormats(stored, sheet));
  for (const chart of stored.charts) placed.push(...chartPlacement(stored, sheet, chart));
  placed.push(...notes(stored, sheet), ...links(book, stored, sheet, idOf, textOf));
  const widths = [...stored.columnWidths.keys()];
  if (widths.length > 0)
    placed.push({
      kind: 'columnWidths',
      sheet,
      widths: Array.from({ length: Math.max(...widths) + 1 }, (_, column) =>
        charactersOf(stored.columnWidths.get(column) ?? USUAL_POINTS),
      ),
    });
  for (const [row, points] of stored.rowHeights) placed.push({ kind: 'rowHeight', sheet, row, points });
  const { frozen } = stored;
  if (frozen)
    placed.push({
      kind: 'freeze',
      sheet,
      rows: frozen.rows < MAX_ROWS ? frozen.rows : 0,
      columns: frozen.columns < MAX_COLUMNS ? frozen.columns : 0,
    });
  placed.push({ kind: 'gridlines', sheet, shown: stored.gridlines });
  return placed;
}

const USUAL_POINTS = 48;
const charactersOf = (points: number): number =>
  Math.max(1, Math.round(((points / 0.75 - 5) / 7) * 100) / 100);

function extentOf(sheet: StoredSheet): Rect {
  const columns = sheet.rows.reduce((most, cells) => Math.max(most, cells?.length ?? 0), 0);
  return { row: 0, column: 0, rows: columns > 0 ? sheet.rows.length : 0, columns };
}

function placedCell(cell: StoredCell): PlacedCell {
  if (isFormula(cell)) {
    const { formula, value } = cell;
    return {
      formula: formula.slice(1),
      value: typeof value === 'boolean' ? String(value).toUpperCase() : value,
    };
  }
  // A placement has no truth values: they are put in afterwards.
  return typeof cell === 'boolean' ? null : cell;
}

/** One placement per run of equal cells in a row; equal runs below each other become one. */
function formats(stored: StoredSheet, sheet: string, used: Rect): readonly Placement[] {
  let [rows, columns] = [used.rows, used.columns];
  for (const layers of [...stored.look.values()])
    for (const { area, value } of layers)
      if (value !== null && area.rows < MAX_ROWS && area.columns < MAX_COLUMNS) {
        rows = Math.max(rows, area.row + area.rows);
        columns = Math.max(columns, area.column + area.columns);
      }
  if (rows === 0 || columns === 0) return [];
  const plain = { ...stored, tables: [] };
  const runs = new Map<string, { area: Rect; format: CellFormat }>();
  const done: { area: Rect; format: CellFormat }[] = [];
  const BLOCK = 2_000;
  for (let top = 0; top < rows; top += BLOCK) {
    const block = { row: top, column: 0, rows: Math.min(BLOCK, rows - top), columns };
    const look = looksOf(plain, block);
    for (let row = top; row < top + block.rows; row++)
      for (let column = 0; column < columns;) {
        const format = formatOf(look(row, column));
        const text = JSON.stringify(format);
        let end = column + 1;
        while (end < columns && JSON.stringify(formatOf(look(row, end))) === text) end++;
        const key = `${column} ${end} ${text}`;
        const above = runs.get(key);
        if (text !== '{}') {
          if (above && above.area.row + above.area.rows === row)
            above.area = { ...above.area, rows: above.area.rows + 1 };
          else {
            const made = { area: { row, column, rows: 1, columns: end - column }, format };
            runs.set(key, made);
            done.push(made);
          }
        }
        column = end;
      }
  }
  return done.map(({ area, format }) => ({ kind: 'format', sheet, area, format }));
}

const formatOf = (look: Look): CellFormat => ({
  ...(look.numberFormat !== 'General' && { numberFormat: look.numberFormat }),
  ...(look.bold && { bold: true }),
  ...(look.italic && { italic: true }),
  ...(look.size !== null && { size: look.size }),
  ...(look.color !== null && { color: look.color }),
  ...(look.fill !== null && { fill: look.fill }),
  ...(look.wrap && { wrap: true }),
  ...(look.align !== null && { align: look.align }),
  ...(look.vertical !== 'bottom' && { verticalAlign: look.vertical }),
  ...(look.bottom !== null && { borderBottom: look.bottom }),
});

type Part = Readonly<Record<string, unknown>>;
const partOf = (whole: Part | null, key: string): Part | null => {
  const found = whole?.[key];
  return typeof found === 'object' && found !== null ? (found as Part) : null; // any key may be asked
};

function validations(stored: StoredSheet, sheet: string): readonly Placement[] {
  return stored.validations.flatMap(({ area, value }): readonly Placement[] => {
    const rule = partOf(value, 'Rule');
    const prompt = partOf(value, 'Prompt');
    const common = {
      kind: 'validation' as const,
      sheet,
      area,
      title: String(prompt?.['title'] ?? ''),
      message: String(prompt?.['message'] ?? ''),
    };
    const source = partOf(rule, 'list')?.['source'];
    if (typeof source === 'string' && !source.startsWith('='))
      return [{ ...common, rule: { kind: 'oneOf', choices: source.split(',') } }];
    const whole = partOf(rule, 'wholeNumber');
    const between = whole ?? partOf(rule, 'decimal');
    if (!between || between['operator'] !== 'Between') return [];
    const [min, max] = [Number(between['formula1']), Number(between['formula2'])];
    return [{ ...common, rule: { kind: 'between', min, max, whole: whole !== null } }];
  });
}

/** Notes, and the messages by which the add-in shows a note in versions without them. */
function notes(stored: StoredSheet, sheet: string): readonly Placement[] {
  const messages = stored.validations
    .filter(({ value }) => value && !partOf(value, 'Rule'))
    .map((v) => v.area);
  return [...messages, ...stored.comments.map((c) => c.area)].flatMap(
    ({ row, column }): readonly Placement[] => {
      const prompt = promptAt(stored, row, column);
      return prompt ? [{ kind: 'note', sheet, row, column, text: prompt.message }] : [];
    },
  );
}

function links(
  book: Book,
  stored: StoredSheet,
  sheet: string,
  idOf: (sheet: StoredSheet) => string,
  textOf: (row: number, column: number) => string,
): readonly Placement[] {
  return stored.links.flatMap(({ area: { row, column }, value }): readonly Placement[] => {
    const reference = value?.['documentReference'];
    const place = typeof reference === 'string' ? target(book, `=${reference}`) : null;
    if (!place || typeof reference !== 'string') return [];
    const cell = reference.slice(reference.lastIndexOf('!') + 1);
    const link = { text: textOf(row, column), target: { sheet: idOf(place.sheet), cell } };
    return [{ kind: 'links', sheet, row, column, links: [link] }];
  });
}

function conditionalFormats(stored: StoredSheet, sheet: string): readonly Placement[] {
  return stored.conditionalFormats.flatMap(({ area, type, look }): readonly Placement[] => {
    const common = { kind: 'conditionalFormat' as const, sheet, area };
    const text = (path: string): string | null => {
      const value = look.get(path);
      return typeof value === 'string' ? value : null;
    };
    if (type === 'DataBar')
      return [{ ...common, rule: { kind: 'dataBar', color: text('Positive/FillColor') ?? '#638EC6' } }];
    if (type === 'ColorScale') {
      const criteria = look.get('Criteria') as Part | undefined; // an object is all that can be set there
      const color = (at: string): string => String(partOf(criteria ?? null, at)?.['color'] ?? '#FFFFFF');
      const maximum = partOf(criteria ?? null, 'maximum');
      const reach = maximum?.['type'] === 'Number' ? Number(maximum['formula']) : 0;
      return [
        {
          ...common,
          rule: {
            kind: 'colorScale',
            low: color('minimum'),
            middle: color('midpoint'),
            high: color('maximum'),
            ...(reach > 0 && { reach }),
          },
        },
      ];
    }
    const formula = text('Rule/Formula');
    if (formula === null) return [];
    const [color, fill] = [text('Font/Color'), text('Fill/Color')];
    return [
      {
        ...common,
        rule: {
          kind: 'formula',
          formula: formula.replace(/^=/, ''),
          ...(color !== null && { color }),
          ...(fill !== null && { fill }),
          ...(look.get('Font/Italic') === true && { italic: true }),
        },
      },
    ];
  });
}

const KINDS: Readonly<Record<string, ChartKind>> = {
  ColumnClustered: 'column',
  ColumnStacked: 'stackedColumn',
  BarClustered: 'bar',
  BarStacked: 'stackedBar',
  Line: 'line',
  LineMarkers: 'line',
  XYScatter: 'scatter',
  XYScatterLinesNoMarkers: 'scatter',
  Area: 'area',
};

function chartPlacement(stored: StoredSheet, sheet: string, chart: StoredChart): readonly Placement[] {
  const type = KINDS[chart.type];
  const categories = chart.series[0]?.categories;
  const text = (path: string): string | undefined => {
    const value = chart.look.get(path);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const series = chart.series.flatMap((s) => {
    if (s.values?.sheet !== stored.id) return [];
    const hollow = isHollow(s.look);
    const color = s.look.get(
      type === 'line' || type === 'scatter' || hollow ? 'Format/Line/Color' : 'Format/Fill',
    );
    const invisible = s.look.get('Format/Fill') === 'none' && !hollow;
    return [
      {
        name: s.name,
        values: s.values.area,
        color: typeof color === 'string' && !invisible ? color : '#1F5FA8',
        invisible,
        ...(hollow && { hollow: true as const }),
      },
    ];
  });
  if (!type || !categories || !chart.anchor || series.length === 0) return [];
  const minimum = chart.look.get('ValueAxis/Minimum');
  const [xTitle, yTitle] = [text('CategoryAxis/Title/Text'), text('ValueAxis/Title/Text')];
  const yNumberFormat = text('ValueAxis/NumberFormat');
  return [
    {
      kind: 'chart',
      sheet,
      name: chart.name,
      type,
      title: text('Title/Text') ?? '',
      alt: text('Title/Text') ?? chart.name,
      anchor: bounding(chart.anchor.start, chart.anchor.end),
      categories: categories.area,
      series,
      ...(xTitle !== undefined && { xTitle }),
      ...(yTitle !== undefined && { yTitle }),
      ...(yNumberFormat !== undefined && { yNumberFormat }),
      ...(typeof minimum === 'number' && { yMin: minimum }),
    },
  ];
}
