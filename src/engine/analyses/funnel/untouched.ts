import { OPEN } from '../../dataset/dataset';
import type { Deals } from './deals';
import { lastTouched, type Touches } from './touches';

/** Open deals that nobody looks after. */
export interface UntouchedFinding {
  /** No activity for so many days … */
  readonly days: number;
  readonly open: number;
  /** … and none planned. A deal counts from its creation at the earliest. */
  readonly untouched: number;
  /** Of the open deals, never had an activity. */
  readonly never: number;
  /** Cents of the untouched. */
  readonly amount: number;
  readonly source: Touches['source'];
}

export function untouchedOf(
  touches: Touches,
  deals: Deals,
  amount: Float64Array,
  days: number,
): UntouchedFinding {
  let [open, untouched, never, cents] = [0, 0, 0, 0];
  for (let i = 0; i < deals.count; i++) {
    if (deals.outcome[i] !== OPEN) continue;
    open++;
    const last = lastTouched(touches, deals, i);
    if (touches.last[i]! < 0) never++;
    if (touches.planned[i] || (last >= 0 && deals.asOf - last < days)) continue;
    untouched++;
    if (amount[i]! > 0) cents += amount[i]!;
  }
  return { days, open, untouched, never, amount: cents, source: touches.source };
}
