import type { AssumptionValues } from '../../core/assumption';
import { step } from '../../core/circumstances';
import type { Circumstances } from '../../core/circumstances';
import { isoOf } from '../../core/day';
import { issue } from '../../core/issue';
import type { Issue } from '../../core/issue';
import type { Outcome } from '../../core/outcome';
import type { Dataset, StageHistory } from '../../dataset/dataset';
import { LOST, OPEN, WON } from '../../dataset/dataset';
import type { EditedTables } from '../../report/editableTable';
import { quantileOfDays } from '../../stats/quantile';
import { weightedShare } from '../../stats/weightedShare';
import { leverIssues, readLevers, supposedRate } from '../levers';
import { ageingOf } from './ageing';
import { amountsByOutcome, weightsOf, type AmountTally } from './amounts';
import { readAssumptions } from './assumptions';
import { askedBreakdown, groupsStream, otherBreakdowns } from './breakdowns';
import { cohortFindings } from './cohorts';
import { completenessOf } from './completeness';
import { conformanceOf } from './conformance';
import { addCounts } from './dayCounts';
import { createdRange, isOlder, NOT_YET, type Deals } from './deals';
import { dimensionLabel, dimensionsOf } from './dimensions';
import { allLosses, incidenceOf, plainQuantiles, rateOf } from './estimates';
import type { FunnelFinding, FunnelLimit } from './finding';
import { groundOf, usualHorizon, visitsIn } from './ground';
import { EVERYONE } from './grouping';
import { lossesOf } from './lossReasons';
import type { OutcomeCounts } from './rates';
import { outcomeDays, outcomeRisk, outcomesOf, tallyOutcomes } from './outcomeTally';
import { pathsOf } from './paths';
import { peopleFindings } from './peopleFindings';
import { closeMoves, pushesFinding } from './pushes';
import { tallyStageAmounts } from './stageAmounts';
import { stageEventsOf } from './stageEvents';
import { funnelSteps, stageFindings } from './stages';
import { tallyStages } from './stageTally';
import { configuredVersusActual } from './stageWins';
import { touchesOf } from './touches';
import { trendOf } from './trend';
import { untouchedOf } from './untouched';
import { velocityFinding, wonMoments } from './velocity';
import { wonDaysInStage } from './wonDaysInStage';

/**
 * From rows to tallies in a few passes, from tallies to estimates:
 *
 *     Dataset ─ ground (deals as of the day) ─┬─ outcomes ── rates, incidences, cohorts, break-downs, people, trend
 *                                             └─ visits ──── stages, formula, conformance, ageing
 *
 * Conventions: docs/methods/funnel.md.
 */
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
  const assumptions = readAssumptions(values);
  const { horizonDays, confidence, minimumForPercent, skips, movesBack } = assumptions;
  const { asOf, random } = circumstances;
  const issues: Issue[] = [];

  step(circumstances, 0, 'Reading the deals');
  const ground = groundOf({ ...dataset, opportunities }, assumptions, tables, asOf);
  const { deals, history, amount, canWeigh } = ground;
  const dealHorizon = assumptions.dealHorizonDays || usualHorizon(deals);
  const all = tallyOutcomes(deals, EVERYONE, dealHorizon);
  const outcomes = outcomesOf(all);
  const decided = outcomes.won + outcomes.lost;
  if (decided + outcomes.open === 0) return nothing;
  if (all.undated[0]! > 0) issues.push(issue('durationsUnknown', 'note', { deals: all.undated[0]! }));

  step(circumstances, 0.2, 'Following deals through the stages');
  if (!history) issues.push(issue('stageConversionUnknown', 'note', {}));
  const visits = history && visitsIn(dataset, history, deals, movesBack);
  const tally = visits && tallyStages(visits, EVERYONE);

  step(circumstances, 0.5, 'Estimating rates and times');
  const [wonDays, lostDays] = [outcomeDays(all, WON), outcomeDays(all, LOST)];
  const risk = outcomeRisk(all);
  const any = allLosses(risk);
  const won = incidenceOf(any, 1, dealHorizon, confidence);
  const lost = incidenceOf(any, 2, dealHorizon, confidence);
  const q75Days = quantileOfDays(addCounts(wonDays, lostDays), 0.75);
  if (q75Days !== null && q75Days > dealHorizon)
    issues.push(issue('horizonShort', 'note', { horizonDays: dealHorizon, q75Days }));
  const stageAmounts = visits && amount && tallyStageAmounts(visits, amount);
  const stageList = tally
    ? stageFindings(tally, stages, {
        horizonDays,
        confidence,
        skips,
        canWeigh,
        ...(stageAmounts && { amounts: stageAmounts }),
      })
    : [];
  const amounts = amount && amountsByOutcome(amount, deals.outcome, EVERYONE);
  const winRate = rateOf(outcomes.won, decided, confidence);

  step(circumstances, 0.6, 'Comparing people and groups');
  const groups = groupsStream(random);
  const { asked, issues: notAsked } = askedBreakdown(dataset, ground, assumptions, groups);
  issues.push(...notAsked);
  const dimensions = dimensionsOf(dataset, deals, canWeigh);
  const others = otherBreakdowns(dataset, ground, dimensions, asked, assumptions, groups);
  const people = peopleFindings(dataset, ground, visits, assumptions, groups);

  step(circumstances, 0.8, 'Looking at open deals');
  const touches = touchesOf(dataset, deals);
  const moves = closeMoves(dataset, deals);
  const ageing = ageingOf({
    dataset,
    deals,
    wonDays,
    risk: any,
    wonDaysInStage: visits ? wonDaysInStage(visits, deals) : [],
    touches,
    moves,
    chanceDays: horizonDays,
  });

  step(circumstances, 0.9, 'Looking at the process and its trend');
  const limits: FunnelLimit[] = [
    ...(history ? [] : (['noStageHistory'] as const)),
    ...(history?.shape === 'wide' ? (['wideFirstEntriesOnly'] as const) : []),
    ...(history?.shape === 'snapshots' ? (['snapshotMidpoints'] as const) : []),
    ...(deals.recordsFrom !== undefined ? (['recordsBegin'] as const) : []),
    ...(amount ? [] : (['noAmounts'] as const)),
    ...(amount && !canWeigh ? (['amountsOfWonOnly'] as const) : []),
    ...extremes(outcomes),
    ...(decided < minimumForPercent ? (['fewDeals'] as const) : []),
    ...(people?.people.some(({ n }) => n === 1) ? (['peopleWithOneDeal'] as const) : []),
  ];
  const range = createdRange(deals);
  const wonFollowed = countDeals(deals, (i) => deals.outcome[i] === WON && !isOlder(deals, i));
  const levers = readLevers(values, tables);
  issues.push(...leverIssues(tables, stages));
  const finding: FunnelFinding = {
    basis: {
      shape: history?.shape ?? 'none',
      opportunities: decided + outcomes.open,
      firstCreated: range ? isoOf(range.first) : null,
      lastCreated: range ? isoOf(range.last) : null,
      asOf: isoOf(asOf),
      confidence,
      horizonDays,
      dealHorizonDays: dealHorizon,
      snapshotSpacingDays: widestSpacing(history),
      recordsFrom: deals.recordsFrom === undefined ? null : isoOf(deals.recordsFrom),
      olderDeals: countDeals(deals, (i) => isOlder(deals, i)),
      skips,
      movesBack,
      limits,
    },
    stages: stageList,
    funnels: tally ? funnelSteps(tally, stages, wonFollowed, skips) : [],
    outcomes,
    amounts: amounts ? { won: amounts.sum[WON]!, lost: amounts.sum[LOST]!, open: amounts.sum[OPEN]! } : null,
    winRate,
    valueWinRate: amounts && canWeigh ? valueWinRate(amounts, confidence) : null,
    winIncidence: {
      days: dealHorizon,
      won: won.at,
      lost: lost.at,
      noDecision: outcomes.noDecision > 0 ? incidenceOf(risk, 3, dealHorizon, confidence).at : null,
      curve: { won: won.curve, lost: lost.curve },
    },
    wonWithinHorizon: rateOf(all.wonWithin[0]!, all.observed[0]!, confidence),
    daysToWin: plainQuantiles(wonDays),
    supposed: stageList.map(({ name, stepRate }) => supposedRate(levers, name, stepRate)),
    cohorts: cohortFindings(deals, assumptions.cohortBy, dealHorizon, confidence),
    dimensions: dimensions.map((id) => ({ id, label: dimensionLabel(id) })),
    breakdowns: [...(asked ? [asked] : []), ...others],
    asked: asked !== undefined,
    people: people?.people ?? [],
    peopleSummary: people?.peopleSummary ?? null,
    formula: people?.formula ?? null,
    velocity: amount
      ? velocityFinding(
          outcomes.open,
          ageing.counts.beyondAll,
          winRate,
          wonMoments(deals, amount),
          assumptions.leverChange,
          confidence,
        )
      : null,
    configuredVersusActual: history ? configuredVersusActual(dataset, deals, horizonDays, confidence) : [],
    ageing,
    conformance: history
      ? conformanceOf(pathsOf(history, stages, deals), deals, stages, stageList, assumptions)
      : null,
    losses: lossesOf(dataset, deals),
    pushes: moves ? pushesFinding(moves, deals, confidence) : null,
    untouched: touches ? untouchedOf(touches, deals, opportunities.amount, assumptions.untouchedDays) : null,
    stageEvents: stageEventsOf(dataset, deals),
    completeness: visits ? completenessOf(dataset, visits, deals) : null,
    trend: trendOf(deals, assumptions.driftRatio, confidence, random.stream('trend')),
  };
  step(circumstances, 1, 'Done');
  return { value: finding, issues };
}

function widestSpacing(history: StageHistory | undefined): number | null {
  let widest: number | null = null;
  for (const days of history?.spacing ?? []) if (days > (widest ?? 0)) widest = days;
  return widest;
}

/** Deals that exist and have the property. */
function countDeals(deals: Deals, holds: (i: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < deals.count; i++) if (deals.outcome[i] !== NOT_YET && holds(i)) count++;
  return count;
}

function valueWinRate(amounts: AmountTally, confidence: number): FunnelFinding['valueWinRate'] {
  const [won, lost] = [weightsOf(amounts, [WON]), weightsOf(amounts, [LOST])];
  return {
    x: won.sum,
    n: won.sum + lost.sum,
    deals: amounts.deals[WON]! + amounts.deals[LOST]!,
    ...weightedShare(won, lost, confidence),
  };
}

/** What can be said of hardly anything, or of one side only. */
function extremes({ won, lost, open }: OutcomeCounts): readonly FunnelLimit[] {
  if (won + lost + open === 1) return ['oneDeal'];
  if (won + lost === 0) return ['noneDecided'];
  return won === 0 ? ['noneWon'] : lost === 0 ? ['noneLost'] : [];
}
