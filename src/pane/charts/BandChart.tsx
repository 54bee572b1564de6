import { scaleLinear } from 'd3-scale';
import { compact, month } from '../format';
import { AmountGrid } from './AmountGrid';
import { Drawing } from './Drawing';
import { Legend, type LegendItem } from './Legend';
import { MARK, useChartStyles } from './marks';
import { useWidth } from './useWidth';

const HEIGHT = 208;
const EDGE = { top: 10, right: 8, bottom: 24, left: 44 };
/** Room that a month's name needs. */
const LABEL = 52;

export interface BandRow {
  /** "2026-01". */
  readonly period: string;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** What it is held against: the band without a what-if. */
  readonly before?: { readonly p10: number; readonly p50: number; readonly p90: number };
  readonly goal?: number | null;
  /** What came. */
  readonly actual?: number;
}

/** Month by month from P10 to P90, with P50 across; beside it what there was before, the goal, and what came. */
export function BandChart(props: {
  readonly label: string;
  readonly rows: readonly BandRow[];
  /** Of what is drawn: "P10 to P90, line at P50". */
  readonly bandLabel?: string;
  /** A period's name; months unless said. */
  readonly name?: (period: string) => string;
  /** What the line in a band is; P50 unless said. */
  readonly middle?: string;
}) {
  const styles = useChartStyles();
  const [ref, width] = useWidth<SVGSVGElement>();
  const { rows, name = month } = props;
  const most = Math.max(
    1,
    ...rows.flatMap(({ p90, before, goal, actual }) => [p90, before?.p90 ?? 0, goal ?? 0, actual ?? 0]),
  );
  const base = HEIGHT - EDGE.bottom;
  const y = scaleLinear([0, most], [base, EDGE.top]).nice(4);
  const step = (width - EDGE.left - EDGE.right) / Math.max(1, rows.length);
  const middle = (i: number): number => EDGE.left + (i + 0.5) * step;
  const wide = Math.max(4, Math.min(30, step * 0.66));
  const every = Math.max(1, Math.ceil(LABEL / step));
  const told = rows.map((row) => tellRow(row, name, props.middle ?? 'P50'));
  const hasBefore = rows.some(({ before }) => before);
  const hasGoal = rows.some(({ goal }) => goal !== undefined && goal !== null);
  const hasActual = rows.some(({ actual }) => actual !== undefined);
  const legend: readonly LegendItem[] = [
    ...(hasBefore ? [{ label: 'Before', mark: 'open', shape: 'box' } as const] : []),
    {
      label: props.bandLabel ?? 'P10 to P90, line at P50',
      mark: hasBefore ? 'good' : 'open',
      shape: 'box',
    },
    ...(hasGoal ? [{ label: 'Goal', mark: 'bad', shape: 'dashes' } as const] : []),
    ...(hasActual ? [{ label: 'What came', mark: 'bad', shape: 'dot' } as const] : []),
  ];
  return (
    <>
      <Legend items={legend} />
      <Drawing ref={ref} label={props.label} told={told} height={HEIGHT}>
        <AmountGrid y={y} left={EDGE.left} right={width - EDGE.right} base={base} />
        {rows.map((row, i) => (
          <g key={row.period}>
            <title>{told[i]}</title>
            {row.before && <Bar band={row.before} x={middle(i)} wide={wide} y={y} tone="open" />}
            <Bar
              band={row}
              x={middle(i)}
              wide={hasBefore ? wide * 0.5 : wide}
              y={y}
              tone={hasBefore ? 'good' : 'open'}
            />
            {row.goal !== undefined && row.goal !== null && (
              <line
                x1={middle(i) - step / 2}
                x2={middle(i) + step / 2}
                y1={y(row.goal)}
                y2={y(row.goal)}
                stroke={MARK.bad}
                strokeWidth="2"
                strokeDasharray="5 3"
              />
            )}
            {row.actual !== undefined && (
              <circle cx={middle(i)} cy={y(row.actual)} r="4" fill={MARK.bad} className={styles.grid} />
            )}
            {i % every === 0 && (
              <text
                className={styles.muted}
                x={middle(i)}
                y={base + 16}
                textAnchor={i === 0 && step < LABEL ? 'start' : 'middle'}
                {...(i === 0 && step < LABEL && { dx: -step / 2 })}
              >
                {name(row.period)}
              </text>
            )}
          </g>
        ))}
      </Drawing>
    </>
  );
}

function Bar(props: {
  readonly band: { readonly p10: number; readonly p50: number; readonly p90: number };
  readonly x: number;
  readonly wide: number;
  readonly y: (value: number) => number;
  readonly tone: 'open' | 'good';
}) {
  const { band, x, wide, y, tone } = props;
  const left = x - wide / 2;
  return (
    <>
      <rect
        x={left}
        width={wide}
        y={y(band.p90)}
        height={Math.max(1, y(band.p10) - y(band.p90))}
        rx="2"
        fill={MARK[tone]}
        stroke={tone === 'open' ? MARK.openEdge : MARK.good}
      />
      <line
        x1={left}
        x2={left + wide}
        y1={y(band.p50)}
        y2={y(band.p50)}
        stroke={tone === 'open' ? MARK.good : MARK.open}
        strokeWidth="2.5"
      />
    </>
  );
}

function tellRow(
  { period, p10, p50, p90, before, goal, actual }: BandRow,
  name: (period: string) => string,
  middle: string,
): string {
  return [
    `${name(period)}: ${compact(p10)} to ${compact(p90)}, ${middle} ${compact(p50)}`,
    ...(before ? [`before ${compact(before.p50)}`] : []),
    ...(goal === undefined || goal === null ? [] : [`goal ${compact(goal)}`]),
    ...(actual === undefined ? [] : [`what came ${compact(actual)}`]),
  ].join(', ');
}
