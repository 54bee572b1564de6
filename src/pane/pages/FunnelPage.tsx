import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { TextLink } from '../parts/TextLink';
import type { FunnelFinding } from '../../engine/analyses/funnel/finding';
import type { RunView } from '../../app/runView';
import { canRun } from '../actions';
import { IntervalPlot } from '../charts/IntervalPlot';
import { usePane } from '../context';
import { count, counted, DASH, date, interval, rate } from '../format';
import { ActionBar } from '../parts/ActionBar';
import { Figure } from '../parts/Figure';
import { Page } from '../parts/Page';
import { Section } from '../parts/Section';
import { staleness } from '../state';
import { ASSUMPTIONS, AssumptionsForm, BREAKDOWN } from './AssumptionsForm';
import { KeyFigures } from './KeyFigures';
import { OverTime } from './OverTime';
import { StagesSection } from './StagesSection';
import { WritePreview } from './WritePreview';
import { Written } from './Written';

const useStyles = makeStyles({
  text: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  muted: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});

/** Stage conversion: what the last run found, what it rests on, and the way to the workbook. */
export function FunnelPage() {
  const styles = useStyles();
  const { state, actions } = usePane();
  const { run } = state;
  const stale = staleness(state);
  const funnel = run?.view.funnel;
  const canWrite = run !== undefined && !run.view.blocked && stale === undefined;
  return (
    <>
      <Page title="Funnel" notices={<Notices stale={stale} />}>
        {!run && (
          <p className={styles.text}>
            {state.recognised
              ? 'Press Run to see how deals move through your stages.'
              : 'Read the workbook first, on the Data page.'}
          </p>
        )}
        {run?.view.blocked && (
          <p className={styles.text}>
            The data do not allow a result yet.{' '}
            <TextLink onClick={() => actions.choosePage('data')}>
              See what is missing on the Data page
            </TextLink>
          </p>
        )}
        {run && funnel && <Result view={run.view} funnel={funnel} />}
        {state.recognised && <AssumptionsForm />}
        {run && (
          <p className={styles.muted}>
            As of {date(run.view.leadline.asOf)} · seed {run.view.leadline.seed} · input{' '}
            {run.view.leadline.inputHash.slice(0, 8)} · Leadline {run.view.leadline.version}
          </p>
        )}
      </Page>
      <WritePreview />
      <ActionBar
        action={
          !state.recognised
            ? 'Read this workbook'
            : canWrite
              ? 'Write to workbook'
              : run
                ? 'Run again'
                : 'Run'
        }
        disabled={state.recognised !== undefined && !canWrite && !canRun(state)}
        onAction={() =>
          void (!state.recognised ? actions.readWorkbook() : canWrite ? actions.openPreview() : actions.run())
        }
      />
    </>
  );
}

function Notices({ stale }: { readonly stale: 'data' | 'inputs' | undefined }) {
  return (
    <>
      {stale && (
        <MessageBar intent="warning" layout="multiline" politeness="polite">
          <MessageBarBody>
            {stale === 'data'
              ? 'The data have changed since this result was made. Run again to bring it up to date.'
              : 'You changed what this result rests on. Run again to bring it up to date.'}
          </MessageBarBody>
        </MessageBar>
      )}
      <Written />
    </>
  );
}

function Result({ view, funnel }: { readonly view: RunView; readonly funnel: FunnelFinding }) {
  const minimum = Number(view.values['minimumForPercent']);
  return (
    <>
      <KeyFigures funnel={funnel} minimum={minimum} />
      {view.limits.length > 0 && <Limits sentences={view.limits} />}
      {funnel.stages.length > 0 && <StagesSection stages={funnel.stages} minimum={minimum} />}
      <OverTime funnel={funnel} />
      {funnel.cohorts.length > 0 && <Cohorts funnel={funnel} minimum={minimum} />}
      <Breakdown funnel={funnel} minimum={minimum} />
    </>
  );
}

function Limits({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <MessageBar intent="info" layout="multiline" politeness="polite">
      <MessageBarBody>{sentences.join(' ')}</MessageBarBody>
    </MessageBar>
  );
}

function Cohorts({ funnel, minimum }: { readonly funnel: FunnelFinding; readonly minimum: number }) {
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

function Breakdown({ funnel, minimum }: { readonly funnel: FunnelFinding; readonly minimum: number }) {
  const { state, actions } = usePane();
  const assumption = ASSUMPTIONS.find((a) => a.id === BREAKDOWN);
  const { breakdown } = funnel;
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
