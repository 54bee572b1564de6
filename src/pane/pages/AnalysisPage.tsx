import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { AnalysisId, Findings } from '../../engine/analyses/findings';
import type { Assumption, AssumptionValues } from '../../engine/core/assumption';
import { usePane } from '../context';
import { date } from '../format';
import { Notice } from '../parts/Notice';
import { Page } from '../parts/Page';
import { Text } from '../parts/Text';
import { TextLink } from '../parts/TextLink';
import { staleness } from '../state';
import { AssumptionsForm } from './AssumptionsForm';
import { RunBar } from './RunBar';
import { Written } from './Written';

const useStyles = makeStyles({ limits: { display: 'grid', rowGap: '8px' } });

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
  return (
    <>
      <Page title={props.title} notices={<Notices stale={stale} />}>
        {!run && (
          <Text>{state.recognised ? props.invitation : 'Read the workbook first, on the Data page.'}</Text>
        )}
        {run?.view.blocked && (
          <Text>
            The data do not allow a result yet.{' '}
            <TextLink onClick={() => actions.choosePage('data')}>
              See what is missing on the Data page
            </TextLink>
          </Text>
        )}
        {run && finding !== undefined && (
          <>
            {props.beforeLimits?.(finding, run.view.values)}
            {limits.length > 0 && (
              <Notice intent="info">
                <div className={styles.limits}>
                  {limits.map((limit) => (
                    <div key={limit}>{limit}</div>
                  ))}
                </div>
              </Notice>
            )}
            {props.result(finding, run.view.values)}
          </>
        )}
        {run &&
          !run.view.blocked &&
          finding === undefined &&
          (typeof props.withoutResult === 'string' ? (
            <Text>{props.withoutResult}</Text>
          ) : (
            props.withoutResult
          ))}
        {state.recognised && <AssumptionsForm assumptions={props.assumptions} />}
        {run && (
          <Text look="muted">
            As of {date(run.view.leadline.asOf)} · seed {run.view.leadline.seed} · input{' '}
            {run.view.leadline.inputHash.slice(0, 8)} · Leadline {run.view.leadline.version}
          </Text>
        )}
      </Page>
      <RunBar />
    </>
  );
}

function Notices({ stale }: { readonly stale: 'data' | 'inputs' | undefined }) {
  return (
    <>
      {stale && (
        <Notice intent="warning">
          {stale === 'data'
            ? 'The data have changed since this result was made. Run again to bring it up to date.'
            : 'You changed what this result rests on. Run again to bring it up to date.'}
        </Notice>
      )}
      <Written />
    </>
  );
}
