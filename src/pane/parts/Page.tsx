import { makeStyles, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { usePane } from '../context';
import { FailureNotice } from './FailureNotice';

const useStyles = makeStyles({
  root: { flexGrow: 1, display: 'flex', flexDirection: 'column', gap: '28px', padding: '16px 16px 24px' },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  head: { display: 'flex', flexDirection: 'column', gap: '12px' },
});

/** The frame of a page: its title, what needs saying at once, its sections. */
export function Page(props: {
  readonly title: string;
  readonly notices?: ReactNode;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const { state, actions } = usePane();
  return (
    <main className={styles.root}>
      <div className={styles.head}>
        <h1 tabIndex={-1} className={styles.title}>
          {props.title}
        </h1>
        {state.failure && <FailureNotice failure={state.failure} onDismiss={actions.dismissFailure} />}
        {props.notices}
      </div>
      {props.children}
    </main>
  );
}
