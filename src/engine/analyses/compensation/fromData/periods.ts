import { asDay, civilOf, monthIndexOf, monthStart, type Day } from '../../../core/day';
import type { Period } from '../book';
import type { Plan } from '../plan';
import { MONTHS_OF } from '../spans';

const MONTH_NAMES = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** "2026-03" for a month, "2026 Q1" for a quarter of the calendar, "2026", else "Feb–Apr 2026". */
function labelOf(first: number, months: number): string {
  const { year, month } = civilOf(monthStart(first));
  if (months === 1) return `${year}-${String(month).padStart(2, '0')}`;
  if (months === 12 && month === 1) return String(year);
  if (months === 3 && month % 3 === 1) return `${year} Q${(month + 2) / 3}`;
  if (months === 6 && month % 6 === 1) return `${year} H${(month + 5) / 6}`;
  const last = civilOf(monthStart(first + months - 1));
  return `${MONTH_NAMES[month - 1]}–${MONTH_NAMES[last.month - 1]} ${last.year}`;
}

/** How many months the periods of a book are long: as the shortest period of any component. */
export const monthsOf = (plans: readonly Plan[]): number =>
  Math.min(...plans.flatMap(({ components }) => components.map(({ period }) => MONTHS_OF[period])), 12);

/**
 * The payout periods of so many plan years, from the beginning of the first to the period of the as-of day, which may not
 * be over. Plan years begin with a month (1 for January); the year of the as-of day is the last.
 */
export function periodsUntil(
  asOf: Day,
  months: number,
  years: number,
  yearStartMonth: number,
): readonly Period[] {
  const offset = yearStartMonth - 1;
  const now = monthIndexOf(asOf) - offset;
  const first = (Math.floor(now / 12) - (years - 1)) * 12;
  const count = Math.floor((now - first) / months) + 1;
  return Array.from({ length: count }, (_, i) => {
    const start = first + offset + i * months;
    return {
      label: labelOf(start, months),
      start: monthStart(start),
      end: asDay(monthStart(start + months) - 1),
      months,
    };
  });
}
