import type { AssumptionValues } from '../../core/assumption';
import { step, type Circumstances } from '../../core/circumstances';
import { issue, type Issue } from '../../core/issue';
import type { Outcome } from '../../core/outcome';
import type { Dataset } from '../../dataset/dataset';
import type { EditedTables } from '../../report/editableTable';
import { incidenceUpTo } from '../../stats/conditionalIncidence';
import { leverIssues, readLevers } from '../levers';
import { readAssumptions, type ForecastAssumptions } from './assumptions';
import { backtest } from './backtest';
import { correlationUsed } from './correlationUsed';
import type { ForecastFinding } from './finding';
import { findingOf } from './findingOf';
import { goalsOf } from './goals';
import { amountsOf, groundOf } from './ground';
import type { Past } from './model';
import { dealFinder, readOverrides } from './overrides';
import { leversOn, project, type Ground, type Supposed } from './project';
import { simulated } from './recalibrate';

/** Deals × draws beyond which fewer futures are simulated, and the least of them. */
const MOST_CHANCES = 3e8;
const FEWEST_DRAWS = 2000;

/** What a forecast, and every what-if beside it, begins from. */
export interface Prepared {
  readonly ground: Ground;
  readonly supposed: Supposed;
  readonly values: ForecastAssumptions;
  readonly draws: number;
  readonly issues: readonly Issue[];
}

/** Reads the data as of a day, with the levers and overrides in force; undefined where nothing can be forecast. */
export function prepare(
  dataset: Dataset,
  values: AssumptionValues,
  circumstances: Circumstances,
  tables: EditedTables,
): Outcome<Prepared> {
  const assumptions = readAssumptions(values);
  if (!dataset.opportunities) return { value: undefined, issues: [issue('noOpportunities', 'blocking', {})] };
  const amounts = amountsOf(dataset);
  const ground = groundOf(dataset, circumstances.asOf, assumptions, amounts);
  if (!ground) return { value: undefined, issues: [] };
  const { won, lost } = ground.past.outcomes;
  if (won + lost === 0) return { value: undefined, issues: [issue('forecastNoDecided', 'warning', {})] };
  if (!hasTimedWin(ground.past))
    return { value: undefined, issues: [issue('forecastNoWins', 'warning', { wins: won })] };
  const find = dealFinder(dataset.opportunities.ids, ground.deals.row);
  const { overrides, issues: ofDeals } = readOverrides(tables, circumstances.asOf, find);
  const issues = [...leverIssues(tables, dataset.stages), ...ofDeals];
  return {
    value: {
      ground,
      supposed: {
        levers: leversOn(ground, readLevers(values, tables)),
        overrides,
        withNew: assumptions.withNew,
      },
      values: assumptions,
      draws: Math.max(
        Math.min(assumptions.draws, FEWEST_DRAWS),
        Math.min(assumptions.draws, Math.floor(MOST_CHANCES / Math.max(1, ground.deals.count))),
      ),
      issues,
    },
    issues,
  };
}

/**
 * Whether it is known of some win how long it took, from creation or in a stage. Without, every chance would be nought for
 * certain, and so would every future.
 */
const hasTimedWin = ({ fromCreation, stageRates }: Past): boolean =>
  incidenceUpTo(fromCreation, Infinity) > 0 || stageRates.some(({ won }) => won > 0);

/** From the open deals to what the months ahead will bring, and how sure that is. Conventions: docs/methods/forecast.md. */
export function runForecast(
  dataset: Dataset,
  values: AssumptionValues,
  circumstances: Circumstances,
  tables: EditedTables,
): Outcome<ForecastFinding> {
  step(circumstances, 0, 'Following deals through the stages');
  const { value: prepared, issues } = prepare(dataset, values, circumstances, tables);
  if (!prepared) return { value: undefined, issues };
  const { ground, supposed, values: assumptions, draws } = prepared;
  const { past, periods } = ground;

  step(circumstances, 0.1, 'Looking how past months strayed');
  const correlation = correlationUsed(past, assumptions);
  const projection = project(ground, supposed);
  step(circumstances, 0.2, 'Simulating the months ahead');
  const { random } = circumstances;
  const futures = [...new Set([correlation.used, 0, 0.3])].map((rho) => ({
    rho,
    recalibrated: simulated(ground, projection, supposed, { draws, rho, random }),
  }));
  step(circumstances, 0.5, 'Looking back at past forecasts');
  const looked =
    assumptions.backtestMonths > 0
      ? backtest(
          dataset,
          circumstances.asOf,
          assumptions,
          { ...amountsOf(dataset), deals: past.deals },
          random.stream('backtest'),
          (share) => step(circumstances, 0.5 + 0.4 * share, 'Looking back at past forecasts'),
        )
      : null;
  step(circumstances, 0.9, 'Adding up');
  const [found, ...others] = futures.map(({ rho, recalibrated }) => ({
    rho,
    draws: recalibrated(looked?.recalibration ?? null),
  }));
  const finding = findingOf({
    ground,
    projection,
    overrides: supposed.overrides,
    dealSize: supposed.levers.dealSize,
    values: assumptions,
    draws: found!.draws,
    others,
    correlation,
    goals: goalsOf(assumptions.goal, dataset.quotas, periods, ground.unit),
    backtest: looked,
    random,
    fewerDraws: draws < assumptions.draws,
  });
  step(circumstances, 1, 'Done');
  return { value: finding, issues: [...issues, ...doubts(finding, ground)] };
}

/** Where more of the open deals than this lack an amount, the money of the forecast is no longer what they may bring. */
const MANY = 0.2;

/** What a person should know about the data behind the forecast. */
function doubts(
  { basis, total, bridge, slippage, goalFrom }: ForecastFinding,
  { dataset, deals }: Ground,
): readonly Issue[] {
  const crm = dataset.opportunities!.numbers['probability'];
  const impossible = deals.row.filter((row) => crm !== undefined && (crm[row]! > 1 || crm[row]! < 0)).length;
  const known = dataset.opportunities!.amount.filter((cents) => !Number.isNaN(cents));
  const lacksMany = basis.dealsWithoutAmount > MANY * basis.openDeals;
  return [
    ...(basis.openDeals === 0 ? [issue('forecastNoOpenDeals', 'note', {})] : []),
    ...(basis.won < 5 ? [issue('forecastFewWins', 'warning', { wins: basis.won })] : []),
    ...(goalFrom === 'none' ? [issue('forecastNoGoal', 'note', {})] : []),
    ...(impossible > 0 ? [issue('forecastCrmProbability', 'warning', { deals: impossible })] : []),
    ...(basis.unit === 'amount' && basis.dealsWithoutAmount > 0
      ? [
          issue('forecastNoAmount', lacksMany ? 'warning' : 'note', {
            deals: basis.dealsWithoutAmount,
            of: basis.openDeals,
          }),
        ]
      : []),
    ...(slippage.overdue.deals > 0
      ? [issue('forecastOverdue', 'note', { deals: slippage.overdue.deals })]
      : []),
    // A cent is rounding of sums of amounts that are no whole cents.
    ...(Math.abs(bridge.balance) > 1
      ? [issue('forecastUnbalanced', 'warning', { difference: (bridge.balance / 100).toFixed(2) })]
      : []),
    ...(total.wins.p90 === 0 && basis.openDeals > 0 ? [issue('forecastNothing', 'note', {})] : []),
    ...(known.length > 0 && known.every((cents) => cents === 0)
      ? [issue('forecastAmountsZero', 'warning', {})]
      : []),
  ];
}
