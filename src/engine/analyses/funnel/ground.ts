import type { Day } from '../../core/day';
import { asDay } from '../../core/day';
import type { Dataset, StageHistory } from '../../dataset/dataset';
import { LOST, WON } from '../../dataset/dataset';
import type { EditedTables } from '../../report/editableTable';
import { quantileOfDays } from '../../stats/quantile';
import type { FunnelAssumptions } from './assumptions';
import { dealsAsOf, type Deals } from './deals';
import { withErasedLoops } from './erasedLoops';
import { EVERYONE } from './grouping';
import { noDecisionPhrases } from './noDecisionTable';
import { outcomeDays, tallyOutcomes } from './outcomeTally';
import { recordsFromOf } from './recordsFrom';
import { undecidedDeals } from './undecided';
import { visitsOf, type Visits } from './visits';

/** What all parts of the analysis stand on: the deals as they were on the as-of day. */
export interface Ground {
  readonly deals: Deals;
  /** As recorded; undefined where no stage is open, or no stage was recorded. */
  readonly history: StageHistory | undefined;
  /** In cents; undefined where no deal has an amount above 0. */
  readonly amount: Float64Array | undefined;
  /** Lost deals have amounts hardly less often than won ones: rates can be weighted by them. */
  readonly canWeigh: boolean;
}

/** The deals, with losses without a decision marked, and the day from which the records are whole. */
export function groundOf(
  dataset: Dataset & { readonly opportunities: NonNullable<Dataset['opportunities']> },
  { recordsDays }: FunnelAssumptions,
  tables: EditedTables,
  asOf: Day,
): Ground {
  const { opportunities, stages } = dataset;
  const deals = dealsAsOf(opportunities, dataset.history, stages, asOf);
  const undecided = undecidedDeals(opportunities, dataset.history, stages, noDecisionPhrases(tables));
  const recordsFrom = recordsDays > 0 ? asDay(asOf - recordsDays + 1) : recordsFromOf(deals);
  return {
    deals: { ...deals, ...(undecided && { undecided }), ...(recordsFrom !== undefined && { recordsFrom }) },
    history: stages.some(({ kind }) => kind === 'open') ? dataset.history : undefined,
    amount: opportunities.amount.some((cents) => cents > 0) ? opportunities.amount : undefined,
    canWeigh: canWeighBy(opportunities.amount, deals),
  };
}

/**
 * Some sheets keep the amount of won deals only. By the money then everything is won, and every deal without an amount is
 * lost: no rate may be weighted by amounts, or broken down by them, where lost deals have one less than half as often as
 * won deals.
 */
function canWeighBy(amount: Float64Array, { outcome, count }: Deals): boolean {
  const [all, withAmount] = [new Int32Array(4), new Int32Array(4)];
  for (let i = 0; i < count; i++) {
    all[outcome[i]!]!++;
    if (amount[i]! > 0) withAmount[outcome[i]!]!++;
  }
  const share = (of: number): number => (all[of]! > 0 ? withAmount[of]! / all[of]! : 1);
  return 2 * share(LOST) >= share(WON);
}

/** The visits of the stages, by the way that counts. */
export function visitsIn(
  { opportunities, stages }: Dataset,
  history: StageHistory,
  deals: Deals,
  movesBack: FunnelAssumptions['movesBack'],
): Visits {
  const currentStage = opportunities?.stage;
  return visitsOf({
    deals,
    stages,
    history: movesBack === 'last' ? withErasedLoops(history, stages) : history,
    ...(currentStage && { currentStage }),
  });
}

const MONTH = 30;

/** The months of 30 days within which nine in ten of the wins came; a quarter before there is any win. */
export function usualHorizon(deals: Deals): number {
  const wonDays = outcomeDays(tallyOutcomes(deals, EVERYONE, 0), WON);
  return Math.max(1, Math.ceil((quantileOfDays(wonDays, 0.9) ?? 3 * MONTH) / MONTH)) * MONTH;
}
