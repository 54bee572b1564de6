import { Field, Input, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { assumptions } from '../../../engine/analyses/indicators/assumptions';
import { blitzOf, doable } from '../../../engine/analyses/indicators/blitz';
import { usePane } from '../../context';
import { DASH, typedNumber } from '../../format';
import { Section } from '../../parts/Section';
import { periodText, shownIndicators, valueText, type Shown } from './shown';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: '12px',
    alignItems: 'end',
  },
  input: { minWidth: 0 },
  says: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground1 },
  muted: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});

const NUMBERS = ['blitzDays', 'blitzPerDay'] as const;

/** A few days of nothing but one activity: what went with as much more of it so far, and when that would show. */
export function BlitzLever(shown: Shown) {
  const styles = useStyles();
  const { state, actions } = usePane();
  const [name, setName] = useState<string>();
  const leads = shownIndicators(shown).flatMap((one) => doable(one) ?? []);
  const lead = leads.find(({ finding }) => finding.name === name) ?? leads[0];
  if (!lead) return null;
  const inForce = (id: (typeof NUMBERS)[number]): number =>
    Number(state.settings.values[id] ?? state.run?.view.values[id] ?? 0);
  const { doneIn, showsIn, extra, more, low, high, isBeyond } = blitzOf(
    shown.finding,
    lead,
    inForce('blitzDays'),
    inForce('blitzPerDay'),
  );
  const kind = shown.finding.results.find((each) => each.name === shown.result)?.kind ?? 'count';
  return (
    <Section
      title="Blitz days"
      lead="Extra days on one activity only, and what went with as much more of it so far."
    >
      <Field label="Activity">
        <Select value={lead.finding.name} onChange={(_, { value }) => setName(value)}>
          {leads.map(({ finding }) => (
            <option key={finding.name}>{finding.name}</option>
          ))}
        </Select>
      </Field>
      <div className={styles.fields}>
        {NUMBERS.map((id) => (
          <NumberInput
            key={id}
            id={id}
            value={inForce(id)}
            onChange={(value) => actions.changeValue(id, value)}
          />
        ))}
      </div>
      <p className={styles.says} role="status">
        {valueText('count', extra)} more {lead.finding.name} in {periodText(doneIn)} go with{' '}
        {valueText(kind, more)} more {shown.result} in {periodText(showsIn)} ({valueText(kind, low)}
        {DASH}
        {valueText(kind, high)}).
      </p>
      <p className={styles.muted}>
        {isBeyond
          ? 'As much was never done in one period, and beyond that a straight line through the past says little.'
          : 'By a straight line through the past.'}
      </p>
    </Section>
  );
}

function NumberInput(props: {
  readonly id: (typeof NUMBERS)[number];
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  const styles = useStyles();
  const assumption = assumptions.find(({ id }) => id === props.id)!; // one of them
  const [text, setText] = useState(String(props.value));
  const inRange = (typed: string): number | undefined => {
    const number = typedNumber(assumption, typed);
    return assumption.kind === 'number' &&
      number !== undefined &&
      number >= assumption.min &&
      number <= assumption.max
      ? number
      : undefined;
  };
  return (
    <Field
      label={assumption.label}
      {...(inRange(text) === undefined && {
        validationState: 'error' as const,
        validationMessage: 'Not a number in range',
      })}
    >
      <Input
        className={styles.input}
        input={{ className: styles.input }}
        value={text}
        inputMode="decimal"
        onChange={(_, { value }) => {
          setText(value);
          const typed = inRange(value);
          if (typed !== undefined) props.onChange(typed);
        }}
      />
    </Field>
  );
}
