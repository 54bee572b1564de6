import type { Chart, Column, Table } from '../../../report/report';
import type { CurvePoint, FunnelFinding } from '../finding';
import { SERIES } from './series';

const FEWEST_STEPS = 12;
const MOST_STEPS = 30;
/** More lines than this cannot be told apart. */
const MAX_LINES = 8;

/** Whole days from 0 on, equally far apart; up to the horizon where it can be divided evenly, else just short of it. */
function daysTo(horizon: number): readonly number[] {
  const finest = Math.max(1, Math.ceil(horizon / MOST_STEPS));
  const coarsest = Math.max(finest, Math.floor(horizon / FEWEST_STEPS));
  const strides = Array.from({ length: coarsest - finest + 1 }, (_, i) => finest + i);
  const stride = strides.find((days) => horizon % days === 0) ?? finest;
  return Array.from({ length: Math.floor(horizon / stride) + 1 }, (_, i) => i * stride);
}

/**
 * The curve's value on a day: that of the last step before it. After the last step nothing more happens, unless nobody
 * was followed so long (`prolonged` false): then there is no value.
 */
function valueOn(day: number, curve: readonly CurvePoint[], prolonged: boolean): number | null {
  const last = curve.filter((point) => point.day <= day).at(-1);
  if (!last) return null;
  return last === curve.at(-1) && day > last.day && !prolonged ? null : last.estimate;
}

const dayColumn: Column = { id: 'day', header: 'Days', format: 'integer' };
const METHOD =
  'Cumulative incidence by Aalen and Johansen: deals still open count for as long as they were followed.';

/** Share of the deals entered that has moved on, by days since entering; a column per stage, blank below the minimum. */
export function conversionByDay({ stages, basis }: FunnelFinding, minimum: number): Table {
  return {
    block: 'table',
    feedsCharts: true,
    id: 'conversionByDay',
    key: 'day',
    columns: [
      dayColumn,
      ...stages.map(({ name }, i): Column => ({
        id: `stage${i}`,
        header: name,
        format: 'percent1',
        note: METHOD,
      })),
    ],
    rows: daysTo(basis.horizonDays).map((day) => [
      day,
      ...stages.map(({ curve, incidence, dwellDays }) =>
        dwellDays.n < minimum ? null : valueOn(day, curve.advance, incidence.advance.estimate !== null),
      ),
    ]),
  };
}

export const conversionChart = ({ stages }: FunnelFinding): Chart => ({
  block: 'chart',
  id: 'conversionCurves',
  kind: 'line',
  title: 'Share moved on, by days since entering',
  table: 'conversionByDay',
  categories: 'day',
  series: stages
    .slice(0, MAX_LINES)
    .map(({ name }, i) => ({ name, column: `stage${i}`, tone: SERIES[i] ?? 'muted' })),
  xTitle: 'Days since entering the stage',
  yFormat: 'percent',
  alt: 'A rising line per stage: the share of the deals entered that has moved on after so many days.',
});

/** Share of the deals created that has been won, and lost, by days since creation. */
export function outcomesByDay({ winIncidence, basis }: FunnelFinding): Table {
  const { curve, won, lost } = winIncidence;
  return {
    block: 'table',
    feedsCharts: true,
    id: 'outcomesByDay',
    key: 'day',
    columns: [
      dayColumn,
      { id: 'won', header: 'Won', format: 'percent1', note: METHOD },
      { id: 'lost', header: 'Lost', format: 'percent1', note: METHOD },
    ],
    rows: daysTo(basis.dealHorizonDays).map((day) => [
      day,
      valueOn(day, curve.won, won.estimate !== null),
      valueOn(day, curve.lost, lost.estimate !== null),
    ]),
  };
}

export const outcomeChart: Chart = {
  block: 'chart',
  id: 'outcomeCurves',
  kind: 'line',
  title: 'Share won and lost, by days since creation',
  table: 'outcomesByDay',
  categories: 'day',
  series: [
    { name: 'Won', column: 'won', tone: 'good' },
    { name: 'Lost', column: 'lost', tone: 'bad' },
  ],
  xTitle: 'Days since the deal was created',
  yFormat: 'percent',
  alt: 'Two rising lines: the share of deals won, and lost, after so many days since creation.',
};
