import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: { margin: 0 },
  body: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2 },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  muted: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  problem: { ...typographyStyles.caption1, color: tokens.colorPaletteRedForeground1 },
});

/** A paragraph: the page's own text, or smaller beside what it is about. */
export function Text(props: {
  readonly look?: 'body' | 'small' | 'muted' | 'problem';
  /** It changes with what a person does, and is read out then. */
  readonly role?: 'status';
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const { look = 'body', role, children } = props;
  return (
    <p className={mergeClasses(styles.root, styles[look])} role={role}>
      {children}
    </p>
  );
}
