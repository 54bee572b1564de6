import { moneyOf } from '../../core/money';
import { monthIndexOf } from '../../core/day';
import type { Quotas } from '../../dataset/dataset';
import { quotaOf } from '../salesQuotas';
import type { Period } from './periods';
import type { Ground } from './project';

/** The goal of each month in cents, and where it comes from; null: there is none. */
export interface Goals {
  readonly source: 'given' | 'quotas' | 'none';
  readonly months: readonly (number | null)[];
  /** Null also where some month has none. */
  readonly total: number | null;
  /** Of a quarter so far as the forecast goes, with the months before the forecast; null where some of them has none. */
  readonly quarter: (period: Period) => number | null;
}

/** What is known of some months is no goal of all of them. */
const sumOf = (values: readonly (number | null)[]): number | null =>
  values.some((v) => v === null) ? null : values.reduce<number>((sum, v) => sum + (v ?? 0), 0);

const monthsIn = ({ from, to }: Period): number => monthIndexOf(to) - monthIndexOf(from) + 1;

/**
 * @param given units for all months together; 0: the quotas of these months, as far as there are some
 * @param unit where deals are counted, a goal given is a number of deals, and quotas, which are money, are none
 */
export function goalsOf(
  given: number,
  quotasGiven: Quotas | undefined,
  periods: readonly Period[],
  unit: Ground['unit'] = 'amount',
): Goals {
  const cents = unit === 'deals' ? given : (moneyOf(given) ?? 0);
  const quotas = unit === 'deals' ? undefined : quotasGiven;
  if (cents > 0)
    return {
      source: 'given',
      months: periods.map(() => cents / periods.length),
      total: cents,
      quarter: (period) => (monthsIn(period) * cents) / periods.length,
    };
  const months = periods.map(({ from }) => {
    const start = monthIndexOf(from);
    return quotaOf(quotas, { start, end: start + 1 });
  });
  const total = sumOf(months);
  return months.every((goal) => goal === null || goal === 0)
    ? { source: 'none', months: months.map(() => null), total: null, quarter: () => null }
    : {
        source: 'quotas',
        months,
        total,
        quarter: (period) => {
          const start = monthIndexOf(period.from);
          return quotaOf(quotas, { start, end: start + monthsIn(period) });
        },
      };
}
