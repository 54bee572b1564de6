import { Link, makeStyles, typographyStyles } from '@fluentui/react-components';
import { Text } from '../parts/Text';
import { TextLink } from '../parts/TextLink';
import { VERSION } from '../../app/version';
import { usePane } from '../context';
import { Disclosure } from '../parts/Disclosure';
import { Page } from '../parts/Page';
import { Section } from '../parts/Section';

const useStyles = makeStyles({
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
      <Text>Version {VERSION}</Text>
      <Section title="Private">
        <Text>
          Your data never leave the workbook. Leadline calculates on this computer and sends nothing anywhere:
          no account, no telemetry.
        </Text>
      </Section>
      <Section title="Help">
        <Text>
          <Link inline href="help.html" target="_blank" rel="noreferrer">
            How to use Leadline
          </Link>{' '}
          opens in your browser.
        </Text>
        <Text>
          Something looks wrong? <TextLink onClick={actions.startOver}>Start over</TextLink> forgets what you
          changed in this pane. Sheets stay as they are.
        </Text>
      </Section>
      <Section title="Licences">
        <Text>Leadline is free software under the MIT licence.</Text>
        <Disclosure label="Packages it is made with" end={LEADLINE_PACKAGES.length}>
          <ul className={styles.list}>
            {LEADLINE_PACKAGES.map(({ name, version, licence }) => (
              <li key={name}>
                {name} {version}: {licence}
              </li>
            ))}
          </ul>
        </Disclosure>
        <Text>
          <Link inline href="licences.txt" target="_blank" rel="noreferrer">
            All licence texts
          </Link>
        </Text>
      </Section>
    </Page>
  );
}
