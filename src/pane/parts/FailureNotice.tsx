import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { useState } from 'react';
import { VERSION } from '../../app/version';
import type { Failure } from '../paneHost';

const useStyles = makeStyles({ text: { display: 'block' } });

/** What happened, what to do, and the technical part for whoever helps. */
export function FailureNotice(props: { readonly failure: Failure; readonly onDismiss: () => void }) {
  const styles = useStyles();
  const { title, message, nextStep } = props.failure;
  return (
    <MessageBar intent="error" layout="multiline" politeness="polite">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        <span className={styles.text}>{message}</span>
        <span className={styles.text}>{nextStep}</span>
      </MessageBarBody>
      <MessageBarActions>
        <CopyDetails failure={props.failure} />
        <Button size="small" onClick={props.onDismiss}>
          Close
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

export function CopyDetails({ failure }: { readonly failure: Failure }) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready');
  const text = [
    `Leadline ${VERSION}`,
    failure.title,
    failure.message,
    failure.nextStep,
    failure.details,
  ].join('\n');
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      // Office on the web may forbid the clipboard: show the text to be copied by hand.
      setState('refused');
    }
  }
  return state === 'refused' ? (
    <textarea aria-label="Details" readOnly rows={4} value={text} />
  ) : (
    <Button size="small" onClick={() => void copy()}>
      {state === 'copied' ? 'Copied' : 'Copy details'}
    </Button>
  );
}
