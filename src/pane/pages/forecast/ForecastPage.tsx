import { assumptions } from '../../../engine/analyses/forecast/assumptions';
import { noGoalText } from '../../../engine/analyses/forecast/describe/words';
import { LEVERS } from '../../../engine/analyses/levers';
import { counted, date, decimal, DASH, chance } from '../../format';
import { FigureCards } from '../../parts/FigureCards';
import { AnalysisPage } from '../AnalysisPage';
import { Accuracy } from './Accuracy';
import { Changes } from './Changes';
import { CoverageSection } from './CoverageSection';
import { DealsThatMatter } from './DealsThatMatter';
import { Months } from './Months';
import { amountText, type Shown } from './shown';
import { WeightedPipelines } from './WeightedPipelines';

const leverIds: ReadonlySet<string> = new Set(LEVERS.map(({ id }) => id));
/** The levers have a page of their own. */
const shown = assumptions.filter(({ id }) => !leverIds.has(id));

/** What the months ahead will bring, and how sure that is. */
export function ForecastPage() {
  return (
    <AnalysisPage
      id="forecast"
      title="Forecast"
      invitation="Press Run to see what the months ahead will bring."
      assumptions={shown}
      beforeLimits={(forecast) => <Figures forecast={forecast} />}
      result={(forecast) => (
        <>
          <Months forecast={forecast} />
          <WeightedPipelines forecast={forecast} />
          <CoverageSection forecast={forecast} />
          <DealsThatMatter forecast={forecast} />
          <Changes forecast={forecast} />
          <Accuracy forecast={forecast} />
        </>
      )}
      withoutResult="No deal of which it is known how long it took has been won yet, so there is nothing to forecast from."
    />
  );
}

function Figures({ forecast }: Shown) {
  const { total, basis, weighted, coverageTotal } = forecast;
  const amount = amountText(basis.unit);
  const { coverage, required } = coverageTotal;
  return (
    <FigureCards
      figures={[
        {
          label: `${basis.unit === 'deals' ? 'Deals won' : 'Won'} by ${date(basis.to)}`,
          value: amount(total.p50),
          details: [
            `${amount(total.p10)}${DASH}${amount(total.p90)}, 8 times in 10`,
            ...(total.booked > 0 ? [`${amount(total.booked)} of it won already`] : []),
          ],
        },
        {
          label: 'Chance to reach the goal',
          value: chance(total.probabilityOfGoal),
          details: [
            total.goal !== null
              ? `goal ${amount(total.goal)}`
              : basis.limits.includes('goalOfSomeMonths')
                ? noGoalText(forecast)
                : 'no goal: set one below, or add quotas',
          ],
        },
        {
          label: 'Weighted pipeline',
          value: amount(weighted.ageAware?.total ?? null),
          details: [
            `${counted(basis.openDeals, 'open deal')}, ${amount(basis.openAmount)}`,
            'each by its stage and age',
          ],
        },
        {
          label: 'Coverage',
          value: coverage === null ? DASH : `${decimal(coverage)} times`,
          details: [
            required === null
              ? 'no win yet to judge it by'
              : `${decimal(required)} times needed, by the win rate`,
          ],
        },
      ]}
    />
  );
}
