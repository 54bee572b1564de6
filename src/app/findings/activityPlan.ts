import { z } from 'zod';
import type { ActivityPlanFinding } from '../../engine/analyses/activityPlan/finding';
import { count, finite, inForce, iso, rate, share } from './pieces';

const need = z.strictObject({ median: finite, sure: finite });
export const activityPlan: z.ZodType<ActivityPlanFinding> = z.strictObject({
  basis: z.strictObject({
    asOf: iso,
    months: count,
    from: iso,
    to: iso,
    lookBackMonths: count,
    lookBackFrom: iso,
    assurance: share,
    confidence: share,
    limits: z.array(z.enum(['noGoal', 'noDealSize', 'noStageHistory', 'noActivities', 'fewDecided'])),
  }),
  goal: inForce('quotas', 'wonBefore', 'none'),
  dealSize: inForce('wonDeals', 'none').extend({ deals: count }),
  people: z.strictObject({ value: finite, fromData: count, source: z.enum(['given', 'people', 'owners']) }),
  winsNeeded: finite.nullable(),
  steps: z.array(
    z.strictObject({
      name: z.string(),
      rate,
      supposed: share.nullable(),
      timesWon: finite,
      perWin: need,
      needed: need.nullable(),
      rateForGoal: share.nullable(),
    }),
  ),
  newDeals: z.strictObject({ count, months: count, perMonth: finite }),
  winsExpected: finite,
  volumeForGoal: finite.nullable(),
  medianDaysToWin: finite.nullable(),
  firstQuarter: z
    .strictObject({
      from: iso,
      to: iso,
      backlog: finite,
      recurring: finite,
      carried: finite,
      fresh: finite,
      wonAtLeast: finite,
      suggested: finite,
      quotas: finite.nullable(),
      chanceOfQuotas: share.nullable(),
      toCome: finite,
      wonWithin: share,
      newDealsForIt: finite.nullable(),
    })
    .nullable(),
  activities: z.array(
    z.strictObject({
      type: z.string(),
      count: finite,
      perNewDeal: finite.nullable(),
      neededPerPersonAndMonth: finite.nullable(),
      usual: finite.nullable(),
      strong: finite.nullable(),
    }),
  ),
  income: z.strictObject({ goal: finite, base: finite, perDeal: finite, deals: finite }).nullable(),
});
