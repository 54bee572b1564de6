import { scaleLinear } from 'd3-scale';
import type { Rate } from '../../engine/analyses/funnel/finding';
import { count, counted, interval, percent, rate } from '../format';
import { Drawing } from './Drawing';
import { MARK, useChartStyles } from './marks';
import { fitted, useWidth } from './useWidth';
import { AXIS_HEIGHT, ValueAxis } from './ValueAxis';

const ROW = 36;

export interface IntervalRow {
  readonly name: string;
  readonly rate: Rate;
  /** Instead of a rate that cannot be claimed yet: "9 so far". */
  readonly pending?: string;
  /** Then the share reached by now, drawn hollow: it can only rise. */
  readonly soFar?: number;
}

/** A rate with its interval per row, on one scale: overlapping intervals are hard to tell from chance. */
export function IntervalPlot(props: {
  readonly label: string;
  readonly rows: readonly IntervalRow[];
  readonly minimum: number;
}) {
  const styles = useChartStyles();
  const [ref, width] = useWidth<SVGSVGElement>();
  const left = Math.round(Math.min(160, width * 0.36));
  const right = 52;
  const drawn = props.rows.filter((r) => r.rate.n >= props.minimum && r.rate.estimate !== null);
  const x = scaleLinear(
    [0, Math.max(0.1, ...drawn.map((r) => r.rate.high), ...props.rows.map((r) => r.soFar ?? 0))],
    [left, width - right],
  ).nice(3);
  const bottom = AXIS_HEIGHT + props.rows.length * ROW;
  const told = props.rows.map(
    (r) => `${r.name}: ${r.pending ?? rate(r.rate, props.minimum)} of ${count(r.rate.n)}`,
  );
  return (
    <Drawing ref={ref} label={props.label} told={told} height={bottom}>
      <ValueAxis x={x} bottom={bottom} format={percent} />
      {props.rows.map((row, i) => {
        const { estimate, low, high, n } = row.rate;
        const middle = AXIS_HEIGHT + i * ROW + ROW / 2;
        return (
          <g key={row.name}>
            <text className={styles.text} y={middle - 2}>
              {fitted(row.name, left - 8)}
              <title>{row.name}</title>
            </text>
            <text className={styles.muted} y={middle + 12} fontSize="11">
              {counted(n, 'deal')}
            </text>
            {estimate !== null && n >= props.minimum && (
              <g>
                <title>{`${row.name}: ${rate(row.rate, props.minimum)} (${interval(row.rate)})`}</title>
                <line x1={x(low)} x2={x(high)} y1={middle} y2={middle} stroke={MARK.good} strokeWidth="2" />
                <circle cx={x(estimate)} cy={middle} r="5" fill={MARK.good} />
              </g>
            )}
            {row.soFar !== undefined && (
              <circle cx={x(row.soFar)} cy={middle} r="4" fill="none" stroke={MARK.good} strokeWidth="2" />
            )}
            <text
              className={row.pending ? styles.muted : styles.strong}
              x={width}
              y={middle + 4}
              textAnchor="end"
            >
              {row.pending ?? rate(row.rate, props.minimum)}
            </text>
          </g>
        );
      })}
    </Drawing>
  );
}
