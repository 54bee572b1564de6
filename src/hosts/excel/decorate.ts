import type { PlacementOf } from '../../engine/report/placement';
import { isTransient } from './errors';
import { decorations } from './players/chart';
import type { StandingSheet } from './prepare';
import { inExcel } from './session';

/** All together, because that is quick; where one is refused, each on its own, and only that one is missing. */
export async function decorate(
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
