import type { CancelSignal, Progress } from '../../engine/core/circumstances';
import type { PlacementOf } from '../../engine/report/placement';
import { bytesOf, CHUNK_BYTES, rowChunks } from './chunks';
import { decorate } from './decorate';
import { find, type Kind, type Phase } from './find';
import type { KeptSheet } from './kept';
import type { Drawn, Plan } from './plan';
import { constants, format, formulas, isFormula } from './players/cells';
import { chart } from './players/chart';
import { columnWidths, freeze, gridlines, print, rowHeight } from './players/page';
import type { Found, Stage } from './players/state';
import { conditionalFormat, links, name, note, table, validation } from './players/structure';
import type { StandingSheet } from './prepare';
import { covers } from './rects';
import { inExcel, send, stopIfCancelled } from './session';

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

/** What is serialised row by row: a link as its target and its text. */
const rowsOf = (p: PlacementOf<'cells' | 'links'>): readonly (readonly unknown[])[] =>
  p.kind === 'cells' ? p.values : p.links.map((link) => [link, link.text]);

const costOf = (p: Drawn): number =>
  p.kind === 'cells' || p.kind === 'links' ? bytesOf(rowsOf(p)) : OPERATION_BYTES;

/** Counts bytes against those of the whole; a repeated phase does not make it fall. */
export function reportTo(progress: Progress, { drawn }: Plan): (bytes: number) => void {
  const all = drawn.reduce((sum, p) => sum + costOf(p), 0) || 1;
  let furthest = 0;
  return (bytes) => {
    furthest = Math.max(furthest, 0.05 + 0.9 * Math.min(1, bytes / all));
    progress(furthest, 'Writing the results');
  };
}

/** Draws what is placed, phase by phase, in as few requests as can carry it. */
export async function drawAll(
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
