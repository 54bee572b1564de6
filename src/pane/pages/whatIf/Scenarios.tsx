import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { ComparedFigure } from '../../../engine/analyses/comparison';
import type { AnalysisId } from '../../../engine/analyses/findings';
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
import { DASH, differenceText, figureText } from '../../format';
import { Lines } from '../../parts/Lines';
import { Section } from '../../parts/Section';
import { TextLink } from '../../parts/TextLink';

const useStyles = makeStyles({
  link: { minHeight: '24px' },
  save: { display: 'flex', alignItems: 'end', gap: '8px' },
  field: { flexGrow: 1, minWidth: 0 },
  button: { flexShrink: 0, whiteSpace: 'nowrap' },
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
  const scenarios = readScenarios(rows, assumptions);
  const replaces = scenarios.some((one) => sameName(one.name) === sameName(name));
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
      <Lines
        label="Scenarios"
        one="scenario"
        lines={scenarios.map((scenario) => {
          const told = found.find((one) => sameName(one.name) === sameName(scenario.name));
          return {
            name: scenario.name,
            value: middleOf(told),
            details: told ? detailsOf(told) : [],
            links: (
              <Links
                name={scenario.name}
                supposed={supposedBy(scenario, assumptions, inForce)}
                onRemove={() => keep(withoutScenario(rows, scenario.name))}
              />
            ),
          };
        })}
      />
      <div className={styles.save}>
        <Field
          className={styles.field}
          label="Name of this what-if"
          {...(isNamed && replaces && { hint: 'Takes the place of the one of this name.' })}
        >
          <Input className={styles.input} value={name} onChange={(_, { value }) => setName(value)} />
        </Field>
        <Button
          className={styles.button}
          disabledFocusable={!isNamed || !props.isSupposed || state.task !== undefined}
          onClick={save}
        >
          Save scenario
        </Button>
      </div>
    </Section>
  );
}

function Links(props: {
  readonly name: string;
  /** Undefined: it changes what this page does not have. */
  readonly supposed: Supposed | undefined;
  readonly onRemove: () => void;
}) {
  const styles = useStyles();
  const { actions } = usePane();
  const { name, supposed } = props;
  return (
    <>
      {supposed && (
        <TextLink
          className={styles.link}
          aria-label={`Try ${name}`}
          onClick={() => actions.suppose(supposed)}
        >
          Try
        </TextLink>
      )}
      <TextLink className={styles.link} aria-label={`Remove ${name}`} onClick={props.onRemove}>
        Remove
      </TextLink>
    </>
  );
}

const figureOf = (told: ScenarioFinding, analysis: AnalysisId, id: string) =>
  told.figures.find((figure) => figure.analysis === analysis && figure.id === id);

function middleOf(told: ScenarioFinding | undefined): string {
  const middle = told && figureOf(told, 'forecast', 'p50');
  return middle ? figureText(middle.format, middle.value) : DASH;
}

function detailsOf(told: ScenarioFinding): readonly string[] {
  const [mean, cost] = [figureOf(told, 'forecast', 'mean'), figureOf(told, 'compensation', 'cost')];
  const differs = (figure: ComparedFigure | undefined): figure is ComparedFigure =>
    (figure?.difference?.value ?? 0) !== 0;
  return [
    told.changes.length === 0 ? 'As in force.' : told.changes.join('; '),
    ...(differs(mean) ? [`Forecast: ${differenceText(mean)}`] : []),
    ...(differs(cost) ? [`Cost of pay: ${differenceText(cost)}`] : []),
  ];
}
