import { Button, Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { COUNTED, DIRECTIONS, MEASURED } from '../../../engine/analyses/indicators/ownIndicators';
import { usePane } from '../../context';
import { typedNumber } from '../../format';
import { Disclosure } from '../../parts/Disclosure';
import { Section } from '../../parts/Section';
import { TextLink } from '../../parts/TextLink';
import type { Shown } from './shown';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  list: { margin: 0, paddingInlineStart: '20px' },
  row: { display: 'flex', gap: '12px', justifyContent: 'space-between' },
});

const EMPTY = {
  name: '',
  counted: COUNTED[0] as string,
  type: '',
  person: '',
  stage: '',
  measured: MEASURED[0] as string,
  per: '',
  direction: DIRECTIONS.more,
  target: '',
};
const TEXTS = [
  ['type', 'Only of type', 'Blank: of all types'],
  ['person', 'Only of person', 'Blank: of everybody'],
  ['stage', 'Stage entered', 'For deals entering a stage'],
] as const;

/** What a person counts besides: rows of the table on the Inputs sheet. */
export function OwnIndicators({ finding }: Shown) {
  const styles = useStyles();
  const { state, actions } = usePane();
  const [draft, setDraft] = useState(EMPTY);
  const rows = state.settings.tables['ownIndicators'] ?? state.run?.view.tables['ownIndicators'] ?? [];
  const set = (key: keyof typeof EMPTY) => (_: unknown, data: { readonly value: string }) =>
    setDraft({ ...draft, [key]: data.value });
  const target = typedNumber({ unit: '' } as Parameters<typeof typedNumber>[0], draft.target);
  const wrongTarget = draft.target.trim() !== '' && target === undefined;
  const isReady = draft.name.trim() !== '' && !wrongTarget;
  const save = (next: typeof rows): void => {
    actions.changeTable('ownIndicators', next);
    void actions.run();
  };
  const known = [...new Set(finding.indicators.map(({ name }) => name))];
  return (
    <Section
      title="Indicators of your own"
      lead="They stand on the Inputs sheet too, and are tested like all others."
    >
      {rows.length > 0 && (
        <ul className={styles.list} aria-label="Indicators of your own">
          {rows.map((row, i) => (
            <li key={`${String(row['name'])} ${i}`}>
              <span className={styles.row}>
                {String(row['name'] ?? '')}
                <TextLink
                  aria-label={`Take out ${String(row['name'] ?? '')}`}
                  onClick={() => save(rows.filter((_, at) => at !== i))}
                >
                  Take out
                </TextLink>
              </span>
            </li>
          ))}
        </ul>
      )}
      <Disclosure label="Define an indicator" flush>
        <div className={styles.form}>
          <Field label="Name" required>
            <Input value={draft.name} onChange={set('name')} />
          </Field>
          <Choice label="Counted" value={draft.counted} choices={COUNTED} onChange={set('counted')} />
          {TEXTS.map(([key, label, hint]) => (
            <Field key={key} label={label} hint={hint}>
              <Input value={draft[key]} onChange={set(key)} />
            </Field>
          ))}
          <Choice label="Measured by" value={draft.measured} choices={MEASURED} onChange={set('measured')} />
          <Field label="Divided by" hint="With another indicator here it is a ratio.">
            <Select value={draft.per} onChange={set('per')}>
              <option value="">Nothing</option>
              {known.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </Select>
          </Field>
          <Choice
            label="Direction"
            value={draft.direction}
            choices={Object.values(DIRECTIONS)}
            onChange={set('direction')}
          />
          <Field
            label="Target for one person and period"
            {...(wrongTarget && { validationState: 'error' as const, validationMessage: 'Not a number' })}
          >
            <Input value={draft.target} inputMode="decimal" onChange={set('target')} />
          </Field>
          <Button
            disabledFocusable={!isReady}
            onClick={() => {
              if (!isReady) return;
              save([...rows, rowOf(draft, target ?? null)]);
              setDraft(EMPTY);
            }}
          >
            Add and run
          </Button>
        </div>
      </Disclosure>
    </Section>
  );
}

const rowOf = ({ target: _, ...texts }: typeof EMPTY, target: number | null) => ({
  ...Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.trim() || null])),
  target,
});

function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly string[];
  readonly onChange: (event: unknown, data: { readonly value: string }) => void;
}) {
  return (
    <Field label={props.label}>
      <Select value={props.value} onChange={props.onChange}>
        {props.choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </Select>
    </Field>
  );
}
