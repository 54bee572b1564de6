import type { CancelSignal } from '../../engine/core/circumstances';
import { Cancelled } from '../../engine/core/circumstances';
import { ExcelStop, isTransient } from './errors';

/** The newest Excel functions that Leadline cannot do without; the manifest says the same. */
const REQUIRED = '1.13';
const PAUSE_BEFORE_RETRY = 400;

export const supports = (version: string): boolean =>
  Office.context.requirements.isSetSupported('ExcelApi', version);

/**
 * One `Excel.run`: it waits while a person types in a cell, and is repeated once after a failure that usually passes.
 * `work` must therefore come to the same end when it is begun again.
 */
export async function inExcel<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  if (!supports(REQUIRED)) throw new ExcelStop('ApiTooOld', `ExcelApi ${REQUIRED}`);
  const attempt = (): Promise<T> => Excel.run({ delayForCellEdit: true }, work);
  try {
    return await attempt();
  } catch (error) {
    if (!isTransient(error)) throw error;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_BEFORE_RETRY));
    return attempt();
  }
}

export function stopIfCancelled(signal: CancelSignal): void {
  if (signal.cancelled) throw new Cancelled();
}

/** Sends what is queued. Chunked work syncs once per chunk on purpose: each chunk is as large as Excel takes. */
export const send = (context: Excel.RequestContext): Promise<void> => context.sync();
