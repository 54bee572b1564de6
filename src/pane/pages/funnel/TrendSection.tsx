import { NOTHING_TO_TEST } from '../../../engine/analyses/funnel/describe/trend';
import type { FunnelFinding } from '../../../engine/analyses/funnel/finding';
import type { TrendFinding } from '../../../engine/analyses/funnel/trend';
import { IntervalPlot } from '../../charts/IntervalPlot';
import { count, DASH, interval, month, rate, share } from '../../format';
import { Figure } from '../../parts/Figure';
import { Section } from '../../parts/Section';
import { intervalMeans, ofDecided } from './sure';

/** More months than this are in the table. */
const MOST_DRAWN = 18;

/** Are we losing more than before? Win rates by the month of the close. */
export function TrendSection({
  funnel,
  minimum,
}: {
  readonly funnel: FunnelFinding;
  readonly minimum: number;
}) {
  const { trend } = funnel;
  if (!trend || trend.months.length === 0) return null;
  const { months } = trend;
  return (
    <Section title="Trend" lead={verdicts(trend)}>
      <Figure
        label="Win rate by month of close"
        headers={['Month', 'Won', 'Decided', 'Win rate', 'Interval', 'Expected']}
        rows={months.map((m) => [
          month(m.period),
          count(m.winRate.x),
          count(m.winRate.n),
          rate(m.winRate, minimum),
          interval(m.winRate),
          m.expected === null ? DASH : share(m.expected),
        ])}
        note={months.length > MOST_DRAWN ? `The last ${count(MOST_DRAWN)} months.` : undefined}
        sure={[
          ofDecided(months.reduce((n, m) => n + m.winRate.n, 0)),
          'Losses close faster than wins, and the end of a quarter may be better than its beginning: months are compared by deals of the same age and, where the quarter’s months differ, with the same month of other quarters (within these strata: Mantel’s test of a trend, a permutation test of the quarter, CUSUM for a lasting shift; each allows for three questions being asked).',
          intervalMeans(funnel),
        ]}
      >
        <IntervalPlot
          label="Win rate by month of close"
          minimum={minimum}
          rows={months.slice(-MOST_DRAWN).map((m) => ({ name: month(m.period), rate: m.winRate }))}
        />
      </Figure>
    </Section>
  );
}

function verdicts({ slope, drift, monthOfQuarter }: TrendFinding): string {
  const shifts = [
    ['down', drift.down],
    ['up', drift.up],
  ] as const;
  return [
    {
      rising: 'The win rate is rising beyond chance.',
      falling: 'The win rate is falling beyond chance.',
      none: slope.perMonth === null ? NOTHING_TO_TEST : 'No trend beyond chance.',
      tooFew: 'Too few months to see a trend.',
    }[slope.verdict],
    ...shifts.flatMap(([way, alarm]) =>
      alarm !== null && alarm.alarm !== null && alarm.since !== null
        ? [`A lasting shift ${way} most likely began in ${month(alarm.since)}.`]
        : [],
    ),
    ...(monthOfQuarter.swings ? ['It swings with the quarter, which is no trend.'] : []),
  ].join(' ');
}
