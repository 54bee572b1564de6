import type { CompensationFinding } from '../../../engine/analyses/compensation/finding';
import { DASH, money, share } from '../../format';
import { Lines } from '../../parts/Lines';
import { Section } from '../../parts/Section';

/** What is paid by the objective that each component serves. */
export function Objectives({ finding }: { readonly finding: CompensationFinding }) {
  return finding.models
    .filter(({ inForce, objectives }) => inForce && objectives.some(({ objective }) => objective !== null))
    .map(({ plan, objectives }) => (
      <Section key={plan} title={`What ${plan} pays for`} lead="By the objective that each component serves.">
        <Lines
          label={`What ${plan} pays for`}
          one="objective"
          lines={objectives.map(({ objective, components, pay: paid, share: part }) => ({
            name: objective ?? 'No objective',
            value: part === null ? DASH : share(part),
            details: [`${money(paid)}: ${components.map(({ name }) => name).join(', ')}`],
          }))}
        />
      </Section>
    ));
}
