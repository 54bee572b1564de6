import { z } from 'zod';
import { inExcel } from './session';

// No code is compiled from strings: the pane's content security policy forbids it.
z.config({ jitless: true });

/** What the pane keeps in the workbook; its own reader checks what is inside. */
const SAVED = 'Leadline.settings';

/** Settings hold JSON text, so that no version of Excel reads dates or numbers into them. Unreadable ones count as absent. */
export async function readSetting<T>(
  context: Excel.RequestContext,
  key: string,
  shape: z.ZodType<T>,
): Promise<T | undefined> {
  const setting = context.workbook.settings.getItemOrNullObject(key);
  setting.load('value');
  await context.sync();
  if (setting.isNullObject) return undefined;
  const read = shape.safeParse(parsed(setting.value));
  return read.success ? read.data : undefined;
}

export function writeSetting(context: Excel.RequestContext, key: string, value: unknown): void {
  context.workbook.settings.add(key, JSON.stringify(value));
}

function parsed(value: unknown): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : value;
  } catch {
    return undefined; // cut short or edited by another hand: as if it were absent
  }
}

/** A record as `saveSettings` left it, or undefined when there is none that can be read. */
export const loadSettings = (): Promise<Readonly<Record<string, unknown>> | undefined> =>
  inExcel((context) => readSetting(context, SAVED, z.record(z.string(), z.unknown())));

export const saveSettings = (settings: object): Promise<void> =>
  inExcel(async (context) => {
    writeSetting(context, SAVED, settings);
    await context.sync();
  });
