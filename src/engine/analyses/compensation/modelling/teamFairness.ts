import { spearman } from '../../../stats/correlation';
import { rankInterval } from '../../../stats/rankInterval';
import type { CompensationBook } from '../book';
import type { Payout } from '../payout';
import type { Plan } from '../plan';
import { prepare } from '../prepare';
import { paidByPerson } from './comparePlans';
import { fairnessOf, type PaidPerson } from './fairness';
import type { ModellingFinding } from './finding';
import { leadOf, payTermsOf } from './payTerms';

/**
 * Fairness among everyone whom a plan in force pays, over all periods of the book. Attainment and credit are those of the
 * component that attainment is spoken of; pay for performance is payout by credit.
 */
export function teamFairness(
  book: CompensationBook,
  plans: readonly { readonly plan: Plan; readonly payout: Payout }[],
  confidence: number,
): ModellingFinding['fairness'] {
  const { people, periods } = book;
  const months = periods.reduce((sum, period) => sum + period.months, 0);
  const paid = new Map<number, { payout: number; credited: number; quota: number }>();
  for (const { plan, payout } of plans) {
    const terms = payTermsOf(prepare(plan, book), book);
    const days = terms[leadOf(terms)]?.days ?? [];
    for (const [person, cents] of paidByPerson(payout)) {
      const own = paid.get(person) ?? { payout: 0, credited: 0, quota: 0 };
      paid.set(person, own);
      own.payout += cents;
      for (const { facts } of days.flatMap((day) => day.terms[person] ?? [])) {
        own.credited += facts.credited;
        own.quota += facts.quota ?? 0;
      }
    }
  }
  const all = [...paid].map(([row, { payout, credited, quota }]): PaidPerson => {
    const person = people[row]!;
    return {
      person: row,
      name: person.name,
      manager: person.manager ?? null,
      base: (person.base * months) / 12,
      payout,
      credited,
      attainment: quota > 0 ? credited / quota : null,
    };
  });
  const { n, r } = spearman(
    all.map(({ credited }) => credited),
    all.map(({ payout }) => payout),
  );
  return {
    ...fairnessOf(all, confidence),
    payForPerformance: r === null ? null : { n, rho: r, ...rankInterval(r, n, confidence) },
  };
}
