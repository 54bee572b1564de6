import { z } from 'zod';
import type { IndicatorsFinding } from '../../engine/analyses/indicators/finding';
import { count, finite, iso, share } from './pieces';

/** A month, or the Monday of a week. */
const period = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/);
const kind = z.enum(['count', 'amount', 'number', 'rate']);
const r = z.number().min(-1.000001).max(1.000001);
const span = z.strictObject({ from: period, to: period });

const indicator = z.strictObject({
  name: z.string(),
  result: z.string(),
  kind,
  direction: z.enum(['more', 'fewer', 'either']),
  source: z.enum(['activities', 'deals', 'sheet', 'own']),
  lag: count.nullable(),
  firstLag: count.nullable(),
  peakLag: count.nullable(),
  r: r.nullable(),
  rByLag: z.array(r.nullable()),
  plainByLag: z.array(r.nullable()),
  plain: r.nullable(),
  rho: r.nullable(),
  n: count,
  nEff: finite.nullable(),
  pLag: share.nullable(),
  pFamily: share.nullable(),
  q: share.nullable(),
  differenced: z.boolean(),
  skill: finite.nullable(),
  window: z.strictObject({
    low: count,
    high: count,
    basis: z.enum(['stage', 'cycle', 'given', 'usual']),
    days: finite.nullable(),
  }),
  evidence: z.enum(['collecting', 'early', 'none', 'amber', 'green']),
  reasons: z.array(
    z.enum([
      'tooFewPairs',
      'fewPairs',
      'likelyChance',
      'implausibleSign',
      'shortHistory',
      'familyChance',
      'noSkill',
      'skillUnknown',
      'peakOutside',
      'peopleDisagree',
    ]),
  ),
  signal: z.enum(['green', 'amber', 'red']).nullable(),
  chance: share.nullable(),
  latest: z.strictObject({ period, value: finite }).nullable(),
  covers: span.nullable(),
  line: z
    .strictObject({
      pairs: count,
      intercept: finite,
      slope: finite,
      slopeLow: finite,
      slopeHigh: finite,
      sigma: finite,
      meanX: finite,
      squaresX: finite,
    })
    .nullable(),
  people: z.strictObject({
    agree: count,
    of: count,
    pooled: r.nullable(),
    low: r.nullable(),
    high: r.nullable(),
    i2: share.nullable(),
  }),
  granger: z.strictObject({ order: count, f: finite, p: share }).nullable(),
  stability: z.strictObject({ windows: count, flips: count }).nullable(),
});

export const indicators: z.ZodType<IndicatorsFinding> = z.strictObject({
  basis: z.strictObject({
    asOf: iso,
    grain: z.enum(['month', 'week']),
    from: period,
    to: period,
    periods: count,
    cycleDays: finite.nullable(),
    warmUp: span.extend({ periods: count }).nullable(),
    season: z.enum(['months', 'weeks', 'none']),
    draws: count,
    confidence: share,
    limits: z.array(z.enum(['noHistory', 'noActivities', 'shortHistory', 'weeks', 'fewPeople'])),
    thresholds: z.array(z.strictObject({ pairs: count, r: share })),
  }),
  results: z.array(
    z.strictObject({
      name: z.string(),
      kind,
      target: finite,
      targetSource: z.enum(['given', 'quotas', 'usual']),
      row: count,
    }),
  ),
  series: z.array(
    z.strictObject({
      name: z.string(),
      kind,
      periods: z.array(period),
      values: z.array(finite.nullable()),
    }),
  ),
  indicators: z.array(indicator),
  composite: z
    .strictObject({
      result: z.string(),
      members: z.array(z.strictObject({ indicator: z.string(), weight: share })),
      periods: z.array(period),
      index: z.array(finite),
    })
    .nullable(),
  diffusion: z
    .strictObject({
      periods: z.array(period),
      indicators: z.array(share.nullable()),
      people: z.array(share.nullable()),
    })
    .nullable(),
  ahead: z.array(
    z.strictObject({
      result: z.string(),
      period,
      estimate: finite,
      low: finite,
      high: finite,
      error: finite,
      freedom: finite,
      target: finite,
      targetFromData: finite,
      chance: share,
      source: z.string(),
      from: period.nullable(),
      needed: z.strictObject({ indicator: z.string(), period, value: finite }).nullable(),
    }),
  ),
  standards: z.array(
    z.strictObject({
      person: z.string(),
      indicator: z.string(),
      actual: finite,
      recent: finite,
      standard: finite,
      standardSource: z.enum(['given', 'team']),
    }),
  ),
});
