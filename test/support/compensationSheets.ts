import type { CompensationBook } from '../../src/engine/analyses/compensation/book';
import { evaluate } from '../../src/engine/analyses/compensation/evaluate';
import type { PayFinding } from '../../src/engine/analyses/compensation/finding';
import type { Plan } from '../../src/engine/analyses/compensation/plan';
import { describePay } from '../../src/engine/analyses/compensation/report';
import { basisOf, planFinding } from '../../src/engine/analyses/compensation/toFinding';
import type { Day } from '../../src/engine/core/day';
import { composeReport } from '../../src/engine/report/compose';
import type { Placement } from '../../src/engine/report/placement';
import { placementsOf, STAMP } from './report';

/** What a run would find of these plans and this book. */
export const findingOf = (plans: readonly Plan[], book: CompensationBook): PayFinding => ({
  basis: {
    ...basisOf(book, (book.periods[book.periods.length - 1]!.end + 1) as Day), // the day after the last period
    credits: book.credits ? 'bookings' : null,
    plansFrom: 'tables',
    dealsLeftOut: false,
  },
  plans: plans.map((plan) => planFinding(plan, evaluate(plan, book), book, true)),
});

/** The sheets of a finding, as hosts play them. */
export const sheetsOf = (finding: PayFinding): readonly Placement[] =>
  placementsOf(
    composeReport({
      descriptions: [describePay(finding)],
      inputs: [],
      issues: [],
      judgements: [],
      values: {},
      stages: [],
      stamp: STAMP,
    }),
  );
