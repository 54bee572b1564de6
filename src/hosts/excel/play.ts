import type { CancelSignal, Progress } from '../../engine/core/circumstances';
import type { Placement, PlacementOf } from '../../engine/report/placement';
import { drawAll, reportTo } from './draw';
import type { KeptSheet } from './kept';
import { KEPT, keptShape, keysOf } from './kept';
import type { Register } from './ownership';
import { REGISTER, STAMP } from './ownership';
import type { Plan } from './plan';
import { planOf } from './plan';
import { isFormula } from './players/cells';
import { prepare, type StandingSheet } from './prepare';
import { putBack } from './putBack';
import { makeRoom } from './refresh';
import { inExcel, stopIfCancelled } from './session';
import { readSetting, writeSetting } from './settings';
import type { WrittenSheet } from './writtenSheet';

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
