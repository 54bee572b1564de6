import { z } from 'zod';
import type { CapacityFinding } from '../../engine/analyses/capacity/finding';
import { count, finite, inForce, iso, share } from './pieces';

const month = z.string().regex(/^\d{4}-\d{2}$/);

export const capacity: z.ZodType<CapacityFinding> = z.strictObject({
  basis: z.strictObject({
    asOf: iso,
    months: count,
    from: iso,
    to: iso,
    lookBackMonths: count,
    timeToFill: finite,
    backfill: z.boolean(),
    attrition: share,
    overAssignment: share,
    rampMonths: finite,
    limits: z.array(z.enum(['noPeople', 'rampAssumed', 'noCapacityGoal'])),
  }),
  goal: inForce('quotas', 'wonBefore', 'none'),
  productivity: inForce('won').extend({ personMonths: count, timesWon: finite }),
  attritionSeen: z.strictObject({ leavers: count, personYears: finite, rate: finite.nullable() }),
  ramp: z.array(
    z.strictObject({
      month: count,
      learned: share.nullable(),
      n: count,
      given: finite.nullable(),
      share: finite,
    }),
  ),
  seats: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.enum(['here', 'hire']),
      before: count.nullable(),
      starts: count.nullable(),
      until: count.nullable(),
    }),
  ),
  months: z.array(
    z.strictObject({
      month,
      staff: finite,
      hires: count,
      backfills: finite,
      leavers: finite,
      namedLeavers: count,
      ramped: finite,
      capacity: finite,
    }),
  ),
  total: finite,
  gap: finite.nullable(),
  solved: z
    .strictObject({
      reached: z.boolean(),
      hires: z.array(z.strictObject({ month, recruitFrom: month, adds: finite })),
    })
    .nullable(),
  promotion: z
    .strictObject({
      name: z.string(),
      perMonth: finite,
      raw: finite,
      stays: finite,
      successor: finite,
      othersMustGain: finite.nullable(),
    })
    .nullable(),
});
