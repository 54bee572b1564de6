import { Select } from '@fluentui/react-components';
import { assumptions } from '../../../engine/analyses/funnel/assumptions';
import type { FunnelFinding } from '../../../engine/analyses/funnel/finding';
import { IntervalPlot } from '../../charts/IntervalPlot';
import { usePane } from '../../context';
import { count, counted, DASH, interval, rate } from '../../format';
import { Figure } from '../../parts/Figure';
import { Section } from '../../parts/Section';
import { AnalysisPage } from '../AnalysisPage';
import { KeyFigures } from './KeyFigures';
import { OverTime } from './OverTime';
import { StagesSection } from './StagesSection';

/** Stands beside its chart instead of among the other assumptions. */
const BREAKDOWN = 'breakdownBy';

/** Stage conversion: what the last run found, what it rests on, and the way to the workbook. */
export function FunnelPage() {
  return (
    <AnalysisPage
      id="funnel"
      title="Funnel"
      invitation="Press Run to see how deals move through your stages."
      assumptions={assumptions.filter(({ id }) => id !== BREAKDOWN)}
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
      {funnel.stages.length > 0 && (
        <StagesSection stages={funnel.stages} supposed={funnel.supposed} minimum={minimum} />
      )}
      <OverTime funnel={funnel} />
      {funnel.cohorts.length > 0 && <Cohorts funnel={funnel} minimum={minimum} />}
      <Breakdown funnel={funnel} minimum={minimum} />
    </>
  );
}

function Cohorts({ funnel, minimum }: Shown) {
  const { cohorts } = funnel;
  const horizon = counted(funnel.basis.dealHorizonDays, 'day');
  const label = `Won within ${horizon}, by quarter created`;
  return (
    <Section title="By quarter created" lead={`Share of the deals created that were won within ${horizon}.`}>
      <Figure
        label={label}
        headers={['Quarter', 'Created', 'Won', 'Lost', 'Open', `Won in ${horizon}`, 'Interval']}
        rows={cohorts.map((c) => [
          c.period,
          count(c.created),
          count(c.won),
          count(c.lost),
          count(c.open),
          c.mature ? rate(c.wonWithin, minimum) : `${count(c.wonWithin.x)} so far`,
          c.mature ? interval(c.wonWithin) : DASH,
        ])}
        note={
          cohorts.every((c) => c.mature)
            ? undefined
            : `“So far”: not every deal of the quarter has had ${horizon} yet, so no rate can be given.`
        }
      >
        <IntervalPlot
          label={label}
          minimum={minimum}
          rows={cohorts.map((c) => ({
            name: c.period,
            rate: c.wonWithin,
            ...(!c.mature && { pending: `${count(c.wonWithin.x)} so far` }),
          }))}
        />
      </Figure>
    </Section>
  );
}

function Breakdown({ funnel, minimum }: Shown) {
  const { state, actions } = usePane();
  const assumption = assumptions.find((a) => a.id === BREAKDOWN);
  const breakdown = funnel.asked ? funnel.breakdowns[0] : undefined;
  if (assumption?.kind !== 'choice') return null;
  const chosen = state.settings.values[BREAKDOWN] ?? state.run?.view.values[BREAKDOWN] ?? assumption.initial;
  const groups = breakdown?.groups ?? [];
  return (
    <Section
      title="Break-down"
      lead="Win rate: won deals of those won or lost. Where intervals overlap, the difference may be chance."
    >
      <Select
        aria-label={assumption.label}
        value={String(chosen)}
        onChange={(_, { value }) => {
          actions.changeValue(BREAKDOWN, value);
          void actions.run();
        }}
      >
        {assumption.choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {value === 'none' ? 'No break-down' : `By ${label.toLowerCase()}`}
          </option>
        ))}
      </Select>
      {breakdown && (
        <Figure
          label={`Win rate by ${breakdown.label.toLowerCase()}`}
          headers={[breakdown.label, 'Created', 'Won', 'Lost', 'Open', 'Win rate', 'Interval']}
          rows={groups.map((g) => [
            g.name,
            count(g.created),
            count(g.won),
            count(g.lost),
            count(g.open),
            rate(g.winRate, minimum),
            interval(g.winRate),
          ])}
        >
          <IntervalPlot
            label={`Win rate by ${breakdown.label.toLowerCase()}`}
            minimum={minimum}
            rows={groups.map((g) => ({ name: g.name, rate: g.winRate }))}
          />
        </Figure>
      )}
    </Section>
  );
}
