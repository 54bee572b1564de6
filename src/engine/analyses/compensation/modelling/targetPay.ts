import { payAtAttainment } from './payAtAttainment';
import type { CompensationBook } from '../book';
import type { ModelledPlan } from './costModel';

/**
 * Variable pay of a person at target over the book's periods, in cents: as the people sheet says; where it says nothing,
 * what the plan's components pay at 100 % of every measure.
 */
export function targetPay(
  { prepared, terms }: Pick<ModelledPlan, 'prepared' | 'terms'>,
  { people, periods, credits }: CompensationBook,
  person: number,
): number {
  if (!prepared.applies[person]) return 0;
  const stated = people[person]!.target;
  if (stated > 0) return periods.reduce((sum, { months }) => sum + (stated * months) / 12, 0);
  return terms.reduce(
    (sum, { component, days }) =>
      days.reduce((all, day) => {
        const term = day.terms[person];
        return term ? all + payAtAttainment(component, term, 1, () => 1, credits) : all;
      }, sum),
    0,
  );
}
