import { note } from '../../../report/blocks';
import { dayOfIso } from '../../../core/day';
import { columnOf, live, thisRow } from '../../../report/formula';
import { liveShare, rateCells, rateColumns } from '../../../report/liveRate';
import type { Block, Chart, Column, Table } from '../../../report/report';
import type { FunnelFinding } from '../finding';
import { days, deals } from './phrases';
import { SERIES } from './series';

const MATURE = 'Comparable';
const immature = (horizonDays: number): string => `Too young: not all followed for ${days(horizonDays)}`;

/** Of deals that ended before the records begin nothing is known: the rates of such a cohort are too high for good. */
const INCOMPLETE = 'Early closes are missing';

/** "quarter", "month": as the cohorts are named. */
export const cohortUnit = ({ cohorts }: Pick<FunnelFinding, 'cohorts'>): string =>
  cohorts.some(({ period }) => period.includes('Q')) ? 'quarter' : 'month';

const sum = (value: number, column: string) => live(value, 'SUM(', columnOf('cohorts', column), ')');

/** Deals by quarter of creation; a quarter that has not been followed for the horizon shows only what it is so far. */
export function cohortTable(finding: FunnelFinding, minimum: number): Table {
  const { cohorts, basis } = finding;
  const unit = cohortUnit(finding);
  const within = `within ${days(basis.dealHorizonDays)}`;
  const young = immature(basis.dealHorizonDays);
  const totalOf = (column: 'created' | 'won' | 'lost' | 'open') =>
    sum(
      cohorts.reduce((total, cohort) => total + cohort[column], 0),
      column,
    );
  return {
    block: 'table',
    id: 'cohorts',
    key: 'period',
    columns: [
      { id: 'period', header: 'Created in', format: 'text' },
      { id: 'from', header: 'From', format: 'date' },
      { id: 'to', header: 'To', format: 'date' },
      { id: 'created', header: 'Created', format: 'integer', note: `Deals created in this ${unit}.` },
      {
        id: 'won',
        header: 'Won',
        format: 'integer',
        note: 'Of them, won until the as-of day, however long it took.',
      },
      { id: 'lost', header: 'Lost', format: 'integer', note: 'Of them, lost until the as-of day.' },
      { id: 'open', header: 'Still open', format: 'integer', note: 'Of them, open on the as-of day.' },
      {
        id: 'counted',
        header: 'With dates',
        format: 'integer',
        note: 'Of them, deals whose dates tell how long they took.',
      },
      {
        id: 'wonWithin',
        header: 'Won in time',
        format: 'integer',
        note: `Of the deals with dates, won ${within} of creation.`,
      },
      ...rateColumns(
        'rate',
        'Rate',
        `Won in time ÷ with dates, for ${unit}s in which every deal has been followed for ${days(basis.dealHorizonDays)}.`,
      ),
      {
        id: 'soFar',
        header: 'Rate so far',
        format: 'percent',
        note: `The same for a ${unit} that is not over or not yet followed long enough. It can still rise, so do not compare it.`,
      },
      { id: 'status', header: 'Status', format: 'text', wrap: true, width: 24 },
    ],
    rows: cohorts.map((cohort) => {
      const { x, n } = cohort.wonWithin;
      const cells = [[thisRow('wonWithin')], [thisRow('counted')]] as const;
      const soFar = { x, n, estimate: n === 0 ? null : x / n, low: 0, high: 1 };
      return [
        cohort.period,
        dayOfIso(cohort.from) ?? null,
        dayOfIso(cohort.to) ?? null,
        cohort.created,
        cohort.won,
        cohort.lost,
        cohort.open,
        n,
        x,
        ...(cohort.mature ? rateCells(cohort.wonWithin, minimum, ...cells) : [null, null, null]),
        cohort.mature || cohort.incomplete ? null : liveShare(soFar, minimum, ...cells),
        cohort.incomplete ? INCOMPLETE : cohort.mature ? MATURE : young,
      ];
    }),
    totals: [
      `All ${unit}s`,
      null,
      null,
      totalOf('created'),
      totalOf('won'),
      totalOf('lost'),
      totalOf('open'),
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ],
    conditionalFormats: [
      { rule: 'muteRowWhere', column: 'status', value: young },
      { rule: 'muteRowWhere', column: 'status', value: INCOMPLETE },
    ],
  };
}

/**
 * Of each cohort, the share won by fixed ages; blank where not every deal has been followed so long, because a deal that has
 * had less time has not failed.
 */
export function cohortAgesTable({ cohorts }: FunnelFinding, minimum: number): Table {
  const ages = cohorts[0]?.ages ?? [];
  const rates = ages.map((age) => `by${age.days}`);
  return {
    block: 'table',
    id: 'cohortAges',
    key: 'period',
    columns: [
      { id: 'period', header: 'Created in', format: 'text' },
      {
        id: 'counted',
        header: 'With dates',
        format: 'integer',
        note: 'Deals whose dates tell how long they took.',
      },
      ...ages.map(({ days: n }): Column => ({
        id: `won${n}`,
        header: `Won by day ${n}`,
        format: 'integer',
        note: `Of them, won within ${days(n)} of creation; in a cohort that is still young, so far.`,
      })),
      ...ages.map(({ days: n }): Column => ({
        id: `by${n}`,
        header: `By day ${n}`,
        format: 'percent',
        note: `Won by day ${n} ÷ with dates, where every deal has been followed for ${days(n)}.`,
      })),
    ],
    rows: cohorts.map((cohort) => [
      cohort.period,
      cohort.wonWithin.n,
      ...cohort.ages.map(({ wonWithin }) => wonWithin.x),
      ...cohort.ages.map(({ days: n, mature, wonWithin }) =>
        mature ? liveShare(wonWithin, minimum, [thisRow(`won${n}`)], [thisRow('counted')]) : null,
      ),
    ]),
    conditionalFormats: rates.map((column) => ({ rule: 'colorScale', column, goodHigh: true })),
  };
}

/** "2016-Q4 to 2017-Q1": the oldest ones, which follow each other. */
const periods = (of: FunnelFinding['cohorts']): string =>
  [...new Set([of[0]?.period, of.at(-1)?.period])].join(' to ');

/** Why the quarters together may hold fewer deals than there are, and which of them lack their early closes. */
export function cohortRemark(finding: FunnelFinding): readonly Block[] {
  const { cohorts, outcomes, basis } = finding;
  const created = cohorts.reduce((total, cohort) => total + cohort.created, 0);
  const undated = outcomes.won + outcomes.lost + outcomes.open - created;
  const incomplete = cohorts.filter((cohort) => cohort.incomplete);
  return [
    ...(undated === 0
      ? []
      : [
          note(
            `${deals(undated)} without a created date ${undated === 1 ? 'is' : 'are'} in no ${cohortUnit(finding)}.`,
          ),
        ]),
    ...(incomplete.length === 0
      ? []
      : [
          note(
            `Deals of ${periods(incomplete)} that closed before ${basis.recordsFrom} are missing. A rate of the others would be too high, so there is none.`,
          ),
        ]),
  ];
}

export const cohortChart = (finding: FunnelFinding): Chart => ({
  block: 'chart',
  id: 'cohortRates',
  kind: 'stackedColumn',
  title: `Won within ${days(finding.basis.dealHorizonDays)}, by ${cohortUnit(finding)} of creation`,
  table: 'cohorts',
  categories: 'period',
  series: [
    { name: 'Comparable', column: 'rate', tone: 'primary' },
    { name: 'So far, not yet comparable', column: 'soFar', tone: 'hollow' },
  ],
  yFormat: 'percent',
  alt: `A column per ${cohortUnit(finding)} of creation: the share of its deals won in time. Columns that are outlines only can still rise.`,
});

/** A line ends where not every deal has had the time. */
export const cohortAgesChart = (finding: FunnelFinding): Chart => ({
  block: 'chart',
  id: 'cohortAgeRates',
  kind: 'line',
  title: `Share won by age, by ${cohortUnit(finding)} of creation`,
  table: 'cohortAgesChart',
  categories: 'period',
  series: (finding.cohorts[0]?.ages ?? [])
    .slice(-SERIES.length)
    .map(({ days: n }, k) => ({ name: `By day ${n}`, column: `by${n}`, tone: SERIES[k] ?? 'muted' })),
  yFormat: 'percent',
  alt: 'A line per age: the share of the deals created in a period that was won by then. A line ends where deals have not had the time.',
});

export const cohortAgesChartTable = ({ cohorts }: FunnelFinding, minimum: number): Table => ({
  block: 'table',
  feedsCharts: true,
  id: 'cohortAgesChart',
  key: 'period',
  columns: [
    { id: 'period', header: 'Created in', format: 'text' },
    ...(cohorts[0]?.ages ?? []).map(({ days: n }): Column => ({
      id: `by${n}`,
      header: `By day ${n}`,
      format: 'percent',
      note: 'As in the table of ages; blank where it cannot be compared yet.',
    })),
  ],
  rows: cohorts.map((cohort) => [
    cohort.period,
    ...cohort.ages.map(({ mature, wonWithin }) =>
      mature && wonWithin.n >= Math.max(1, minimum) ? wonWithin.estimate : null,
    ),
  ]),
});
