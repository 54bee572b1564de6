import type { CapacityFinding, PlanSeat } from './finding';
import { rampedOf, type Seat, type TeamRules } from './model';
import { modelSeat, type Roster } from './roster';
import type { MonthlySales } from './sales';

/** Fewer people than this are no team to promote somebody out of. */
const SMALLEST_TEAM = 2;

/** Ramped months of one seat over the plan, without those who may succeed it. */
const rampedMonths = (seat: Seat, rules: TeamRules): number =>
  Array.from({ length: rules.months }, (_, i) => rampedOf(seat, i + 1, rules)).reduce((a, b) => a + b, 0);

/** The seat of somebody who sells at an own pace from the start, and that of the successor. */
export const staysOn = (until: number | null): Seat => ({
  count: 1,
  from: -Infinity,
  until: until ?? undefined,
});
export const successorOf = ({ timeToFill }: TeamRules): Seat | undefined =>
  timeToFill === undefined ? undefined : { count: 1, from: 1 + timeToFill, until: undefined };

/**
 * What if the person here today who won most a month in the months looked back on stopped selling at once? Lost is what
 * that person would win at that person's own pace; won back what a successor wins after the months that filling takes,
 * through the ramp and at the team's pace.
 *
 * @param times as much as measured everybody wins under a what-if
 */
export function promotionOf(
  roster: Roster,
  seats: readonly PlanSeat[],
  sales: MonthlySales,
  rules: TeamRules,
  perMonth: number,
  total: number,
  times: number,
): CapacityFinding['promotion'] {
  if (roster.here < SMALLEST_TEAM) return null;
  const monthly = Array.from(
    { length: roster.here },
    (_, person) => times * wonAMonth(person, roster, sales),
  );
  const top = monthly.indexOf(Math.max(...monthly));
  const seat = seats[top];
  if (!seat || !(monthly[top]! > 0)) return null;
  const successor = successorOf(rules);
  const stays = monthly[top]! * rampedMonths(staysOn(seat.until), rules);
  const wonBack = successor ? perMonth * rampedMonths(successor, rules) : 0;
  const others = total - perMonth * rampedMonths(modelSeat(seat), rules);
  return {
    name: roster.names[top]!,
    perMonth: monthly[top]!,
    stays,
    successor: wonBack,
    othersMustGain: others > 0 ? (stays - wonBack) / others : null,
  };
}

/** Mean over the months looked back on in which the person was there. */
function wonAMonth(person: number, { tenures }: Roster, { months, won }: MonthlySales): number {
  const span = months.end - months.start;
  const first = Math.min(span - 1, Math.max(0, (tenures[person]?.start ?? -Infinity) - months.start));
  let sum = 0;
  for (let m = first; m < span; m++) sum += won[person * span + m]!;
  return sum / (span - first);
}
