import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { assumptions } from '../../../engine/analyses/indicators/assumptions';
import { blitzOf, doable } from '../../../engine/analyses/indicators/blitz';
import { ofResult } from '../../../engine/analyses/indicators/describe/lights';
import { usePane } from '../../context';
import { count, counted, signed } from '../../format';
import { Lines } from '../../parts/Lines';
import { Section } from '../../parts/Section';
import { Slider } from '../../parts/Slider';
import { Text } from '../../parts/Text';
import { periodText, valueText, type OfResult } from './shown';

type BlitzId = 'blitzDays' | 'blitzPerDay';
type BlitzAssumption = Extract<(typeof assumptions)[number], { readonly id: BlitzId }>;
const isBlitz = (one: (typeof assumptions)[number]): one is BlitzAssumption =>
  one.id === 'blitzDays' || one.id === 'blitzPerDay';
export const blitzAssumptions = assumptions.filter(isBlitz);
/** The slider of what is done on a day reaches at least so far. */
const MOST_A_DAY = 100;

/** A few days of extra work on one indicator, and what went with as much more so far; moved at once, kept for the sheets on demand. */
export function BlitzDays({ finding, result }: OfResult) {
  const { state, actions } = usePane();
  const inForce = (id: BlitzId): number => Number(state.settings.values[id] ?? state.run?.view.values[id]);
  const [tried, setTried] = useState<Partial<Readonly<Record<BlitzId, number>>>>({});
  const valueOf = (id: BlitzId): number => tried[id] ?? inForce(id);
  const isMoved = (id: BlitzId): boolean => valueOf(id) !== inForce(id);
  const [days, perDay] = [valueOf('blitzDays'), valueOf('blitzPerDay')];
  const extra = days * perDay;
  const leads = ofResult(finding, result.name).flatMap((one) => doable(one) ?? []);
  const text = (value: number): string => signed(value, (v) => valueText(result.kind, v));
  const slider = (id: BlitzId, shown: (value: number) => string) => {
    const { label, min, max } = blitzAssumptions.find((one) => one.id === id)!; // both stand there
    return (
      <Slider
        label={label}
        min={min}
        max={id === 'blitzDays' ? max : Math.max(MOST_A_DAY, 2 * inForce(id))}
        value={valueOf(id)}
        shown={shown}
        usual={inForce(id)}
        isMoved={isMoved(id)}
        onChange={(value) => setTried({ ...tried, [id]: value })}
        onReset={() => setTried({ ...tried, [id]: undefined })}
      />
    );
  };
  return (
    <Section
      title="Blitz days"
      lead="Extra days that the team spends on one indicator only, and how much of the result was associated with as much more of it so far."
    >
      {leads.length === 0 ? (
        <Text look="small">No lead found so far is one that a day of extra work moves.</Text>
      ) : (
        <>
          {slider('blitzDays', (value) => counted(value, 'day'))}
          {slider('blitzPerDay', count)}
          <Lines
            label="What goes with blitz days"
            one="lead"
            lines={leads.map((lead) => {
              const { doneIn, showsIn, more, low, high, isBeyond } = blitzOf(finding, lead, days, perDay);
              return {
                name: `${lead.finding.name}: ${count(extra)} more in ${periodText(doneIn)}`,
                value: text(more),
                details: [
                  `${result.name} in ${periodText(showsIn)}; between ${text(low)} and ${text(high)}.`,
                  ...(isBeyond
                    ? ['As much was never done in one period, and beyond that a straight line says little.']
                    : []),
                ],
              };
            })}
          />
          {(isMoved('blitzDays') || isMoved('blitzPerDay')) && (
            <Button
              onClick={() => {
                actions.changeValue('blitzDays', days);
                actions.changeValue('blitzPerDay', perDay);
                setTried({});
                void actions.run();
              }}
            >
              Keep for the sheets
            </Button>
          )}
        </>
      )}
    </Section>
  );
}
