import type { FunnelFinding, StageFinding } from '../../../engine/analyses/funnel/finding';
import { FunnelChart } from '../../charts/FunnelChart';
import { count, counted, DASH, days, interval, median, rate, share } from '../../format';
import { Disclosure } from '../../parts/Disclosure';
import { Facts } from '../../parts/Facts';
import { Figure } from '../../parts/Figure';
import { HowSure } from '../../parts/HowSure';
import { Section } from '../../parts/Section';
import { intervalMeans } from './sure';

/** The funnel as a chart, then each stage with all its numbers. */
export function StagesSection({
  funnel,
  minimum,
}: {
  readonly funnel: FunnelFinding;
  readonly minimum: number;
}) {
  const { stages } = funnel;
  const horizon = counted(stages[0]?.incidence.days ?? 0, 'day');
  const advance = (s: StageFinding): string =>
    s.entered < minimum ? DASH : share(s.incidence.advance.estimate);
  return (
    <>
      <Section
        title="From stage to stage"
        lead={`Deals that entered each stage, and the share that moves on within ${horizon} (open deals are allowed for).`}
      >
        <Figure
          label="Funnel by stage"
          headers={['Stage', 'Entered', 'Moved on', 'Lost', 'Open', `On in ${horizon}`, 'Interval']}
          rows={stages.map((s) => [
            s.name,
            count(s.entered),
            count(s.advanced),
            count(s.lost),
            count(s.open),
            advance(s),
            interval(s.incidence.advance),
          ])}
          sure={[
            `The share that has moved on after ${horizon} is estimated with open deals in it (Aalen–Johansen): neither as moved on nor as lost.`,
            `It rests on ${counted(stages[0]?.entered ?? 0, 'deal')} that entered ${stages[0]?.name ?? 'the first stage'}, and fewer further down; the table has the interval of every stage.`,
          ]}
        >
          <FunnelChart stages={stages} minimum={minimum} />
        </Figure>
      </Section>
      <Section title="Each stage" lead="Median time that deals spend in it; open one for all its numbers.">
        <div>
          {stages.map((stage, k) => (
            <Disclosure
              key={stage.name}
              label={stage.name}
              end={median(stage.dwellDays.median, stage.dwellDays.atLeast)}
            >
              <StageFacts
                funnel={funnel}
                stage={stage}
                supposed={funnel.supposed[k] ?? null}
                minimum={minimum}
              />
            </Disclosure>
          ))}
        </div>
      </Section>
    </>
  );
}

function StageFacts(props: {
  readonly funnel: FunnelFinding;
  readonly stage: StageFinding;
  /** The step rate that a what-if supposes; null: none. */
  readonly supposed: number | null;
  readonly minimum: number;
}) {
  const { funnel, stage, supposed, minimum } = props;
  const { dwellDays } = stage;
  const horizon = counted(stage.incidence.days, 'day');
  const facts: readonly (readonly [string, string])[] = [
    ['Entered', count(stage.entered)],
    ['Skipped it, came further', count(stage.passed)],
    ['Moved on', count(stage.advanced)],
    ['Lost here', count(stage.lost)],
    ['Still open', count(stage.open)],
    ['Moved back from here', count(stage.movedBack)],
    [
      `Move on in ${horizon}`,
      `${share(stage.incidence.advance.estimate)} (${interval(stage.incidence.advance)})`,
    ],
    [`Lost in ${horizon}`, `${share(stage.incidence.lost.estimate)} (${interval(stage.incidence.lost)})`],
    ['Moved on, of those decided', `${rate(stage.stepRate, minimum)} (${interval(stage.stepRate)})`],
    ...(supposed === null ? [] : [['Supposed in the what-if', share(supposed)] as const]),
    ['Came this far, of all deals', `${rate(stage.reached, minimum)} (${interval(stage.reached)})`],
    ['Median time here', median(dwellDays.median, dwellDays.atLeast)],
    ['Half leave between', `${days(dwellDays.q25)} and ${days(dwellDays.q75)}`],
  ];
  return (
    <>
      <Facts facts={facts} />
      <HowSure
        sentences={[
          `Within ${horizon}: of ${counted(dwellDays.n, 'deal')} followed from the day they entered, open ones as far as they have come (Aalen–Johansen).`,
          `Of those decided: ${counted(stage.stepRate.n, 'deal')} that have moved on or were lost here; “came this far” is of ${counted(stage.reached.n, 'deal')}. Intervals by Wilson’s method.`,
          'Time here: the middle half of all stays (Kaplan–Meier); a stay that goes on counts as at least so long.',
          intervalMeans(funnel),
        ]}
      />
    </>
  );
}
