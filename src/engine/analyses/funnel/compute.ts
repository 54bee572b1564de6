import type { AssumptionValues } from '../../core/assumption';
import { step } from '../../core/circumstances';
import type { Circumstances } from '../../core/circumstances';
import { isoOf } from '../../core/day';
import { issue } from '../../core/issue';
import type { Issue } from '../../core/issue';
import type { Outcome } from '../../core/outcome';
import type { Dataset, StageHistory } from '../../dataset/dataset';
import { LOST, OPEN, WON } from '../../dataset/dataset';
import { quantileOfDays } from '../../stats/quantile';
import { riskTableFromDays } from '../../stats/riskTable';
import type { EditedTables } from '../../report/editableTable';
import { leverIssues, readLevers, supposedRate } from '../levers';
import { BREAKDOWNS, readAssumptions } from './assumptions';
import { breakdownBy } from './breakdown';
import { cohortFindings } from './cohorts';
import { addCounts } from './dayCounts';
import { createdRange, dealsAsOf } from './deals';
import { incidenceOf, plainQuantiles, rateOf } from './estimates';
import type { FunnelFinding } from './finding';
import { EVERYONE } from './grouping';
import { outcomeDays, outcomesOf, tallyOutcomes } from './outcomeTally';
import { funnelSteps, stageFindings } from './stages';
import { tallyStages } from './stageTally';
import { visitsOf } from './visits';

function widestSpacing(history: StageHistory | undefined): number | null {
  let widest: number | null = null;
  for (const days of history?.spacing ?? []) if (days > (widest ?? 0)) widest = days;
  return widest;
}

const MONTH = 30;

/** The months of 30 days within which nine in ten of the wins came; a quarter before there is any win. */
const usualHorizon = (wonDays: Int32Array): number =>
  Math.max(1, Math.ceil((quantileOfDays(wonDays, 0.9) ?? 3 * MONTH) / MONTH)) * MONTH;

/** From rows to tallies in a few passes, from tallies to estimates. Conventions: docs/methods/funnel.md. */
export function runFunnel(
  dataset: Dataset,
  values: AssumptionValues,
  circumstances: Circumstances,
  tables: EditedTables = {},
): Outcome<FunnelFinding> {
  const { opportunities, stages } = dataset;
  const nothing: Outcome<FunnelFinding> = {
    value: undefined,
    issues: [issue('noOpportunities', 'blocking', {})],
  };
  if (!opportunities) return nothing;
  const {
    horizonDays,
    dealHorizonDays,
    confidence,
    minimumForPercent,
    breakdownBy: by,
  } = readAssumptions(values);
  const issues: Issue[] = [];

  step(circumstances, 0, 'Reading the deals');
  const deals = dealsAsOf(opportunities, dataset.history, stages, circumstances.asOf);
  const dealHorizon = dealHorizonDays || usualHorizon(outcomeDays(tallyOutcomes(deals, EVERYONE, 0), WON));
  const all = tallyOutcomes(deals, EVERYONE, dealHorizon);
  const outcomes = outcomesOf(all);
  const decided = outcomes.won + outcomes.lost;
  if (decided + outcomes.open === 0) return nothing;
  if (all.undated[0]! > 0) issues.push(issue('durationsUnknown', 'note', { deals: all.undated[0]! }));

  step(circumstances, 0.2, 'Following deals through the stages');
  const history = stages.some(({ kind }) => kind === 'open') ? dataset.history : undefined;
  if (!history) issues.push(issue('stageConversionUnknown', 'note', {}));
  const amount = opportunities.amount;
  const hasAmounts = amount.some((cents) => !Number.isNaN(cents));
  const currentStage = opportunities.stage;
  const tally =
    history &&
    tallyStages(
      visitsOf({ deals, stages, history, ...(currentStage && { currentStage }) }),
      amount,
      EVERYONE,
    );

  step(circumstances, 0.7, 'Estimating rates and times');
  const wonDays = outcomeDays(all, WON);
  const lostDays = outcomeDays(all, LOST);
  const risk = riskTableFromDays([wonDays, lostDays], outcomeDays(all, OPEN));
  const won = incidenceOf(risk, 1, dealHorizon, confidence);
  const lost = incidenceOf(risk, 2, dealHorizon, confidence);
  const q75Days = quantileOfDays(addCounts(wonDays, lostDays), 0.75);
  if (q75Days !== null && q75Days > dealHorizon)
    issues.push(issue('horizonShort', 'note', { horizonDays: dealHorizon, q75Days }));

  step(circumstances, 0.8, 'Comparing quarters and groups');
  const column = by === 'none' ? undefined : opportunities.texts[by];
  if (by !== 'none' && !column)
    issues.push(issue('breakdownFieldMissing', 'note', { label: BREAKDOWNS[by] }));

  const limits: FunnelFinding['basis']['limits'] = [
    ...(history ? [] : (['noStageHistory'] as const)),
    ...(history?.shape === 'wide' ? (['wideFirstEntriesOnly'] as const) : []),
    ...(history?.shape === 'snapshots' ? (['snapshotMidpoints'] as const) : []),
    ...(hasAmounts ? [] : (['noAmounts'] as const)),
    ...(decided < minimumForPercent ? (['fewDeals'] as const) : []),
  ];
  const range = createdRange(deals);
  const levers = readLevers(values, tables);
  const staged = tally ? stageFindings(tally, stages, horizonDays, confidence, hasAmounts) : [];
  const openStages = stages.flatMap(({ name, kind }) => (kind === 'open' ? [name] : []));
  issues.push(...leverIssues(tables, openStages));
  const finding: FunnelFinding = {
    basis: {
      shape: history?.shape ?? 'none',
      opportunities: decided + outcomes.open,
      firstCreated: range ? isoOf(range.first) : null,
      lastCreated: range ? isoOf(range.last) : null,
      asOf: isoOf(circumstances.asOf),
      confidence,
      horizonDays,
      dealHorizonDays: dealHorizon,
      snapshotSpacingDays: widestSpacing(history),
      limits,
    },
    stages: staged,
    funnels: tally ? funnelSteps(tally, stages, outcomes.won) : [],
    outcomes,
    winRate: rateOf(outcomes.won, decided, confidence),
    winIncidence: {
      days: dealHorizon,
      won: won.at,
      lost: lost.at,
      curve: { won: won.curve, lost: lost.curve },
    },
    wonWithinHorizon: rateOf(all.wonWithin[0]!, all.observed[0]!, confidence),
    daysToWin: plainQuantiles(wonDays),
    supposed: staged.map(({ name, stepRate }) => supposedRate(levers, name, stepRate)),
    cohorts: cohortFindings(deals, dealHorizon, confidence),
    breakdown: column ? breakdownBy(by, column, deals, dealHorizon, confidence) : null,
  };
  step(circumstances, 1, 'Done');
  return { value: finding, issues };
}
