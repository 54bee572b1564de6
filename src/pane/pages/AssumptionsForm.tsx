import { Field, Input, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { TextLink } from '../parts/TextLink';
import { useState } from 'react';
import type { Assumption, AssumptionValue, NumberAssumption } from '../../engine/core/assumption';
import { showValue } from '../../engine/core/assumptionValues';
import { usePane } from '../context';
import { date, fieldText, isShare, rangeOf, typedNumber } from '../format';
import { Disclosure } from '../parts/Disclosure';
import { Section } from '../parts/Section';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '20px' },
  reset: { ...typographyStyles.caption1, display: 'block', marginTop: '4px' },
  unit: { color: tokens.colorNeutralForeground3 },
});

/** Every judgement that the result rests on, to be changed here. */
export function AssumptionsForm(props: { readonly assumptions: readonly Assumption[] }) {
  const styles = useStyles();
  const { state, actions } = usePane();
  const { settings, run } = state;
  const inForce = (a: Assumption): AssumptionValue =>
    settings.values[a.id] ?? run?.view.values[a.id] ?? a.initial;
  const shown = props.assumptions;
  const changed = shown.filter((a) => inForce(a) !== a.initial);
  return (
    <Section title="Assumptions">
      <Disclosure
        label={
          changed.length === 0
            ? 'All at their usual values'
            : changed.map((a) => `${a.label}: ${showValue(a, inForce(a))}`).join(' · ')
        }
        flush
      >
        <div className={styles.form}>
          {shown.map((a) => {
            const value = inForce(a);
            const set = (next: AssumptionValue): void => actions.changeValue(a.id, next);
            return (
              <div key={a.id}>
                {a.kind === 'number' ? (
                  <NumberField assumption={a} value={Number(value)} onChange={set} />
                ) : (
                  <Field label={a.label} hint={a.help}>
                    <Select value={String(value)} onChange={(_, data) => set(data.value)}>
                      {a.choices.map((choice) => (
                        <option key={choice.value} value={choice.value}>
                          {choice.label}
                        </option>
                      ))}
                    </Select>
                  </Field>
                )}
                {value !== a.initial && (
                  <TextLink
                    className={styles.reset}
                    aria-label={`Reset ${a.label} to ${showValue(a, a.initial)}`}
                    onClick={() => set(a.initial)}
                  >
                    Reset to {showValue(a, a.initial)}
                  </TextLink>
                )}
              </div>
            );
          })}
          <Field
            label="As of"
            hint={
              run && settings.asOf === ''
                ? `Data are read as they stood at the end of this day. Empty: taken from the data, now ${date(run.view.leadline.asOf)}.`
                : 'Data are read as they stood at the end of this day. Empty: taken from the data.'
            }
          >
            <Input type="date" value={settings.asOf} onChange={(_, { value }) => actions.changeAsOf(value)} />
          </Field>
          <SeedField />
        </div>
      </Disclosure>
    </Section>
  );
}

function NumberField(props: {
  readonly assumption: NumberAssumption;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  const styles = useStyles();
  const { assumption } = props;
  const [text, setText] = useFieldText(fieldText(assumption, props.value));
  const typed = typedNumber(assumption, text);
  const problem =
    typed === undefined
      ? 'Type a number.'
      : typed < assumption.min || typed > assumption.max
        ? `Between ${rangeOf(assumption)}.`
        : undefined;
  function settle(): void {
    if (problem === undefined && typed !== undefined && typed !== props.value) props.onChange(typed);
  }
  return (
    <Field label={assumption.label} hint={assumption.help} {...(problem && { validationMessage: problem })}>
      <Input
        inputMode="decimal"
        value={text}
        contentAfter={<span className={styles.unit}>{isShare(assumption) ? '%' : assumption.unit}</span>}
        onChange={(_, { value }) => setText(value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
        }}
      />
    </Field>
  );
}

function SeedField() {
  const { state, actions } = usePane();
  const [text, setText] = useFieldText(String(state.settings.seed));
  const isWhole = /^\d{1,9}$/.test(text.trim());
  return (
    <Field
      label="Seed"
      hint="Where chance is used, an equal seed gives an equal result."
      {...(!isWhole && { validationMessage: 'Type a whole number from 0 to 999999999.' })}
    >
      <Input
        inputMode="numeric"
        value={text}
        onChange={(_, { value }) => setText(value)}
        onBlur={() => {
          if (isWhole && Number(text) !== state.settings.seed) actions.changeSeed(Number(text));
        }}
      />
    </Field>
  );
}

/** What is being typed; a value set from elsewhere (a reset, a run) replaces it. */
function useFieldText(value: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(value);
  const [shownFor, setShownFor] = useState(value);
  if (shownFor !== value) {
    setShownFor(value);
    setText(value);
  }
  return [text, setText];
}
