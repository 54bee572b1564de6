import type { Day } from '../../core/day';
import type { Quotas } from '../../dataset/dataset';
import { firstDay, lastDay, type Months } from '../../core/months';

/** The quotas of these months in cents. */
export const quotaOf = (quotas: Quotas | undefined, months: Months): number | null =>
  quotaBetween(quotas, firstDay(months), lastDay(months));

/**
 * The quotas of the days from one to another in cents: a quota of a longer period counts by its days among them, so that
 * a third of a quarter's quota stands for a month. Null where the quotas end before the last day.
 */
export function quotaBetween(quotas: Quotas | undefined, from: Day, to: Day): number | null {
  if (!quotas) return null;
  let sum = 0;
  let covered = 0;
  for (let i = 0; i < quotas.count; i++) {
    const [start, end, amount] = [quotas.start[i]!, quotas.end[i]!, quotas.amount[i]!];
    const days = Math.min(end, to) - Math.max(start, from) + 1;
    if (!(days > 0) || !(amount > 0)) continue;
    sum += (amount * days) / (end - start + 1);
    covered = Math.max(covered, Math.min(end, to));
  }
  // Quotas that end before the period does are no goal for it.
  return covered >= to ? Math.round(sum) : null;
}
