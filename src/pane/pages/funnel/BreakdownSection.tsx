import { Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { BreakdownQuestion } from '../../../engine/analyses/funnel/breakdowns';
import { breakdownVerdict, overTimeSentences } from '../../../engine/analyses/funnel/describe/breakdown';
import type { DimensionId } from '../../../engine/analyses/funnel/dimensions';
import type { Breakdown, FunnelFinding } from '../../../engine/analyses/funnel/finding';
import { IntervalPlot } from '../../charts/IntervalPlot';
import { count, counted, days, interval, money, rate, share } from '../../format';
import { Figure } from '../../parts/Figure';
import { Section } from '../../parts/Section';
import { useAnswer } from '../../useAnswer';
import { intervalMeans, ofDecided, POOLED } from './sure';

const NONE = 'none';
/** More lines are no help in a chart; the table has more of them, the sheet all. */
const [MOST_DRAWN, MOST_LISTED] = [25, 300];

/** Win rates by any column of the data, or by two at a time: asked of the worker, which has kept the data. */
export function BreakdownSection({
  funnel,
  minimum,
}: {
  readonly funnel: FunnelFinding;
  readonly minimum: number;
}) {
  const ofRun = funnel.asked ? funnel.breakdowns[0] : undefined;
  const [asked, setAsked] = useState<BreakdownQuestion>();
  const shown = useAnswer('funnel', asked);
  if (funnel.dimensions.length === 0) return null;
  const breakdown = asked ? shown?.breakdown : ofRun;
  const by = asked?.by ?? ofRun?.by ?? NONE;
  const andBy = asked ? (asked.andBy ?? NONE) : (ofRun?.andBy ?? NONE);
  const idOf = (value: string): DimensionId | null =>
    funnel.dimensions.find(({ id }) => id === value)?.id ?? null;
  const choose = (first: string, second: string): void => {
    const id = idOf(first);
    if (id) setAsked({ by: id, andBy: second === first ? null : idOf(second) });
  };
  return (
    <Section
      title="Break-down"
      lead="Win rate: won deals of those won or lost. Where intervals overlap, the difference may be chance."
    >
      <Select aria-label="Break down by" value={by} onChange={(_, { value }) => choose(value, andBy)}>
        {by === NONE && <option value={NONE}>Choose a column</option>}
        {funnel.dimensions.map(({ id, label }) => (
          <option key={id} value={id}>
            By {label.toLowerCase()}
          </option>
        ))}
      </Select>
      {by !== NONE && (
        <Select aria-label="And by" value={andBy} onChange={(_, { value }) => choose(by, value)}>
          <option value={NONE}>and nothing else</option>
          {funnel.dimensions
            .filter(({ id }) => id !== by)
            .map(({ id, label }) => (
              <option key={id} value={id}>
                and by {label.toLowerCase()}
              </option>
            ))}
        </Select>
      )}
      {asked && shown?.left.map((sentence) => <span key={sentence}>{sentence}</span>)}
      {breakdown && <BreakdownFigure breakdown={breakdown} funnel={funnel} minimum={minimum} />}
    </Section>
  );
}

function BreakdownFigure(props: {
  readonly breakdown: Breakdown;
  readonly funnel: FunnelFinding;
  readonly minimum: number;
}) {
  const { breakdown, funnel, minimum } = props;
  const label = `Win rate by ${breakdown.label.toLowerCase()}`;
  const { groups } = breakdown;
  const listed = groups.slice(0, MOST_LISTED);
  const all = groups.length + breakdown.notListed;
  return (
    <Figure
      label={label}
      headers={[
        breakdown.label,
        'Created',
        'Won',
        'Lost',
        'Open',
        'Win rate',
        'Interval',
        'Judged together',
        'Days to win',
        'Won amount',
      ]}
      rows={listed.map((g) => [
        g.name,
        count(g.created),
        count(g.won),
        count(g.lost),
        count(g.open),
        rate(g.winRate, minimum),
        interval(g.winRate),
        share(g.pooled.estimate),
        days(g.medianDaysToWin),
        money(g.amounts?.won ?? null),
      ])}
      note={
        all > MOST_DRAWN
          ? `The ${count(MOST_DRAWN)} largest of ${counted(all, 'group')}${all > listed.length ? `; the table has ${count(listed.length)}` : ''}.`
          : undefined
      }
      sure={[
        ofDecided(groups.reduce((n, g) => n + g.winRate.n, 0)),
        breakdownVerdict(breakdown, funnel.basis.confidence),
        ...overTimeSentences(breakdown),
        POOLED,
        intervalMeans(funnel),
      ]}
    >
      <IntervalPlot
        label={label}
        minimum={minimum}
        rows={groups.slice(0, MOST_DRAWN).map((g) => ({ name: g.name, rate: g.winRate }))}
      />
    </Figure>
  );
}
