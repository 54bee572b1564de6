import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import type { CurvePoint } from '../../engine/analyses/funnel/finding';
import { count, percent, share } from '../format';
import { AmountGrid } from './AmountGrid';
import { Drawing } from './Drawing';
import { Legend } from './Legend';
import { MARK, useChartStyles } from './marks';
import { useWidth } from './useWidth';

const HEIGHT = 184;
const EDGE = { top: 8, right: 8, bottom: 40, left: 40 };

export interface IncidenceCurve {
  readonly label: string;
  readonly mark: 'good' | 'bad';
  readonly points: readonly CurvePoint[];
}

/** The share of deals that had come to each end, by days since the start; the bands are the intervals. */
export function IncidenceCurves(props: {
  readonly label: string;
  /** "Days since entering Demo". */
  readonly xTitle: string;
  readonly curves: readonly IncidenceCurve[];
}) {
  const styles = useChartStyles();
  const [ref, width] = useWidth<SVGSVGElement>();
  const known = props.curves.map((c) => ({ ...c, points: c.points.filter(isKnown) }));
  const lastDay = Math.max(1, ...known.flatMap((c) => c.points.map((p) => p.day)));
  const top = Math.max(0.05, ...known.flatMap((c) => c.points.map((p) => p.high ?? p.estimate)));
  const x = scaleLinear([0, lastDay], [EDGE.left, width - EDGE.right]);
  const y = scaleLinear([0, Math.min(1, top)], [HEIGHT - EDGE.bottom, EDGE.top]).nice(4);
  const base = HEIGHT - EDGE.bottom;

  const curve = line<KnownPoint>()
    .curve(curveStepAfter)
    .x((p) => x(p.day))
    .y((p) => y(p.estimate));
  const band = area<KnownPoint>()
    .curve(curveStepAfter)
    .defined((p) => p.low !== null && p.high !== null)
    .x((p) => x(p.day))
    .y0((p) => y(p.low ?? p.estimate))
    .y1((p) => y(p.high ?? p.estimate));

  const told = known.map((c) => {
    const last = c.points.at(-1);
    return `${c.label}: ${last ? `${share(last.estimate)} by day ${count(last.day)}` : 'none'}`;
  });
  return (
    <>
      <Legend
        items={known.map((c) => ({
          label: c.label,
          mark: c.mark,
          shape: c.mark === 'good' ? 'line' : 'dashes',
        }))}
      />
      <Drawing ref={ref} label={props.label} told={told} height={HEIGHT}>
        <AmountGrid y={y} left={EDGE.left} right={width - EDGE.right} base={base} format={percent} />
        {x.ticks(width < 340 ? 4 : 6).map((tick) => (
          <text
            key={tick}
            className={styles.muted}
            x={x(tick)}
            y={base + 16}
            textAnchor={x(tick) > width - 24 ? 'end' : 'middle'}
          >
            {count(tick)}
          </text>
        ))}
        <text className={styles.muted} x={EDGE.left} y={HEIGHT - 4}>
          {props.xTitle}
        </text>
        {known.map((c) => (
          <g key={c.label}>
            <path d={band(c.points) ?? ''} fill={MARK[c.mark]} fillOpacity="0.16" />
            <path
              d={curve(c.points) ?? ''}
              fill="none"
              stroke={MARK[c.mark]}
              strokeWidth="2"
              {...(c.mark === 'bad' && { strokeDasharray: '5 3' })}
            />
          </g>
        ))}
      </Drawing>
    </>
  );
}

type KnownPoint = CurvePoint & { readonly estimate: number };
const isKnown = (p: CurvePoint): p is KnownPoint => p.estimate !== null;
