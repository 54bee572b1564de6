import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { StageFinding } from '../../../engine/analyses/funnel/finding';
import { FunnelChart } from '../../charts/FunnelChart';
import { count, counted, DASH, days, interval, median, rate, share } from '../../format';
import { Disclosure } from '../../parts/Disclosure';
import { Figure } from '../../parts/Figure';
import { Section } from '../../parts/Section';

const useStyles = makeStyles({
  facts: {
    ...typographyStyles.caption1,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '4px 12px',
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
});

/** The funnel as a chart, then each stage with all its numbers. */
export function StagesSection(props: {
  readonly stages: readonly StageFinding[];
  /** By stage, the step rate that a what-if supposes; null: none. */
  readonly supposed: readonly (number | null)[];
  readonly minimum: number;
}) {
  const { stages, minimum } = props;
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
              <StageFacts stage={stage} supposed={props.supposed[k] ?? null} minimum={minimum} />
            </Disclosure>
          ))}
        </div>
      </Section>
    </>
  );
}

function StageFacts(props: {
  readonly stage: StageFinding;
  readonly supposed: number | null;
  readonly minimum: number;
}) {
  const styles = useStyles();
  const { stage, supposed, minimum } = props;
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
    <dl className={styles.facts}>
      {facts.map(([term, value]) => (
        <FactRow key={term} term={term} value={value} />
      ))}
    </dl>
  );
}

function FactRow({ term, value }: { readonly term: string; readonly value: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}
