import type { ForecastFinding } from '../../../engine/analyses/forecast/finding';
import type { WhatIfAnswer, WhatIfPeriod } from '../../../engine/analyses/forecast/whatIf';
import { BandChart } from '../../charts/BandChart';
import { count, DASH, date, month, chance, signed } from '../../format';
import { Figure } from '../../parts/Figure';
import { FigureCards } from '../../parts/FigureCards';
import { Text } from '../../parts/Text';
import { amountText, inUnits } from '../forecast/shown';

/** What comes of what is supposed: the band beside the one before, the difference with its own interval. */
export function Outcome(props: {
  readonly forecast: ForecastFinding;
  readonly told: WhatIfAnswer | undefined;
}) {
  const { forecast, told } = props;
  if (!told) return <Text>Working it out …</Text>;
  const { periods, total, draws, allDraws } = told;
  const amount = amountText(forecast.basis.unit);
  const units = inUnits(forecast.basis.unit);
  const label = 'What will be won, before and under the what-if';
  const isSame = total.difference.p10 === 0 && total.difference.p90 === 0;
  return (
    <>
      <FigureCards
        figures={[
          {
            label: `${forecast.basis.unit === 'deals' ? 'Deals won' : 'Won'} by ${date(forecast.basis.to)}`,
            value: amount(total.p50),
            details: isSame
              ? [`${amount(total.p10)}${DASH}${amount(total.p90)}, 8 times in 10`]
              : [
                  `${signed(total.difference.p50, amount)}; 8 times in 10 ${signed(total.difference.p10, amount)} to ${signed(total.difference.p90, amount)}`,
                ],
          },
          {
            label: 'Chance to reach the goal',
            value: chance(total.probabilityOfGoal),
            details: [
              total.goal === null
                ? 'no goal is set'
                : isSame
                  ? `goal ${amount(total.goal)}`
                  : `before ${chance(total.before.probabilityOfGoal)}`,
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
    </>
  );
}

const rowOf = (p: WhatIfPeriod, amount: (value: number) => string): readonly string[] => [
  p.period === 'total' ? 'All months' : month(p.period),
  amount(p.p10),
  amount(p.p50),
  amount(p.p90),
  amount(p.before.p50),
  signed(p.difference.p50, amount),
  chance(p.probabilityOfGoal),
];
