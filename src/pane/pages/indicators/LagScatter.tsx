import { Field, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { periodsIn } from '../../../engine/analyses/indicators/describe/words';
import { lagPairs } from '../../../engine/analyses/indicators/scatter';
import { ScatterPlot } from '../../charts/ScatterPlot';
import { Figure } from '../../parts/Figure';
import { Section } from '../../parts/Section';
import { inUnits, periodText, shownIndicators, valueText, type Shown } from './shown';

const useStyles = makeStyles({
  slider: { display: 'flex', flexDirection: 'column' },
  head: { ...typographyStyles.body1, display: 'flex', justifyContent: 'space-between', gap: '12px' },
  // The browser's own: it keeps to forced colours.
  input: {
    width: '100%',
    height: '28px',
    margin: 0,
    accentColor: tokens.colorCompoundBrandBackground,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: '4px' },
  },
});

/** Any indicator beside the result at any lead: the pairs, their r and how many there are. */
export function LagScatter(shown: Shown) {
  const styles = useStyles();
  const id = useId();
  const { finding, result } = shown;
  const all = shownIndicators(shown).filter(({ plainByLag }) => plainByLag.length > 0);
  const [name, setName] = useState<string>();
  const [moved, setMoved] = useState<number>();
  const one = all.find((each) => each.name === name) ?? all[0];
  if (!one) return null;
  const lag = Math.min(moved ?? one.lag ?? 1, one.plainByLag.length - 1);
  const { points, r } = lagPairs(finding, one, lag);
  const kind = finding.results.find((each) => each.name === result)?.kind ?? 'count';
  const before = lag === 0 ? 'at once' : `${periodsIn(lag, finding.basis)} before`;
  const label = `${one.name}, ${before}, and ${result}`;
  return (
    <Section
      title="Try another lead"
      lead="The pairs as they are, with trend and season in them: they look closer than the test finds them."
    >
      <Field label="Indicator">
        <Select
          value={one.name}
          onChange={(_, { value }) => {
            setName(value);
            setMoved(undefined);
          }}
        >
          {all.map((each) => (
            <option key={each.name}>{each.name}</option>
          ))}
        </Select>
      </Field>
      <div className={styles.slider}>
        <div className={styles.head}>
          <label htmlFor={id}>Lead</label>
          <span>{`${before} · r ${r === null ? 'not known' : r.toFixed(2)} · ${points.length} pairs`}</span>
        </div>
        <input
          type="range"
          id={id}
          className={styles.input}
          min={0}
          max={one.plainByLag.length - 1}
          step={1}
          value={lag}
          aria-valuetext={before}
          onChange={({ target }) => setMoved(target.valueAsNumber)}
        />
      </div>
      <Figure
        label={label}
        headers={['Period', one.name, result]}
        rows={points.map((point) => [
          periodText(point.period),
          valueText(one.kind, point.x),
          valueText(kind, point.y),
        ])}
      >
        <ScatterPlot
          label={label}
          xLabel={`${one.name}, ${before}`}
          yLabel={result}
          points={points.map(({ period, x, y }) => ({
            name: periodText(period),
            x: inUnits(one.kind, x),
            y: inUnits(kind, y),
          }))}
        />
      </Figure>
    </Section>
  );
}
