import { z } from 'zod';
import type { Mapping } from '../engine/dataset/mapping';
import { ROLE_IDS } from '../engine/dataset/roles';
import { parsedBy, type Parsed } from './jsonFile';

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
export function parseMapping(text: string): Parsed<Mapping> {
  const parsed = parsedBy(file, text);
  if ('problem' in parsed) return parsed;
  const { inputs, stages: given } = parsed.value;
  return {
    value: {
      tables: inputs.map(({ mapping, ...table }) => ({ ...table, ...mapping })),
      // A file without open stages is from data whose stages are not known; they are read from the data again.
      ...(given?.some((s) => s.kind === 'open') && { stages: given }),
    },
  };
}
