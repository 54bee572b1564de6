import { payAtAttainment } from './payAtAttainment';
import type { ModelledPlan } from './costModel';
import { monthsOfYear, type PlanYear } from './planYear';

/**
 * Variable pay of a person at target over the plan year, in cents: as the people sheet says; where it says nothing,
 * what the plan's components pay at 100 % of every measure.
 */
export function targetPay(
  { prepared, terms }: Pick<ModelledPlan, 'prepared' | 'terms'>,
  year: PlanYear,
  person: number,
): number {
  const { people, credits } = year.book;
  if (!prepared.applies[person]) return 0;
  const stated = people[person]!.target;
  if (stated > 0) return (stated * monthsOfYear(year)) / 12;
  return terms.reduce(
    (sum, { component, days }) =>
      days.reduce((all, day) => {
        const term = day.terms[person];
        return term ? all + payAtAttainment(component, term, 1, () => 1, credits) : all;
      }, sum),
    0,
  );
}
