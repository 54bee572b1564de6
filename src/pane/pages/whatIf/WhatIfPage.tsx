import { Button } from '@fluentui/react-components';
import type { ForecastFinding } from '../../../engine/analyses/forecast/finding';
import { NOTHING_SUPPOSED, type Supposed } from '../../../engine/analyses/levers';
import { usePane } from '../../context';
import { Notice } from '../../parts/Notice';
import { Page } from '../../parts/Page';
import { Section } from '../../parts/Section';
import { Text } from '../../parts/Text';
import { TextLink } from '../../parts/TextLink';
import { staleness } from '../../state';
import { RunBar } from '../RunBar';
import { Written } from '../Written';
import { DealFates } from './DealFates';
import { Elsewhere } from './Elsewhere';
import { LeverSliders } from './LeverSliders';
import { Outcome } from './Outcome';
import { Scenarios } from './Scenarios';
import { StageSliders } from './StageSliders';
import { useWhatIf } from './useWhatIf';

/** Levers, stages and deals to try things out on; nothing changes in the workbook until it is put into force and written. */
export function WhatIfPage() {
  const { state, actions } = usePane();
  const { run, supposed } = state;
  const forecast = run?.view.analyses.forecast;
  const stale = staleness(state);
  const isSupposed = !isNothing(supposed);
  return (
    <>
      <Page title="What if" notices={<Written />}>
        {!forecast && (
          <Text>
            {!state.recognised
              ? 'Read the workbook first, on the Data page.'
              : run
                ? 'Without a forecast there is nothing to try out: no deal is won or lost yet.'
                : 'Press Run first; then move a lever and see what comes of it.'}
          </Text>
        )}
        {forecast && <Tried forecast={forecast} supposed={supposed} isStale={stale !== undefined} />}
      </Page>
      <RunBar
        first={isSupposed ? { action: 'Put into force', onAction: actions.putSupposedIntoForce } : undefined}
      >
        {isSupposed && (
          <Button appearance="subtle" onClick={() => actions.suppose(NOTHING_SUPPOSED)}>
            Start afresh
          </Button>
        )}
      </RunBar>
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
  const remarks = told?.remarks ?? [];
  return (
    <>
      {props.isStale && (
        <Notice intent="warning">
          The answers rest on the last run; something has changed since.{' '}
          <TextLink onClick={() => void actions.run()}>Run again</TextLink>
        </Notice>
      )}
      <Outcome forecast={forecast} told={told} />
      {remarks.length > 0 && <Notice intent="warning">{remarks.join(' ')}</Notice>}
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
