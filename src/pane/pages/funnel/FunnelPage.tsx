import { assumptions } from '../../../engine/analyses/funnel/assumptions';
import { cohortUnit } from '../../../engine/analyses/funnel/describe/cohorts';
import type { CohortFinding, FunnelFinding } from '../../../engine/analyses/funnel/finding';
import { IntervalPlot } from '../../charts/IntervalPlot';
import { count, counted, DASH, interval, rate } from '../../format';
import { Figure } from '../../parts/Figure';
import { Section } from '../../parts/Section';
import { AnalysisPage } from '../AnalysisPage';
import { AgeingSection } from './AgeingSection';
import { BreakdownSection } from './BreakdownSection';
import { KeyFigures } from './KeyFigures';
import { OverTime } from './OverTime';
import { PeopleSection } from './PeopleSection';
import { ProcessSection } from './ProcessSection';
import { StagesSection } from './StagesSection';
import { intervalMeans } from './sure';
import { TrendSection } from './TrendSection';
import { VelocitySection } from './VelocitySection';

/** Stage conversion: what the last run found, what it rests on, and the way to the workbook. */
export function FunnelPage() {
  return (
    <AnalysisPage
      id="funnel"
      title="Funnel"
      invitation="Press Run to see how deals move through your stages."
      assumptions={assumptions}
      result={(funnel, values) => <Result funnel={funnel} minimum={Number(values['minimumForPercent'])} />}
      beforeLimits={(funnel, values) => (
        <KeyFigures funnel={funnel} minimum={Number(values['minimumForPercent'])} />
      )}
    />
  );
}

interface Shown {
  readonly funnel: FunnelFinding;
  readonly minimum: number;
}

function Result({ funnel, minimum }: Shown) {
  return (
    <>
      {funnel.stages.length > 0 && <StagesSection funnel={funnel} minimum={minimum} />}
      <OverTime funnel={funnel} />
      {funnel.cohorts.length > 0 && <Cohorts funnel={funnel} minimum={minimum} />}
      <BreakdownSection funnel={funnel} minimum={minimum} />
      <PeopleSection funnel={funnel} minimum={minimum} />
      <AgeingSection funnel={funnel} />
      <VelocitySection funnel={funnel} />
      <ProcessSection funnel={funnel} minimum={minimum} />
      <TrendSection funnel={funnel} minimum={minimum} />
    </>
  );
}

/** Its rate can still rise; that of an incomplete cohort is of the survivors only, for good. */
const isYoung = ({ mature, incomplete }: CohortFinding): boolean => !mature && !incomplete;

const pendingText = ({ incomplete, wonWithin }: CohortFinding): string =>
  `${count(wonWithin.x)} ${incomplete ? 'partial' : 'so far'}`;

export function Cohorts({ funnel, minimum }: Shown) {
  const { cohorts } = funnel;
  const unit = cohortUnit(funnel);
  const horizon = counted(funnel.basis.dealHorizonDays, 'day');
  const label = `Won within ${horizon}, by ${unit} created`;
  return (
    <Section
      title={`By ${unit} created`}
      lead={`Share of the deals created that were won within ${horizon}.`}
    >
      <Figure
        label={label}
        headers={[
          unit === 'quarter' ? 'Quarter' : 'Month',
          'Created',
          'Won',
          'Lost',
          'Open',
          `Won in ${horizon}`,
          'Interval',
        ]}
        rows={cohorts.map((c) => [
          c.period,
          count(c.created),
          count(c.won),
          count(c.lost),
          count(c.open),
          c.mature ? rate(c.wonWithin, minimum) : pendingText(c),
          c.mature ? interval(c.wonWithin) : DASH,
        ])}
        sure={[
          `Of the deals created in each period: won within ${horizon}, by Wilson’s interval. Lost and open deals are in the number.`,
          'Hollow: not every deal of the period has had that long yet, so that its rate can only rise.',
          intervalMeans(funnel),
        ]}
        note={
          [
            ...(cohorts.some(isYoung)
              ? [`“So far”: not every deal of the ${unit} has had ${horizon} yet, so no rate can be given.`]
              : []),
            ...(cohorts.some((c) => c.incomplete)
              ? [
                  `“Partial”: deals of the ${unit} that closed before the records begin are not in the data, so no rate can be given.`,
                ]
              : []),
          ].join(' ') || undefined
        }
      >
        <IntervalPlot
          label={label}
          minimum={minimum}
          rows={cohorts.map((c) => ({
            name: c.period,
            rate: c.wonWithin,
            ...(!c.mature && {
              pending: pendingText(c),
              ...(isYoung(c) && { soFar: c.wonWithin.x / c.created }),
            }),
          }))}
        />
      </Figure>
    </Section>
  );
}
