import { credibilityOf, type GroupValues } from '../../stats/credibility';
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
 * that person would win at a pace of that person's own, drawn towards the others' by what chance explains of it: the best
 * of many months' means is the luckiest, too; won back what a successor wins after the months that filling takes,
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
  const months = Array.from({ length: roster.here }, (_, person) => wonByMonth(person, roster, sales));
  const monthly = credibilityOf(months).means.map((mean) => times * mean);
  // Where all are alike by chance, still the one who won most.
  const order = (person: number): number => months[person]!.mean;
  const top = monthly.reduce(
    (best, mean, person) =>
      mean > monthly[best]! || (mean === monthly[best]! && order(person) > order(best)) ? person : best,
    0,
  );
  const seat = seats[top];
  if (!seat || !(monthly[top]! > 0)) return null;
  const successor = successorOf(rules);
  const stays = monthly[top]! * rampedMonths(staysOn(seat.until), rules);
  const wonBack = successor ? perMonth * rampedMonths(successor, rules) : 0;
  const others = total - perMonth * rampedMonths(modelSeat(seat), rules);
  return {
    name: roster.names[top]!,
    perMonth: monthly[top]!,
    raw: times * months[top]!.mean,
    stays,
    successor: wonBack,
    othersMustGain: others > 0 ? (stays - wonBack) / others : null,
  };
}

/** Of the months looked back on in which the person was there. */
function wonByMonth(person: number, { tenures }: Roster, { months, won }: MonthlySales): GroupValues {
  const span = months.end - months.start;
  const first = Math.min(span - 1, Math.max(0, (tenures[person]?.start ?? -Infinity) - months.start));
  const amounts = won.slice(person * span + first, (person + 1) * span);
  const mean = amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length;
  return {
    n: amounts.length,
    mean,
    squares: amounts.reduce((sum, amount) => sum + (amount - mean) ** 2, 0),
  };
}
