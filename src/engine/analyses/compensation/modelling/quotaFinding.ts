import type { AssumptionValues } from '../../../core/assumption';
import type { Day } from '../../../core/day';
import { activeDays } from '../mechanics/proration';
import { modellingCents, OVER_ASSIGNMENT } from './assumptions';
import type { CostModel } from './costModel';
import type { QuotaFinding } from './finding';
import { yearPeriods, type PlanYear } from './planYear';
import { setQuotas, type QuotaPerson } from './quotaSetting';
import { UNKNOWN_SPREAD } from './series';

/**
 * Quotas of everyone in the first plan, for the first component that counts money, over the plan year; null where
 * there is none. What was sold is taken from the periods that are over, and stretched to all of them.
 */
export function quotaFindingOf(
  { plans: [first], series }: CostModel,
  year: PlanYear,
  values: AssumptionValues,
  asOf: Day,
): QuotaFinding | null {
  const at = first?.terms.findIndex(
    ({ component }) => component.basis === 'revenue' && component.kind !== 'contest',
  );
  if (first === undefined || at === undefined || at < 0) return null;
  const { people, periods } = year.book;
  const { days } = first.terms[at]!;
  const all = yearPeriods(year);
  const [start, end] = [all[0]!.start, all[all.length - 1]!.end];
  const over = days.filter(({ period }) => periods[period]!.end <= asOf);
  const found = people.flatMap((person, p): readonly QuotaPerson[] => {
    if (!first.prepared.applies[p]) return [];
    const terms = days.flatMap((day) => day.terms[p] ?? []);
    const quota = terms.reduce((sum, { facts }) => sum + (facts.quota ?? 0), 0);
    const sold = over.flatMap((day) => day.terms[p] ?? []);
    const { active, days: whole } = activeDays(person, { start, end });
    return [
      {
        person: p,
        quota: quota > 0 ? quota : null,
        sold:
          sold.length > 0
            ? (sold.reduce((sum, { facts }) => sum + facts.credited, 0) * days.length) / sold.length
            : null,
        capacity: active / whole,
      },
    ];
  });
  const { model, persistent } = series[first.seriesOf[at]!]!.spread;
  const ofPeriod = model.kind === 'lognormal' ? model.distribution.sigma : UNKNOWN_SPREAD.sigma;
  // What does not stay with a person averages out over several periods.
  const sigma = ofPeriod * Math.sqrt(persistent + (1 - persistent) / days.length);
  const target = modellingCents(values, 'salesTarget');
  const overAssigned = Number(values[OVER_ASSIGNMENT] ?? 0.1);
  const set = setQuotas(found, sigma, target, overAssigned);
  return {
    target,
    overAssigned,
    sigma,
    quotas: set.quotas,
    suggested: set.suggested,
    overAssignment: set.overAssignment,
    capacity: set.capacity,
    people: set.people.map((advice) => ({ ...advice, person: people[advice.person]!.name })),
  };
}
