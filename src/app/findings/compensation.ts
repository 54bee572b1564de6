import { z } from 'zod';
import type { CompensationFinding } from '../../engine/analyses/compensation/finding';
import type { HealthCheckId, HealthFacts } from '../../engine/analyses/compensation/modelling/health/finding';
import { UNITS } from '../../engine/analyses/compensation/planRows/words';
import { planSchema } from '../planSchema';
import { count, finite, iso, rate, share } from './pieces';

const name = z.string();
const cents = z.number().int();
const orNull = finite.nullable();
// The keys of the vocabulary are the units' ids.
const unit = z.enum(Object.keys(UNITS) as [keyof typeof UNITS, ...(keyof typeof UNITS)[]]);

const slice = z.strictObject({
  component: name,
  rule: z.enum([
    'rate',
    'tiers',
    'curve',
    'scorecard',
    'contest',
    'pool',
    'threshold',
    'gate',
    'multiplier',
    'cap',
    'yearToDate',
    'draw',
    'clawback',
    'holdback',
  ]),
  row: z.number().int().min(-1),
  base: orNull,
  rate: orNull,
  unit: unit.nullable(),
  amount: cents,
  deals: z.array(z.strictObject({ id: name, day: iso, base: finite, amount: cents })),
});

const component = z.strictObject({
  component: name,
  due: z.boolean(),
  credited: finite,
  quota: orNull,
  attainment: orNull,
  target: finite,
  pay: cents,
  quotaTerms: z
    .strictObject({
      set: orNull,
      ramp: z.array(count.nullable()),
      active: count.nullable(),
      days: count,
    })
    .optional(),
  rateRamp: count.optional(),
  ownRate: finite.optional(),
});

/** The slices of a line add up to its payout, to the cent. */
const line = z
  .strictObject({
    person: name,
    period: name,
    quota: orNull,
    credited: finite,
    attainment: orNull,
    target: finite,
    components: z.array(component),
    slices: z.array(slice),
    periodOfWork: z.number().int(),
    earned: cents,
    payout: cents,
    owed: cents,
    forgiven: cents,
    held: cents,
  })
  .refine(
    ({ slices, payout }) => slices.reduce((sum, { amount }) => sum + amount, 0) === payout,
    'slices are not the payout',
  );

const plan = z.strictObject({
  name,
  alternativeTo: name.nullable(),
  document: planSchema,
  people: z.array(line),
  totals: z.strictObject({ people: count, target: finite, credited: orNull, payout: cents }),
  ccos: orNull,
});

const cost = z.strictObject({
  mean: finite,
  standardError: orNull,
  sd: finite,
  p10: finite,
  p50: finite,
  p90: finite,
  target: finite,
  volume: finite,
  ccos: z.strictObject({ mean: finite, p10: finite, p90: finite }).nullable(),
  bins: z.array(z.strictObject({ from: finite, to: finite, share })),
});

const need = z.strictObject({
  income: finite,
  payout: finite,
  attainment: orNull,
  credit: orNull,
  deals: orNull,
  newDeals: orNull,
  activitiesPerWeek: orNull,
});

const typical = z.strictObject({
  person: name,
  components: z.array(name),
  points: z.array(z.strictObject({ attainment: finite, payout: finite, components: z.array(finite) })),
  cliffs: z.array(z.strictObject({ at: finite, before: finite, jump: finite, near: share })),
  mix: z.strictObject({
    base: finite,
    target: finite,
    ote: finite,
    baseShare: orNull,
    quota: finite,
    quotaToOte: orNull,
    upside: orNull,
    attainmentP90: finite,
    leverage: orNull,
  }),
  incomes: z.array(need),
  selling: z.strictObject({
    dealSize: orNull,
    winRate: orNull,
    activitiesPerDeal: orNull,
    weeks: finite,
  }),
});

const model = z.strictObject({
  plan: name,
  inForce: z.boolean(),
  people: count,
  spreads: z.array(
    z.strictObject({
      components: z.array(name),
      source: z.enum(['history', 'given', 'assumed']),
      seen: count,
      kind: z.enum(['lognormal', 'observed']),
      mean: finite,
      sigma: orNull,
      zero: share,
      atQuota: share,
      together: finite,
      persistent: finite,
    }),
  ),
  cost,
  typical: typical.nullable(),
  objectives: z.array(
    z.strictObject({
      objective: name.nullable(),
      components: z.array(z.strictObject({ name, pay: cents })),
      pay: cents,
      share: orNull,
    }),
  ),
});

const comparison = z.strictObject({
  a: name,
  b: name,
  people: z.array(z.strictObject({ person: name, a: cents, b: cents })),
  paid: z.strictObject({ a: cents, b: cents }),
  winners: count,
  losers: count,
  same: count,
  gained: cents,
  lost: cents,
  expected: z.strictObject({ a: finite, b: finite, low: finite, high: finite }),
  changes: z.array(name),
});

const HEALTH_FACTS = {
  cliff: z.strictObject({ at: finite, jump: finite, before: finite, near: share }),
  paysLessForMore: z.strictObject({ at: finite, drop: finite }),
  capDemotivates: z.strictObject({ at: finite, beyond: share }),
  thresholdUnreachable: z.strictObject({ at: finite, reach: share }),
  noUpside: z.strictObject({}),
  slowsDown: z.strictObject({ leverage: finite }),
  tooManyMeasures: z.strictObject({ measures: count, most: count }),
  weightTooLight: z.strictObject({ weight: finite, least: finite }),
  weightsNotWhole: z.strictObject({ sum: finite }),
  noObjective: z.strictObject({ share: finite }),
  costAboveTarget: z.strictObject({ cost: finite, target: finite, ratio: finite, atMean: finite }),
  costBelowTarget: z.strictObject({ cost: finite, target: finite, ratio: finite }),
  quotaOutOfReach: z.strictObject({ share, wanted: share }),
  quotaTooEasy: z.strictObject({ share, wanted: share }),
  quotaToOteLow: z.strictObject({ ratio: finite, least: finite }),
} satisfies { readonly [C in HealthCheckId]: z.ZodType<HealthFacts[C]> };

const health = z.union(
  Object.entries(HEALTH_FACTS).map(([check, facts]) =>
    z.strictObject({
      plan: name,
      check: z.literal(check),
      tone: z.enum(['problem', 'watch']),
      component: name.nullable(),
      facts,
    }),
  ),
);

export const compensation: z.ZodType<CompensationFinding> = z.strictObject({
  basis: z.strictObject({
    asOf: iso,
    periods: z.array(z.strictObject({ label: name, start: iso, end: iso, months: count, over: z.boolean() })),
    yearStartMonth: count,
    credits: z.enum(['opportunities', 'bookings']).nullable(),
    people: count,
    plansFrom: z.enum(['sheet', 'tables']),
    dealsLeftOut: z.boolean(),
  }),
  plans: z.array(plan),
  models: z.array(model),
  cost: cost.extend({ timesSold: finite, runs: count, overBudget: share.nullable(), budget: orNull }),
  tornado: z.strictObject({
    plan: name,
    bars: z.array(
      z.strictObject({
        lever: name,
        by: name,
        base: finite,
        down: finite,
        up: finite,
        downP90: finite,
        upP90: finite,
      }),
    ),
  }),
  comparison: z.array(comparison),
  curve: z.array(z.strictObject({ attainment: finite, payout: finite })),
  health: z.array(health),
  fairness: z.strictObject({
    people: count,
    gini: z.strictObject({ gini: finite, corrected: orNull, hasNegative: z.boolean() }).nullable(),
    atQuota: rate,
    inversions: z.array(z.strictObject({ manager: name, managerPay: cents, seller: name, sellerPay: cents })),
    payForPerformance: z.strictObject({ n: count, rho: finite, low: finite, high: finite }).nullable(),
  }),
  quotas: z
    .strictObject({
      target: orNull,
      overAssigned: finite,
      sigma: finite,
      quotas: finite,
      suggested: finite,
      overAssignment: orNull,
      capacity: finite,
      people: z.array(
        z.strictObject({
          person: name,
          quota: orNull,
          expected: finite,
          suggested: finite,
          reaches: share.nullable(),
          reachesSuggested: share,
        }),
      ),
    })
    .nullable(),
  seeks: z.array(
    z.strictObject({
      plan: name,
      parameter: name,
      budget: finite,
      found: z.enum(['solution', 'outOfReach', 'notMonotone', 'unknownParameter', 'unknownPlan']),
      value: orNull,
      cost: orNull,
      says: name,
    }),
  ),
  contest: z
    .strictObject({
      prize: finite,
      fixed: finite,
      usual: finite,
      lift: finite,
      margin: finite,
      units: finite,
      cost: finite,
      extraMargin: finite,
      net: finite,
      breakEven: orNull,
    })
    .nullable(),
  modelLimits: z.array(
    z.enum([
      'noAttainments',
      'quotasEnd',
      'fewAttainments',
      'dealByDeal',
      'recoverableDraw',
      'clawbackLeftOut',
      'measuresApart',
    ]),
  ),
}) as unknown as z.ZodType<CompensationFinding>; // optional() gives `| undefined`; checks and facts are paired above
