import { scaleLinear } from 'd3-scale';
import { compact } from '../format';
import { MARK, useChartStyles } from './marks';
import { useWidth } from './useWidth';

const HEIGHT = 220;
const EDGE = { top: 8, right: 10, bottom: 40, left: 48 };

/** One dot a pair; both axes from 0. */
export function ScatterPlot(props: {
  readonly label: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly points: readonly { readonly name: string; readonly x: number; readonly y: number }[];
}) {
  const styles = useChartStyles();
  const [ref, width] = useWidth<SVGSVGElement>();
  const { points } = props;
  const most = (of: 'x' | 'y'): number => Math.max(1, ...points.map((point) => point[of]));
  const least = (of: 'x' | 'y'): number => Math.min(0, ...points.map((point) => point[of]));
  const base = HEIGHT - EDGE.bottom;
  const x = scaleLinear([least('x'), most('x')], [EDGE.left, width - EDGE.right]).nice(4);
  const y = scaleLinear([least('y'), most('y')], [base, EDGE.top]).nice(4);
  return (
    <svg
      ref={ref}
      className={styles.svg}
      height={HEIGHT}
      role="img"
      aria-label={`${props.label}. ${points.length} pairs.`}
      fontSize="12"
    >
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line className={styles.grid} x1={EDGE.left} x2={width - EDGE.right} y1={y(tick)} y2={y(tick)} />
          <text className={styles.muted} x={EDGE.left - 6} y={y(tick) + 4} textAnchor="end">
            {compact(tick)}
          </text>
        </g>
      ))}
      {x.ticks(4).map((tick) => (
        <text key={tick} className={styles.muted} x={x(tick)} y={base + 16} textAnchor="middle">
          {compact(tick)}
        </text>
      ))}
      <text className={styles.muted} x={width - EDGE.right} y={base + 34} textAnchor="end">
        {props.xLabel}
      </text>
      <line className={styles.axis} x1={EDGE.left} x2={width - EDGE.right} y1={base} y2={base} />
      {points.map((point) => (
        <circle key={point.name} cx={x(point.x)} cy={y(point.y)} r="4" fill={MARK.good} fillOpacity="0.7">
          <title>{`${point.name}: ${compact(point.x)}, ${compact(point.y)}`}</title>
        </circle>
      ))}
      <text className={styles.muted} x={EDGE.left + 4} y={EDGE.top + 10}>
        {props.yLabel}
      </text>
    </svg>
  );
}
