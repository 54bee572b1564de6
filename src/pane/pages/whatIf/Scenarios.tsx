import { Button, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { assumptions } from '../../../engine/analyses/forecast/assumptions';
import type { Supposed } from '../../../engine/analyses/levers';
import { supposedBy, scenarioOf } from '../../../engine/analyses/scenarios/supposed';
import type { ScenarioFinding } from '../../../engine/analyses/scenarios/finding';
import {
  readScenarios,
  SCENARIOS,
  withoutScenario,
  withScenario,
} from '../../../engine/analyses/scenarios/table';
import { sameName } from '../../../engine/dataset/values/sameName';
import { usePane } from '../../context';
import { DASH, figureText, signed } from '../../format';
import { Section } from '../../parts/Section';
import { TextLink } from '../../parts/TextLink';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyle: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '12px',
    padding: '8px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { ...typographyStyles.body1, overflowWrap: 'anywhere' },
  value: { ...typographyStyles.body1Strong, fontVariantNumeric: 'tabular-nums' },
  detail: { ...typographyStyles.caption1, gridColumn: '1 / -1', color: tokens.colorNeutralForeground3 },
  links: { ...typographyStyles.caption1, gridColumn: '1 / -1', display: 'flex', gap: '16px' },
  link: { minHeight: '24px' },
  save: { display: 'flex', alignItems: 'end', gap: '8px' },
  field: { flexGrow: 1, minWidth: 0 },
  input: { minWidth: 0, width: '100%' },
});

/** Named what-ifs side by side; the one on the page may become one of them, and any of them may be taken up again. */
export function Scenarios(props: { readonly supposed: Supposed; readonly isSupposed: boolean }) {
  const styles = useStyles();
  const { state, actions } = usePane();
  const [name, setName] = useState('');
  const { run, settings } = state;
  if (!run) return null;
  const inForce: Supposed = { values: run.view.values, tables: run.view.tables };
  const rows = settings.tables[SCENARIOS.id] ?? inForce.tables[SCENARIOS.id] ?? [];
  const found = run.view.scenarios?.scenarios ?? [];
  const isNamed = name.trim() !== '';
  const replaces = readScenarios(rows, assumptions).some((one) => sameName(one.name) === sameName(name));
  function keep(next: typeof rows): void {
    actions.changeTable(SCENARIOS.id, next);
    void actions.run();
  }
  function save(): void {
    keep(withScenario(rows, scenarioOf(name.trim(), props.supposed, inForce), assumptions));
    setName('');
  }
  return (
    <Section
      title="Scenarios"
      lead="Named what-ifs, run side by side on the same chance; written to the sheet Scenarios."
    >
      <ul className={styles.list}>
        {readScenarios(rows, assumptions).map((scenario) => {
          const supposed = supposedBy(scenario, assumptions, inForce);
          const told = found.find((one) => sameName(one.name) === sameName(scenario.name));
          return (
            <li key={scenario.name} className={styles.item}>
              <span className={styles.name}>{scenario.name}</span>
              <span className={styles.value}>{middleOf(told)}</span>
              {told &&
                detailsOf(told).map((detail) => (
                  <span key={detail} className={styles.detail}>
                    {detail}
                  </span>
                ))}
              <span className={styles.links}>
                {supposed && (
                  <TextLink
                    className={styles.link}
                    aria-label={`Try ${scenario.name}`}
                    onClick={() => actions.suppose(supposed)}
                  >
                    Try
                  </TextLink>
                )}
                <TextLink
                  className={styles.link}
                  aria-label={`Remove ${scenario.name}`}
                  onClick={() => keep(withoutScenario(rows, scenario.name))}
                >
                  Remove
                </TextLink>
              </span>
            </li>
          );
        })}
      </ul>
      <div className={styles.save}>
        <Field
          className={styles.field}
          label="Name of this what-if"
          {...(isNamed && replaces && { hint: 'Takes the place of the one of this name.' })}
        >
          <Input className={styles.input} value={name} onChange={(_, { value }) => setName(value)} />
        </Field>
        <Button disabledFocusable={!isNamed || !props.isSupposed || state.task !== undefined} onClick={save}>
          Save scenario
        </Button>
      </div>
    </Section>
  );
}

const forecastFigure = (told: ScenarioFinding | undefined, id: string) =>
  told?.figures.find((figure) => figure.analysis === 'forecast' && figure.id === id);

function middleOf(told: ScenarioFinding | undefined): string {
  const middle = forecastFigure(told, 'p50');
  return middle ? figureText(middle.format, middle.value) : DASH;
}

function detailsOf(told: ScenarioFinding): readonly string[] {
  const mean = forecastFigure(told, 'mean');
  const difference = mean?.difference;
  const amount = (value: number): string => signed(value, (v) => figureText(mean!.format, v));
  return [
    told.changes.length === 0 ? 'As in force.' : told.changes.join('; '),
    ...(difference && difference.value !== 0
      ? [
          `${amount(difference.value)} on average${
            difference.low === null || difference.high === null
              ? ''
              : `; 8 times in 10 ${amount(difference.low)} to ${amount(difference.high)}`
          }`,
        ]
      : []),
  ];
}
