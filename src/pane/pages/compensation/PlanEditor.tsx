import { Button, makeStyles, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { PLAN_LIBRARY } from '../../../engine/analyses/compensation/library';
import type { Plan } from '../../../engine/analyses/compensation/plan';
import {
  isOf,
  renamedPlan,
  withComponent,
  withoutPlan,
  withPlan,
} from '../../../engine/analyses/compensation/planRows/planEdits';
import { wordIssue } from '../../../engine/report/wording';
import { money, percent } from '../../format';
import { Disclosure } from '../../parts/Disclosure';
import { FigureCards } from '../../parts/FigureCards';
import { Notice } from '../../parts/Notice';
import { Section } from '../../parts/Section';
import { Text } from '../../parts/Text';
import { TextLink } from '../../parts/TextLink';
import { CellField } from './CellField';
import { ComponentEditor } from './ComponentEditor';
import { Modifiers } from './Modifiers';
import { PayoutCurve } from './PayoutCurve';
import type { ShapedPlans } from './usePlans';
import { usePlanAnswer } from './usePlanAnswer';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '4px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
});

/** The plan that is shown: its rows to be edited, and beside them what it pays and costs. */
export function PlanEditor(props: {
  readonly shaped: ShapedPlans;
  readonly names: readonly string[];
  readonly name: string;
  readonly plan: Plan | undefined;
  readonly onChoose: (name: string) => void;
}) {
  const styles = useStyles();
  const { shaped, names, name, plan } = props;
  const components = (shaped.tables['planComponents'] ?? []).flatMap((row, at) =>
    isOf(row, name) ? [{ row, at }] : [],
  );
  const editing = { shaped, plan: name };
  // What no row can show: a plan without components, tiers of an unknown component.
  const unplaced = shaped.issues.filter(({ place }) => place === undefined).map(wordIssue);
  return (
    <Section
      title="Plan"
      lead={
        shaped.fromSheet
          ? 'As it stands on your sheet. A change here is kept in Leadline’s own plan tables, which count from then on.'
          : 'The same rows stand on the sheet Leadline Plan; change them here or there.'
      }
    >
      <div className={styles.row}>
        {names.length > 1 && (
          <Select aria-label="Plan" value={name} onChange={(_, { value }) => props.onChoose(value)}>
            {names.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </Select>
        )}
        {names.length === 1 && <strong>{name}</strong>}
        {names.length > 0 && (
          <TextLink
            aria-label={`Remove plan ${name}`}
            onClick={() => shaped.change(withoutPlan(shaped.tables, name))}
          >
            Remove
          </TextLink>
        )}
      </div>
      {unplaced.length > 0 && <Notice intent="warning">{unplaced.join(' ')}</Notice>}
      {plan && <Worth plan={plan} />}
      {names.length > 0 && (
        <>
          <div className={styles.list}>
            {components.map(({ row, at }) => (
              <ComponentEditor
                key={at}
                {...editing}
                component={row}
                at={at}
                isOnly={components.length === 1}
              />
            ))}
            <Disclosure label="The whole plan: its name, whom it is for, draw, cap" flush>
              <PlanName key={name} {...props} />
              <Modifiers {...editing} component={undefined} />
            </Disclosure>
          </div>
          <div className={styles.row}>
            <Button size="small" onClick={() => shaped.change(withComponent(shaped.tables, name))}>
              Add a component
            </Button>
          </div>
        </>
      )}
      <Library {...props} />
    </Section>
  );
}

function PlanName({
  shaped,
  name,
  onChoose,
}: {
  readonly shaped: ShapedPlans;
  readonly name: string;
  readonly onChoose: (name: string) => void;
}) {
  const [problem, setProblem] = useState<string>();
  return (
    <CellField
      label="Name of the plan"
      value={name}
      isShare={false}
      problem={problem}
      onChange={(typed) => {
        const next = renamedPlan(shaped.tables, name, String(typed ?? ''));
        setProblem(next ? undefined : typed ? `“${typed}” is another plan.` : 'A plan needs a name.');
        if (!next) return;
        shaped.change(next);
        onChoose(String(typed));
      }}
    />
  );
}

/** Ready plans to start from. Beside a plan that is there, one is for comparison with it. */
function Library({
  shaped,
  names,
  name,
  onChoose,
}: {
  readonly shaped: ShapedPlans;
  readonly names: readonly string[];
  readonly name: string;
  readonly onChoose: (name: string) => void;
}) {
  return (
    <Select
      aria-label="Add a plan from the library"
      value=""
      onChange={(_, { value }) => {
        const chosen = PLAN_LIBRARY.find((one) => one.name === value);
        if (!chosen) return;
        const next = withPlan(shaped.tables, chosen, names.length === 0 ? undefined : name);
        shaped.change(next);
        onChoose(String(next['planComponents']?.at(-1)?.['plan'] ?? chosen.name));
      }}
    >
      <option value="">
        {names.length === 0 ? 'Start from a plan of the library …' : 'Add a plan to compare with …'}
      </option>
      {PLAN_LIBRARY.map((one) => (
        <option key={one.name} value={one.name}>
          {one.name}
        </option>
      ))}
    </Select>
  );
}

/** What a plan pays and costs, at once while it is shaped. */
function Worth({ plan }: { readonly plan: Plan }) {
  const tried = usePlanAnswer({ ask: 'try', plan, changes: {} });
  const cost = tried?.cost;
  const risk = usePlanAnswer(cost ? { ask: 'risk', plan } : undefined);
  if (!tried) return null;
  if (!cost || !tried.curve)
    return (
      <Text>
        {tried.remarks.some(({ severity }) => severity === 'blocking')
          ? 'What it pays is shown once the remarks below are dealt with.'
          : 'It pays nobody yet: there are no people that it applies to.'}
      </Text>
    );
  return (
    <>
      <FigureCards
        figures={[
          {
            label: 'Cost of this plan, about',
            value: money(cost.expected),
            details: [
              ...(cost.target > 0 ? [`${percent(cost.expected / cost.target)} of target pay`] : []),
              `${cost.people} ${cost.people === 1 ? 'person' : 'people'}`,
            ],
          },
          {
            label: 'It may cost',
            value: risk ? money(risk.p50) : '…',
            details: risk
              ? [
                  `P10 ${money(risk.p10)}, P90 ${money(risk.p90)}`,
                  ...(risk.ccos === null ? [] : [`${percent(risk.ccos)} of what is sold`]),
                ]
              : [],
          },
        ]}
      />
      <PayoutCurve curve={tried.curve} />
    </>
  );
}
