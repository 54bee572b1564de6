import type { AssumptionValues } from '../../core/assumption';
import type { Stamp } from '../../core/stamp';
import { heading, note } from '../../report/blocks';
import { FORECAST_LIMITS } from '../../report/forecastWording';
import { formatNumber, formatValue } from '../../report/formats';
import { live } from '../../report/formula';
import { counted } from '../../report/phrases';
import type { Block, Description, ReportSheet } from '../../report/report';
import { readAssumptions } from './assumptions';
import { accuracySheet } from './describe/accuracy';
import { bridgeSheet } from './describe/bridge';
import {
  chanceStepsTable,
  distributionChart,
  distributionTable,
  goalTable,
  largeDealsTable,
  newDealsTable,
  sensitivityTable,
  totalCell,
} from './describe/chance';
import { coverageChart, coverageNote, coverageTable } from './describe/coverage';
import { dealsThatMatter, openDealsTable, soonTable } from './describe/deals';
import { bandChart, goalChart, monthsTable, totalsTable } from './describe/months';
import { categoriesTable, stagesTable, waysTable } from './describe/weighted';
import { bandText, noGoalText, unitFormat, wholeFormat } from './describe/words';
import type { ForecastFinding } from './finding';

function figures(finding: ForecastFinding, id: string): Block {
  const { total, basis, weighted, goalFrom } = finding;
  const format = unitFormat(finding);
  const whole = wholeFormat(finding);
  return {
    block: 'keyFigures',
    id,
    figures: [
      {
        id: 'middle',
        label: `Forecast to ${basis.to}${basis.unit === 'deals' ? ', deals' : ''}`,
        value: live(total.p50, totalCell('p50')),
        format: whole,
        detail: `four in five: ${bandText(total, whole)}`,
      },
      {
        id: 'chance',
        label: 'Chance to reach the goal',
        value: live(
          total.probabilityOfGoal,
          ...['IF(', totalCell('chance'), '="","",', totalCell('chance'), ')'],
        ),
        format: 'chance',
        detail:
          total.goal === null
            ? noGoalText(finding)
            : `of ${formatValue(total.goal, basis.unit === 'amount' ? 'money' : 'general')} at the last run, ${goalFrom === 'given' ? 'as set on the Inputs sheet' : 'the quotas of these months'}`,
      },
      {
        id: 'booked',
        label: 'Of it won already',
        value: live(total.booked, totalCell('booked')),
        format: whole,
        detail: `${formatNumber(total.wins.booked, 0)} of ${formatNumber(total.wins.p50, 0)} wins`,
      },
      {
        id: 'open',
        label: 'From open deals',
        value: weighted.withinForecast?.total ?? null,
        format,
        detail: [
          counted(basis.openDeals, 'deal'),
          ...(basis.unit === 'amount' ? [`${formatValue(basis.openAmount, format)} in all`] : []),
        ].join(', '),
      },
    ],
  };
}

/** How the figures came about, in a few words. */
function basisText({ basis, newDeals, backtest }: ForecastFinding): string {
  const { used, fitted, months } = basis.correlation;
  const together = fitted === null ? 'as set or assumed' : `as in ${counted(months, 'past month')}`;
  return [
    `${formatNumber(basis.draws, 0)} simulated futures from ${counted(basis.won + basis.lost, 'decided deal')}, as of ${basis.asOf}.`,
    `Deals win and lose together with a correlation of ${formatValue(used, 'decimal')}, ${together}.`,
    newDeals ? 'Deals that do not exist yet are counted.' : 'Only today’s open deals are counted.',
    ...(basis.recalibration !== null && backtest
      ? [
          `Bands were made ${formatValue(basis.recalibration, 'decimal')} times as wide, because of the months looked back on ${backtest.coverage.x} of ${backtest.coverage.n} lay inside.`,
        ]
      : []),
  ].join(' ');
}

function forecastSheet(finding: ForecastFinding, minimum: number, soonDays: number): ReportSheet {
  const { concentration, soon, dealsNotListed, deals } = finding;
  const fresh = newDealsTable(finding);
  return {
    id: 'forecast',
    title: 'Forecast',
    shows:
      'What the months ahead will bring and how sure that is, three weighted pipelines, coverage, deals that matter',
    orientation: 'landscape',
    blocks: [
      figures(finding, 'forecastFigures'),
      note(basisText(finding)),
      ...finding.basis.limits.map((limit) => note(FORECAST_LIMITS[limit], 'warning')),
      heading('Month by month'),
      monthsTable(finding),
      bandChart(finding),
      goalChart(finding),
      heading('Quarters and all months together'),
      totalsTable(finding),
      heading('How likely is a goal?'),
      goalTable(finding),
      distributionChart(finding),
      heading('Three ways to weigh the pipeline'),
      stagesTable(finding),
      waysTable(finding),
      heading(`Coverage by ${finding.coverageBy.toLowerCase()}`),
      ...coverageNote(finding),
      coverageTable(finding, minimum),
      coverageChart,
      ...(deals.length > 0
        ? [
            heading('Deals that matter'),
            dealsThatMatter(finding),
            ...(concentration.length > 0
              ? [heading('So large that the forecast is another without them', 2), largeDealsTable(finding)]
              : []),
          ]
        : []),
      ...(soon.length > 0
        ? [heading(`To close within ${counted(soonDays, 'day')}, or overdue`), soonTable(finding)]
        : []),
      heading('Commit, best case, pipeline'),
      categoriesTable(finding),
      ...(fresh ? [heading('New deals'), fresh] : []),
      heading('If deals won and lost together more, or less'),
      sensitivityTable(finding),
      heading('Numbers behind the charts'),
      distributionTable(finding),
      chanceStepsTable(finding),
      ...(dealsNotListed > 0
        ? [
            note(
              `${counted(dealsNotListed, 'open deal is', 'open deals are')} not listed one by one: those with the smallest expected amounts.`,
            ),
          ]
        : []),
    ],
  };
}

/** The forecast's headline for the Summary, and its sheets. Sums, ratios, checks and chances of a goal are live; quantiles are values of the simulation. */
export function describeForecast(
  finding: ForecastFinding,
  values: AssumptionValues,
  _stamp: Stamp,
): Description {
  const { minimumForPercent, soonDays } = readAssumptions(values);
  const accuracy = accuracySheet(finding, minimumForPercent);
  return {
    headline: [heading('Forecast'), figures(finding, 'forecastHeadline')],
    limits: finding.basis.limits.map((limit) => FORECAST_LIMITS[limit]),
    sheets: [
      forecastSheet(finding, minimumForPercent, soonDays),
      {
        id: 'openDeals',
        title: 'Open deals',
        shows: 'Every open deal with its probabilities, category and risks',
        orientation: 'landscape',
        onSheetsOnly: true,
        blocks: [
          note('What you know better of a deal goes into the table on the Inputs sheet.', 'plain'),
          openDealsTable(finding),
        ],
      },
      bridgeSheet(finding),
      ...(accuracy ? [accuracy] : []),
    ],
  };
}
