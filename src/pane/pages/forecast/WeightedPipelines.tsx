import type { Weighted } from '../../../engine/analyses/forecast/weighted';
import { count, DASH } from '../../format';
import { DataTable } from '../../parts/DataTable';
import { Disclosure } from '../../parts/Disclosure';
import { Section } from '../../parts/Section';
import { amountText, shortText, type Shown } from './shown';

/** The same open deals weighted three ways: what the CRM says, what the stage says, what stage and age say. */
export function WeightedPipelines({ forecast }: Shown) {
  const { weighted, stages, basis } = forecast;
  const [amount, short] = [amountText(basis.unit), shortText(basis.unit)];
  const row = (name: string, found: Weighted | null): readonly string[] => [
    name,
    found ? count(found.deals) : DASH,
    amount(found?.total ?? null),
    found ? `± ${amount(found.sd)}` : DASH,
  ];
  return (
    <Section
      title="Weighted pipeline, three ways"
      lead="What the open deals are worth on average, give or take what chance does to it two times in three. Deals that have stood long in their stage weigh less by age than by stage."
    >
      <DataTable
        label="Weighted pipeline, three ways"
        headers={['Probability by', 'Deals', 'Worth', 'Give or take']}
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
          headers={['Stage', 'Amount', 'By CRM', 'By stage', 'By age']}
          rows={stages.map((stage) => [
            stage.stage,
            short(stage.amount),
            short(stage.configured),
            short(stage.historical),
            short(stage.ageAware),
          ])}
        />
      </Disclosure>
    </Section>
  );
}
