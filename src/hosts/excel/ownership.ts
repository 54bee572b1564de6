import { z } from 'zod';
import type { WrittenSheet } from './writtenSheet';
import { inExcel } from './session';
import { readSetting } from './settings';

/**
 * A sheet is Leadline's when two independent marks agree: a custom property on the worksheet, which holds the report
 * sheet's id, and the worksheet's own id in the register among the workbook's settings. A copy that a person made of a
 * result sheet, or a sheet that merely has the name, lacks one of them and is never touched.
 */
export const MARK = 'LeadlineSheet';
export const REGISTER = 'Leadline.sheets';
/** Stands while a workbook's results are complete. */
export const STAMP = 'Leadline.stamp';

const area = z.object({ row: z.number(), column: z.number(), rows: z.number(), columns: z.number() });
const sheetRecord = z.object({
  sheet: z.string(),
  /** Cells that hold Leadline's contents; what a person wrote lies outside of them. */
  areas: z.array(area),
  tables: z.array(z.object({ name: z.string(), headers: z.array(z.string()) })),
  charts: z.array(z.object({ name: z.string(), anchor: area })),
});
/** What Leadline remembers of a sheet between runs. */
export type SheetRecord = z.infer<typeof sheetRecord>;
/** By worksheet id. */
export type Register = Readonly<Record<string, SheetRecord>>;
const register = z.record(z.string(), sheetRecord);
const stampRecord = z.object({
  sheets: z.array(z.string()),
  stamp: z.record(z.string(), z.union([z.string(), z.number()])),
});

export interface OwnedSheet {
  readonly worksheetId: string;
  readonly name: string;
  readonly record: SheetRecord;
}
/** The workbook's sheets as they stand: all names, and which of them are Leadline's, by report sheet id. */
export interface Ownership {
  readonly sheets: readonly {
    readonly worksheetId: string;
    readonly name: string;
    readonly visible: boolean;
  }[];
  readonly owned: ReadonlyMap<string, OwnedSheet>;
  /** Bears the mark, is not registered and holds nothing: left by a run that broke while adding sheets. */
  readonly strays: ReadonlyMap<string, string>;
}

export async function loadOwnership(context: Excel.RequestContext): Promise<Ownership> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id, items/name, items/visibility');
  await context.sync();
  const marks = worksheets.items.map((worksheet) => {
    const mark = worksheet.customProperties.getItemOrNullObject(MARK);
    mark.load('value');
    return { worksheet, mark };
  });
  const registered = await readSetting(context, REGISTER, register);
  const owned = new Map<string, OwnedSheet>();
  const unregistered: { worksheet: Excel.Worksheet; id: string; used: Excel.Range }[] = [];
  for (const { worksheet, mark } of marks) {
    if (mark.isNullObject) continue;
    const id = String(mark.value);
    const record = registered?.[worksheet.id];
    if (record?.sheet === id) owned.set(id, { worksheetId: worksheet.id, name: worksheet.name, record });
    else {
      const used = worksheet.getUsedRangeOrNullObject(true);
      used.load('address');
      unregistered.push({ worksheet, id, used });
    }
  }
  if (unregistered.length > 0) await context.sync();
  return {
    sheets: worksheets.items.map(({ id, name, visibility }) => ({
      worksheetId: id,
      name,
      visible: visibility === 'Visible',
    })),
    owned,
    strays: new Map(
      unregistered
        .filter(({ id, used }) => used.isNullObject && !owned.has(id))
        .map((s) => [s.id, s.worksheet.id]),
    ),
  };
}

const NAME_LENGTH = 31;

/** "Leadline Funnel", or "Leadline Funnel (2)" where a person's sheet has that name; compared without case, as Excel does. */
export function freeName(title: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const plain = `Leadline ${title}`.replace(/[:\\/?*[\]]/g, ' ').slice(0, NAME_LENGTH);
  if (!used.has(plain.toLowerCase())) return plain;
  for (let n = 2; ; n++) {
    const suffix = ` (${n})`;
    const name = plain.slice(0, NAME_LENGTH - suffix.length) + suffix;
    if (!used.has(name.toLowerCase())) return name;
  }
}

/** Report sheet id → the name that writing will use: that of the own sheet, also when a person renamed it, or a free one. */
export function sheetNames(
  sheets: readonly { readonly id: string; readonly title: string }[],
): Promise<Readonly<Record<string, string>>> {
  return inExcel(async (context) => {
    const { sheets: all, owned, strays } = await loadOwnership(context);
    const taken = all.map((s) => s.name);
    const names: Record<string, string> = {};
    for (const { id, title } of sheets) {
      const stray = all.find((s) => s.worksheetId === strays.get(id));
      const name = owned.get(id)?.name ?? stray?.name ?? freeName(title, taken);
      names[id] = name;
      taken.push(name);
    }
    return names;
  });
}

/** Leadline's own sheets. `broken`: a write did not come to its end; writing again repairs it. */
export interface ResultState {
  readonly kind: 'none' | 'complete' | 'broken';
  readonly sheets: readonly WrittenSheet[];
  readonly stamp: Readonly<Record<string, string | number>> | undefined;
}

export function resultState(): Promise<ResultState> {
  return inExcel(async (context) => {
    const { owned } = await loadOwnership(context);
    const stamped = await readSetting(context, STAMP, stampRecord);
    const sheets = [...owned].map(([id, { name }]) => ({ id, name, refreshed: true }));
    if (sheets.length === 0) return { kind: 'none', sheets, stamp: undefined };
    return { kind: stamped ? 'complete' : 'broken', sheets, stamp: stamped?.stamp };
  });
}

/** Deletes Leadline's own sheets and what it keeps in the workbook about them. Excel cannot undo this. */
export function removeResults(): Promise<void> {
  return inExcel(async (context) => {
    const { owned, strays } = await loadOwnership(context);
    const ids = [...[...owned.values()].map((s) => s.worksheetId), ...strays.values()];
    const names = context.workbook.names;
    names.load('items/name');
    const settings = [REGISTER, STAMP].map((key) => context.workbook.settings.getItemOrNullObject(key));
    await context.sync();
    const ranges = names.items
      .filter((item) => item.name.startsWith('leadline_'))
      .map((item) => {
        const range = item.getRangeOrNullObject();
        range.worksheet.load('id');
        return { item, range };
      });
    await context.sync();
    for (const { item, range } of ranges)
      if (!range.isNullObject && ids.includes(range.worksheet.id)) item.delete();
    for (const id of ids) context.workbook.worksheets.getItem(id).delete();
    for (const setting of settings) if (!setting.isNullObject) setting.delete();
    await context.sync();
  });
}
