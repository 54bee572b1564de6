import { loadOwnership } from './ownership';
import { inExcel } from './session';

/** Several changes within this time are one. */
const QUIET = 500;

/** Calls `listener` when a person changes a sheet that is not Leadline's own, a moment after the last change. */
export async function watchData(listener: () => void): Promise<() => Promise<void>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const result = await inExcel(async (context) => {
    const handler = context.workbook.worksheets.onChanged.add(async (event) => {
      clearTimeout(timer);
      timer = setTimeout(() => void isOwn(event.worksheetId).then((own) => own || listener()), QUIET);
    });
    await context.sync();
    return handler;
  });
  return async () => {
    clearTimeout(timer);
    await Excel.run(result.context, async (context) => {
      result.remove();
      await context.sync();
    });
  };
}

const isOwn = (worksheetId: string): Promise<boolean> =>
  inExcel(async (context) => {
    const { owned } = await loadOwnership(context);
    return [...owned.values()].some((s) => s.worksheetId === worksheetId);
  });
