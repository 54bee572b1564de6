import type { CancelSignal, Progress } from '../../engine/core/circumstances';
import type { Placement, PlacementOf } from '../../engine/report/placement';
import { bytesOf, CHUNK_BYTES, rowChunks } from './chunks';
import { isTransient } from './errors';
import type { KeptSheet } from './kept';
import { KEPT, keptShape, keysOf } from './kept';
import type { Register } from './ownership';
import { REGISTER, STAMP } from './ownership';
import type { Drawn, Plan } from './plan';
import { planOf } from './plan';
import { constants, format, formulas, isFormula } from './players/cells';
import { chart, decorations } from './players/chart';
import { columnWidths, freeze, gridlines, print, rowHeight } from './players/page';
import type { Found, Stage } from './players/state';
import { chartKey } from './players/state';
import { conditionalFormat, links, name, note, table, validation } from './players/structure';
import { prepare, type StandingSheet } from './prepare';
import { putBack } from './putBack';
import { covers } from './rects';
import { makeRoom } from './refresh';
import { inExcel, send, stopIfCancelled } from './session';
import { readSetting, writeSetting } from './settings';
import type { WrittenSheet } from './writtenSheet';

type Kind = Drawn['kind'];
type Phase = readonly Kind[] | 'formulas';

/** One after the other. Formats before values, so that text stays text; formulas after the tables and names they use. */
const PHASES: readonly Phase[] = [
  ['format'],
  ['cells', 'links'],
  ['table', 'name'],
  'formulas',
  ['validation', 'note'],
  ['conditionalFormat'],
  ['columnWidths', 'rowHeight', 'freeze', 'gridlines', 'print'],
  ['chart'],
];

const players: { readonly [K in Kind]: (stage: Stage, placement: PlacementOf<K>) => void } = {
  format,
  cells: constants,
  links,
  table,
  name,
  validation,
  note,
  conditionalFormat,
  columnWidths,
  rowHeight,
  freeze,
  gridlines,
  print,
  chart,
};

/** Bytes that an operation other than cells takes on its way to Excel, about. */
const OPERATION_BYTES = 1_500;

/**
 * Writes placements to Leadline's own sheets and to nothing else. Sheets of an earlier run are updated in place: a
 * person's columns, notes and cells stay with their rows. Can be cancelled between chunks; a write that was cancelled
 * or broke off is known by its missing stamp, and completed by the next one.
 */
export async function play(
  placements: readonly Placement[],
  progress: Progress,
  signal: CancelSignal,
): Promise<readonly WrittenSheet[]> {
  const plan = planOf(placements);
  const active = await inExcel(quiet);
  try {
    progress(0, 'Preparing the result sheets');
    const sheets = await inExcel((context) => prepare(context, plan));
    const keys = keysIn(plan);
    const kept = await refreshSheets(sheets, keys, signal);
    await drawAll(plan, sheets, kept, reportTo(progress, plan), signal);
    await finish(plan, sheets, kept, keys);
    await inExcel((context) => restore(context, active));
    progress(1, 'Results written');
    return sheets.map(({ plan: { id }, name: title, before }) => ({
      id,
      name: title,
      refreshed: before !== undefined,
    }));
  } catch (error) {
    // What went wrong first is what a person should hear of.
    await inExcel((context) => restore(context, active)).catch(() => undefined);
    throw error;
  }
}

/** Our own changes must not set off our handlers. Returns the id of the sheet in front. */
async function quiet(context: Excel.RequestContext): Promise<string> {
  const active = context.workbook.worksheets.getActiveWorksheet();
  active.load('id');
  context.runtime.enableEvents = false;
  await context.sync();
  return active.id;
}

async function restore(context: Excel.RequestContext, active: string): Promise<void> {
  context.runtime.enableEvents = true;
  const now = context.workbook.worksheets.getActiveWorksheet();
  now.load('id');
  await context.sync();
  if (now.id === active) return;
  context.workbook.worksheets.getItem(active).activate();
  await context.sync();
}

/** The keys of a table's rows to come, taken from the cells placed there. */
type KeysOf = (table: PlacementOf<'table'>) => readonly string[];
function keysIn({ drawn }: Plan): KeysOf {
  return ({ sheet, area, key }) => {
    const column = area.column + key;
    const cells = new Array<unknown>(area.rows - 1).fill(null);
    for (const p of drawn) {
      if (
        p.kind !== 'cells' ||
        p.sheet !== sheet ||
        column < p.area.column ||
        column >= p.area.column + p.area.columns
      )
        continue;
      p.values.forEach((row, r) => {
        const at = p.area.row + r - area.row - 1;
        const cell = row[column - p.area.column] ?? null;
        if (at >= 0 && at < cells.length) cells[at] = isFormula(cell) ? cell.value : cell;
      });
    }
    return keysOf(cells);
  };
}

async function refreshSheets(
  sheets: readonly StandingSheet[],
  keys: KeysOf,
  signal: CancelSignal,
): Promise<readonly KeptSheet[]> {
  let kept = (await inExcel((context) => readSetting(context, KEPT, keptShape))) ?? [];
  for (const sheet of sheets) {
    const { before } = sheet;
    if (!before) continue;
    stopIfCancelled(signal);
    // Not repeated after a failure: rows would be moved twice. The next write begins from what stands then.
    kept = [...(await Excel.run({ delayForCellEdit: true }, (c) => makeRoom(c, sheet, before, kept, keys)))];
  }
  return kept;
}

/** What is serialised row by row: a link as its target and its text. */
const rowsOf = (p: PlacementOf<'cells' | 'links'>): readonly (readonly unknown[])[] =>
  p.kind === 'cells' ? p.values : p.links.map((link) => [link, link.text]);

const costOf = (p: Drawn): number =>
  p.kind === 'cells' || p.kind === 'links' ? bytesOf(rowsOf(p)) : OPERATION_BYTES;

/** Counts bytes against those of the whole; a repeated phase does not make it fall. */
function reportTo(progress: Progress, { drawn }: Plan): (bytes: number) => void {
  const all = drawn.reduce((sum, p) => sum + costOf(p), 0) || 1;
  let furthest = 0;
  return (bytes) => {
    furthest = Math.max(furthest, 0.05 + 0.9 * Math.min(1, bytes / all));
    progress(furthest, 'Writing the results');
  };
}

async function drawAll(
  { drawn }: Plan,
  sheets: readonly StandingSheet[],
  kept: readonly KeptSheet[],
  report: (bytes: number) => void,
  signal: CancelSignal,
): Promise<void> {
  const bySheet = new Map(sheets.map((s) => [s.plan.id, s]));
  const textFormats = textFormatted(drawn);
  let done = 0;
  for (const phase of PHASES) {
    const here =
      phase === 'formulas'
        ? drawn.filter((p) => p.kind === 'cells' && p.values.some((row) => row.some(isFormula)))
        : phase.flatMap((kind) => drawn.filter((p) => p.kind === kind));
    for (const part of inParts(phase, here.flatMap(inPieces))) {
      stopIfCancelled(signal);
      await inExcel(async (context) => {
        const found = await find(context, sheets, phase);
        if (phase.includes('conditionalFormat')) clearRules(context, sheets, part);
        for (const piece of part) {
          const sheet = bySheet.get(piece.sheet);
          if (!sheet) continue;
          const stage = stageOf(context, sheet, found, kept, bySheet);
          if (phase === 'formulas') {
            if (piece.kind === 'cells') formulas(stage, piece, (r, c) => textFormats(piece.sheet, r, c));
          } else perform(stage, piece);
        }
        context.workbook.application.suspendApiCalculationUntilNextSync();
        await send(context);
      });
      if (phase !== 'formulas') report((done += part.reduce((sum, p) => sum + costOf(p), 0)));
    }
  }
  await decorate(
    drawn.filter((p) => p.kind === 'chart'),
    bySheet,
  );
}

function perform(stage: Stage, placement: Drawn): void {
  // The kind that chooses the player is the placement's own; a union cannot say so.
  const player = players[placement.kind] as (stage: Stage, placement: Drawn) => void;
  player(stage, placement);
}

/**
 * What one `Excel.run` draws: one request's worth. One that fails is repeated alone; and at its end Microsoft's client
 * lets go of every range used, in time that grows with their square. Rules are cleared and drawn in one go.
 */
function inParts(phase: Phase, pieces: readonly Drawn[]): readonly (readonly Drawn[])[] {
  const parts: Drawn[][] = [];
  let queued = Infinity;
  for (const piece of pieces) {
    const cost = costOf(piece);
    if (queued + cost > CHUNK_BYTES && !(parts.length > 0 && phase.includes('conditionalFormat'))) {
      parts.push([]);
      queued = 0;
    }
    parts.at(-1)?.push(piece);
    queued += cost;
  }
  return parts;
}

/** Many rows in as many as one request can carry. */
function inPieces(p: Drawn): readonly Drawn[] {
  if (p.kind !== 'cells' && p.kind !== 'links') return [p];
  return [...rowChunks(rowsOf(p))].map(({ from, rows: { length } }) =>
    p.kind === 'cells'
      ? {
          ...p,
          area: { ...p.area, row: p.area.row + from, rows: length },
          values: p.values.slice(from, from + length),
        }
      : { ...p, row: p.row + from, links: p.links.slice(from, from + length) },
  );
}

function stageOf(
  context: Excel.RequestContext,
  sheet: StandingSheet,
  found: Found,
  kept: readonly KeptSheet[],
  bySheet: ReadonlyMap<string, StandingSheet>,
): Stage {
  const setAside = kept.find((k) => k.sheet === sheet.plan.id);
  return {
    context,
    worksheet: context.workbook.worksheets.getItem(sheet.worksheetId),
    worksheetId: sheet.worksheetId,
    found,
    addedColumns: (wanted) =>
      setAside?.tables.find((t) => t.name === wanted)?.inTable ?? found.addedColumns.get(wanted) ?? 0,
    lastAnchor: (wanted) => sheet.before?.charts.find((c) => c.name === wanted)?.anchor,
    sheetName: (id) => bySheet.get(id)?.name ?? id,
  };
}

/** Looks up what stands already, where the phase asks for it. */
async function find(
  context: Excel.RequestContext,
  sheets: readonly StandingSheet[],
  phase: Phase,
): Promise<Found> {
  const { workbook } = context;
  const wants = (kind: Kind): boolean => phase !== 'formulas' && phase.includes(kind);
  const worksheets = sheets.map((s) => ({ s, worksheet: workbook.worksheets.getItem(s.worksheetId) }));
  if (wants('name')) workbook.names.load('items/name');
  for (const { worksheet } of worksheets) {
    if (wants('table')) worksheet.tables.load('items/name');
    if (wants('chart')) worksheet.charts.load('items/name');
  }
  await context.sync();
  const tables = wants('table')
    ? worksheets.flatMap(({ s, worksheet }) =>
        worksheet.tables.items.map((item) => {
          const headers = item.getHeaderRowRange();
          headers.load('columnCount');
          return { item, headers, own: s.plan.tables.find((t) => t.name === item.name)?.headers.length };
        }),
      )
    : [];
  const charts = wants('chart')
    ? worksheets.flatMap(({ s, worksheet }) =>
        worksheet.charts.items.map((item) => ({ item, s, series: item.series.getCount() })),
      )
    : [];
  await context.sync();
  return {
    tables: new Map(tables.map(({ item }) => [item.name, item])),
    // `makeRoom` has fitted standing tables already, with a person's columns at their right.
    addedColumns: new Map(
      tables.map(({ item, headers, own }) => [
        item.name,
        Math.max(0, headers.columnCount - (own ?? headers.columnCount)),
      ]),
    ),
    names: new Map((wants('name') ? workbook.names.items : []).map((item) => [item.name, item])),
    charts: new Map(
      charts.map(({ item, s, series }) => [
        chartKey(s.worksheetId, item.name),
        { chart: item, series: series.value },
      ]),
    ),
  };
}

/** Rules of the last run, or of a try that failed, would add up. */
function clearRules(
  context: Excel.RequestContext,
  sheets: readonly StandingSheet[],
  here: readonly Drawn[],
): void {
  for (const p of here) {
    const sheet = sheets.find((s) => s.plan.id === p.sheet);
    if (p.kind === 'conditionalFormat' && sheet)
      context.workbook.worksheets
        .getItem(sheet.worksheetId)
        .getRangeByIndexes(p.area.row, p.area.column, p.area.rows, p.area.columns)
        .conditionalFormats.clearAll();
  }
}

/** Whether the last number format laid over a cell makes it text. */
function textFormatted(drawn: readonly Drawn[]): (sheet: string, row: number, column: number) => boolean {
  const formats = drawn.filter((p) => p.kind === 'format');
  return (sheet, row, column) =>
    formats.findLast(
      (p) => p.sheet === sheet && p.format.numberFormat !== undefined && covers(p.area, row, column),
    )?.format.numberFormat === '@';
}

/** All together, because that is quick; where one is refused, each on its own, and only that one is missing. */
async function decorate(
  charts: readonly PlacementOf<'chart'>[],
  bySheet: ReadonlyMap<string, StandingSheet>,
): Promise<void> {
  const all = charts.flatMap((p) =>
    decorations(p).map((draw) => ({ draw, id: bySheet.get(p.sheet)?.worksheetId ?? '' })),
  );
  const drawThese = (these: typeof all): Promise<void> =>
    inExcel(async (context) => {
      for (const { draw, id } of these) draw(context.workbook.worksheets.getItem(id));
      await context.sync();
    });
  if (all.length === 0) return;
  try {
    await drawThese(all);
  } catch (error) {
    if (isTransient(error) || !isRefusal(error)) throw error;
    for (const one of all)
      await drawThese([one]).catch((refused: unknown) => {
        if (!isRefusal(refused)) throw refused;
      });
  }
}
const REFUSALS: ReadonlySet<unknown> = new Set([
  'InvalidArgument',
  'NotImplemented',
  'UnsupportedOperation',
  'ApiNotFound',
  'InvalidOperation',
]);
const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && REFUSALS.has(error.code);

/** Notes go back beside their rows, the register takes the sheets as they are now, and the stamp comes last of all. */
async function finish(
  plan: Plan,
  sheets: readonly StandingSheet[],
  kept: readonly KeptSheet[],
  keys: KeysOf,
) {
  for (const sheet of sheets) {
    const mine = kept.find((k) => k.sheet === sheet.plan.id);
    if (mine) await inExcel((context) => putBack(context, sheet, mine, keys));
  }
  await inExcel(async (context) => {
    const { settings } = context.workbook;
    const register = settings.getItem(REGISTER);
    register.load('value');
    const stash = settings.getItemOrNullObject(KEPT);
    await context.sync();
    writeSetting(context, REGISTER, {
      ...(JSON.parse(String(register.value)) as Register), // written by `prepare`
      ...Object.fromEntries(sheets.map((s) => [s.worksheetId, s.plan.record])),
    });
    if (!stash.isNullObject) stash.delete();
    if (plan.stamp) writeSetting(context, STAMP, { sheets: plan.stamp.sheets, stamp: plan.stamp.stamp });
    await context.sync();
  });
}
