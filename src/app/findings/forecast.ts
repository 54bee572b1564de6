import { z } from 'zod';
import type { ForecastFinding } from '../../engine/analyses/forecast/finding';
import { count, finite, iso, rate, share } from './pieces';

/** Never below nought, whatever the amounts. Sums of amounts may be: credits and corrections are amounts, too. */
const amount = z.number().nonnegative();
/** P10 ≤ P50 ≤ P90, always. */
const bandShape = { p10: finite, p50: finite, p90: finite, mean: finite };
const ordered = ({ p10, p50, p90 }: { p10: number; p50: number; p90: number }): boolean =>
  p10 <= p50 && p50 <= p90;
const ORDER = 'P10, P50 and P90 are out of order';
const band = z.strictObject(bandShape).refine(ordered, ORDER);
const period = z
  .strictObject({
    period: z.string().regex(/^(\d{4}-(\d{2}|Q[1-4])|total)$/),
    from: iso,
    to: iso,
    ...bandShape,
    booked: finite,
    goal: finite.nullable(),
    probabilityOfGoal: share.nullable(),
    open: band,
    wins: z.strictObject({ ...bandShape, booked: count, open: band }).refine(ordered, ORDER),
  })
  .refine(ordered, ORDER);
const category = z.enum(['commit', 'bestCase', 'pipeline', 'omitted']);
const deal = z.strictObject({
  id: z.string(),
  owner: z.string().nullable(),
  stage: z.string().nullable(),
  daysInStage: count.nullable(),
  amount: finite.nullable(),
  expectedClose: iso.nullable(),
  configured: share.nullable(),
  historical: share.nullable(),
  ever: share,
  computed: share,
  probability: share,
  expected: finite,
  basis: z.enum(['stage', 'stale', 'allStages', 'allStagesStale']),
  category,
  computedCategory: category,
  categoryFrom: z.enum(['computed', 'crm', 'override']),
  overridden: z.boolean(),
  risks: z.array(z.enum(['overdue', 'stale', 'pushed', 'quiet', 'unlikely', 'noAmount'])),
});
const weighted = z.strictObject({ total: finite, sd: amount, deals: count }).nullable();
const coverage = z.strictObject({
  segment: z.string(),
  deals: count,
  pipeline: finite,
  remaining: amount.nullable(),
  winRate: rate,
  coverage: finite.nullable(),
  required: z.number().min(1).nullable(),
  expected: finite.nullable(),
});

export const forecast: z.ZodType<ForecastFinding> = z.strictObject({
  basis: z.strictObject({
    asOf: iso,
    from: iso,
    to: iso,
    unit: z.enum(['amount', 'deals']),
    openDeals: count,
    openAmount: finite,
    dealsWithoutAmount: count,
    won: count,
    lost: count,
    draws: count,
    correlation: z.strictObject({ used: share, fitted: share.nullable(), months: count }),
    recalibration: finite.nullable(),
    limits: z.array(
      z.enum([
        'noStageHistory',
        'noAmounts',
        'noGoal',
        'goalOfSomeMonths',
        'noRecords',
        'fewWins',
        'noBacktest',
        'fewerDraws',
        'noOpenDeals',
      ]),
    ),
  }),
  goalFrom: z.enum(['given', 'quotas', 'none']),
  periods: z.array(period),
  quarters: z.array(period),
  total: period,
  distribution: z.array(finite),
  exact: band.nullable(),
  sensitivity: z.array(
    z
      .strictObject({ ...bandShape, correlation: share, probabilityOfGoal: share.nullable() })
      .refine(ordered, ORDER),
  ),
  newDeals: z
    .strictObject({
      perMonth: amount,
      months: count,
      dispersion: finite.nullable(),
      model: z.enum(['poisson', 'negativeBinomial']),
      wins: amount,
      amount: finite,
    })
    .nullable(),
  weighted: z.strictObject({
    configured: weighted,
    historical: weighted,
    ageAware: weighted,
    withinForecast: weighted,
  }),
  stages: z.array(
    z.strictObject({
      stage: z.string(),
      deals: count,
      amount: finite,
      won: count,
      decided: count,
      configured: finite.nullable(),
      historical: finite.nullable(),
      ageAware: finite,
    }),
  ),
  categories: z.array(
    z.strictObject({ category, deals: count, amount: finite, expected: finite, moved: count }),
  ),
  deals: z.array(deal),
  dealsNotListed: count,
  concentration: z.array(
    z.strictObject({ id: z.string(), amount: finite, share: finite, won: band, without: band }),
  ),
  soon: z.array(deal),
  slippage: z.strictObject({
    overdue: z.strictObject({ deals: count, amount: finite }),
    pushed: z.strictObject({ deals: count, of: count, most: count }).nullable(),
    late: z.strictObject({ deals: count, medianDays: finite, lateShare: share }).nullable(),
  }),
  coverageBy: z.string(),
  coverage: z.array(coverage),
  coverageTotal: coverage,
  bridge: z.strictObject({
    from: iso,
    to: iso,
    closesBy: iso.nullable(),
    knowsThen: z.boolean(),
    opening: finite,
    created: finite,
    pulledIn: finite,
    increased: amount,
    decreased: amount,
    pushedOut: finite,
    won: finite,
    lost: finite,
    closing: finite,
    balance: finite,
  }),
  backtest: z
    .strictObject({
      forecasts: z.array(
        z
          .strictObject({ asOf: iso, period: z.string(), ...bandShape, actual: finite })
          .refine(ordered, ORDER),
      ),
      wape: amount.nullable(),
      wapeOfDeals: amount.nullable(),
      bias: finite.nullable(),
      mase: amount.nullable(),
      pinball: amount.nullable(),
      crps: amount.nullable(),
      coverage: rate,
      recalibration: finite.nullable(),
    })
    .nullable(),
});
