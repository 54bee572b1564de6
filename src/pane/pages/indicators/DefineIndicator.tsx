import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { COUNTED, DIRECTIONS, MEASURED } from '../../../engine/analyses/indicators/ownIndicators';
import type { EditedRow } from '../../../engine/report/editableTable';
import { usePane } from '../../context';
import { ANY, typedNumber } from '../../format';
import { Choice } from '../../parts/Choice';
import type { Shown } from './shown';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  input: { minWidth: 0, width: '100%' },
});

type Draft = Readonly<
  Record<
    'name' | 'counted' | 'type' | 'person' | 'stage' | 'measured' | 'per' | 'direction' | 'target',
    string
  >
>;
const BLANK: Draft = {
  name: '',
  counted: COUNTED[0],
  type: '',
  person: '',
  stage: '',
  measured: MEASURED[0],
  per: '',
  direction: DIRECTIONS.more,
  target: '',
};

/** Which columns narrow down what is counted. */
const FILTERS: Readonly<Record<(typeof COUNTED)[number], readonly (keyof Draft)[]>> = {
  Activities: ['type', 'person', 'measured'],
  'New deals': ['person', 'measured'],
  'Deals entering a stage': ['stage', 'person', 'measured'],
  'A series kept by hand': ['type', 'person'],
};

/** A form for one indicator; what it takes for granted is what the table on the sheet does. */
export function DefineIndicator(props: {
  readonly finding: Shown['finding'];
  readonly isTaken: (name: string) => boolean;
  readonly onAdd: (row: EditedRow) => void;
}) {
  const styles = useStyles();
  const { state } = usePane();
  const [draft, setDraft] = useState(BLANK);
  const { finding } = props;
  const set = (column: keyof Draft) => (value: string) => setDraft({ ...draft, [column]: value });
  const counted = COUNTED.find((choice) => choice === draft.counted) ?? COUNTED[0];
  const asked = FILTERS[counted];
  const stages = (state.run?.view.stages ?? []).filter(({ kind }) => kind === 'open');
  const target = draft.target.trim() === '' ? null : (typedNumber(ANY, draft.target) ?? NaN);
  const problem =
    draft.name.trim() === ''
      ? 'Give it a name.'
      : props.isTaken(draft.name)
        ? 'There is an indicator of this name.'
        : undefined;
  const targetProblem = target !== null && !(target > 0) ? 'Type a number above 0, or nothing.' : undefined;
  const isComplete =
    problem === undefined &&
    targetProblem === undefined &&
    (counted !== 'Deals entering a stage' || draft.stage !== '') &&
    (counted !== 'A series kept by hand' || draft.type.trim() !== '');
  function add(): void {
    const kept = Object.fromEntries(
      (Object.keys(draft) as (keyof Draft)[]) // a draft has no other keys
        .filter((column) => column !== 'target')
        .map((column) => {
          const applies = !ALL_FILTERS.has(column) || asked.includes(column);
          const value = applies ? draft[column].trim() : '';
          return [column, value === '' ? null : value];
        }),
    );
    props.onAdd({ ...kept, target });
    setDraft(BLANK);
  }
  return (
    <div className={styles.form}>
      <Field label="Name" {...(draft.name !== '' && problem && { validationMessage: problem })}>
        <Input className={styles.input} value={draft.name} onChange={(_, { value }) => set('name')(value)} />
      </Field>
      <Choice label="Counted" value={counted} choices={COUNTED} onChange={set('counted')} />
      {asked.includes('type') && (
        <Typed
          label={counted === 'Activities' ? 'Type' : 'Series'}
          hint={counted === 'Activities' ? 'Empty: all of them.' : 'Its name on your sheet.'}
          value={draft.type}
          known={
            counted === 'Activities' ? namesOf(finding, 'activities', 'count') : namesOf(finding, 'sheet')
          }
          onChange={set('type')}
        />
      )}
      {asked.includes('stage') && (
        <Choice
          label="Stage"
          value={draft.stage}
          none="Choose a stage"
          choices={stages.map(({ name }) => name)}
          onChange={set('stage')}
        />
      )}
      {asked.includes('person') && (
        <Typed
          label="Person"
          hint="Empty: all of them."
          value={draft.person}
          known={[...new Set(finding.standards.map(({ person }) => person))]}
          onChange={set('person')}
        />
      )}
      {asked.includes('measured') && (
        <Choice label="Measured by" value={draft.measured} choices={MEASURED} onChange={set('measured')} />
      )}
      <Choice
        label="Divided by"
        value={draft.per}
        none="Nothing: a sum"
        choices={[...new Set(finding.indicators.map(({ name }) => name))]}
        onChange={set('per')}
      />
      <Choice
        label="Direction"
        value={draft.direction}
        choices={Object.values(DIRECTIONS)}
        onChange={set('direction')}
      />
      <Field
        label={`Target a person and ${finding.basis.grain}`}
        hint="Empty: what is usual in the team."
        {...(targetProblem && { validationMessage: targetProblem })}
      >
        <Input
          className={styles.input}
          inputMode="decimal"
          value={draft.target}
          onChange={(_, { value }) => set('target')(value)}
        />
      </Field>
      <Button disabledFocusable={!isComplete || state.task !== undefined} onClick={add}>
        Add indicator
      </Button>
    </div>
  );
}

const ALL_FILTERS: ReadonlySet<keyof Draft> = new Set(Object.values(FILTERS).flat());

const namesOf = (
  { indicators }: Shown['finding'],
  source: 'activities' | 'sheet',
  kind?: 'count',
): readonly string[] => [
  ...new Set(
    indicators
      .filter((one) => one.source === source && (kind === undefined || one.kind === kind))
      .map(({ name }) => name),
  ),
];

/** Typed freely, with what is known to choose from. */
function Typed(props: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly known: readonly string[];
  readonly onChange: (value: string) => void;
}) {
  const styles = useStyles();
  const id = useId();
  return (
    <>
      <Field label={props.label} hint={props.hint}>
        <Input
          className={styles.input}
          input={{ list: id }}
          value={props.value}
          onChange={(_, { value }) => props.onChange(value)}
        />
      </Field>
      <datalist id={id}>
        {props.known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
