import type { PeriodForecast } from '../../../engine/analyses/forecast/finding';
import { endsEarly } from '../../../engine/analyses/forecast/periods';
import { BandChart } from '../../charts/BandChart';
import { count, counted, DASH, decimal, month, percent, chance } from '../../format';
import { Figure } from '../../parts/Figure';
import { Section } from '../../parts/Section';
import { amountText, inUnits, type Shown } from './shown';

/** The months one by one, and how the total depends on deals winning and losing together. */
export function Months({ forecast }: Shown) {
  const { periods, quarters, total, basis, newDeals, sensitivity } = forecast;
  const amount = amountText(basis.unit);
  const units = inUnits(basis.unit);
  const label = 'What will be won, month by month';
  const strong = sensitivity.at(-1);
  return (
    <Section
      title="Month by month"
      lead={`Of ${count(basis.draws)} simulated futures, eight in ten lie within the band, one in ten below it.${
        newDeals
          ? ` About ${counted(Math.round(newDeals.wins), 'win')} of deals that do not exist yet are in it.`
          : ''
      }`}
    >
      <Figure
        label={label}
        headers={['Period', 'P10', 'P50', 'P90', 'Mean', 'Won already', 'Goal', 'Chance of goal', 'Wins']}
        rows={[...periods, ...quarters, total].map((p) => [
          nameOf(p),
          amount(p.p10),
          amount(p.p50),
          amount(p.p90),
          amount(p.mean),
          amount(p.booked),
          amount(p.goal),
          chance(p.probabilityOfGoal),
          decimal(p.wins.mean),
        ])}
        note={
          strong && strong.correlation !== basis.correlation.used
            ? `Deals won and lost together more strongly would make it ${amount(strong.p10)}${DASH}${amount(strong.p90)} in all.`
            : basis.recalibration === null
              ? undefined
              : `Bands are made ${percent(basis.recalibration)} as wide as simulated: past ones were ${basis.recalibration > 1 ? 'too narrow' : 'too wide'}.`
        }
      >
        <BandChart
          label={label}
          rows={periods.map(({ period, p10, p50, p90, goal }) => ({
            period,
            p10: units(p10),
            p50: units(p50),
            p90: units(p90),
            goal: goal === null ? null : units(goal),
          }))}
        />
      </Figure>
    </Section>
  );
}

/** "Oct 26", "2026-Q3"; "2026-Q4 to Oct 26" where the forecast ends within the quarter. */
const nameOf = (p: PeriodForecast): string =>
  p.period === 'total'
    ? 'All months'
    : !p.period.includes('Q')
      ? month(p.period)
      : endsEarly(p)
        ? `${p.period} to ${month(p.to.slice(0, 7))}`
        : p.period;
