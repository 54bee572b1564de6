import type { AnalysisFigure } from '../../../engine/analyses/scenarios/finding';
import { figureText } from '../../format';
import { DataTable } from '../../parts/DataTable';
import { Section } from '../../parts/Section';

/** What the same supposition makes of the other plans: the figures that it moves. */
export function Elsewhere({ figures }: { readonly figures: readonly AnalysisFigure[] }) {
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
    </Section>
  );
}
