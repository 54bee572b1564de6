import type { PlacementOf } from '../../engine/report/placement';
import type { Content, KeptSheet, KeptTable } from './kept';
import { isBlank } from './kept';
import { rowChunks } from './chunks';
import type { StandingSheet } from './prepare';
import { endColumn, endRow } from './rects';
import { send } from './session';

const FOOT = 'Kept from the last results: these notes have no row or cell of their own any more.';

/** Writes what was set aside beside its rows again; what has no row any more goes below everything else, with its key. */
export async function putBack(
  context: Excel.RequestContext,
  sheet: StandingSheet,
  kept: KeptSheet,
  newKeys: (table: PlacementOf<'table'>) => readonly string[],
): Promise<void> {
  const worksheet = context.workbook.worksheets.getItem(sheet.worksheetId);
  const orphans: Content[][] = kept.displaced.map((row) => [...row]);
  for (const table of kept.tables) {
    const wanted = sheet.plan.tables.find((t) => t.name === table.name);
    if (!wanted) {
      orphans.push(...table.rows.filter(hasCells).map(({ key, cells }) => [plainKey(key), ...cells]));
      continue;
    }
    const keys = newKeys(wanted);
    const byKey = new Map(table.rows.map((row) => [row.key, row.cells]));
    const known = new Set(keys);
    const rows = [table.header, ...keys.map((key) => byKey.get(key) ?? [])];
    for (const { first, offsets } of blocksOf(table)) {
      const width = offsets.length;
      const matrix = rows.map((cells) => offsets.map((_, i) => cells[first + i] ?? ''));
      for (const chunk of rowChunks(matrix)) {
        worksheet.getRangeByIndexes(
          wanted.area.row + chunk.from,
          endColumn(wanted.area) + (offsets[0] ?? 0),
          chunk.rows.length,
          width,
        ).formulasR1C1 = chunk.rows.map((row) => [...row]);
        await send(context);
      }
    }
    orphans.push(
      ...table.rows
        .filter((row) => !known.has(row.key) && hasCells(row))
        .map(({ key, cells }) => [plainKey(key), ...cells]),
    );
  }
  if (orphans.length > 0) await writeFoot(context, worksheet, sheet, orphans);
}

const hasCells = ({ cells }: KeptTable['rows'][number]): boolean => cells.some((cell) => !isBlank(cell));
const plainKey = (key: string): string => `'${key.split('\u0000')[0] ?? ''}`;

/** Columns that stand next to each other are written together. */
function blocksOf({
  offsets,
}: KeptTable): readonly { readonly first: number; readonly offsets: readonly number[] }[] {
  const blocks: { first: number; offsets: number[] }[] = [];
  offsets.forEach((offset, i) => {
    const last = blocks.at(-1);
    if (last && offset === (last.offsets.at(-1) ?? 0) + 1) last.offsets.push(offset);
    else blocks.push({ first: i, offsets: [offset] });
  });
  return blocks;
}

async function writeFoot(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  { plan }: StandingSheet,
  orphans: readonly (readonly Content[])[],
): Promise<void> {
  const used = worksheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex, rowCount');
  await context.sync();
  const below = plan.record.charts.map((c) => endRow(c.anchor)).concat(plan.record.areas.map(endRow));
  const start = Math.max(used.isNullObject ? 0 : used.rowIndex + used.rowCount, ...below) + 1;
  const width = Math.max(...orphans.map((row) => row.length));
  worksheet.getRangeByIndexes(start, 1, 1, 1).values = [[FOOT]];
  worksheet.getRangeByIndexes(start + 1, 1, orphans.length, width).formulasR1C1 = orphans.map((row) =>
    Array.from({ length: width }, (_, c) => row[c] ?? ''),
  );
  await context.sync();
}
