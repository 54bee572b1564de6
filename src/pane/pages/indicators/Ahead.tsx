import { BandChart } from '../../charts/BandChart';
import { share } from '../../format';
import { Figure } from '../../parts/Figure';
import { Section } from '../../parts/Section';
import { inUnits, periodText, valueText, type Shown } from './shown';

/** The coming periods with their intervals, against the target, and what would close the gap. */
export function Ahead({ finding, result }: Shown) {
  const rows = finding.ahead.filter((one) => one.result === result);
  const kind = finding.results.find(({ name }) => name === result)?.kind ?? 'count';
  if (rows.length === 0) return null;
  const label = `${result} ahead`;
  const gap = rows.find(({ needed, chance }) => needed !== null && chance < 0.5);
  return (
    <Section
      title={label}
      lead={`From the most trusted lead whose value is known, and beyond that from the simple rule that did best so far; ${share(finding.basis.confidence)} intervals.`}
    >
      <Figure
        label={label}
        headers={['Period', 'Estimate', 'Low end', 'High end', 'Target', 'Reaches it', 'Rests on']}
        rows={rows.map((one) => [
          periodText(one.period),
          valueText(kind, one.estimate),
          valueText(kind, one.low),
          valueText(kind, one.high),
          valueText(kind, one.target),
          share(one.chance),
          one.source,
        ])}
        note={
          gap?.needed
            ? `To reach the target of ${periodText(gap.period)}: ${valueText('count', gap.needed.value)} × ${gap.needed.indicator} in ${periodText(gap.needed.period)}.`
            : undefined
        }
      >
        <BandChart
          label={label}
          bandLabel="Interval, line at the estimate"
          rows={rows.map((one) => ({
            period: one.period,
            p10: inUnits(kind, one.low),
            p50: inUnits(kind, one.estimate),
            p90: inUnits(kind, one.high),
            goal: inUnits(kind, one.target),
          }))}
        />
      </Figure>
    </Section>
  );
}
