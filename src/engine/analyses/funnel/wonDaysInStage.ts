import { WON } from '../../dataset/dataset';
import { countDays, daysIn } from './dayCounts';
import type { Deals } from './deals';
import { ADVANCED, MARKS, type Visits } from './visits';

/** By rank of the open stage: how many days the deals that were won in the end spent there. */
export function wonDaysInStage(visits: Visits, deals: Deals): readonly Int32Array[] {
  const cell = new Int32Array(visits.mark.length).fill(-1);
  for (let i = 0; i < deals.count; i++) {
    if (deals.outcome[i] !== WON) continue;
    for (let at = visits.start[i]!; at < visits.start[i + 1]!; at++)
      if (visits.mark[at]! % MARKS === ADVANCED) cell[at] = Math.floor(visits.mark[at]! / MARKS);
  }
  const counts = countDays({ cell, days: visits.days }, visits.stages);
  return Array.from({ length: visits.stages }, (_, rank) => daysIn(counts, rank));
}
