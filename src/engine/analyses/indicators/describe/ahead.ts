import { cellOf, input, live, thisRow, type Part } from '../../../report/formula';
import type { CellContent, Column, Table } from '../../../report/report';
import { CONFIDENCE } from '../../../report/liveRate';
import { signalOf } from '../evidence';
import type { AheadFinding, IndicatorFinding, IndicatorsFinding, ResultFinding } from '../finding';
import { FORMATS } from '../series';
import type { Calendar } from './calendar';
import { signalFlags, signalParts } from './lights';
import { LINES, PAIRS, unitOf, x, type Pair } from './pairs';
import { SIGNALS } from './words';

export const aheadTableId = (at: number): string => `leadAhead${at + 1}`;

/** What formulas over the months ahead refer to. */
export interface AheadGround {
  readonly finding: IndicatorsFinding;
  readonly calendar: Calendar;
  readonly pairs: readonly Pair[];
}

export const line = ({ index }: Pair, column: string): Part => cellOf(LINES, column, index);
const pairOf = (pairs: readonly Pair[], name: string, result: string): Pair | undefined =>
  pairs.find(({ finding }) => finding.name === name && finding.result === result);

/** × the business days of a period ÷ those of a usual one; nothing for a rate. */
const scaled = ({ result }: Pair, days: Part, usual: number): readonly Part[] =>
  result.kind === 'rate' ? [] : ['*', days, `/${usual}`];

/** What the line says of a period, from the indicator's value `at`, the days of the period and the usual ones. */
const middle = (pair: Pair, at: Part, days: Part, usual: number): readonly Part[] => [
  ...['(', line(pair, 'intercept'), '+', line(pair, 'slope'), '*', at, ')'],
  ...scaled(pair, days, usual),
];
const spread = (pair: Pair, at: Part, days: Part, usual: number): readonly Part[] => [
  ...[line(pair, 'error'), '*SQRT(1+1/', line(pair, 'n'), '+(', at, '-', line(pair, 'mean'), ')^2/'],
  ...[line(pair, 'squares'), ')'],
  ...scaled(pair, days, usual),
];

/** P(T ≥ (target − centre) ÷ error), and yes or no where nothing is uncertain. */
const reaches = (
  target: Part,
  centre: readonly Part[],
  error: readonly Part[],
  freedom: readonly Part[],
): readonly Part[] => [
  ...['IF(', ...error, '>0,T.DIST.RT((', target, '-', ...centre, ')/(', ...error, '),', ...freedom, '),'],
  ...['IF(', target, '<=', ...centre, ',1,0))'],
];

const confident: Part = input(CONFIDENCE);
const notBelow = (kind: ResultFinding['kind'], parts: readonly Part[]): readonly Part[] =>
  kind === 'rate' ? parts : ['MAX(0,', ...parts, ')'];

/** The target in force: the one on the Inputs sheet, else the one from the data in the row. */
const target = ({ row }: ResultFinding): readonly Part[] => {
  const given = cellOf('leadResults', 'target', row);
  return [
    ...['IF(ISNUMBER(', given, '),IF(', given, '>0,', given, ',', thisRow('fromData'), '),'],
    ...[thisRow('fromData'), ')'],
  ];
};

const columnsOf = ({ kind, targetSource }: ResultFinding, grain: 'month' | 'week'): readonly Column[] => {
  const format = FORMATS[kind] === 'integer' ? 'decimal' : FORMATS[kind];
  return [
    { id: 'period', header: grain === 'month' ? 'Month' : 'Week from', format: 'text', width: 25 },
    {
      id: 'source',
      header: 'Rests on',
      format: 'text',
      width: 40,
      note: 'The most trusted indicator whose value of its lead before is known; beyond that the simple rule that did best so far.',
    },
    { id: 'estimate', header: 'Estimate', format },
    {
      id: 'low',
      header: 'Low end',
      format,
      note: 'Of the interval that holds the result with the confidence set on the Inputs sheet: estimate − t × standard error.',
    },
    { id: 'high', header: 'High end', format },
    {
      id: 'target',
      header: 'Target',
      format,
      note: `In force: the target on the Inputs sheet, else the one from your data (now: ${
        { given: 'set on the Inputs sheet', quotas: 'the quotas', usual: 'what was usual in the last year' }[
          targetSource
        ]
      }).`,
    },
    {
      id: 'short',
      header: 'Short of it',
      format,
      note: 'Target − estimate; 0 where the estimate reaches it.',
    },
    {
      id: 'chance',
      header: 'Reaches it',
      format: 'percent',
      note: 'Chance that the result reaches the target, by Student’s t distribution around the estimate.',
    },
    { id: 'signal', header: 'Signal', format: 'text', note: 'Green from 70%, red up to 30%.' },
    { id: 'from', header: 'Of', format: 'text', note: 'The period whose value of the indicator is used.' },
    { id: 'value', header: 'Its value', format: 'decimal', note: 'In a usual period.' },
    { id: 'error', header: 'Standard error', format },
    { id: 'freedom', header: 'Degrees of freedom', format: 'integer' },
    { id: 'days', header: 'Business days', format: 'integer' },
    { id: 'fromData', header: 'Target from data', format },
  ];
};

/** A result's coming periods: what its most trusted indicators say, live over lines, targets and days. */
export function aheadTable(at: number, { finding, calendar, pairs }: AheadGround): Table | undefined {
  const result = finding.results[at];
  const rows = finding.ahead.filter((one) => one.result === result?.name);
  if (!result || rows.length === 0) return undefined;
  return {
    block: 'table',
    id: aheadTableId(at),
    key: 'period',
    columns: columnsOf(result, finding.basis.grain),
    rows: rows.map((one) => {
      const pair = pairOf(pairs, one.source, one.result);
      const position = calendar.positionOf(one.period);
      const last: readonly CellContent[] = [calendar.businessDays(position), one.targetFromData];
      const own = live(one.target, ...target(result));
      return pair && one.from !== null
        ? fromLead(one, result, pair, position, own, last, calendar.usual)
        : fromRule(one, result, own, last);
    }),
    conditionalFormats: signalFlags('signal'),
  };
}

const short = ({ target: t, estimate }: AheadFinding) =>
  live(Math.max(0, t - estimate), 'MAX(0,', thisRow('target'), '-', thisRow('estimate'), ')');
const signal = ({ chance }: AheadFinding) =>
  live(SIGNALS[signalOf(chance)], ...signalParts(thisRow('chance')));
const t: readonly Part[] = ['T.INV.2T(1-', confident, ',', thisRow('freedom'), ')*', thisRow('error')];

function fromLead(
  one: AheadFinding,
  { kind }: ResultFinding,
  pair: Pair,
  position: number,
  own: CellContent,
  last: readonly CellContent[],
  usual: number,
): readonly CellContent[] {
  const centre = middle(pair, thisRow('value'), thisRow('days'), usual);
  const value = pair.indicator.values[position - pair.lag] ?? 0;
  return [
    one.period,
    one.source,
    live(one.estimate, ...notBelow(kind, centre)),
    live(one.low, ...notBelow(kind, [...centre, '-', ...t])),
    live(one.high, ...notBelow(kind, [...centre, '+', ...t])),
    own,
    short(one),
    live(one.chance, ...reaches(thisRow('target'), centre, [thisRow('error')], [thisRow('freedom')])),
    signal(one),
    one.from,
    live(value / unitOf(pair.indicator.kind), cellOf(PAIRS, x(pair), position)),
    live(one.error, ...spread(pair, thisRow('value'), thisRow('days'), usual)),
    live(one.freedom, line(pair, 'n'), '-2'),
    ...last,
  ];
}

function fromRule(
  one: AheadFinding,
  { kind }: ResultFinding,
  own: CellContent,
  last: readonly CellContent[],
): readonly CellContent[] {
  // An estimate that was cut off at 0 no longer says where the rule's own centre lies.
  const whole = one.estimate > 0 || kind === 'rate';
  const centre: readonly Part[] = [thisRow('estimate')];
  return [
    one.period,
    one.source,
    one.estimate,
    whole ? live(one.low, ...notBelow(kind, [...centre, '-', ...t])) : one.low,
    whole ? live(one.high, ...notBelow(kind, [...centre, '+', ...t])) : one.high,
    own,
    short(one),
    whole
      ? live(one.chance, ...reaches(thisRow('target'), centre, [thisRow('error')], [thisRow('freedom')]))
      : one.chance,
    signal(one),
    null,
    null,
    one.error,
    one.freedom,
    ...last,
  ];
}

/** The chance on the sheet of lights: of the last period covered, over that period's target among the months ahead. */
export function chanceCell({ finding, calendar, pairs }: AheadGround, one: IndicatorFinding): CellContent {
  const pair = pairOf(pairs, one.name, one.result);
  const at = finding.results.findIndex(({ name }) => name === one.result);
  const row = finding.ahead
    .filter(({ result }) => result === one.result)
    .findIndex(({ period }) => period === one.covers?.to);
  if (one.chance === null || !pair || row < 0) return one.chance;
  const ahead = (column: string): Part => cellOf(aheadTableId(at), column, row);
  const value = cellOf(PAIRS, x(pair), calendar.positionOf(one.covers!.to));
  const centre = middle(pair, value, ahead('days'), calendar.usual);
  const error = spread(pair, value, ahead('days'), calendar.usual);
  return live(one.chance, ...reaches(ahead('target'), centre, error, [line(pair, 'n'), '-2']));
}
