import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Disclosure } from './Disclosure';

const useStyles = makeStyles({
  list: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    margin: 0,
    padding: 0,
    listStyle: 'none',
    color: tokens.colorNeutralForeground2,
  },
});

/** How a figure comes about, what it rests on and how far it may be off: sentences, closed at first. */
export function HowSure({ sentences }: { readonly sentences: readonly string[] }) {
  const styles = useStyles();
  return (
    <Disclosure label="How sure is this?">
      <ul className={styles.list}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
