import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { CompensationFinding } from '../../../engine/analyses/compensation/finding';
import { healthWords } from '../../../engine/analyses/compensation/modelling/health/wording';
import { Section } from '../../parts/Section';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyle: 'none' },
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    padding: '8px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  where: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground2 },
  says: { ...typographyStyles.body1 },
  advice: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
});

/** What the health check says of the plans: problems first, then what to watch. */
export function Health({ finding }: { readonly finding: CompensationFinding }) {
  const styles = useStyles();
  const { health } = finding;
  return (
    <Section
      title="Health check"
      lead={health.length === 0 ? 'Nothing stands out.' : 'Of the last run; problems come first.'}
    >
      {health.length > 0 && (
        <ul className={styles.list}>
          {health.map((one) => {
            const [says, advice] = healthWords(one);
            return (
              <li key={`${one.plan} ${one.component ?? ''} ${one.check}`} className={styles.item}>
                <span className={styles.where}>
                  {`${one.tone === 'problem' ? 'Problem' : 'Watch'}: ${one.plan}${one.component === null ? '' : `, ${one.component}`}`}
                </span>
                <span className={styles.says}>{says}</span>
                <span className={styles.advice}>{advice}</span>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
