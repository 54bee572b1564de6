import { Link, makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  // Fluent's own link has a size of its own; within a sentence it takes the sentence's.
  root: { font: 'inherit', textAlign: 'start', overflowWrap: 'anywhere' },
});

/** An action that reads as part of a sentence. */
export function TextLink(props: {
  readonly onClick: () => void;
  readonly className?: string;
  readonly disabled?: boolean;
  readonly children: ReactNode;
  readonly 'aria-label'?: string;
}) {
  const styles = useStyles();
  return (
    <Link
      as="button"
      inline
      className={mergeClasses(styles.root, props.className)}
      disabledFocusable={props.disabled === true}
      onClick={props.onClick}
      aria-label={props['aria-label']}
    >
      {props.children}
    </Link>
  );
}
