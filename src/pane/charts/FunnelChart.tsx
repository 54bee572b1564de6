import { scaleLinear } from 'd3-scale';
import type { StageFinding } from '../../engine/analyses/funnel/finding';
import { count, interval, share } from '../format';
import { Drawing } from './Drawing';
import { Legend } from './Legend';
import { MARK, useChartStyles } from './marks';
import { fitted, useWidth } from './useWidth';

const ROW = 52;
const BAR = 16;
const BAR_TOP = 22;

/** One bar per stage, as long as the number of deals that entered it, split by what became of them. */
export function FunnelChart({
  stages,
  minimum,
}: {
  readonly stages: readonly StageFinding[];
  readonly minimum: number;
}) {
  const styles = useChartStyles();
  const [ref, width] = useWidth<SVGSVGElement>();
  const x = scaleLinear([0, Math.max(1, ...stages.map((s) => s.entered))], [0, width]);
  const told = stages.map(
    (s) =>
      `${s.name}: ${count(s.entered)} entered, ${count(s.advanced)} moved on, ${count(s.lost)} lost, ${count(s.open)} still open`,
  );
  return (
    <>
      <Legend
        items={[
          { label: 'Moved on', mark: 'good', shape: 'box' },
          { label: 'Lost', mark: 'bad', shape: 'box' },
          { label: 'Still open', mark: 'open', shape: 'box' },
        ]}
      />
      <Drawing ref={ref} label="Funnel by stage" told={told} height={stages.length * ROW - 8}>
        {stages.map((stage, i) => {
          const advance = stage.incidence.advance;
          const known = stage.entered >= minimum && advance.estimate !== null;
          const right = known ? `${share(advance.estimate)} move on` : 'too few deals';
          const range = known ? ` (${interval(advance)})` : '';
          const entered = count(stage.entered);
          const room = width - (right.length + range.length + entered.length + 3) * 6.4;
          return (
            <g key={stage.name} transform={`translate(0,${i * ROW})`}>
              <text y="13">
                <tspan className={styles.strong}>{fitted(stage.name, room)}</tspan>
                <tspan className={styles.muted} dx="6">
                  {entered}
                </tspan>
              </text>
              <text y="13" x={width} textAnchor="end">
                <tspan className={known ? styles.text : styles.muted}>{right}</tspan>
                <tspan className={styles.muted}>{range}</tspan>
              </text>
              <Bar
                parts={[
                  { mark: 'good', from: 0, to: x(stage.advanced) },
                  { mark: 'bad', from: x(stage.advanced), to: x(stage.advanced + stage.lost) },
                  { mark: 'open', from: x(stage.advanced + stage.lost), to: x(stage.entered) },
                ]}
              />
            </g>
          );
        })}
      </Drawing>
    </>
  );
}

/** Parts lie beside each other with a hair of ground between them. */
function Bar(props: {
  readonly parts: readonly {
    readonly mark: 'good' | 'bad' | 'open';
    readonly from: number;
    readonly to: number;
  }[];
}) {
  return props.parts.map(({ mark, from, to }) =>
    to - from < 0.5 ? null : (
      <rect
        key={mark}
        x={mark === 'open' ? from + 0.5 : from}
        y={mark === 'open' ? BAR_TOP + 0.5 : BAR_TOP}
        width={Math.max(1, to - from - (mark === 'open' ? 1 : 1.5))}
        height={mark === 'open' ? BAR - 1 : BAR}
        rx="2"
        fill={MARK[mark]}
        {...(mark === 'open' && { stroke: MARK.openEdge })}
      />
    ),
  );
}
