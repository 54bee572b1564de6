import { scaleLinear } from 'd3-scale';
import { compact } from '../format';
import { Drawing } from './Drawing';
import { MARK, useChartStyles } from './marks';
import { fitted, useWidth } from './useWidth';
import { AXIS_HEIGHT, ValueAxis } from './ValueAxis';

const ROW = 28;
const BAR = 16;

export interface BridgeStep {
  readonly label: string;
  /** Above nought adds, below takes away; of a level the level itself. */
  readonly value: number;
  /** A level (opening, closing) stands on nought, a change on what was before it. */
  readonly isLevel: boolean;
}

/** Where each bar begins and ends. */
function barsOf(steps: readonly BridgeStep[]): readonly (BridgeStep & { from: number; to: number })[] {
  let reached = 0;
  return steps.map((step) => {
    const from = step.isLevel ? 0 : reached;
    reached = from + step.value;
    return { ...step, from, to: reached };
  });
}

/** From one level to another, change by change: each bar begins where the one before it ended. */
export function BridgeBars(props: {
  readonly label: string;
  readonly steps: readonly BridgeStep[];
  readonly format: (value: number) => string;
}) {
  const styles = useChartStyles();
  const [ref, width] = useWidth<SVGSVGElement>();
  const left = Math.round(Math.min(120, width * 0.3));
  const right = 64;
  const bars = barsOf(props.steps);
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  const x = scaleLinear([Math.min(0, ...ends), Math.max(1, ...ends)], [left, width - right]).nice(3);
  const bottom = AXIS_HEIGHT + bars.length * ROW;
  const told = bars.map(({ label, value }) => `${label}: ${props.format(value)}`);
  return (
    <Drawing ref={ref} label={props.label} told={told} height={bottom}>
      <ValueAxis x={x} bottom={bottom} format={compact} />
      {bars.map(({ label, value, isLevel, from, to }, i) => {
        const top = AXIS_HEIGHT + i * ROW + (ROW - BAR) / 2;
        return (
          <g key={label}>
            <title>{told[i]}</title>
            <text className={isLevel ? styles.strong : styles.text} y={top + BAR - 4}>
              {fitted(label, left - 8)}
            </text>
            <rect
              x={x(Math.min(from, to))}
              width={Math.max(1, Math.abs(x(to) - x(from)))}
              y={top}
              height={BAR}
              fill={isLevel ? MARK.open : value < 0 ? MARK.bad : MARK.good}
              {...(isLevel && { stroke: MARK.openEdge })}
            />
            {i + 1 < bars.length && (
              <line className={styles.axis} x1={x(to)} x2={x(to)} y1={top + BAR} y2={top + ROW} />
            )}
            <text
              className={isLevel ? styles.strong : styles.text}
              x={width}
              y={top + BAR - 4}
              textAnchor="end"
            >
              {props.format(value)}
            </text>
          </g>
        );
      })}
    </Drawing>
  );
}
