import {
  Button,
  makeStyles,
  ProgressBar,
  tokens,
  typographyStyles,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { usePane } from '../context';
import type { Task } from '../state';

const useStyles = makeStyles({
  root: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '12px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  task: { display: 'flex', flexDirection: 'column', gap: '8px' },
  line: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '12px' },
  what: { ...typographyStyles.body1, minWidth: 0, overflowWrap: 'anywhere' },
  hint: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
});

/** A task that has not moved for so long probably waits for Excel. */
const PATIENCE = 5_000;
function useStalled(task: Task | undefined): boolean {
  const [stalled, setStalled] = useState<Task>();
  useEffect(() => {
    const timer = setTimeout(() => setStalled(task), PATIENCE);
    return () => clearTimeout(timer);
  }, [task]);
  // Each step of a task is an object of its own.
  return task !== undefined && stalled === task;
}

/** The page's main action, always in reach; above it what is under way, how far, and a way to stop it. */
export function ActionBar(props: {
  readonly action: string | undefined;
  readonly onAction: () => void;
  readonly disabled?: boolean;
  /** A second, lesser action. */
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  const { state, actions } = usePane();
  const buttons = useRef<HTMLDivElement>(null);
  const { task } = state;
  const isStalled = useStalled(task);
  // From a dialog that it opened.
  const focusComesBack = useRestoreFocusTarget();
  if (!task && props.action === undefined) return null;
  return (
    <div className={styles.root}>
      {task && (
        <div className={styles.task}>
          <div className={styles.line}>
            <span className={styles.what}>{task.what} …</span>
            {task.kind !== 'remove' && (
              <Button
                size="small"
                onClick={() => {
                  // This button goes away: the keyboard stays where the task was started.
                  buttons.current?.querySelector('button')?.focus();
                  actions.cancel();
                }}
              >
                Cancel
              </Button>
            )}
          </div>
          <ProgressBar value={task.share} max={1} thickness="large" aria-label={task.what} />
          {isStalled && (
            <p role="status" className={styles.hint}>
              Still waiting. Excel does not answer while a cell is being edited: press Enter or select another
              cell.
            </p>
          )}
        </div>
      )}
      {props.action !== undefined && (
        <div ref={buttons} className={styles.buttons}>
          <Button
            {...focusComesBack}
            appearance="primary"
            disabledFocusable={task !== undefined || props.disabled === true}
            onClick={props.onAction}
          >
            {props.action}
          </Button>
          {props.children}
        </div>
      )}
    </div>
  );
}
