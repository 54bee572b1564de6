import { scaleLinear } from 'd3-scale';
import { compact } from '../format';
import { AmountGrid } from './AmountGrid';
import { Drawing } from './Drawing';
import { MARK, useChartStyles } from './marks';
import { useWidth } from './useWidth';

const HEIGHT = 220;
const EDGE = { top: 8, right: 10, bottom: 40, left: 44 };

export interface ScatterMark {
  /** "12 calls in Jan 26, 40 wins in Mar 26". */
  readonly told: string;
  readonly x: number;
  readonly y: number;
}

/** Points, and the straight line through them. */
export function ScatterChart(props: {
  readonly label: string;
  /** Under the horizontal axis: what is measured there, and when. */
  readonly across: string;
  readonly points: readonly ScatterMark[];
  readonly line: { readonly intercept: number; readonly slope: number } | null;
}) {
  const styles = useChartStyles();
  const [ref, width] = useWidth<SVGSVGElement>();
  const { points, line } = props;
  const base = HEIGHT - EDGE.bottom;
  const x = scaleLinear(extent(points.map((point) => point.x)), [EDGE.left, width - EDGE.right]).nice(4);
  const y = scaleLinear(extent(points.map((point) => point.y)), [base, EDGE.top]).nice(4);
  const ends = extent(points.map((point) => point.x));
  return (
    <Drawing ref={ref} label={props.label} told={[`${points.length} points`]} height={HEIGHT}>
      <clipPath id="scatter-area">
        <rect x={EDGE.left} y={0} width={width - EDGE.left - EDGE.right + 6} height={base} />
      </clipPath>
      <AmountGrid y={y} left={EDGE.left} right={width - EDGE.right} base={base} />
      {x.ticks(4).map((tick) => (
        <text key={tick} className={styles.muted} x={x(tick)} y={base + 16} textAnchor="middle">
          {compact(tick)}
        </text>
      ))}
      <text
        className={styles.muted}
        x={(EDGE.left + width - EDGE.right) / 2}
        y={base + 34}
        textAnchor="middle"
      >
        {props.across}
      </text>
      {line && (
        <line
          clipPath="url(#scatter-area)"
          x1={x(ends[0])}
          x2={x(ends[1])}
          y1={y(line.intercept + line.slope * ends[0])}
          y2={y(line.intercept + line.slope * ends[1])}
          stroke={MARK.bad}
          strokeWidth="2"
          strokeDasharray="5 3"
        />
      )}
      {points.map(({ told, ...point }) => (
        <circle key={told} cx={x(point.x)} cy={y(point.y)} r="4" fill={MARK.good} fillOpacity="0.75">
          <title>{told}</title>
        </circle>
      ))}
    </Drawing>
  );
}

const extent = (values: readonly number[]): readonly [number, number] =>
  values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
