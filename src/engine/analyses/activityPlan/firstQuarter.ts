import type { AssumptionValues } from '../../core/assumption';
import type { Circumstances } from '../../core/circumstances';
import { isoOf } from '../../core/day';
import { moneyOf } from '../../core/money';
import { firstDay, lastDay, monthsAhead } from '../../core/months';
import type { Dataset } from '../../dataset/dataset';
import type { EditedTables } from '../../report/editableTable';
import { prepare } from '../forecast/compute';
import { correlationUsed } from '../forecast/correlationUsed';
import { expectedOfNew, newDealsIn, wonWhereBegun } from '../forecast/newDeals';
import { project, simulate } from '../forecast/project';
import { quantileOf, shareAtLeast, totalsOf } from '../forecast/summarise';
import type { TimedEvents } from '../../stats/simulateEvents';
import { valueOf } from './assumptions';
import type { FirstQuarter } from './finding';
import { quotaOf } from '../salesQuotas';

const MONTHS = 3;
/** Futures behind one quantile. */
const DRAWS = 4000;

/**
 * The first three months of the plan by the forecast's own simulation; null where nothing can be forecast, or no deal has
 * an amount.
 *
 * @param assurance the probability with which the suggested goal is reached
 * @param dealSize cents of a won deal
 */
export function firstQuarterOf(
  dataset: Dataset,
  values: AssumptionValues,
  circumstances: Circumstances,
  tables: EditedTables,
  { assurance, dealSize }: { readonly assurance: number; readonly dealSize: number | null },
): FirstQuarter | null {
  const ahead = monthsAhead(circumstances.asOf, MONTHS);
  // The forecast's first month may be one under way, the plan's never is.
  const reach = {
    ...values,
    forecastMonths: MONTHS + 1,
    forecastDraws: Math.min(DRAWS, Number(values['forecastDraws'] ?? DRAWS)),
  };
  const { value: prepared } = prepare(dataset, reach, circumstances, tables);
  if (!prepared || prepared.ground.unit !== 'amount') return null;
  const { ground, supposed, values: assumed, draws } = prepared;
  const { used } = correlationUsed(ground.past, assumed);
  const projection = project(ground, supposed);
  const drawn = simulate(ground, projection, supposed.levers, {
    draws,
    rho: used,
    random: circumstances.random.stream('firstQuarter'),
  });
  const months = ground.periods.flatMap(({ from }, m) =>
    from >= firstDay(ahead) && from <= lastDay(ahead) ? [m] : [],
  );
  const wonWithin = wonWhereBegun(
    newDealsIn(ground.arrivals, projection.model, supposed.levers, ground.periods),
    months,
  );
  const totals = totalsOf(drawn, months, 'amount', 'all');
  // Means are known without chance.
  const carried = expectedOf(projection.chances.events, months);
  const fresh = expectedOfNew(projection.newDeals, ground.arrivals, supposed.levers, months).amount;
  const backlog = moneyOf(valueOf(values, 'dayOneBacklog')) ?? 0;
  const recurring = moneyOf(valueOf(values, 'dayOneRecurring')) ?? 0;
  const wonAtLeast = quantileOf(totals, 1 - assurance);
  const suggested = backlog + recurring + wonAtLeast;
  const quotas = quotaOf(dataset.quotas, ahead);
  const toCome = Math.max(0, (quotas ?? suggested) - backlog - recurring - carried);
  return {
    from: isoOf(firstDay(ahead)),
    to: isoOf(lastDay(ahead)),
    backlog,
    recurring,
    carried,
    fresh,
    wonAtLeast,
    suggested,
    quotas,
    chanceOfQuotas: quotas === null ? null : shareAtLeast(totals, quotas - backlog - recurring),
    toCome,
    wonWithin,
    newDealsForIt: dealSize === null || wonWithin === 0 ? null : toCome / dealSize / wonWithin,
  };
}

/** Σ amount × probability of a win in these months. */
function expectedOf({ count, periods, probability, amount }: TimedEvents, months: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < count; i++)
    for (const m of months) {
      const before = m === 0 ? 0 : probability[i * periods + m - 1]!;
      sum += amount[i]! * (probability[i * periods + m]! - before);
    }
  return sum;
}
