import { DASH, decimal } from '../../format';
import { DataTable } from '../../parts/DataTable';
import { Section } from '../../parts/Section';
import { shortText, type Shown } from './shown';

/** Pipeline against what is still to be won, for everybody: how many times it is there, and how many times it must be. */
export function CoverageSection({ forecast }: Shown) {
  const { coverage, coverageTotal, coverageBy, basis } = forecast;
  const amount = shortText(basis.unit);
  const times = (value: number | null): string => (value === null ? DASH : `${decimal(value)}×`);
  const short = coverage.filter((c) => c.coverage !== null && c.required !== null && c.coverage < c.required);
  const lead =
    coverageTotal.remaining === null
      ? 'Without a goal nothing says how much pipeline is enough. Needed is 1 ÷ win rate.'
      : `Needed is 1 ÷ win rate: a fixed “three times” fits nobody. ${
          short.length === 0 ? 'All have enough.' : `${short.length} of ${coverage.length} have too little.`
        }`;
  return (
    <Section title={`Coverage by ${coverageBy.toLowerCase()}`} lead={lead}>
      <DataTable
        label={`Coverage by ${coverageBy.toLowerCase()}`}
        headers={[coverageBy, 'Coverage', 'Needed', 'Pipeline', 'Still to win']}
        rows={[...coverage, coverageTotal].map((c) => [
          c.segment,
          times(c.coverage),
          times(c.required),
          amount(c.pipeline),
          amount(c.remaining),
        ])}
      />
    </Section>
  );
}
