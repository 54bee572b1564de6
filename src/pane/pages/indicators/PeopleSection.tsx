import { talkOf } from '../../../engine/analyses/indicators/describe/people';
import { DASH, decimal, percent } from '../../format';
import { DataTable } from '../../parts/DataTable';
import { Disclosure } from '../../parts/Disclosure';
import { Section } from '../../parts/Section';
import type { Shown } from './shown';

/** The same indicators for each person, against a standard. */
export function PeopleSection({ finding }: Shown) {
  const { standards, basis } = finding;
  if (standards.length === 0) return null;
  const names = [...new Set(standards.map(({ indicator }) => indicator))];
  return (
    <Section
      title="People"
      lead={`Mean of the last three ${basis.grain}s against the standard: your target, else what the team usually does.`}
    >
      {names.map((name, i) => (
        <Disclosure key={name} label={name} openAtFirst={i === 0} flush>
          <DataTable
            label={`${name} by person`}
            headers={['Person', 'Lately', 'Standard', 'Attainment', 'To talk about']}
            rows={standards
              .filter(({ indicator }) => indicator === name)
              .map((one) => {
                const { share, says } = talkOf(one);
                return [
                  one.person,
                  decimal(one.recent),
                  decimal(one.standard),
                  share === null ? DASH : percent(share),
                  says ?? DASH,
                ];
              })}
          />
        </Disclosure>
      ))}
    </Section>
  );
}
