import type { Day } from '../../core/day';
import type { Quotas } from '../../dataset/dataset';
import { allRows } from '../../dataset/compact';
import { firstDay, lastDay, type Months } from '../../core/months';

/** The quotas of these months in cents. */
export const quotaOf = (quotas: Quotas | undefined, months: Months): number | null =>
  quotaBetween(quotas, firstDay(months), lastDay(months));

/** So many days without anybody's quota are no gap: a weekend between two periods. */
const MOST_GAP = 7;

/**
 * The quotas of the days from one to another in cents: a quota of a longer period counts by its days among them, so that
 * a third of a quarter's quota stands for a month. Null where some of the days have none: what is known is no goal for all.
 */
export function quotaBetween(quotas: Quotas | undefined, from: Day, to: Day): number | null {
  if (!quotas) return null;
  const { start, end, amount } = quotas;
  const rows = allRows(quotas.count)
    .filter((i) => end[i]! >= from && start[i]! <= to && amount[i]! > 0)
    .sort((a, b) => start[a]! - start[b]!);
  let sum = 0;
  let reached = from - 1;
  for (const i of rows) {
    if (start[i]! > reached + 1 + MOST_GAP) return null;
    reached = Math.max(reached, end[i]!);
    const days = Math.min(end[i]!, to) - Math.max(start[i]!, from) + 1;
    sum += (amount[i]! * days) / (end[i]! - start[i]! + 1);
  }
  return reached >= to ? Math.round(sum) : null;
}
