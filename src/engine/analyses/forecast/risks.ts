import type { Dataset } from '../../dataset/dataset';
import type { DealChances, OpenDeals } from './openDeals';
import { closeMoves } from './records';

export const RISKS = {
  overdue: 'Close date is past',
  stale: 'Longer in its stage than nearly all before it',
  pushed: 'Put off before',
  quiet: 'No activity lately',
  unlikely: 'Unlikely to be won at all',
  noAmount: 'No amount',
} as const;
export type Risk = keyof typeof RISKS;

/** Less than one in four is ever won. */
const UNLIKELY = 0.25;

export interface RiskOptions {
  readonly asOf: number;
  /** Without an activity for longer than this a deal is quiet. */
  readonly quietDays: number;
}

/** Last activity by row of opportunities: of the deals' own column, or of activities joined to them; NaN unknown. */
function lastActivities({ opportunities, activities }: Dataset): Float64Array | undefined {
  const given = opportunities?.numbers['lastActivity'];
  const joined = activities?.opportunity;
  if (!given && !joined) return undefined;
  const last = given ? given.slice() : new Float64Array(opportunities!.count).fill(NaN);
  if (joined && activities)
    for (let i = 0; i < activities.count; i++) {
      const [row, date] = [joined[i]!, activities.date[i]!];
      if (row >= 0 && !(last[row]! >= date)) last[row] = date;
    }
  return last;
}

/** What speaks against a deal, by the data; the worst first. */
export function riskFinder(
  dataset: Dataset,
  deals: OpenDeals,
  { basis, ever }: DealChances,
  { asOf, quietDays }: RiskOptions,
): (i: number) => readonly Risk[] {
  const { records, opportunities } = dataset;
  // What the CRM counted (Salesforce's Push Count) where no table tells the moves.
  const counted = opportunities?.numbers['pushCount'];
  const isPushed = (row: number): boolean =>
    (records !== undefined && closeMoves(records, row).pushes > 0) || (counted?.[row] ?? 0) >= 1;
  const last = lastActivities(dataset);
  return (i) => {
    const row = deals.row[i]!;
    const quiet = last !== undefined && !(last[row]! >= asOf - quietDays);
    return [
      ...(deals.expectedClose[i]! < asOf + 1 ? (['overdue'] as const) : []),
      ...(basis[i] === 'stale' || basis[i] === 'allStagesStale' ? (['stale'] as const) : []),
      ...(isPushed(row) ? (['pushed'] as const) : []),
      ...(quiet ? (['quiet'] as const) : []),
      ...(ever[i]! < UNLIKELY ? (['unlikely'] as const) : []),
      ...(Number.isNaN(deals.amount[i]!) ? (['noAmount'] as const) : []),
    ];
  };
}
