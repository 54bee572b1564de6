import { z } from 'zod';
import type { Mapping } from '../engine/dataset/mapping';
import { ROLE_IDS } from '../engine/dataset/roles';

z.config({ jitless: true });

const stages = z.array(z.object({ name: z.string(), kind: z.enum(['open', 'won', 'lost', 'ignored']) }));
const columns = z.object({
  columns: z.record(z.string(), z.string()).default({}),
  stageDates: z.array(z.object({ stage: z.string(), header: z.string() })).default([]),
  activityCounts: z.array(z.object({ type: z.string(), header: z.string() })).default([]),
  measures: z.array(z.object({ measure: z.string(), header: z.string() })).default([]),
  dateOrders: z.record(z.string(), z.enum(['dmy', 'mdy', 'ymd'])).default({}),
});
/** A findings or inspect file, as written or changed by hand; unknown keys are left alone. */
const file = z.object({
  inputs: z.array(
    z.object({
      source: z.string(),
      sheet: z.string(),
      role: z.enum([...ROLE_IDS, 'ignored']),
      headerRow: z.number().int().positive(),
      mapping: columns.default({
        columns: {},
        stageDates: [],
        activityCounts: [],
        measures: [],
        dateOrders: {},
      }),
    }),
    { error: 'a list of tables is expected, as leadline inspect --json writes it' },
  ),
  stages: stages.optional(),
});

/** What `--mapping` gives, or a sentence that says where it is wrong. */
export function parseMapping(text: string): { readonly mapping: Mapping } | { readonly problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (e) {
    return { problem: `It is not JSON: ${(e as Error).message}.` }; // JSON.parse throws a SyntaxError only
  }
  const parsed = file.safeParse(json);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!; // a failure has at least one issue
    return { problem: `${path.length ? `At ${path.join('.')}: ` : ''}${message}.` };
  }
  return {
    mapping: {
      tables: parsed.data.inputs.map(({ mapping, ...table }) => ({ ...table, ...mapping })),
      // A file without open stages is from data whose stages are not known; they are read from the data again.
      ...(parsed.data.stages?.some((s) => s.kind === 'open') && { stages: parsed.data.stages }),
    },
  };
}
