import { Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { CurvePoint, FunnelFinding } from '../../../engine/analyses/funnel/finding';
import { IncidenceCurves, type IncidenceCurve } from '../../charts/IncidenceCurves';
import { count, counted, interval, share } from '../../format';
import { Figure } from '../../parts/Figure';
import { Section } from '../../parts/Section';
import { intervalMeans } from './sure';

const CREATION = '';

/** How soon deals come to an end: from creation, or from entering a stage. */
export function OverTime({ funnel }: { readonly funnel: FunnelFinding }) {
  const [chosen, setChosen] = useState(CREATION);
  const stage = funnel.stages.find((s) => s.name === chosen);
  const curves: readonly IncidenceCurve[] = stage
    ? [
        { label: 'Moved on', mark: 'good', points: stage.curve.advance },
        { label: 'Lost', mark: 'bad', points: stage.curve.lost },
      ]
    : [
        { label: 'Won', mark: 'good', points: funnel.winIncidence.curve.won },
        { label: 'Lost', mark: 'bad', points: funnel.winIncidence.curve.lost },
      ];
  const [ends, losses] = curves;
  const label = stage ? `Over time from entering ${stage.name}` : 'Over time from creation';
  if (!ends || !losses || ends.points.length === 0) return null;
  return (
    <Section
      title="Over time"
      lead="Share of deals that have come to each end after so many days. The bands are the intervals."
    >
      {funnel.stages.length > 0 && (
        <Select aria-label="Counted from" value={chosen} onChange={(_, { value }) => setChosen(value)}>
          <option value={CREATION}>From creation</option>
          {funnel.stages.map(({ name }) => (
            <option key={name} value={name}>
              From entering {name}
            </option>
          ))}
        </Select>
      )}
      <Figure
        label={label}
        headers={['Days', ends.label, 'Interval', losses.label, 'Interval ']}
        rows={atTicks(ends.points, losses.points)}
        sure={[
          'Cumulative incidence (Aalen–Johansen): open deals are followed as far as they have come, and a deal that was lost can no longer be won.',
          `It rests on ${counted(stage ? stage.entered : funnel.basis.opportunities, 'deal')}. The wider the band, the fewer deals were followed so long.`,
          intervalMeans(funnel),
        ]}
      >
        <IncidenceCurves
          label={label}
          xTitle={stage ? `Days since entering ${stage.name}` : 'Days since creation'}
          curves={curves}
        />
      </Figure>
    </Section>
  );
}

/** A curve read at round days: the last step at or before each. */
function atTicks(ends: readonly CurvePoint[], losses: readonly CurvePoint[]): readonly (readonly string[])[] {
  const last = Math.max(ends.at(-1)?.day ?? 0, losses.at(-1)?.day ?? 0);
  return DAYS.filter((day) => day <= last).map((day) => {
    const [end, loss] = [ends, losses].map((points) => points.findLast((p) => p.day <= day));
    return [
      count(day),
      share(end?.estimate ?? 0),
      end ? interval(end) : '',
      share(loss?.estimate ?? 0),
      loss ? interval(loss) : '',
    ];
  });
}
const DAYS: readonly number[] = [7, 14, 30, 60, 90, 120, 180, 270, 365, 545, 730, 1095];
