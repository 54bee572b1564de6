import { cellOf, columnOf, input, live, thisRow, type Part } from '../../../report/formula';
import type { Chart, Column, Format, Table } from '../../../report/report';
import type { ForecastFinding } from '../finding';
import { chanceOfTotal } from './liveGoal';
import { unitFormat, wholeFormat } from './words';

const DISTRIBUTION = 'forecastDistribution';

const chanceColumns = (finding: ForecastFinding, format: Format): readonly Column[] => [
  { id: 'chance', header: 'Chance of at least', format, width: 25 },
  { id: 'total', header: 'Total of all months', format: wholeFormat(finding) },
];

/** The total in hundred equal parts of the futures: what a chance of any goal is read from with the add-in closed. */
export function distributionTable(finding: ForecastFinding): Table {
  const { distribution } = finding;
  return {
    block: 'table',
    id: DISTRIBUTION,
    key: 'chance',
    feedsCharts: true,
    columns: chanceColumns(finding, 'percent1'),
    rows: distribution.map((total, i) => [1 - (i + 0.5) / distribution.length, total]),
  };
}

const STEPS = 'forecastChanceSteps';

/** The same at round chances, for the chart: between the two parts on either side, live. */
export function chanceStepsTable(finding: ForecastFinding): Table {
  const { distribution } = finding;
  const total = columnOf(DISTRIBUTION, 'total');
  const parts: readonly Part[] = ['ROUND(ROWS(', total, ')*(1-', thisRow('chance'), '),0)'];
  return {
    block: 'table',
    id: STEPS,
    key: 'chance',
    feedsCharts: true,
    columns: chanceColumns(finding, 'percent'),
    rows: Array.from({ length: 19 }, (_, i) => {
      const chance = (95 - 5 * i) / 100;
      const below = Math.round(distribution.length * (1 - chance));
      return [
        chance,
        live(
          (distribution[below - 1]! + distribution[below]!) / 2,
          ...['(INDEX(', total, ',', ...parts, ')+INDEX(', total, ',', ...parts, '+1))/2'],
        ),
      ];
    }),
  };
}

/** How many of the hundred parts reach a goal. */
export const chanceOf = (distribution: readonly number[], goal: number): number =>
  distribution.filter((total) => total >= goal).length / distribution.length;

/** The chance of the goal in force and of parts of it: live over the goal on the Inputs sheet. */
export function goalTable(finding: ForecastFinding): Table {
  const { distribution, total, goalFrom } = finding;
  const fromData = goalFrom === 'quotas' ? total.goal : null;
  return {
    block: 'table',
    id: 'forecastGoals',
    key: 'of',
    columns: [
      { id: 'of', header: 'Of the goal', format: 'percent', width: 25 },
      {
        id: 'amount',
        header: 'Amount',
        format: unitFormat(finding),
        note: 'Part of the goal set on the Inputs sheet; where none is set, of the quotas of these months.',
      },
      {
        id: 'chance',
        header: 'Chance to reach it',
        format: 'chance',
        note: 'Share of the simulated totals that reach it, to a hundredth: live over the goal on the Inputs sheet.',
      },
      { id: 'quotas', header: 'Quotas of these months', format: unitFormat(finding) },
    ],
    rows: [0.8, 0.9, 1, 1.1, 1.25].map((part) => {
      const amount = total.goal === null ? null : total.goal * part;
      return [
        part,
        live(
          amount,
          ...['IF(', input('forecastGoal'), '>0,', input('forecastGoal'), '*', thisRow('of')],
          ...[',IF(', thisRow('quotas'), '="","",', thisRow('quotas'), '*', thisRow('of'), '))'],
        ),
        live(
          amount === null ? null : chanceOf(distribution, amount),
          ...['IF(', thisRow('amount'), '="","",', ...chanceOfTotal(thisRow('amount')), ')'],
        ),
        fromData,
      ];
    }),
  };
}

export const distributionChart = (finding: ForecastFinding): Chart => ({
  block: 'chart',
  id: 'forecastChances',
  kind: 'line',
  title: 'How likely is at least so much?',
  table: STEPS,
  categories: 'chance',
  series: [{ name: 'Total of all months', column: 'total', tone: 'primary' }],
  xTitle: 'Chance',
  yFormat: unitFormat(finding),
  alt: 'The total of all months that is reached with each chance, from nearly certain at the left to unlikely at the right.',
});

export const totalCell = (column: string) => cellOf('forecastTotals', column, -1);

/** How much rests on deals winning and losing together. */
export function sensitivityTable(finding: ForecastFinding): Table {
  const format = wholeFormat(finding);
  const { used } = finding.basis.correlation;
  return {
    block: 'table',
    id: 'forecastTogether',
    key: 'correlation',
    columns: [
      {
        id: 'correlation',
        header: 'Deals win and lose together',
        format: 'decimal',
        width: 28,
        note: 'Correlation: 0 is not at all, 0.3 strongly. The one in force is the forecast above.',
      },
      { id: 'used', header: 'In force', format: 'text' },
      { id: 'p10', header: 'P10', format },
      { id: 'p50', header: 'P50', format },
      { id: 'p90', header: 'P90', format },
      { id: 'width', header: 'P10 to P90', format },
      {
        id: 'chance',
        header: 'Chance to reach the goal',
        format: 'chance',
        note: 'Of the goal of the last run.',
      },
    ],
    rows: finding.sensitivity.map(({ correlation, p10, p50, p90, probabilityOfGoal }) => [
      correlation,
      correlation === used ? 'Yes' : null,
      p10,
      p50,
      p90,
      live(p90 - p10, thisRow('p90'), '-', thisRow('p10')),
      probabilityOfGoal,
    ]),
  };
}

/** The forecast with and without each deal that is a large part of it. */
export function largeDealsTable(finding: ForecastFinding): Table {
  const format = wholeFormat(finding);
  return {
    block: 'table',
    id: 'forecastLarge',
    key: 'deal',
    columns: [
      { id: 'deal', header: 'Opportunity', format: 'text', width: 25 },
      { id: 'amount', header: 'Amount', format },
      { id: 'share', header: 'Of P50', format: 'percent', note: 'Amount ÷ P50 of all months.' },
      { id: 'without', header: 'P50 if it is not won', format },
      { id: 'won', header: 'P50 if it is won', format },
      { id: 'withoutLow', header: 'P10 if it is not won', format },
      { id: 'wonHigh', header: 'P90 if it is won', format },
    ],
    rows: finding.concentration.map(({ id, amount, share, won, without }) => [
      id,
      amount,
      live(share, thisRow('amount'), '/', totalCell('p50')),
      without.p50,
      won.p50,
      without.p10,
      won.p90,
    ]),
  };
}

/** What deals that do not exist yet are expected to bring. */
export function newDealsTable({ newDeals, periods, basis }: ForecastFinding): Table | undefined {
  if (!newDeals) return undefined;
  return {
    block: 'table',
    id: 'forecastNewDeals',
    key: 'what',
    columns: [
      { id: 'what', header: 'Deals that do not exist yet', format: 'text', width: 28 },
      {
        id: 'perMonth',
        header: 'Begin a month',
        format: 'decimal',
        note: `Mean over the last ${newDeals.months} whole months.`,
      },
      { id: 'model', header: 'Months differ', format: 'text' },
      { id: 'wins', header: 'Wins to expect', format: 'decimal' },
      { id: 'amount', header: 'Amount to expect', format: basis.unit === 'amount' ? 'money' : 'decimal' },
    ],
    rows: [
      [
        `Won by the end of ${periods.at(-1)?.period ?? ''}`,
        newDeals.perMonth,
        newDeals.model === 'poisson' ? 'As chance would' : 'More than by chance',
        newDeals.wins,
        newDeals.amount,
      ],
    ],
  };
}
