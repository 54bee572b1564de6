import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { AnalysisFigure } from '../../../engine/analyses/scenarios/finding';
import { differenceText, figureText } from '../../format';
import { DataTable } from '../../parts/DataTable';
import { Section } from '../../parts/Section';

const useStyles = makeStyles({
  note: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});

/** What the same supposition makes of the other plans: the figures that it moves, and how sure a difference is where chance is in it. */
export function Elsewhere({ figures }: { readonly figures: readonly AnalysisFigure[] }) {
  const styles = useStyles();
  const moved = figures.filter(({ baseline, value }) => baseline !== value);
  if (moved.length === 0) return null;
  return (
    <Section title="And elsewhere" lead="What the same supposition asks of people, and what it costs.">
      <DataTable
        label="And elsewhere"
        headers={['Figure', 'Before', 'What if']}
        rows={moved.map(({ label, format, baseline, value }) => [
          label,
          figureText(format, baseline),
          figureText(format, value),
        ])}
      />
      {moved
        .filter(({ difference }) => (difference?.low ?? null) !== null)
        .map((figure) => (
          <p key={figure.label} className={styles.note}>
            {figure.label}: {differenceText(figure)}, the same simulated years before and after.
          </p>
        ))}
    </Section>
  );
}
