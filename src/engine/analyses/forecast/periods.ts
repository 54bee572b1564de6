import { asDay, civilOf, monthIndexOf, monthStart, type Day } from '../../core/day';

/** A calendar month or quarter, of which days up to the as-of day are past. */
export interface Period {
  /** "2012-01", "2012-Q1". */
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

const pad = (n: number): string => String(n).padStart(2, '0');

/** So many calendar months from that of the day after the as-of day on: its own month, unless that is over. */
export function monthsOf(asOf: Day, count: number): readonly Period[] {
  const first = monthIndexOf(asDay(asOf + 1));
  return Array.from({ length: count }, (_, i) => {
    const from = monthStart(first + i);
    const { year, month } = civilOf(from);
    return { name: `${year}-${pad(month)}`, from, to: asDay(monthStart(first + i + 1) - 1) };
  });
}

/** Days ahead by which each period is over: a win counts in the first period whose end it does not come after. */
export const daysUntilEnd = (asOf: Day, periods: readonly Period[]): readonly number[] =>
  periods.map(({ to }) => to - asOf);

export interface Quarter extends Period {
  /** Positions of its months among those of the forecast. */
  readonly months: readonly number[];
}

/** Calendar quarters that these months lie in; the first may have begun before them, the last goes no further than they do. */
export function quartersOf(months: readonly Period[]): readonly Quarter[] {
  const quarters: (Omit<Period, 'to'> & { to: Day; months: number[] })[] = [];
  months.forEach(({ from, to }, i) => {
    const { year, month } = civilOf(from);
    const quarter = Math.floor((month - 1) / 3);
    const name = `${year}-Q${quarter + 1}`;
    const last = quarters.at(-1);
    if (last?.name === name) {
      last.months.push(i);
      last.to = to;
    } else quarters.push({ name, from: monthStart(year * 12 + quarter * 3), to, months: [i] });
  });
  return quarters;
}

/** Whether a quarter of the forecast, by its last day (ISO), ends before the calendar's does. */
export const endsEarly = ({ to }: { readonly to: string }): boolean => Number(to.slice(5, 7)) % 3 !== 0;
