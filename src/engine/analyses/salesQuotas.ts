import type { Day } from '../core/day';
import { firstDay, lastDay, type Months } from '../core/months';
import { allRows } from '../dataset/compact';
import type { Quotas } from '../dataset/dataset';
import { namesAmount } from '../dataset/values/amountWords';
import { sameName } from '../dataset/values/sameName';

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
  const rows = rowsWithin(quotas, from, to).sort((a, b) => quotas.start[a]! - quotas.start[b]!);
  let sum = 0;
  let reached = from - 1;
  for (const row of rows) {
    if (quotas.start[row]! > reached + 1 + MOST_GAP) return null;
    reached = Math.max(reached, quotas.end[row]!);
    sum += partWithin(quotas, row, from, to);
  }
  return reached >= to ? Math.round(sum) : null;
}

/** Quotas of one person for all these days together; null where none of them touches these. */
export function quotasByPerson(
  quotas: Quotas | undefined,
  from: Day,
  to: Day,
): (person: string) => number | null {
  const sums = new Map<string, number>();
  for (const row of quotas ? rowsWithin(quotas, from, to) : []) {
    const person = quotas!.person.labels[quotas!.person.codes[row]!];
    if (person === undefined) continue;
    const key = sameName(person);
    sums.set(key, (sums.get(key) ?? 0) + partWithin(quotas!, row, from, to));
  }
  return (person) => sums.get(sameName(person)) ?? null;
}

/** Quotas of the amount won that touch these days. */
function rowsWithin(quotas: Quotas, from: Day, to: Day): Int32Array {
  const { count, start, end, amount } = quotas;
  const isOfAmount = amountRows(quotas);
  return allRows(count).filter(
    (row) => end[row]! >= from && start[row]! <= to && amount[row]! > 0 && isOfAmount(row),
  );
}

/** A quota's part for the days among these. */
function partWithin({ start, end, amount }: Quotas, row: number, from: Day, to: Day): number {
  const days = Math.min(end[row]!, to) - Math.max(start[row]!, from) + 1;
  return (amount[row]! * days) / (end[row]! - start[row]! + 1);
}

/**
 * Which quotas are of the amount won. Where there are several measures it is the one that is called an amount ("Revenue"), else
 * the one without a name; where that is not one measure nobody can tell, and none is.
 */
function amountRows({ measure }: Quotas): (row: number) => boolean {
  if (!measure) return () => true;
  const { labels, codes } = measure;
  const hasUnnamed = codes.includes(-1);
  if (labels.length + (hasUnnamed ? 1 : 0) <= 1) return () => true;
  const named = [...labels.keys()].filter((code) => namesAmount(labels[code]!));
  const [of] = named.length > 0 ? named : [-1];
  return (row) => named.length <= 1 && codes[row] === of;
}
