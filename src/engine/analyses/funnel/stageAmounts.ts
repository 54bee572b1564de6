import { addAmount, emptyAmounts, type AmountTally } from './amounts';
import { MARKS } from './visits';
import type { Mark, Visits } from './visits';

/** Amounts of the deals with each mark of each stage; those of a mark stand at `amountCell(stage, mark)`. */
export function tallyStageAmounts(visits: Visits, amount: Float64Array): AmountTally {
  const tally = emptyAmounts(visits.stages * MARKS);
  for (let i = 0; i < visits.depth.length; i++) {
    const cents = amount[i]!;
    if (!(cents > 0)) continue;
    const end = visits.start[i + 1]!;
    for (let at = visits.start[i]!; at < end; at++) addAmount(tally, visits.mark[at]!, cents);
  }
  return tally;
}

export const amountCell = (stage: number, mark: Mark): number => stage * MARKS + mark;
