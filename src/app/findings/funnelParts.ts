import { z } from 'zod';
import { DIMENSION_IDS } from '../../engine/analyses/funnel/dimensions';
import { count, estimate, finite, iso, rate, share } from './pieces';

/** The parts of the funnel's findings beyond the rates: people, break-downs, open deals, process and trend. */

/** x and n in cents. */
export const weightedRate = z.strictObject({
  x: finite.nonnegative(),
  n: finite.nonnegative(),
  estimate: share.nullable(),
  low: share,
  high: share,
  deals: count,
  effective: finite.nonnegative(),
});
export const outcomeCounts = { won: count, lost: count, open: count, noDecision: count };
export const outcomeAmounts = z.strictObject({ won: finite, lost: finite, open: finite });
const p = share;
const dimension = z.enum(DIMENSION_IDS);
export const dimensions = z.array(z.strictObject({ id: dimension, label: z.string() }));

const groupTest = z.strictObject({
  method: z.enum(['none', 'fisher', 'chiSquare', 'permutation']),
  groups: count,
  statistic: finite.nullable(),
  df: count,
  p,
  differ: z.boolean(),
});
const compared = {
  pooled: estimate,
  chanceAbove: share.nullable(),
  standing: z.enum(['above', 'below', 'unclear']),
};

const curveTest = z.strictObject({ statistic: finite, df: count, p, differ: z.boolean() });

export const breakdown = z.strictObject({
  by: dimension,
  andBy: dimension.nullable(),
  label: z.string(),
  test: groupTest,
  curves: z
    .strictObject({ groups: count, wins: curveTest.nullable(), decided: curveTest.nullable() })
    .nullable(),
  groups: z.array(
    z.strictObject({
      name: z.string(),
      keys: z.array(z.string()),
      created: count,
      ...outcomeCounts,
      winRate: rate,
      ...compared,
      amounts: outcomeAmounts.nullable(),
      medianDaysToWin: finite.nullable(),
    }),
  ),
  notListed: count,
});

const worth = z.strictObject({
  wins: finite,
  low: finite,
  high: finite,
  amount: finite.nullable(),
});
const activityRatio = {
  type: z.string(),
  count: finite,
  newDeals: count,
  perNewDeal: finite.nullable(),
  low: finite.nullable(),
  high: finite.nullable(),
};
const positive = z.strictObject({
  estimate: finite.nullable(),
  low: finite.nullable(),
  high: finite.nullable(),
});
const personActivity = z.strictObject({
  ...activityRatio,
  pooled: positive,
  standing: z.enum(['above', 'below', 'unclear']),
  worth: worth.nullable(),
});
const personStep = rate.extend({ ...compared, worth: worth.nullable() });
const difference = z.number().min(-1).max(1).nullable();
export const person = z.strictObject({
  person: z.string(),
  x: count,
  n: count,
  raw: share.nullable(),
  low: share,
  high: share,
  ...compared,
  distinguishable: z.boolean(),
  setApart: z.boolean(),
  band: z.enum(['A', 'B', 'C']).nullable(),
  place: z.strictObject({ from: count, to: count }).nullable(),
  difference: z.strictObject({ estimate: difference, low: difference, high: difference, p: p.nullable() }),
  created: count,
  open: count,
  amounts: z.strictObject({ won: finite.nullable(), open: finite.nullable() }).nullable(),
  medianDaysToWin: finite.nullable(),
  worth: worth.nullable(),
  steps: z.array(personStep),
  activities: z.array(personActivity),
});
export const peopleSummary = z.strictObject({
  company: rate,
  test: groupTest,
  certainty: share,
  bands: z.strictObject({ A: count, B: count, C: count }),
  worth: z.strictObject({ wins: finite, amount: finite.nullable() }),
});
export const formula = z.strictObject({
  activitiesFrom: iso.nullable(),
  activities: z.array(z.strictObject({ type: z.string(), count: finite, perNewDeal: finite.nullable() })),
  ratios: z.array(z.strictObject({ ...activityRatio, test: groupTest })),
  steps: z.array(z.strictObject({ from: z.string(), to: z.string(), company: rate, test: groupTest })),
  meanWon: finite.nullable(),
  days: count,
});

const money = z.strictObject({
  estimate: finite.nullable(),
  low: finite.nullable(),
  high: finite.nullable(),
});
export const velocity = z.strictObject({
  opportunities: count,
  meanWon: finite.nullable(),
  winRate: share.nullable(),
  cycleDays: finite.nullable(),
  perDay: money,
  levers: z.array(
    z.strictObject({
      lever: z.enum(['opportunities', 'meanWon', 'winRate', 'cycleDays']),
      change: finite,
      perDay: finite,
      gain: finite,
    }),
  ),
  notBeyond: z.strictObject({ opportunities: count, perDay: finite }).nullable(),
});

export const configured = z.strictObject({
  stage: z.string(),
  configured: share.nullable(),
  withProbability: count,
  same: count,
  actual: rate,
  incidence: estimate,
  days: finite,
  outside: z.enum(['tooHigh', 'tooLow']).nullable(),
});

const benchmark = {
  n: count,
  median: finite.nullable(),
  q75: finite.nullable(),
  q90: finite.nullable(),
  slowest: finite.nullable(),
};
const byStanding = z.strictObject({ usual: finite, slow: finite, beyondAll: finite, unknown: finite });
export const ageing = z.strictObject({
  benchmark: z.strictObject(benchmark),
  stages: z.array(z.strictObject({ stage: z.string(), ...benchmark, open: count, slow: count.nullable() })),
  chanceDays: count,
  counts: byStanding,
  amounts: byStanding.nullable(),
  deals: z.array(
    z.strictObject({
      id: z.string(),
      place: z.strictObject({ source: z.string(), sheet: z.string(), row: count }),
      owner: z.string().nullable(),
      account: z.string().nullable(),
      stage: z.string().nullable(),
      amount: finite.nullable(),
      created: iso.nullable(),
      age: count.nullable(),
      standing: z.enum(['usual', 'slow', 'beyondAll', 'unknown']),
      winsSlower: share.nullable(),
      chance: share.nullable(),
      daysInStage: count.nullable(),
      slowInStage: z.boolean().nullable(),
      pushes: count.nullable(),
      expectedClose: iso.nullable(),
      untouchedDays: count.nullable(),
      planned: z.boolean().nullable(),
    }),
  ),
  notListed: count,
});

const pathCount = { deals: count, won: count, lost: count, open: count, winRate: rate };
export const conformance = z.strictObject({
  deals: count,
  straight: z.strictObject(pathCount),
  skipped: z.strictObject(pathCount),
  movedBack: z.strictObject(pathCount),
  reworked: z.strictObject(pathCount),
  reopened: z.strictObject(pathCount),
  moves: z.strictObject({ to: z.array(z.string()), counts: z.array(z.array(count)) }),
  variants: z.array(
    z.strictObject({ path: z.array(z.string()), ...pathCount, medianDaysToWin: finite.nullable() }),
  ),
  differentPaths: count,
  notListed: count,
  bottleneck: z
    .strictObject({ stage: z.string(), meanDays: finite, days: finite, share, open: count })
    .nullable(),
});

export const losses = z.strictObject({
  lost: count,
  withReason: count.nullable(),
  stages: z.array(z.string()),
  rows: z.array(
    z.strictObject({
      reason: z.string(),
      noDecision: z.boolean(),
      deals: count,
      amount: finite,
      counts: z.array(count),
    }),
  ),
  notListed: count,
});

export const pushes = z.strictObject({
  deals: count,
  byPushes: z.array(
    z.strictObject({
      pushes: count,
      orMore: z.boolean(),
      won: count,
      lost: count,
      open: count,
      winRate: rate,
    }),
  ),
  counted: count,
  pushes: count,
  pulls: count.nullable(),
  meanSlipDays: finite.nullable(),
});

export const untouched = z.strictObject({
  days: count,
  open: count,
  untouched: count,
  never: count,
  amount: finite,
  source: z.enum(['activities', 'lastActivity', 'both']),
});

export const stageEvents = z.strictObject({
  days: count,
  stages: z.array(
    z.strictObject({
      stage: z.string(),
      entered: count,
      type: z.string().nullable(),
      withActivity: count,
      before: count,
      sameDay: count,
      after: count,
      entersWhen: z.enum(['held', 'scheduled', 'mixed']).nullable(),
    }),
  ),
});

export const completeness = z.strictObject({
  stages: z.array(z.strictObject({ stage: z.string(), advanced: count })),
  columns: z.array(z.strictObject({ field: z.string(), label: z.string(), filled: z.array(count) })),
});

const alarm = z.strictObject({ p, alarm: z.string().nullable(), since: z.string().nullable() });
export const trend = z.strictObject({
  months: z.array(
    z.strictObject({
      period: z.string(),
      from: iso,
      to: iso,
      winRate: rate,
      expected: share.nullable(),
      deviation: finite,
    }),
  ),
  monthOfQuarter: z.strictObject({ rates: z.array(rate), p, swings: z.boolean() }),
  slope: z.strictObject({
    perMonth: finite.nullable(),
    p,
    verdict: z.enum(['rising', 'falling', 'none', 'tooFew']),
  }),
  drift: z.strictObject({ oddsRatio: finite, down: alarm.nullable(), up: alarm.nullable() }),
});
