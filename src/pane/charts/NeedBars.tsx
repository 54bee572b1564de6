import { scaleLinear } from 'd3-scale';
import { decimal } from '../format';
import { Drawing } from './Drawing';
import { MARK, useChartStyles } from './marks';
import { fitted, useWidth } from './useWidth';
import { AXIS_HEIGHT, ValueAxis } from './ValueAxis';

const ROW = 36;
const BAR = 10;

export interface NeedRow {
  readonly name: string;
  readonly needed: number | null;
  /** What is usually done, and in a strong month. */
  readonly usual: number | null;
  readonly strong: number | null;
}

/** What is needed against what is usually done: a bar over the band from a usual to a strong month. */
export function NeedBars(props: { readonly label: string; readonly rows: readonly NeedRow[] }) {
  const styles = useChartStyles();
  const [ref, width] = useWidth<SVGSVGElement>();
  const left = Math.round(Math.min(150, width * 0.36));
  const right = 44;
  const most = Math.max(1, ...props.rows.flatMap((r) => [r.needed ?? 0, r.strong ?? 0]));
  const x = scaleLinear([0, most], [left, width - right]).nice(3);
  const bottom = AXIS_HEIGHT + props.rows.length * ROW;
  const told = props.rows.map(
    ({ name, needed, usual, strong }) =>
      `${name}: ${needed === null ? 'need unknown' : `${decimal(needed)} needed`}, ${decimal(usual ?? 0)} usual, ${decimal(strong ?? 0)} in a strong month`,
  );
  return (
    <Drawing ref={ref} label={props.label} told={told} height={bottom}>
      <ValueAxis x={x} bottom={bottom} format={decimal} />
      {props.rows.map(({ name, needed, usual, strong }, i) => {
        const middle = AXIS_HEIGHT + i * ROW + ROW / 2;
        const tooMuch = needed !== null && strong !== null && needed > strong;
        return (
          <g key={name}>
            <title>{told[i]}</title>
            <text className={styles.text} y={middle + 4}>
              {fitted(name, left - 8)}
            </text>
            {usual !== null && strong !== null && (
              <rect
                x={x(usual)}
                width={Math.max(3, x(strong) - x(usual))}
                y={middle - BAR}
                height={2 * BAR}
                fill={MARK.open}
                stroke={MARK.openEdge}
              />
            )}
            {needed !== null && (
              <rect
                x={x(0)}
                width={Math.max(1, x(needed) - x(0))}
                y={middle - BAR / 2}
                height={BAR}
                fill={tooMuch ? MARK.bad : MARK.good}
              />
            )}
            <text className={styles.strong} x={width} y={middle + 4} textAnchor="end">
              {needed === null ? '–' : decimal(needed)}
            </text>
          </g>
        );
      })}
    </Drawing>
  );
}
