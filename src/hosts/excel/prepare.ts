import { ExcelStop } from './errors';
import {
  loadOwnership,
  MARK,
  type Ownership,
  REGISTER,
  type Register,
  type SheetRecord,
  STAMP,
} from './ownership';
import type { Plan, SheetPlan } from './plan';
import { writeSetting } from './settings';

/** A result sheet that stands in the workbook and is about to be written. */
export interface StandingSheet {
  readonly plan: SheetPlan;
  readonly worksheetId: string;
  readonly name: string;
  /** What the last run left there; undefined for a sheet that was just made. */
  readonly before: SheetRecord | undefined;
}

/**
 * Makes sure that everything can be written before anything is: no protection, no name in use. Then takes back the stamp,
 * so that from now on a broken run can be recognised, and adds the sheets that are missing.
 */
export async function prepare(context: Excel.RequestContext, plan: Plan): Promise<readonly StandingSheet[]> {
  const { workbook } = context;
  const ownership = await loadOwnership(context);
  await refuseIfBlocked(context, plan, ownership);
  const { owned, strays } = ownership;

  const added = plan.sheets.flatMap((sheet) => {
    if (owned.has(sheet.id)) return [];
    const stray = strays.get(sheet.id);
    const worksheet = stray ? workbook.worksheets.getItem(stray) : workbook.worksheets.add(sheet.name);
    worksheet.customProperties.add(MARK, sheet.id);
    worksheet.load('id, name');
    return [{ sheet, worksheet }];
  });
  const stamp = workbook.settings.getItemOrNullObject(STAMP);
  await context.sync();

  if (!stamp.isNullObject) stamp.delete();
  const register: Record<string, SheetRecord> = {};
  for (const { worksheetId, record } of owned.values()) register[worksheetId] = record;
  // A new sheet is blank: whatever the next write finds in these areas, this one has left there when it broke off.
  for (const { sheet, worksheet } of added) register[worksheet.id] = sheet.record;
  writeSetting(context, REGISTER, register satisfies Register);
  await context.sync();

  return plan.sheets.map((sheet) => {
    const own = owned.get(sheet.id);
    const made = added.find((a) => a.sheet === sheet)?.worksheet;
    return {
      plan: sheet,
      worksheetId: own?.worksheetId ?? made?.id ?? '',
      name: own?.name ?? made?.name ?? sheet.name,
      before: own?.record,
    };
  });
}

async function refuseIfBlocked(
  context: Excel.RequestContext,
  plan: Plan,
  { sheets, owned, strays }: Ownership,
) {
  const { workbook } = context;
  workbook.protection.load('protected');
  const protections = plan.sheets.flatMap((sheet) => {
    const own = owned.get(sheet.id);
    if (!own) return [];
    const { protection } = workbook.worksheets.getItem(own.worksheetId);
    protection.load('protected');
    return [{ name: own.name, protection }];
  });
  const wanted = plan.sheets.flatMap((sheet) =>
    sheet.tables.map((table) => {
      const found = workbook.tables.getItemOrNullObject(table.name);
      found.worksheet.load('id');
      return { table: table.name, home: owned.get(sheet.id)?.worksheetId, found };
    }),
  );
  await context.sync();
  const missing = plan.sheets.filter((s) => !owned.has(s.id) && !strays.has(s.id));
  if (missing.length > 0 && workbook.protection.protected)
    throw new ExcelStop('WorkbookProtected', missing.map((s) => s.name).join(', '));
  for (const { name, protection } of protections)
    if (protection.protected) throw new ExcelStop('SheetProtected', name);
  for (const { name } of missing)
    if (sheets.some((s) => s.name.toLowerCase() === name.toLowerCase()))
      throw new ExcelStop('SheetNameTaken', name);
  for (const { table, home, found } of wanted)
    if (!found.isNullObject && found.worksheet.id !== home) throw new ExcelStop('TableNameTaken', table);
}
