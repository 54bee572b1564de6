import { makeStyles, MessageBar, MessageBarBody, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { AnalysisId, Findings } from '../../engine/analyses/findings';
import type { Assumption, AssumptionValues } from '../../engine/core/assumption';
import { canRun } from '../actions';
import { usePane } from '../context';
import { date } from '../format';
import { ActionBar } from '../parts/ActionBar';
import { Page } from '../parts/Page';
import { TextLink } from '../parts/TextLink';
import { staleness } from '../state';
import { AssumptionsForm } from './AssumptionsForm';
import { WritePreview } from './WritePreview';
import { Written } from './Written';

const useStyles = makeStyles({
  text: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  muted: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});

/** Draws a part of an analysis' page from its finding and the values in force. */
type Draw<Id extends AnalysisId> = (finding: Findings[Id], values: AssumptionValues) => ReactNode;

export interface AnalysisPageProps<Id extends AnalysisId> {
  readonly id: Id;
  readonly title: string;
  /** What to do for a first result: "Press Run to see …". */
  readonly invitation: string;
  /** Those that the form shows; others may stand beside what they change. */
  readonly assumptions: readonly Assumption[];
  /** Above what the data cannot tell: the key figures. */
  readonly beforeLimits?: Draw<Id>;
  readonly result: Draw<Id>;
  /** In place of a result, where the run found nothing to say for this analysis: what it would need. */
  readonly withoutResult?: ReactNode;
}

/** The frame that every analysis' page shares: notices, result, assumptions, the stamp, and the way to the workbook. */
export function AnalysisPage<Id extends AnalysisId>(props: AnalysisPageProps<Id>) {
  const styles = useStyles();
  const { state, actions } = usePane();
  const { run } = state;
  const stale = staleness(state);
  const finding = run?.view.analyses[props.id];
  const limits = run?.view.limits[props.id] ?? [];
  const canWrite = run !== undefined && !run.view.blocked && stale === undefined;
  return (
    <>
      <Page title={props.title} notices={<Notices stale={stale} />}>
        {!run && (
          <p className={styles.text}>
            {state.recognised ? props.invitation : 'Read the workbook first, on the Data page.'}
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
        {run && finding !== undefined && (
          <>
            {props.beforeLimits?.(finding, run.view.values)}
            {limits.length > 0 && (
              <MessageBar intent="info" layout="multiline" politeness="polite">
                <MessageBarBody>{limits.join(' ')}</MessageBarBody>
              </MessageBar>
            )}
            {props.result(finding, run.view.values)}
          </>
        )}
        {run &&
          !run.view.blocked &&
          finding === undefined &&
          (typeof props.withoutResult === 'string' ? (
            <p className={styles.text}>{props.withoutResult}</p>
          ) : (
            props.withoutResult
          ))}
        {state.recognised && <AssumptionsForm assumptions={props.assumptions} />}
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
