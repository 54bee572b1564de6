import { asDay, isoOf } from '../../core/day';
import { orNull } from '../../core/orNull';
import { categoryOf, crmCategories } from './categories';
import type { DealForecast } from './finding';
import type { Results } from './findingOf';
import { riskFinder } from './risks';

/** Every open deal with its three probabilities, its category and its risks; the largest expected amount first. */
export function dealsOf({ ground, projection, overrides, values }: Results): readonly DealForecast[] {
  const { dataset, past, deals } = ground;
  const { chances } = projection;
  const { ids, texts } = dataset.opportunities!;
  const owner = texts['owner'];
  const crm = crmCategories(dataset);
  const risks = riskFinder(dataset, deals, chances, { asOf: past.asOf, quietDays: values.soonDays });
  return Array.from(deals.row, (row, i): DealForecast => {
    const id = ids.text(row);
    const said = overrides.get(id);
    const rate = past.stageRates[deals.stage[i]!];
    const amount =
      Number.isNaN(deals.amount[i]!) && said?.amount === undefined ? null : chances.events.amount[i]!;
    const probability = chances.inForce[i]!;
    const computedCategory = categoryOf(chances.computed[i]!, values);
    const byCrm = crm(row);
    return {
      id,
      owner: owner?.labels[owner.codes[row]!] ?? null,
      stage: past.stays.stages[deals.stage[i]!] ?? null,
      daysInStage: deals.daysInStage[i]! < 0 ? null : deals.daysInStage[i]!,
      amount,
      expectedClose: Number.isNaN(deals.expectedClose[i]!) ? null : isoOf(asDay(deals.expectedClose[i]!)),
      configured: orNull(deals.crm[i]!),
      historical: rate && rate.decided > 0 ? rate.won / rate.decided : null,
      ever: chances.ever[i]!,
      computed: chances.computed[i]!,
      probability,
      expected: (amount ?? 0) * probability,
      basis: chances.basis[i]!,
      category: said?.category ?? byCrm ?? computedCategory,
      computedCategory,
      categoryFrom: said?.category ? 'override' : byCrm ? 'crm' : 'computed',
      overridden: said !== undefined,
      risks: risks(i),
    };
  }).sort((a, b) => b.expected - a.expected || (a.id < b.id ? -1 : 1));
}
