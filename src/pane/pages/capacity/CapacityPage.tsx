import { Button } from '@fluentui/react-components';
import { assumptions } from '../../../engine/analyses/capacity/assumptions';
import type { CapacityFinding } from '../../../engine/analyses/capacity/finding';
import { MonthLines } from '../../charts/MonthLines';
import { usePane } from '../../context';
import { count, counted, DASH, decimal, money, percent } from '../../format';
import { DataTable } from '../../parts/DataTable';
import { Figure } from '../../parts/Figure';
import { FigureCards } from '../../parts/FigureCards';
import { Section } from '../../parts/Section';
import { AnalysisPage } from '../AnalysisPage';

/** What the team of the next 24 months can win, and whom to hire when. */
export function CapacityPage() {
  return (
    <AnalysisPage
      id="capacity"
      title="Hiring plan"
      invitation="Press Run to see what your team can win in the next 24 months."
      assumptions={assumptions}
      beforeLimits={(plan) => <Figures plan={plan} />}
      result={(plan) => <Result plan={plan} />}
      withoutResult="Nobody who sells today has won anything lately, so there is nothing to plan from. Set what a ramped person wins a month below."
    />
  );
}

interface Shown {
  readonly plan: CapacityFinding;
}

const GOAL_FROM = {
  given: 'as you set it',
  quotas: 'the quotas of these months',
  wonBefore: 'twice the last 12 months',
  none: 'set a goal below',
} as const;

function Figures({ plan }: Shown) {
  const { months, total, goal, gap, productivity, attritionSeen } = plan;
  const [first, last] = [months[0], months.at(-1)];
  return (
    <FigureCards
      figures={[
        {
          label: `Can win in ${counted(months.length, 'month')}`,
          value: money(total),
          details: [
            `${decimal(first?.ramped ?? 0)} ramped people now, ${decimal(last?.ramped ?? 0)} at the end`,
          ],
        },
        { label: 'Goal', value: money(goal.value), details: [GOAL_FROM[goal.source]] },
        {
          label: 'Short of it',
          value: gap === null ? DASH : money(Math.max(0, gap)),
          details:
            plan.solved?.reached && plan.solved.hires.length > 0
              ? [`${counted(plan.solved.hires.length, 'more hire')} would do`]
              : [],
        },
        {
          label: 'A ramped person a month',
          value: money(productivity.value),
          details: [
            attritionSeen.rate === null
              ? 'attrition not told by the data'
              : `attrition seen: ${percent(attritionSeen.rate)} a year`,
          ],
        },
      ]}
    />
  );
}

function Result({ plan }: Shown) {
  return (
    <>
      <Months plan={plan} />
      <Hires plan={plan} />
      {plan.promotion && (
        <Section
          title="If the best seller became a manager"
          lead={`${plan.promotion.name} won most a month lately: ${money(plan.promotion.raw)}. The best of several is the luckiest, too, so ${money(plan.promotion.perMonth)} are counted on. The plan would lose ${money(plan.promotion.stays)} and win back ${money(plan.promotion.successor)} by a successor.`}
        >
          <DataTable
            label="If the best seller became a manager"
            headers={['The plan loses', 'The others must win more by']}
            rows={[
              [
                money(plan.promotion.stays - plan.promotion.successor),
                plan.promotion.othersMustGain === null ? DASH : percent(plan.promotion.othersMustGain),
              ],
            ]}
          />
        </Section>
      )}
    </>
  );
}

function Months({ plan }: Shown) {
  const { months, goal } = plan;
  const sums: number[] = [];
  for (const { capacity } of months) sums.push((sums.at(-1) ?? 0) + capacity);
  const goals = months.map((_, i) => ((goal.value ?? 0) * (i + 1)) / months.length);
  const label = 'What the team can win, against the goal';
  return (
    <Section title="Month by month" lead="Can win so far, against an equal part of the goal every month.">
      <Figure
        label={label}
        headers={['Month', 'Can win', 'So far', 'Goal so far', 'People', 'Ramped']}
        rows={months.map((m, i) => [
          m.month,
          money(m.capacity),
          money(sums[i] ?? null),
          goal.value === null ? DASH : money(goals[i] ?? null),
          decimal(m.staff),
          decimal(m.ramped),
        ])}
      >
        <MonthLines
          label={label}
          months={months.map(({ month }) => month)}
          lines={[
            { label: 'Can win so far', mark: 'good', values: sums.map((cents) => cents / 100) },
            ...(goal.value === null
              ? []
              : [{ label: 'Goal so far', mark: 'bad' as const, values: goals.map((cents) => cents / 100) }]),
          ]}
        />
      </Figure>
    </Section>
  );
}

/** The hires that reach the goal, and a press that puts them into the plan. */
function Hires({ plan }: Shown) {
  const { state, actions } = usePane();
  const { solved } = plan;
  if (!solved) return null;
  const planned = state.settings.tables['hires'] ?? state.run?.view.tables['hires'] ?? [];
  return (
    <Section
      title="Hires that reach the goal"
      lead={
        solved.hires.length === 0
          ? solved.reached
            ? 'The team as planned reaches the goal: no further hire is needed.'
            : 'Nobody hired from now on could start early enough to help.'
          : solved.reached
            ? 'As few as do, each as late as can be.'
            : 'As many and as early as allowed; they do not suffice.'
      }
    >
      {solved.hires.length > 0 && (
        <>
          <DataTable
            label="Hires that reach the goal"
            headers={['Hire', 'Recruit from', 'First day in', 'Adds']}
            rows={solved.hires.map((hire, i) => [
              count(i + 1),
              hire.recruitFrom,
              hire.month,
              money(hire.adds),
            ])}
          />
          <Button
            onClick={() => {
              actions.changeTable('hires', [
                ...planned,
                ...solved.hires.map(({ month }, i) => ({
                  who: `Hire ${planned.length + i + 1}`,
                  start: `${month}-01`,
                })),
              ]);
              void actions.run();
            }}
          >
            Put them into the plan
          </Button>
        </>
      )}
      {planned.length > 0 && (
        <Button
          appearance="subtle"
          onClick={() => {
            actions.changeTable('hires', []);
            void actions.run();
          }}
        >
          {`Take out ${counted(planned.length, 'planned hire')}`}
        </Button>
      )}
    </Section>
  );
}
