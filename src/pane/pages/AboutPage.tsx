import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { TextLink } from '../parts/TextLink';
import { VERSION } from '../../app/version';
import { usePane } from '../context';
import { Disclosure } from '../parts/Disclosure';
import { Page } from '../parts/Page';
import { Section } from '../parts/Section';

const useStyles = makeStyles({
  text: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  list: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
});

export function AboutPage() {
  const styles = useStyles();
  const { actions } = usePane();
  return (
    <Page title="About Leadline">
      <p className={styles.text}>Version {VERSION}</p>
      <Section title="Private">
        <p className={styles.text}>
          Your data never leave the workbook. Leadline calculates on this computer and sends nothing anywhere:
          no account, no telemetry.
        </p>
      </Section>
      <Section title="Help">
        <p className={styles.text}>
          <Link inline href="help.html" target="_blank" rel="noreferrer">
            How to use Leadline
          </Link>{' '}
          opens in your browser.
        </p>
        <p className={styles.text}>
          Something looks wrong? <TextLink onClick={actions.startOver}>Start over</TextLink> forgets what you
          changed in this pane. Sheets stay as they are.
        </p>
      </Section>
      <Section title="Licences">
        <p className={styles.text}>Leadline is free software under the MIT licence.</p>
        <Disclosure label="Packages it is made with" end={LEADLINE_PACKAGES.length}>
          <ul className={styles.list}>
            {LEADLINE_PACKAGES.map(({ name, version, licence }) => (
              <li key={name}>
                {name} {version}: {licence}
              </li>
            ))}
          </ul>
        </Disclosure>
        <p className={styles.text}>
          <Link inline href="licences.txt" target="_blank" rel="noreferrer">
            All licence texts
          </Link>
        </p>
      </Section>
    </Page>
  );
}
