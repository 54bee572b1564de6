import type { ScaleLinear } from 'd3-scale';
import { compact } from '../format';
import { useChartStyles } from './marks';

/** Values up the left side, each with a thin line across, and the axis at the base. */
export function AmountGrid(props: {
  readonly y: ScaleLinear<number, number>;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  /** Of a value; an amount unless said. */
  readonly format?: (value: number) => string;
}) {
  const styles = useChartStyles();
  const { y, left, right, base, format = compact } = props;
  return (
    <>
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line className={styles.grid} x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
          <text className={styles.muted} x={left - 6} y={y(tick) + 4} textAnchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      <line className={styles.axis} x1={left} x2={right} y1={base} y2={base} />
    </>
  );
}
