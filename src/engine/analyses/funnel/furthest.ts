import { OPEN, WON } from '../../dataset/dataset';
import { NOT_YET, type Deals } from './deals';
import type { Grouping } from './grouping';
import { MARKS, MOVED_BACK, PASSED, type Visits } from './visits';

/**
 * How far each decided deal came: the rank of the furthest stage that it entered, the number of stages for a win; 0 for a
 * lost deal that entered none; −1 for those not decided, or not followed from their beginning.
 */
export function furthestOf(visits: Visits, deals: Deals): Int16Array {
  const furthest = new Int16Array(deals.count).fill(-1);
  for (let i = 0; i < deals.count; i++) {
    const outcome = deals.outcome[i]!;
    if (outcome === OPEN || outcome === NOT_YET || visits.depth[i]! < 0) continue;
    let most = 0;
    for (let at = visits.start[i]!; at < visits.start[i + 1]!; at++) {
      const kind = visits.mark[at]! % MARKS;
      if (kind !== PASSED && kind !== MOVED_BACK) most = Math.max(most, Math.floor(visits.mark[at]! / MARKS));
    }
    furthest[i] = outcome === WON ? visits.stages : most;
  }
  return furthest;
}

/** Without a history there is one step only: a decided deal came in (0), or was won (1). */
export const furthestWithoutHistory = (deals: Deals): Int16Array =>
  Int16Array.from(deals.outcome, (outcome) =>
    outcome === OPEN || outcome === NOT_YET ? -1 : outcome === WON ? 1 : 0,
  );

/** Decided deals that came as far as each step, by group: at group × (steps + 1) + step. */
export function cameAsFar(furthest: Int16Array, steps: number, { size, codes }: Grouping): Int32Array {
  const came = new Int32Array(size * (steps + 1));
  for (let i = 0; i < furthest.length; i++) {
    const group = codes ? codes[i]! : 0;
    if (furthest[i]! >= 0 && group >= 0) came[group * (steps + 1) + furthest[i]!]!++;
  }
  for (let group = 0; group < size; group++)
    for (let step = steps - 1; step >= 0; step--)
      came[group * (steps + 1) + step]! += came[group * (steps + 1) + step + 1]!;
  return came;
}
