import { z } from 'zod';
import type { FunnelFinding } from '../../engine/analyses/funnel/finding';
import { count, curve, estimate, finite, iso, quantiles, rate, share } from './pieces';

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

export const funnel: z.ZodType<FunnelFinding> = z.strictObject({
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
  supposed: z.array(share.nullable()),
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
