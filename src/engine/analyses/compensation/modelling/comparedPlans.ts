import type { CompensationBook } from '../book';
import type { Payout } from '../payout';
import type { Plan } from '../plan';
import { comparePlans } from './comparePlans';
import type { PlanComparison } from './finding';
import { planChanges } from './planScenario';

/** Plan A against plan B as a finding: people by name, what differs in words, and the expected cost of both. */
export function comparedPlans(
  a: Plan,
  b: Plan,
  paidA: Payout,
  paidB: Payout,
  { people }: CompensationBook,
  expected: PlanComparison['expected'],
): PlanComparison {
  const { a: totalA, b: totalB, ...compared } = comparePlans(paidA, paidB);
  return {
    ...compared,
    a: a.name,
    b: b.name,
    people: compared.people.map((one) => ({ ...one, person: people[one.person]!.name })),
    paid: { a: totalA, b: totalB },
    expected,
    changes: planChanges(a, b),
  };
}
