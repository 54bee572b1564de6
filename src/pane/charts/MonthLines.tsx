import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { compact } from '../format';
import { AmountGrid } from './AmountGrid';
import { Drawing } from './Drawing';
import { Legend } from './Legend';
import { MARK, useChartStyles } from './marks';
import { useWidth } from './useWidth';

const HEIGHT = 184;
const EDGE = { top: 8, right: 8, bottom: 24, left: 44 };

export interface MonthLine {
  readonly label: string;
  readonly mark: 'good' | 'bad';
  /** One a month. */
  readonly values: readonly number[];
}

/** Amounts month by month on one axis from nought; the second line is dashed. */
export function MonthLines(props: {
  readonly label: string;
  readonly months: readonly string[];
  readonly lines: readonly MonthLine[];
}) {
  const styles = useChartStyles();
  const [ref, width] = useWidth<SVGSVGElement>();
  const last = Math.max(1, props.months.length - 1);
  const top = Math.max(1, ...props.lines.flatMap(({ values }) => values));
  const x = scaleLinear([0, last], [EDGE.left, width - EDGE.right]);
  const y = scaleLinear([0, top], [HEIGHT - EDGE.bottom, EDGE.top]).nice(4);
  const base = HEIGHT - EDGE.bottom;
  const path = line<number>()
    .x((_, i) => x(i))
    .y((value) => y(value));
  const every = width < 340 ? 8 : 6;
  const told = props.lines.map(({ label, values }) => `${label}: ${compact(values.at(-1) ?? 0)} at the end`);
  return (
    <>
      <Legend
        items={props.lines.map(({ label, mark }) => ({
          label,
          mark,
          shape: mark === 'good' ? 'line' : 'dashes',
        }))}
      />
      <Drawing ref={ref} label={props.label} told={told} height={HEIGHT}>
        <AmountGrid y={y} left={EDGE.left} right={width - EDGE.right} base={base} />
        {props.months.map((month, i) =>
          i % every === 0 ? (
            <text
              key={month}
              className={styles.muted}
              x={x(i)}
              y={base + 16}
              textAnchor={i === 0 ? 'start' : i > last - 2 ? 'end' : 'middle'}
            >
              {month}
            </text>
          ) : null,
        )}
        {props.lines.map(({ label, mark, values }) => (
          <path
            key={label}
            d={path([...values]) ?? ''}
            fill="none"
            stroke={MARK[mark]}
            strokeWidth="2"
            {...(mark === 'bad' && { strokeDasharray: '5 3' })}
          />
        ))}
      </Drawing>
    </>
  );
}
