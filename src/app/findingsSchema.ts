import { z } from 'zod';
import { ROLE_IDS } from '../engine/dataset/roles';
import { activityPlan } from './findings/activityPlan';
import { capacity } from './findings/capacity';
import { compensation } from './findings/compensation';
import { forecast } from './findings/forecast';
import { funnel } from './findings/funnel';
import { indicators } from './findings/indicators';
import { count, iso, share } from './findings/pieces';
import { scenarios } from './findings/scenarios';
import type { FindingsFile } from './run';

const input = z
  .strictObject({
    source: z.string(),
    sheet: z.string(),
    role: z.enum([...ROLE_IDS, 'ignored']),
    headerRow: count,
    rows: count,
    used: count,
    excluded: count,
    confidence: share,
    why: z.string(),
    mapping: z.strictObject({
      columns: z.record(z.string(), z.string()),
      stageDates: z.array(z.strictObject({ stage: z.string(), header: z.string() })),
      activityCounts: z.array(z.strictObject({ type: z.string(), header: z.string() })),
      measures: z.array(z.strictObject({ measure: z.string(), header: z.string() })),
      dateOrders: z.record(z.string(), z.enum(['dmy', 'mdy', 'ymd'])),
    }),
  })
  .refine((i) => i.rows === i.used + i.excluded, 'rows are not used + excluded');

/** The findings file. Strict: a key that docs/json.md does not name is a bug. zod refuses NaN and Infinity. */
export const findingsSchema: z.ZodType<FindingsFile> = z.strictObject({
  leadline: z.strictObject({
    version: z.string(),
    asOf: iso,
    seed: z.number().int(),
    inputHash: z.string().regex(/^[0-9a-f]{16}$/),
  }),
  inputs: z.array(input),
  stages: z.array(z.strictObject({ name: z.string(), kind: z.enum(['open', 'won', 'lost', 'ignored']) })),
  issues: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.enum(['blocking', 'warning', 'note']),
      source: z.string().nullable(),
      sheet: z.string().nullable(),
      row: count.nullable(),
      column: z.string().nullable(),
      message: z.string().min(1),
      excluded: z.boolean(),
    }),
  ),
  // One line an analysis; its schema stands in findings/<analysis>.ts.
  analyses: z.strictObject({
    funnel: funnel.optional(),
    indicators: indicators.optional(),
    forecast: forecast.optional(),
    activityPlan: activityPlan.optional(),
    capacity: capacity.optional(),
    compensation: compensation.optional(),
    scenarios: scenarios.optional(),
  }),
}) as z.ZodType<FindingsFile>; // zod's optional() gives `| undefined`, which exactOptionalPropertyTypes tells apart
