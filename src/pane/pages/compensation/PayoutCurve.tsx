import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { TriedPlan } from '../../../engine/analyses/compensation/modelling/ask/question';
import { AmountGrid } from '../../charts/AmountGrid';
import { Drawing } from '../../charts/Drawing';
import { Legend } from '../../charts/Legend';
import { MARK, useChartStyles } from '../../charts/marks';
import { useWidth } from '../../charts/useWidth';
import { money, percent } from '../../format';
import { Figure } from '../../parts/Figure';

const HEIGHT = 176;
const EDGE = { top: 8, right: 12, bottom: 24, left: 44 };
const TICKS = [0, 0.5, 1, 1.5, 2];
/** Rows of the table: every 25 points. */
const EVERY = 5;

type Curve = NonNullable<TriedPlan['curve']>;
type Point = Pick<Curve['points'][number], 'attainment' | 'payout'>;

/** The points with both ends of every jump of pay, so that a jump stands upright. */
function withJumps({ points, cliffs }: Curve): Point[] {
  const last = points.at(-1)?.attainment ?? 0;
  const jumps = cliffs.filter(({ at }) => at > 0 && at <= last);
  const isJump = (attainment: number): boolean => jumps.some(({ at }) => Math.abs(at - attainment) < 1e-9);
  return [
    ...points.filter(({ attainment }) => !isJump(attainment)),
    ...jumps.flatMap(({ at, before, jump }) => [
      { attainment: at, payout: before },
      { attainment: at, payout: before + jump },
    ]),
  ].sort((a, b) => a.attainment - b.attainment);
}

/** What a plan pays a typical person in the plan year at each attainment; beside it, dashed, the plan that it changes. */
export function PayoutCurve(props: { readonly curve: Curve; readonly before?: Curve | undefined }) {
  const styles = useChartStyles();
  const [ref, width] = useWidth<SVGSVGElement>();
  const { curve, before } = props;
  const label = `Payout curve of ${curve.person}`;
  const points = curve.points;
  const top = Math.max(1, ...[...points, ...(before?.points ?? [])].map(({ payout }) => payout / 100));
  const x = scaleLinear([0, points.at(-1)?.attainment ?? 2], [EDGE.left, width - EDGE.right]);
  const y = scaleLinear([0, top], [HEIGHT - EDGE.bottom, EDGE.top]).nice(4);
  const base = HEIGHT - EDGE.bottom;
  const path = line<Point>()
    .x(({ attainment }) => x(attainment))
    .y(({ payout }) => y(payout / 100));
  const at = (share: number): string =>
    money(points.find(({ attainment }) => attainment === share)?.payout ?? null);
  return (
    <Figure
      label={label}
      headers={['Attainment', 'Payout', ...(before ? ['Before'] : [])]}
      rows={points.flatMap((point, i) =>
        i % EVERY === 0
          ? [
              [
                percent(point.attainment),
                money(point.payout),
                ...(before ? [money(before.points[i]?.payout ?? null)] : []),
              ],
            ]
          : [],
      )}
      note={`Of ${curve.person}, whose target pay of ${money(curve.target)} is in the middle, over the plan year.`}
    >
      {before && (
        <Legend
          items={[
            { label: 'With the changes', mark: 'good', shape: 'line' },
            { label: 'As it is', mark: 'bad', shape: 'dashes' },
          ]}
        />
      )}
      <Drawing
        ref={ref}
        label={label}
        told={[`${at(0.5)} at 50%, ${at(1)} at 100%, ${at(1.5)} at 150%, ${at(2)} at 200% of quota`]}
        height={HEIGHT}
      >
        <AmountGrid y={y} left={EDGE.left} right={width - EDGE.right} base={base} />
        {TICKS.map((tick, i) => (
          <text
            key={tick}
            className={styles.muted}
            x={x(tick)}
            y={base + 16}
            textAnchor={i === 0 ? 'start' : i === TICKS.length - 1 ? 'end' : 'middle'}
          >
            {percent(tick)}
          </text>
        ))}
        <line className={styles.axis} x1={x(1)} x2={x(1)} y1={EDGE.top} y2={base} />
        {before && (
          <path
            d={path(withJumps(before)) ?? ''}
            fill="none"
            stroke={MARK.bad}
            strokeWidth="2"
            strokeDasharray="5 3"
          />
        )}
        <path d={path(withJumps(curve)) ?? ''} fill="none" stroke={MARK.good} strokeWidth="2" />
      </Drawing>
    </Figure>
  );
}
