import { z } from 'zod';
import type { FunnelFinding } from '../engine/analyses/funnel/finding';
import type { FindingsFile } from './run';

// A Content-Security-Policy forbids zod's compiled parsers.
z.config({ jitless: true });

const count = z.number().int().nonnegative();
const share = z.number().min(0).max(1);
const finite = z.number();
const iso = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const rate = z.strictObject({ x: count, n: count, estimate: share.nullable(), low: share, high: share });
const estimate = z.strictObject({
  estimate: share.nullable(),
  low: share.nullable(),
  high: share.nullable(),
});
const curve = z.array(estimate.extend({ day: finite }));
const quantiles = z.strictObject({
  q25: finite.nullable(),
  median: finite.nullable(),
  q75: finite.nullable(),
});

const stage = z.strictObject({
  name: z.string(),
  entered: count,
  passed: count,
  advanced: count,
  lost: count,
  open: count,
  movedBack: count,
  stepRate: rate,
  ofEntered: rate,
  reached: rate,
  incidence: z.strictObject({ days: finite, advance: estimate, lost: estimate }),
  dwellDays: quantiles.extend({
    events: count,
    n: count,
    restrictedMean: finite.nullable(),
    atLeast: finite.nullable(),
  }),
  advancedDays: quantiles,
  lostDays: quantiles,
  undated: count,
  value: z.strictObject({ entered: finite, advanced: finite }).nullable(),
  curve: z.strictObject({ advance: curve, lost: curve }),
});

const funnel: z.ZodType<FunnelFinding> = z.strictObject({
  basis: z.strictObject({
    shape: z.enum(['events', 'wide', 'snapshots', 'none']),
    opportunities: count,
    firstCreated: iso.nullable(),
    lastCreated: iso.nullable(),
    asOf: iso,
    confidence: share,
    horizonDays: finite,
    dealHorizonDays: finite,
    snapshotSpacingDays: finite.nullable(),
    limits: z.array(
      z.enum(['noStageHistory', 'wideFirstEntriesOnly', 'snapshotMidpoints', 'noAmounts', 'fewDeals']),
    ),
  }),
  stages: z.array(stage),
  funnels: z.array(z.strictObject({ name: z.string(), inOrder: count, touched: count })),
  outcomes: z.strictObject({ won: count, lost: count, open: count }),
  winRate: rate,
  winIncidence: z.strictObject({
    days: finite,
    won: estimate,
    lost: estimate,
    curve: z.strictObject({ won: curve, lost: curve }),
  }),
  wonWithinHorizon: rate,
  daysToWin: quantiles,
  cohorts: z.array(
    z.strictObject({
      period: z.string(),
      from: iso,
      to: iso,
      created: count,
      won: count,
      lost: count,
      open: count,
      horizonDays: finite,
      mature: z.boolean(),
      wonWithin: rate,
    }),
  ),
  breakdown: z
    .strictObject({
      by: z.string(),
      label: z.string(),
      groups: z.array(
        z.strictObject({
          name: z.string(),
          created: count,
          won: count,
          lost: count,
          open: count,
          winRate: rate,
        }),
      ),
    })
    .nullable(),
});

const input = z
  .strictObject({
    source: z.string(),
    sheet: z.string(),
    role: z.enum(['opportunities', 'stageHistory', 'activities', 'people', 'quotas', 'ignored']),
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
  analyses: z.strictObject({ funnel: funnel.optional() }),
}) as z.ZodType<FindingsFile>; // zod's optional() gives `| undefined`, which exactOptionalPropertyTypes tells apart
