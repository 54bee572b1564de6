import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ForecastFinding } from '../../../engine/analyses/forecast/finding';
import type { WhatIfPeriod } from '../../../engine/analyses/forecast/whatIf';
import { BandChart } from '../../charts/BandChart';
import { count, DASH, date, month, share } from '../../format';
import { DataTable } from '../../parts/DataTable';
import { Figure } from '../../parts/Figure';
import { FigureCards } from '../../parts/FigureCards';
import { Section } from '../../parts/Section';
import { amountText, inUnits } from '../forecast/shown';
import { usePane } from '../../context';
import type { AlsoTold, Told } from './useWhatIf';

const useStyles = makeStyles({
  waiting: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What comes of what is supposed: the band beside the one before, the difference with its own interval. */
export function Outcome(props: {
  readonly forecast: ForecastFinding;
  readonly told: Told | undefined;
  readonly also: AlsoTold | undefined;
}) {
  const styles = useStyles();
  const { forecast, told } = props;
  if (!told) return <p className={styles.waiting}>Working it out …</p>;
  const { periods, total, draws, allDraws } = told.forecast;
  const amount = amountText(forecast.basis.unit);
  const units = inUnits(forecast.basis.unit);
  const label = 'What will be won, before and under the what-if';
  const isSame = total.difference.p10 === 0 && total.difference.p90 === 0;
  return (
    <>
      <FigureCards
        figures={[
          {
            label: `Won by ${date(forecast.basis.to)}`,
            value: amount(total.p50),
            details: isSame
              ? [`${amount(total.p10)}${DASH}${amount(total.p90)}, 8 times in 10`]
              : [
                  `${signed(total.difference.p50, amount)}; 8 times in 10 ${signed(total.difference.p10, amount)} to ${signed(total.difference.p90, amount)}`,
                ],
          },
          {
            label: 'Chance to reach the goal',
            value: share(total.probabilityOfGoal),
            details: [
              total.goal === null
                ? 'no goal is set'
                : isSame
                  ? `goal ${amount(total.goal)}`
                  : `before ${share(total.before.probabilityOfGoal)}`,
            ],
          },
        ]}
      />
      <Figure
        label={label}
        headers={['Month', 'P10', 'P50', 'P90', 'P50 before', 'Difference', 'Chance of goal']}
        rows={[...periods, total].map((p) => rowOf(p, amount))}
        note={
          draws < allDraws
            ? `Preview from ${count(draws)} of ${count(allDraws)} futures; all of them follow when you stop.`
            : `From ${count(draws)} futures, the same before and after.`
        }
      >
        <BandChart
          label={label}
          {...(!isSame && { bandLabel: 'Under the what-if' })}
          rows={periods.map(({ period, p10, p50, p90, before, goal }) => ({
            period,
            p10: units(p10),
            p50: units(p50),
            p90: units(p90),
            goal: goal === null ? null : units(goal),
            ...(!isSame && {
              before: { p10: units(before.p10), p50: units(before.p50), p90: units(before.p90) },
            }),
          }))}
        />
      </Figure>
      <Elsewhere also={props.also} />
    </>
  );
}

const signed = (value: number, amount: (value: number) => string): string =>
  value > 0 ? `+${amount(value)}` : amount(value);

const rowOf = (p: WhatIfPeriod, amount: (value: number) => string): readonly string[] => [
  p.period === 'total' ? 'All months' : month(p.period),
  amount(p.p10),
  amount(p.p50),
  amount(p.p90),
  amount(p.before.p50),
  signed(p.difference.p50, amount),
  share(p.probabilityOfGoal),
];

/** The same supposition in the other plans. */
function Elsewhere({ also }: { readonly also: AlsoTold | undefined }) {
  const { state } = usePane();
  const before = state.run?.view.analyses;
  const plan = before?.activityPlan;
  const hiring = before?.capacity;
  if (!plan && !hiring) return null;
  const money = amountText('amount');
  const short = (gap: number | null): string => (gap !== null && gap <= 0 ? 'not at all' : money(gap));
  const needed = (of: typeof plan): string => {
    const need = of?.steps[0]?.needed?.median;
    return need === undefined ? DASH : count(need);
  };
  const now = { plan: also?.plan ?? plan, hiring: also?.hiring ?? hiring };
  return (
    <Section title="And elsewhere" lead="What the same supposition asks of people, and of the team.">
      <DataTable
        label="And elsewhere"
        headers={['Plan', 'Before', 'What if']}
        rows={[
          ...(plan ? [['New deals needed for the goal', needed(plan), needed(now.plan)]] : []),
          ...(hiring && now.hiring
            ? [
                ['The team can win in 24 months', money(hiring.total), money(now.hiring.total)],
                ['Short of its goal', short(hiring.gap), short(now.hiring.gap)],
              ]
            : []),
        ]}
      />
    </Section>
  );
}
