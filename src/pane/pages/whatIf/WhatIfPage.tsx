import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import type { ForecastFinding } from '../../../engine/analyses/forecast/finding';
import { NOTHING_SUPPOSED, type Supposed } from '../../../engine/analyses/levers';
import { canRun } from '../../actions';
import { usePane } from '../../context';
import { ActionBar } from '../../parts/ActionBar';
import { Page } from '../../parts/Page';
import { Section } from '../../parts/Section';
import { TextLink } from '../../parts/TextLink';
import { staleness } from '../../state';
import { WritePreview } from '../WritePreview';
import { Written } from '../Written';
import { DealFates } from './DealFates';
import { Elsewhere } from './Elsewhere';
import { LeverSliders } from './LeverSliders';
import { Outcome } from './Outcome';
import { Scenarios } from './Scenarios';
import { StageSliders } from './StageSliders';
import { useWhatIf } from './useWhatIf';

const useStyles = makeStyles({
  text: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Levers, stages and deals to try things out on; nothing changes in the workbook until it is put into force and written. */
export function WhatIfPage() {
  const styles = useStyles();
  const { state, actions } = usePane();
  const { run, supposed } = state;
  const forecast = run?.view.analyses.forecast;
  const stale = staleness(state);
  const isSupposed = !isNothing(supposed);
  const canWrite = run !== undefined && !run.view.blocked && stale === undefined;
  return (
    <>
      <Page title="What if" notices={<Written />}>
        {!forecast && (
          <p className={styles.text}>
            {!state.recognised
              ? 'Read the workbook first, on the Data page.'
              : run
                ? 'Without a forecast there is nothing to try out: no deal is won or lost yet.'
                : 'Press Run first; then move a lever and see what comes of it.'}
          </p>
        )}
        {forecast && <Tried forecast={forecast} supposed={supposed} isStale={stale !== undefined} />}
      </Page>
      <WritePreview />
      <ActionBar
        action={
          !state.recognised
            ? 'Read this workbook'
            : isSupposed
              ? 'Put into force'
              : canWrite
                ? 'Write to workbook'
                : run
                  ? 'Run again'
                  : 'Run'
        }
        disabled={state.recognised !== undefined && !isSupposed && !canWrite && !canRun(state)}
        onAction={() =>
          void (!state.recognised
            ? actions.readWorkbook()
            : isSupposed
              ? actions.putSupposedIntoForce()
              : canWrite
                ? actions.openPreview()
                : actions.run())
        }
      >
        {isSupposed && (
          <Button appearance="subtle" onClick={() => actions.suppose(NOTHING_SUPPOSED)}>
            Start afresh
          </Button>
        )}
      </ActionBar>
    </>
  );
}

const isNothing = ({ values, tables }: Supposed): boolean =>
  Object.keys(values).length === 0 && Object.keys(tables).length === 0;

function Tried(props: {
  readonly forecast: ForecastFinding;
  readonly supposed: Supposed;
  readonly isStale: boolean;
}) {
  const { actions } = usePane();
  const { forecast, supposed } = props;
  const { told, elsewhere } = useWhatIf(supposed);
  const remarks = told?.forecast.remarks ?? [];
  return (
    <>
      {props.isStale && (
        <MessageBar intent="warning" layout="multiline" politeness="polite">
          <MessageBarBody>
            The answers rest on the last run; something has changed since.{' '}
            <TextLink onClick={() => void actions.run()}>Run again</TextLink>
          </MessageBarBody>
        </MessageBar>
      )}
      <Outcome forecast={forecast} told={told} />
      {remarks.length > 0 && (
        <MessageBar intent="warning" layout="multiline" politeness="polite">
          <MessageBarBody>{remarks.join(' ')}</MessageBarBody>
        </MessageBar>
      )}
      <Section
        title="Levers"
        lead="Everything else stays as your data say. Nothing is written until you say so."
      >
        <LeverSliders supposed={supposed} />
        <StageSliders supposed={supposed} />
      </Section>
      <Elsewhere figures={elsewhere} />
      <Section
        title="Deals"
        lead="What you know, or want to try, of single deals. The largest expected amounts come first."
      >
        <DealFates forecast={forecast} supposed={supposed} />
      </Section>
      <Scenarios supposed={supposed} isSupposed={!isNothing(supposed)} />
    </>
  );
}
