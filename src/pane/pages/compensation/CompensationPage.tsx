import { Select, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { assumptions } from '../../../engine/analyses/compensation/assumptions';
import type { CompensationFinding } from '../../../engine/analyses/compensation/finding';
import { modellingAssumptions } from '../../../engine/analyses/compensation/modelling/assumptions';
import { inForce, type Plan } from '../../../engine/analyses/compensation/plan';
import { planNames } from '../../../engine/analyses/compensation/planRows/planEdits';
import { sameName } from '../../../engine/dataset/values/sameName';
import { usePane } from '../../context';
import { counted, DASH, money, percent1 } from '../../format';
import { FigureCards } from '../../parts/FigureCards';
import { Section } from '../../parts/Section';
import { AnalysisPage } from '../AnalysisPage';
import { CostSection } from './CostSection';
import { DealEstimate } from './DealEstimate';
import { Health } from './Health';
import { Objectives } from './Objectives';
import { Payouts } from './Payouts';
import { PlanEditor } from './PlanEditor';
import { Compared, Scenario } from './Scenario';
import { usePlans, type ShapedPlans } from './usePlans';

const useStyles = makeStyles({
  pair: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '12px' },
  select: { minWidth: 0 },
});

/** Who is paid what and why; and a plan to be shaped: its rows, what it pays and costs, what if it were another. */
export function CompensationPage() {
  return (
    <AnalysisPage
      id="compensation"
      title="Compensation"
      invitation="Press Run to see who is paid what under the plan, or to start one."
      assumptions={[...assumptions, ...modellingAssumptions]}
      beforeLimits={(finding) => <Figures finding={finding} />}
      result={(finding) => (
        <>
          <Payouts finding={finding} />
          <Shaping />
          <CostSection finding={finding} />
          <Health finding={finding} />
          <Objectives finding={finding} />
        </>
      )}
      withoutResult={<Shaping />}
    />
  );
}

function Figures({ finding }: { readonly finding: CompensationFinding }) {
  const { plans, cost, basis } = finding;
  const paying = plans.filter(({ alternativeTo }) => alternativeTo === null);
  const sum = (of: (plan: (typeof paying)[number]) => number): number =>
    paying.reduce((all, plan) => all + of(plan), 0);
  const payout = sum(({ totals }) => totals.payout);
  const credited = sum(({ totals }) => totals.credited ?? 0);
  const target = sum(({ totals }) => totals.target);
  const [first, last] = [basis.periods[0]?.label, basis.periods.at(-1)?.label];
  return (
    <FigureCards
      figures={[
        {
          label: first === last ? `Payout, ${first ?? ''}` : `Payout, ${first ?? ''} to ${last ?? ''}`,
          value: money(payout),
          details: [
            counted(
              sum(({ totals }) => totals.people),
              'person',
              'people',
            ),
          ],
        },
        {
          label: 'Cost of sales so far',
          value: credited > 0 ? percent1(payout / credited) : DASH,
          details: credited > 0 ? [`of ${money(credited)} credited`] : ['nothing in money is credited'],
        },
        {
          label: 'Of target pay so far',
          value: target > 0 ? percent1(payout / target) : DASH,
          details: target > 0 ? [`target pay ${money(target)}`] : ['no target variable pay is known'],
        },
        {
          label: 'Pay expected for the year',
          value: money(cost.mean),
          details: [
            `P10 ${money(cost.p10)}`,
            `P90 ${money(cost.p90)}`,
            ...(cost.ccos === null ? [] : [`${percent1(cost.ccos.mean)} of the sales expected`]),
          ],
        },
      ]}
    />
  );
}

/** The plan that is shown, and all that can be tried with it. */
function Shaping() {
  const { state } = usePane();
  const shaped = usePlans();
  const names = planNames(shaped.tables);
  const [chosen, setChosen] = useState('');
  const name = names.find((one) => sameName(one) === sameName(chosen)) ?? names[0] ?? '';
  const plan = shaped.plans.find((one) => sameName(one.name) === sameName(name));
  const isSound = !shaped.issues.some(({ severity }) => severity === 'blocking');
  return (
    <>
      <PlanEditor shaped={shaped} names={names} name={name} plan={plan} onChoose={setChosen} />
      {plan && isSound && (
        <>
          <Scenario key={`what if ${name}`} shaped={shaped} plan={plan} />
          <Comparing shaped={shaped} />
          <DealEstimate key={`deal ${name}`} plan={plan} asOf={state.run?.view.leadline.asOf ?? ''} />
        </>
      )}
    </>
  );
}

/** Any two plans on the same deals. */
function Comparing({ shaped }: { readonly shaped: ShapedPlans }) {
  const styles = useStyles();
  const { plans } = shaped;
  const paying = inForce(plans);
  const [names, setNames] = useState<{ readonly a?: string; readonly b?: string }>({});
  const named = (name: string | undefined): Plan | undefined => plans.find((plan) => plan.name === name);
  const a = named(names.a) ?? paying[0] ?? plans[0];
  const b =
    named(names.b) ?? plans.find((plan) => !paying.includes(plan)) ?? plans.find((plan) => plan !== a);
  if (!a || !b || plans.length < 2) return null;
  const options = plans.map(({ name }) => (
    <option key={name} value={name}>
      {name}
    </option>
  ));
  return (
    <Section title="Compare two plans" lead="The same deals under both: who wins, who loses, what it costs.">
      <div className={styles.pair}>
        <Select
          className={styles.select}
          aria-label="Plan A"
          value={a.name}
          onChange={(_, { value }) => setNames({ ...names, a: value })}
        >
          {options}
        </Select>
        <Select
          className={styles.select}
          aria-label="Plan B"
          value={b.name}
          onChange={(_, { value }) => setNames({ ...names, b: value })}
        >
          {options}
        </Select>
      </div>
      <Compared a={a} b={b} />
    </Section>
  );
}
