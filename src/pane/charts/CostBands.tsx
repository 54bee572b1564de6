import { scaleLinear } from 'd3-scale';
import { compact } from '../format';
import { Drawing } from './Drawing';
import { MARK, useChartStyles } from './marks';
import { fitted, useWidth } from './useWidth';
import { AXIS_HEIGHT, ValueAxis } from './ValueAxis';

const ROW = 44;
const BAR = 14;

export interface CostBand {
  readonly name: string;
  readonly p10: number;
  readonly mean: number;
  readonly p90: number;
  /** What is paid when everyone is exactly at target. */
  readonly target: number;
}

/** Where a cost may come out, plan by plan: a band from P10 to P90, a dot at the mean, a tick at target pay; one scale. */
export function CostBands(props: {
  readonly label: string;
  readonly bands: readonly CostBand[];
  readonly budget: number | null;
}) {
  const styles = useChartStyles();
  const [ref, width] = useWidth<SVGSVGElement>();
  const { bands, budget } = props;
  const values = bands.flatMap(({ p10, mean, p90, target }) => [p10, mean, p90, target]);
  const all = budget === null ? values : [...values, budget];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  // A band of a tenth would be a dot on a scale from nought.
  const room = Math.max(1, (most - least) * 0.08);
  const x = scaleLinear([least - room, most + room], [4, width - 4]);
  const bottom = AXIS_HEIGHT + bands.length * ROW;
  const told = bands.map(
    ({ name, p10, mean, p90, target }) =>
      `${name}: ${compact(p10)} to ${compact(p90)}, mean ${compact(mean)}, at target ${compact(target)}`,
  );
  return (
    <Drawing ref={ref} label={props.label} told={told} height={bottom}>
      <ValueAxis x={x} bottom={bottom} format={compact} />
      {budget !== null && (
        <line
          x1={x(budget)}
          x2={x(budget)}
          y1={AXIS_HEIGHT}
          y2={bottom}
          stroke={MARK.bad}
          strokeWidth="2"
          strokeDasharray="5 3"
        />
      )}
      {bands.map(({ name, p10, mean, p90, target }, i) => {
        const top = AXIS_HEIGHT + i * ROW + 18;
        return (
          <g key={name}>
            <title>{told[i]}</title>
            {/* The name stands on its own ground: no line runs through it. */}
            <rect
              className={styles.ground}
              width={Math.min(width, name.length * 6.6)}
              y={top - 16}
              height="14"
            />
            <text className={styles.text} y={top - 5}>
              {fitted(name, width)}
            </text>
            <rect
              x={x(p10)}
              width={Math.max(2, x(p90) - x(p10))}
              y={top}
              height={BAR}
              rx="2"
              fill={MARK.open}
              stroke={MARK.openEdge}
            />
            <line
              x1={x(target)}
              x2={x(target)}
              y1={top - 3}
              y2={top + BAR + 3}
              stroke={MARK.bad}
              strokeWidth="2.5"
            />
            <circle cx={x(mean)} cy={top + BAR / 2} r="5" fill={MARK.good} />
          </g>
        );
      })}
    </Drawing>
  );
}
