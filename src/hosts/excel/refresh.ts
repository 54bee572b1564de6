import type { Area, PlacementOf } from '../../engine/report/placement';
import { asText } from './asText';
import type { Content, KeptSheet, KeptTable } from './kept';
import { isBlank, KEPT, keysOf } from './kept';
import type { Register, SheetRecord } from './ownership';
import { REGISTER } from './ownership';
import type { StandingSheet } from './prepare';
import type { RowMove } from './rects';
import { endColumn, endRow, moved, sameArea, without } from './rects';
import { send } from './session';
import { writeSetting } from './settings';

/** A result table as it stands, with what a person has added to it. Columns are counted from its left edge. */
interface Captured {
  readonly table: Excel.Table;
  readonly wanted: PlacementOf<'table'>;
  readonly area: Area;
  /** Columns of the table that are not Leadline's. */
  readonly added: readonly number[];
  /** Those, and the columns beside the table as far as the sheet is used. */
  readonly columns: readonly number[];
  readonly keyAt: number;
}

/**
 * Makes room on a sheet of an earlier run: filters are cleared, rows inserted or deleted where tables grow or shrink so
 * that what a person wrote below or beside moves along, contents of the last run that are no longer wanted are cleared,
 * and what has to follow its row is set aside. Returns everything set aside so far, this sheet's included, to be put back
 * when the results stand. What an earlier, broken run had set aside on this sheet counts, not what it left there.
 */
export async function makeRoom(
  context: Excel.RequestContext,
  { plan, worksheetId }: StandingSheet,
  before: SheetRecord,
  setAside: readonly KeptSheet[],
  newKeys: (table: PlacementOf<'table'>) => readonly string[],
): Promise<readonly KeptSheet[]> {
  const worksheet = context.workbook.worksheets.getItem(worksheetId);
  const register = context.workbook.settings.getItem(REGISTER);
  register.load('value');
  const used = worksheet.getUsedRangeOrNullObject(true);
  used.load('columnIndex, columnCount');
  worksheet.tables.load('items/name');
  const { charts } = worksheet;
  charts.load('items/name');
  await context.sync();
  const ours = new Set([...before.tables, ...plan.tables].map((t) => t.name));
  // A person's table beside ours keeps its rows together: on such a sheet no rows are moved.
  const foreign = worksheet.tables.items.some(({ name }) => !ours.has(name));
  const all = worksheet.tables.items
    .filter(({ name }) => ours.has(name))
    .map((table) => {
      const range = table.getRange();
      range.load('rowIndex, columnIndex, rowCount, columnCount');
      const headers = table.getHeaderRowRange();
      headers.load('values');
      return { table, range, headers };
    });
  await context.sync();

  const right = used.isNullObject ? 1 : used.columnIndex + used.columnCount;
  const standing = all.flatMap(({ table, range, headers }): Captured[] => {
    const wanted = plan.tables.find((t) => t.name === table.name);
    if (!wanted) return [];
    const area = areaOf(range);
    const texts = (headers.values[0] ?? []).map(String);
    const own = new Set(before.tables.find((t) => t.name === table.name)?.headers ?? wanted.headers);
    const added = texts.flatMap((header, c) => (own.has(header) ? [] : [c]));
    const beyond = foreign ? 0 : Math.max(0, right - endColumn(area));
    return [
      {
        table,
        wanted,
        area,
        added,
        columns: [...added, ...Array.from({ length: beyond }, (_, i) => area.columns + i)],
        keyAt: Math.max(0, texts.indexOf(wanted.headers[wanted.key] ?? '')),
      },
    ];
  });
  const moves = foreign ? [] : movesFor(standing);

  const stashed = setAside.find((k) => k.sheet === plan.id);
  const others = setAside.filter((k) => k !== stashed);
  const tables: KeptTable[] = [];
  for (const t of standing) {
    const again = stashed?.tables.find((k) => k.name === t.table.name);
    const kept =
      again ?? (t.columns.length > 0 ? keep(t, await readRows(context, worksheet, reach(t))) : undefined);
    if (kept && (again || mustMove(kept, t, moves, newKeys(t.wanted)))) tables.push(kept);
  }
  const lost = await readUsed(
    context,
    worksheet,
    moves
      .filter((m) => m.count < 0)
      .flatMap((m) =>
        without({ row: m.row, rows: -m.count, column: 0, columns: right }, [
          ...before.areas,
          ...standing.map(reach),
        ]),
      ),
  );
  const mine = { sheet: plan.id, tables, displaced: [...(stashed?.displaced ?? []), ...lost] };
  stash(context, [...others, mine]);
  await context.sync();

  // Together: where the contents of the last run stand, and the moves that change it.
  const old = before.areas.flatMap((area) => moved(area, moves) ?? []);
  for (const { table } of standing) table.clearFilters();
  for (const move of [...moves].sort((a, b) => b.row - a.row)) {
    const rows = worksheet.getRangeByIndexes(move.row, 0, Math.abs(move.count), 1).getEntireRow();
    if (move.count > 0) rows.insert('Down');
    else rows.delete('Up');
  }
  writeSetting(context, REGISTER, {
    ...(JSON.parse(String(register.value)) as Register), // written by `prepare` a moment ago
    [worksheetId]: { ...plan.record, areas: [...old, ...plan.record.areas] },
  });
  for (const { table, area, wanted, added } of standing) {
    const now = moved(area, moves);
    const inTable = tables.find((t) => t.name === table.name)?.inTable ?? added.length;
    if (now && now.row === wanted.area.row && now.column === wanted.area.column)
      table.resize(rangeAt(worksheet, { ...wanted.area, columns: wanted.area.columns + inTable }));
    else {
      // It cannot be moved as a table: it is made again at its new place.
      table.convertToRange();
      rangeAt(worksheet, now ?? area).clear();
    }
  }
  for (const { table } of all) if (!standing.some((s) => s.table === table)) table.convertToRange();
  for (const chart of charts.items)
    if (isIn(before.charts, chart.name) && !isIn(plan.record.charts, chart.name)) chart.delete();
  await context.sync();

  const followed = standing
    .filter((s) => isIn(tables, s.table.name))
    .map(({ wanted: { area } }) => ({ ...area, columns: Math.max(right, endColumn(area)) - area.column }));
  const fresh = moves.filter((m) => m.count > 0).map((m) => insertedBy(m, moves));
  const inTheWay = await readUsed(
    context,
    worksheet,
    plan.record.areas.flatMap((area) => without(area, [...old, ...followed, ...fresh])),
  );
  const complete = [...others, { ...mine, displaced: [...mine.displaced, ...inTheWay] }];
  if (inTheWay.length > 0) stash(context, complete);
  for (const area of old) {
    const range = rangeAt(worksheet, area);
    range.clear('Formats');
    range.clear('Hyperlinks');
    range.dataValidation.clear();
    for (const left of without(area, plan.record.areas)) rangeAt(worksheet, left).clear('Contents');
  }
  await context.sync();
  return complete;
}

const isIn = (list: readonly { readonly name: string }[], name: string): boolean =>
  list.some((x) => x.name === name);
const stash = (context: Excel.RequestContext, sheets: readonly KeptSheet[]): void =>
  writeSetting(
    context,
    KEPT,
    sheets.filter((k) => k.tables.length + k.displaced.length > 0),
  );

/** A table's rows from its left edge to the last cell beside it. */
const reach = (t: Captured): Area => ({
  ...t.area,
  columns: Math.max(t.area.columns, ...t.columns.map((c) => c + 1)),
});
const rangeAt = (worksheet: Excel.Worksheet, a: Area): Excel.Range =>
  worksheet.getRangeByIndexes(a.row, a.column, a.rows, a.columns);
const areaOf = (r: Excel.Range): Area => ({
  row: r.rowIndex,
  column: r.columnIndex,
  rows: r.rowCount,
  columns: r.columnCount,
});
const hasContent = (cells: readonly Content[]): boolean => cells.some((cell) => !isBlank(cell));

/** Cells asked for at once where two answers per cell come back. */
const CELLS_AT_ONCE = 40_000;

async function readRows(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  area: Area,
): Promise<readonly (readonly Content[])[]> {
  const perPiece = Math.max(1, Math.floor(CELLS_AT_ONCE / area.columns));
  const rows: (readonly Content[])[] = [];
  for (let from = 0; from < area.rows; from += perPiece) {
    const range = rangeAt(worksheet, {
      ...area,
      row: area.row + from,
      rows: Math.min(perPiece, area.rows - from),
    });
    range.load('formulasR1C1, values');
    await send(context);
    for (const row of contentsOf(range)) rows.push(row);
  }
  return rows;
}

/** The rows with anything in them. */
async function readUsed(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  areas: readonly Area[],
): Promise<readonly (readonly Content[])[]> {
  if (areas.length === 0) return [];
  const ranges = areas.map((area) => {
    const range = rangeAt(worksheet, area).getUsedRangeOrNullObject(true);
    range.load('formulasR1C1, values');
    return range;
  });
  await context.sync();
  return ranges.flatMap((range) =>
    range.isNullObject
      ? []
      : contentsOf(range)
          .filter(hasContent)
          .map((row) => [...row]),
  );
}

/** Cells as they can be written again in another row: formulas in R1C1 notation, text such that it stays text. */
const contentsOf = (range: Excel.Range): readonly (readonly Content[])[] =>
  range.formulasR1C1.map((row: readonly unknown[], r: number) =>
    row.map((formula, c): Content => {
      if (typeof formula === 'number' || typeof formula === 'boolean') return formula;
      if (typeof formula !== 'string' || formula === '') return null;
      return formula.startsWith('=') && range.values[r]?.[c] !== formula ? formula : asText(formula);
    }),
  );

/** Where inserted rows are when all moves are made. */
function insertedBy(move: RowMove, moves: readonly RowMove[]): Area {
  const first = moved({ row: move.row, column: 0, rows: 1, columns: 1 }, moves);
  return { row: (first?.row ?? move.row) - move.count, rows: move.count, column: 0, columns: 1 << 14 };
}

/** Inserts above a table that must stand lower, and after one that grows; deletes likewise, but never rows of another table. */
function movesFor(tables: readonly Captured[]): readonly RowMove[] {
  const moves: RowMove[] = [];
  let shifted = 0;
  let free = 0;
  const add = (row: number, count: number): void => {
    if (count === 0) return;
    moves.push({ row, count });
    shifted += count;
  };
  for (const { area, wanted } of [...tables].sort((a, b) => a.area.row - b.area.row)) {
    if (area.row < free) return []; // side by side: rows cannot be moved for one without the other
    const gap = wanted.area.row - (area.row + shifted);
    const above = gap > 0 ? gap : Math.max(gap, free - area.row);
    add(above > 0 ? area.row : area.row + above, above);
    const growth = wanted.area.rows - area.rows;
    add(growth > 0 ? endRow(area) : endRow(area) + growth, growth);
    free = endRow(area);
  }
  return moves;
}

function keep(t: Captured, cells: readonly (readonly Content[])[]): KeptTable | undefined {
  const pick = (row: readonly Content[] = []): Content[] => t.columns.map((c) => row[c] ?? null);
  const [head, ...body] = cells;
  if (!cells.some((row) => hasContent(pick(row)))) return undefined;
  const keys = keysOf(body.map((row) => plainText(row[t.keyAt])));
  return {
    name: t.table.name,
    inTable: t.added.length,
    offsets: t.columns.map((c, i) => (i < t.added.length ? i : t.added.length + c - t.area.columns)),
    header: pick(head),
    rows: body.map((row, r) => ({ key: keys[r] ?? '', cells: pick(row) })),
  };
}
/** Without the apostrophe that keeps it text. */
const plainText = (cell: Content | undefined): Content =>
  typeof cell === 'string' && cell.startsWith("'") ? cell.slice(1) : (cell ?? null);

/** False when every row keeps its place beside its cells, so that they can be left alone. */
function mustMove(kept: KeptTable, t: Captured, moves: readonly RowMove[], keys: readonly string[]): boolean {
  const now = moved(
    t.area,
    moves.filter((m) => m.row !== endRow(t.area)),
  );
  const addedAtRight = t.added.every((c, i) => c === t.area.columns - t.added.length + i);
  const inPlace =
    now !== null &&
    sameArea({ ...now, rows: 1 }, { ...t.wanted.area, rows: 1, columns: t.area.columns }) &&
    t.area.columns - t.added.length === t.wanted.area.columns;
  return !(
    inPlace &&
    addedAtRight &&
    kept.rows.every(({ key, cells }, r) => key === keys[r] || !hasContent(cells))
  );
}
