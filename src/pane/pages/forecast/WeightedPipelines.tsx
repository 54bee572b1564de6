import type { Weighted } from '../../../engine/analyses/forecast/weighted';
import { count, DASH } from '../../format';
import { DataTable } from '../../parts/DataTable';
import { Disclosure } from '../../parts/Disclosure';
import { Section } from '../../parts/Section';
import { amountText, type Shown } from './shown';

/** The same open deals weighted three ways: what the CRM says, what the stage says, what stage and age say. */
export function WeightedPipelines({ forecast }: Shown) {
  const { weighted, stages, basis } = forecast;
  const amount = amountText(basis.unit);
  const row = (name: string, found: Weighted | null): readonly string[] => [
    name,
    found ? count(found.deals) : DASH,
    amount(found?.total ?? null),
    found ? `± ${amount(found.sd)}` : DASH,
  ];
  return (
    <Section
      title="Weighted pipeline, three ways"
      lead="What the open deals are worth on average. Old deals that have stood long in their stage weigh less by age than by stage."
    >
      <DataTable
        label="Weighted pipeline, three ways"
        headers={['Probability by', 'Deals', 'Worth', 'Chance alone']}
        rows={[
          row('CRM', weighted.configured),
          row('Stage’s win rate', weighted.historical),
          row('Stage and age', weighted.ageAware),
          row('The same, within the forecast', weighted.withinForecast),
        ]}
      />
      <Disclosure label="Stage by stage" flush>
        <DataTable
          label="Weighted pipeline by stage"
          headers={['Stage', 'Deals', 'Amount', 'By CRM', 'By stage', 'By age']}
          rows={stages.map((stage) => [
            stage.stage,
            count(stage.deals),
            amount(stage.amount),
            amount(stage.configured),
            amount(stage.historical),
            amount(stage.ageAware),
          ])}
        />
      </Disclosure>
    </Section>
  );
}
