import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { TextLink } from '../parts/TextLink';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { ActionBar } from '../parts/ActionBar';
import { FailureNotice } from '../parts/FailureNotice';
import { LeadlineMark } from '../parts/LeadlineMark';
import { usePane } from '../context';

const useStyles = makeStyles({
  root: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    gap: '20px',
    padding: '32px 24px 24px',
  },
  title: { ...typographyStyles.title2, margin: 0 },
  lead: { ...typographyStyles.body2, margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  actions: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'stretch', maxWidth: '280px' },
  note: {
    ...typographyStyles.caption1,
    display: 'flex',
    gap: '8px',
    margin: 0,
    color: tokens.colorNeutralForeground3,
  },
  icon: { flexShrink: 0, width: '16px', height: '16px' },
});

/** First run: what Leadline does and the one thing to do. */
export function StartPage() {
  const styles = useStyles();
  const { state, actions, canAddSample } = usePane();
  const busy = state.task !== undefined;
  return (
    <>
      <main className={styles.root}>
        <LeadlineMark size={56} />
        <h1 tabIndex={-1} className={styles.title}>
          Leadline
        </h1>
        <p className={styles.lead}>
          See how deals move through your stages, where they stall and how many you win – from the sheets you
          already have.
        </p>
        {state.failure && <FailureNotice failure={state.failure} onDismiss={actions.dismissFailure} />}
        <div className={styles.actions}>
          <Button
            appearance="primary"
            size="large"
            disabledFocusable={busy}
            onClick={() => void actions.readWorkbook()}
          >
            Read this workbook
          </Button>
          {canAddSample && (
            <Button size="large" disabledFocusable={busy} onClick={() => void actions.addSample()}>
              Insert sample data
            </Button>
          )}
        </div>
        {state.results.kind !== 'none' && (
          <p className={styles.lead}>
            {state.results.kind === 'complete'
              ? 'This workbook holds sheets that Leadline made. Read it to bring them up to date.'
              : 'Writing to this workbook was broken off. Read it and write again to complete its Leadline sheets.'}
          </p>
        )}
        <p className={styles.note}>
          <LockClosedRegular className={styles.icon} />
          <span>
            Private: your data never leave this workbook.{' '}
            <TextLink onClick={() => actions.choosePage('about')}>About Leadline</TextLink>
          </span>
        </p>
      </main>
      <ActionBar action={undefined} onAction={() => undefined} />
    </>
  );
}
