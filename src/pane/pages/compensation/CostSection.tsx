import type { CompensationFinding } from '../../../engine/analyses/compensation/finding';
import type { PlanCost } from '../../../engine/analyses/compensation/modelling/cost';
import { CostBands, type CostBand } from '../../charts/CostBands';
import { Legend } from '../../charts/Legend';
import { count, DASH, money, percent1, share, signed } from '../../format';
import { DataTable } from '../../parts/DataTable';
import { Disclosure } from '../../parts/Disclosure';
import { Figure } from '../../parts/Figure';
import { Section } from '../../parts/Section';

/** What the year may cost, plan by plan and all together, and what moves it. */
export function CostSection({ finding }: { readonly finding: CompensationFinding }) {
  const { models, cost, tornado } = finding;
  const paid = models.filter(({ people }) => people > 0);
  if (paid.length === 0) return null;
  const label = 'What the year may cost';
  const inForce = paid.filter((model) => model.inForce);
  const all: readonly { readonly name: string; readonly cost: PlanCost }[] = [
    ...paid.map((model) => ({
      name: model.inForce ? model.plan : `${model.plan} (not in force)`,
      cost: model.cost,
    })),
    ...(inForce.length > 1 ? [{ name: 'All in force', cost }] : []),
  ];
  return (
    <Section
      title="What the year may cost"
      lead={`Of ${count(cost.runs)} simulated years, eight in ten lie within the band.${
        cost.timesSold === 1
          ? ''
          : ` Under your what-if ${share(cost.timesSold)} of what was measured is sold.`
      }`}
    >
      <Figure
        label={label}
        headers={['Plan', 'Expected', 'P10', 'P50', 'P90', 'At target', 'Cost of sales expected']}
        rows={all.map(({ name, cost: own }) => [
          name,
          money(own.mean),
          money(own.p10),
          money(own.p50),
          money(own.p90),
          money(own.target),
          own.ccos === null ? DASH : percent1(own.ccos.mean),
        ])}
        note={
          cost.budget === null
            ? undefined
            : `Budget ${money(cost.budget)}: ${share(cost.overBudget)} of the simulated years cost more.`
        }
      >
        <Legend
          items={[
            { label: 'P10 to P90', mark: 'open', shape: 'box' },
            { label: 'Expected', mark: 'good', shape: 'dot' },
            { label: 'At target', mark: 'bad', shape: 'line' },
            ...(cost.budget === null ? [] : [{ label: 'Budget', mark: 'bad', shape: 'dashes' } as const]),
          ]}
        />
        <CostBands
          label={label}
          bands={all.map(bandOf)}
          budget={cost.budget === null ? null : units(cost.budget)}
        />
      </Figure>
      {tornado.bars.length > 0 && (
        <Disclosure label={`What moves the cost of ${tornado.plan}`} flush>
          <DataTable
            label="What moves the cost"
            headers={['Lever', 'By', 'Down', 'Up']}
            rows={tornado.bars.map(({ lever, by, base, down, up }) => [
              lever,
              by,
              signed(down - base, money),
              signed(up - base, money),
            ])}
          />
        </Disclosure>
      )}
    </Section>
  );
}

/** Cents in whole units, for a chart. */
const units = (cents: number): number => cents / 100;

const bandOf = ({ name, cost }: { readonly name: string; readonly cost: PlanCost }): CostBand => ({
  name,
  p10: units(cost.p10),
  mean: units(cost.mean),
  p90: units(cost.p90),
  target: units(cost.target),
});
