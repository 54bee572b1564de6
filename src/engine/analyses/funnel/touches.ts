import type { Dataset } from '../../dataset/dataset';
import { UNKNOWN_DAY, type Deals } from './deals';

/** When each deal was last touched, and whether something is planned. */
export interface Touches {
  /** Day of the last activity up to the as-of day; −1 for none. */
  readonly last: Int32Array;
  /** 1 where an activity is planned: dated after the as-of day, or not yet done. */
  readonly planned: Uint8Array;
  readonly source: 'activities' | 'lastActivity' | 'both';
}

/**
 * From activities that name their deal, and from the column "last activity" of the deals; undefined where there is neither. A
 * day after the as-of day is none that is past.
 */
export function touchesOf({ opportunities, activities }: Dataset, deals: Deals): Touches | undefined {
  const column = opportunities?.numbers['lastActivity'];
  const linked = activities?.opportunity;
  if (!column && !linked) return undefined;
  const last = new Int32Array(deals.count).fill(UNKNOWN_DAY);
  const planned = new Uint8Array(deals.count);
  for (let i = 0; column && i < deals.count; i++)
    if (column[i]! < deals.asOf + 1) last[i] = Math.floor(column[i]!);
  const done = activities?.numbers['done'];
  for (let a = 0; linked && a < activities.count; a++) {
    const deal = linked[a]!;
    if (deal < 0) continue;
    const day = Math.floor(activities.date[a]!);
    if (done?.[a] === 0) planned[deal] = 1;
    else if (day <= deals.asOf && day > last[deal]!) last[deal] = day;
  }
  activities?.planned?.forEach((deal) => (planned[deal] = 1));
  return { last, planned, source: column && linked ? 'both' : linked ? 'activities' : 'lastActivity' };
}

/**
 * The day from which a deal has lain untouched: its last activity, or its creation where that is later (what came before a deal is
 * no work on it); UNKNOWN_DAY where neither is known.
 */
export const lastTouched = ({ last }: Touches, { created }: Deals, deal: number): number =>
  Math.max(last[deal]!, created[deal]!);
