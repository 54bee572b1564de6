import type { Dataset } from '../../dataset/dataset';
import { LOST, WON } from '../../dataset/dataset';
import { inverseProductQuantiles, rateAfter } from '../../stats/productOfBetas';
import { wilson } from '../../stats/wilson';
import type { Deals } from '../funnel/deals';
import type { Rate } from '../funnel/finding';
import { isAsInData, supposedSteps, type Levers } from '../levers';
import { furthestOf } from '../funnel/furthest';
import { visitsOf } from '../funnel/visits';

/** Decided deals by how far they came: position j holds those whose furthest stage has rank j, the last one the wins. */
export type Depths = Int32Array;

/** How far each decided deal came. A deal that skipped a stage came as far as it; one without a stage came nowhere but in. */
export function depthsOf(
  dataset: Dataset,
  deals: Deals,
): { readonly names: readonly string[]; readonly depths: Depths } {
  const { stages, history, opportunities } = dataset;
  const open = stages.filter(({ kind }) => kind === 'open').map(({ name }) => name);
  if (!history || open.length === 0) {
    const depths = new Int32Array(2);
    for (const outcome of deals.outcome)
      if (outcome === WON) depths[1]!++;
      else if (outcome === LOST) depths[0]!++;
    return { names: ['New deal'], depths };
  }
  const currentStage = opportunities?.stage;
  const visits = visitsOf({ deals, stages, history, ...(currentStage && { currentStage }) });
  const depths = new Int32Array(open.length + 1);
  for (const furthest of furthestOf(visits, deals)) if (furthest >= 0) depths[furthest]!++;
  return { names: open, depths };
}

/** Of those that came as far as a stage, how many came further; all shares together are wins ÷ decided deals. */
function countsOf(depths: Depths): readonly Pick<Rate, 'x' | 'n'>[] {
  const came = new Int32Array(depths.length);
  for (let j = depths.length - 1, sum = 0; j >= 0; j--) came[j] = sum += depths[j]!;
  return Array.from({ length: depths.length - 1 }, (_, j) => ({ x: came[j + 1]!, n: came[j]! }));
}

/** The chain of rates with their intervals. */
export const ratesOf = (depths: Depths, confidence: number): readonly Rate[] =>
  countsOf(depths).map(({ x, n }) => ({ x, n, ...wilson(x, n, confidence) }));

/** For each step, how many must come as far as it for one win: median, and enough with probability `assurance`. */
export const needsPerWin = (
  rates: readonly Pick<Rate, 'x' | 'n'>[],
  assurance: number,
): readonly { readonly median: number; readonly sure: number }[] =>
  rates.map((_, j) => {
    const shapes = rates.slice(j).map(({ x, n }) => rateAfter(x, n));
    const [median = 1, sure = 1] = inverseProductQuantiles(shapes, [0.5, assurance]);
    return { median, sure };
  });

/** The same where so many times as many are won; one win always needs one deal. */
export const underWhatIf = (
  { median, sure }: { readonly median: number; readonly sure: number },
  timesWon: number,
): { readonly median: number; readonly sure: number } => ({
  median: Math.max(1, median / timesWon),
  sure: Math.max(1, sure / timesWon),
});

/** How many times as many of new deals are won under the conversions supposed. */
export function timesWonUnder(levers: Levers, dataset: Dataset, deals: Deals): number {
  // Following every deal through the stages takes its time, and tells nothing here.
  if (isAsInData(levers)) return 1;
  const { names, depths } = depthsOf(dataset, deals);
  const steps = countsOf(depths).map((counts, j) => ({ name: names[j] ?? '', ...counts }));
  return supposedSteps(levers, steps)[0]?.timesWon ?? 1;
}

/** How many times as much as measured is sold under the levers: more deals, of another size, more of them won. */
export const salesUnder = (levers: Levers, dataset: Dataset, deals: Deals): number =>
  levers.dealSize * levers.newDeals * timesWonUnder(levers, dataset, deals);
