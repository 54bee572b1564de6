import type { ScaleLinear } from 'd3-scale';
import { useChartStyles } from './marks';

/** Where the rows below an axis of values begin. */
export const AXIS_HEIGHT = 22;

/** Values along the top, each with a thin line through the rows. */
export function ValueAxis(props: {
  readonly x: ScaleLinear<number, number>;
  readonly bottom: number;
  readonly format: (value: number) => string;
}) {
  const styles = useChartStyles();
  const { x } = props;
  return (
    <>
      {x.ticks(3).map((tick) => (
        <g key={tick}>
          <text className={styles.muted} x={x(tick)} y="12" textAnchor="middle">
            {props.format(tick)}
          </text>
          <line className={styles.grid} x1={x(tick)} x2={x(tick)} y1={AXIS_HEIGHT - 4} y2={props.bottom} />
        </g>
      ))}
    </>
  );
}
