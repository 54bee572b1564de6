import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { CopyDetails } from './FailureNotice';

interface Props {
  /** Puts the pane back to its first page. */
  readonly onStartOver: () => void;
  readonly children: ReactNode;
}

/** Shows what is left when a page breaks: never a blank pane. React offers this to classes only. */
export class ErrorBoundary extends Component<Props, { readonly error: Error | undefined }> {
  override state: { readonly error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { readonly error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <Broken
        error={error}
        onStartOver={() => {
          this.props.onStartOver();
          this.setState({ error: undefined });
        }}
      />
    );
  }
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '24px 16px' },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  text: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
});

function Broken({ error, onStartOver }: { readonly error: Error; readonly onStartOver: () => void }) {
  const styles = useStyles();
  const failure = {
    title: 'Leadline cannot show this page.',
    message: 'Your workbook was not changed.',
    nextStep: 'Start over. If it happens again, copy the details and send them to us.',
    details: error.stack ?? error.message,
  };
  return (
    <main className={styles.root} role="alert">
      <h1 className={styles.title}>{failure.title}</h1>
      <p className={styles.text}>{failure.message}</p>
      <p className={styles.text}>{failure.nextStep}</p>
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={onStartOver}>
          Start over
        </Button>
        <CopyDetails failure={failure} />
      </div>
    </main>
  );
}
