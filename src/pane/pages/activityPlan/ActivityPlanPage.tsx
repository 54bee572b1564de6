import { assumptions } from '../../../engine/analyses/activityPlan/assumptions';
import type { ActivityPlanFinding } from '../../../engine/analyses/activityPlan/finding';
import { NeedBars } from '../../charts/NeedBars';
import { count, counted, DASH, date, decimal, interval, money, percent, rate, share } from '../../format';
import { DataTable } from '../../parts/DataTable';
import { FigureCards } from '../../parts/FigureCards';
import { Figure } from '../../parts/Figure';
import { Section } from '../../parts/Section';
import { AnalysisPage } from '../AnalysisPage';

/** From the goal back to what people must do, per person and month. */
export function ActivityPlanPage() {
  return (
    <AnalysisPage
      id="activityPlan"
      title="Activity plan"
      invitation="Press Run to see what your goal asks of people."
      assumptions={assumptions}
      beforeLimits={(plan) => <Figures plan={plan} />}
      result={(plan, values) => <Result plan={plan} minimum={Number(values['minimumForPercent'])} />}
      withoutResult="No deal is won or lost yet, so there is nothing to plan from."
    />
  );
}

interface Shown {
  readonly plan: ActivityPlanFinding;
}

const GOAL_FROM = {
  given: 'as you set it',
  quotas: 'the quotas of these months',
  wonBefore: 'what was won in as many months before',
  none: 'set a goal below',
} as const;

function Figures({ plan }: Shown) {
  const { goal, basis, dealSize, winsNeeded, newDeals, volumeForGoal, steps } = plan;
  const first = steps[0]?.needed ?? null;
  return (
    <FigureCards
      figures={[
        {
          label: `Goal for ${counted(basis.months, 'month')}`,
          value: money(goal.value),
          details: [GOAL_FROM[goal.source], `from ${date(basis.from)}`],
        },
        {
          label: 'Wins needed',
          value: winsNeeded === null ? DASH : count(winsNeeded),
          details: [dealSize.value === null ? 'deal size unknown' : `at ${money(dealSize.value)} a deal`],
        },
        {
          label: 'New deals needed',
          value: first === null ? DASH : count(first.median),
          details: first === null ? [] : [`${count(first.sure)} to be ${percent(basis.assurance)} sure`],
        },
        {
          label: 'Times today’s volume',
          value: volumeForGoal === null ? DASH : decimal(volumeForGoal),
          details: [`today ${decimal(newDeals.perMonth)} new deals a month`],
        },
      ]}
    />
  );
}

function Result({ plan, minimum }: Shown & { readonly minimum: number }) {
  return (
    <>
      {plan.activities.length > 0 && <Activities plan={plan} />}
      <Section
        title="Deals, from the goal back"
        lead={`How many must come how far. A rate counts the deals decided so far.${
          plan.steps.some(({ supposed }) => supposed !== null)
            ? ' Behind the arrow: what the what-if supposes, and the need rests on.'
            : ''
        }`}
      >
        <DataTable
          label="Deals, from the goal back"
          headers={['Stage', 'Needed', `${percent(plan.basis.assurance)} sure`, 'Rate', 'Interval']}
          rows={plan.steps.map((step) => [
            step.name,
            step.needed === null ? DASH : count(step.needed.median),
            step.needed === null ? DASH : count(step.needed.sure),
            step.supposed === null
              ? rate(step.rate, minimum)
              : `${rate(step.rate, minimum)} → ${share(step.supposed)}`,
            interval(step.rate),
          ])}
        />
      </Section>
      {plan.volumeForGoal !== null && plan.volumeForGoal > 1 && (
        <WhatIf plan={plan} times={plan.volumeForGoal} />
      )}
      {plan.income && (
        <Section title="What one person wants to earn">
          <DataTable
            label="What one person wants to earn"
            headers={['Wanted', 'Base', 'A deal', 'Deals a year']}
            rows={[
              [
                money(plan.income.goal),
                money(plan.income.base),
                money(plan.income.perDeal),
                count(Math.ceil(plan.income.deals)),
              ],
            ]}
          />
        </Section>
      )}
    </>
  );
}

/** Today's volume and rates do not reach the goal: more of one, or better at one of the others. */
function WhatIf({ plan, times }: Shown & { readonly times: number }) {
  return (
    <Section
      title="Two ways to the goal"
      lead={`${decimal(times)} times today’s new deals at today’s rates; or, at today’s volume, one of these rates alone.`}
    >
      <DataTable
        label="Two ways to the goal"
        headers={['Stage', 'Rate today', 'Would do']}
        rows={plan.steps.map(({ name, rate: { estimate }, rateForGoal }) => [
          name,
          share(estimate),
          rateForGoal === null ? 'not by this alone' : share(rateForGoal),
        ])}
      />
    </Section>
  );
}

function Activities({ plan }: Shown) {
  const known = (value: number | null): string => (value === null ? DASH : decimal(value));
  const label = 'Needed per person and month';
  return (
    <Section
      title="What a person must do in a month"
      lead="At today’s activities per new deal. The pale band reaches from a usual to a strong month."
    >
      <Figure
        label={label}
        headers={['Activity', 'Needed', 'Usual month', 'Strong month', 'Per new deal']}
        rows={plan.activities.map((a) => [
          a.type,
          known(a.neededPerPersonAndMonth),
          known(a.usual),
          known(a.strong),
          known(a.perNewDeal),
        ])}
      >
        <NeedBars
          label={label}
          rows={plan.activities.map((a) => ({
            name: a.type,
            needed: a.neededPerPersonAndMonth,
            usual: a.usual,
            strong: a.strong,
          }))}
        />
      </Figure>
    </Section>
  );
}
