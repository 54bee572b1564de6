import fc from 'fast-check';
import type { CompensationBook } from '../../../../../src/engine/analyses/compensation/book';
import { evaluate } from '../../../../../src/engine/analyses/compensation/evaluate';
import { costsOf, exactMean } from '../../../../../src/engine/analyses/compensation/modelling/cost';
import { costModelOf } from '../../../../../src/engine/analyses/compensation/modelling/costModel';
import { deskOf } from '../../../../../src/engine/analyses/compensation/modelling/planDesk';
import { wholeBook } from '../../../../../src/engine/analyses/compensation/modelling/planYear';
import { curveOfTerm } from '../../../../../src/engine/analyses/compensation/modelling/payAtAttainment';
import { payoutAt, summedCurve } from '../../../../../src/engine/analyses/compensation/modelling/payoutCurve';
import { payTermsOf } from '../../../../../src/engine/analyses/compensation/modelling/payTerms';
import { watchedBy } from '../../../../../src/engine/analyses/compensation/modelling/watching';
import type { Plan } from '../../../../../src/engine/analyses/compensation/plan';
import { prepare } from '../../../../../src/engine/analyses/compensation/prepare';
import { randomFrom } from '../../../../../src/engine/core/random';
import { bookOf, bookWith, lineOf, periodsOf, planOf, tiersOf } from '../../../../support/compensation';
import { arbitraryPlan } from '../../../../support/randomPlan';

const YEAR = { quota: 400_000, target: 65_432.1 };
const FROM_HISTORY = { mean: 0, sigma: 0 };
const END = 99_999;

/** All components at one attainment, which they share as they count the same credit. */
function curveOfPlan(plan: Plan, book: CompensationBook) {
  const terms = payTermsOf(prepare(plan, book), book);
  return summedCurve(
    terms.map(({ component, days }) => {
      const bounds = terms.flatMap((other) =>
        watchedBy(other.component).flatMap((watched) => watched.bounds),
      );
      return curveOfTerm(component, days[0]!.terms[0]!, (a) => () => a, book.credits, bounds);
    }),
  );
}

test('300 plans: the curve pays at any attainment what evaluation pays, to a cent a component', () => {
  fc.assert(
    fc.property(
      arbitraryPlan(),
      fc.array(fc.integer({ min: 0, max: 3001 }), { minLength: 5 }),
      (plan, at) => {
        const curve = curveOfPlan(plan, bookOf({ ...YEAR, attainment: 1 }));
        for (const thousandths of at) {
          // Never exactly at a bound, where a plan may say that the tier below still holds.
          const attainment = thousandths / 1000 + 0.00031;
          const { payout } = lineOf(plan, { ...YEAR, attainment });
          expect(Math.abs(payoutAt(curve, attainment) - payout)).toBeLessThanOrEqual(
            0.6 * plan.components.length,
          );
        }
      },
    ),
    { numRuns: 300 },
  );
});

/** People of one quota and target whose attainments are typed: fewer than twelve, so that these are drawn again. */
function teamOf(attainments: readonly number[]): CompensationBook {
  const book = bookWith({ people: attainments.map(() => ({ target: 6_543_210 })), quota: 400_000 });
  return { ...book, typed: attainments.map((attainment, person) => ({ person, period: 0, attainment })) };
}

const attainments = fc.array(
  fc.integer({ min: 0, max: 2500 }).map((n) => n / 1000 + 0.00031),
  {
    minLength: 1,
    maxLength: 8,
  },
);

test('100 plans: the expected cost of a team is what evaluation pays it on average, gates and multipliers included', () => {
  fc.assert(
    fc.property(arbitraryPlan(), attainments, (plan, values) => {
      const book = teamOf(values);
      // Each person draws any of the attainments: on average each is paid the mean of what is paid now.
      const expected = evaluate(plan, book).total;
      const model = costModelOf([plan], deskOf(wholeBook(book)), END, FROM_HISTORY);
      const [cost] = costsOf(model, 400, randomFrom(1));
      const exact = exactMean(model.plans[0]!, model);
      const looksElsewhere = model.plans[0]!.parts.some(({ others }) => others !== undefined);
      expect(exact === null).toBe(looksElsewhere);
      const rounding = values.length * plan.components.length;
      if (exact !== null) expect(Math.abs(exact - expected)).toBeLessThanOrEqual(rounding);
      else
        expect(Math.abs(cost!.mean - expected)).toBeLessThanOrEqual(
          rounding + 6 * Math.max(cost!.standardError!, 1e-9 * expected),
        );
    }),
    { numRuns: 100 },
  );
});

test('the cap and the draw of the whole plan are in the cost, period by period', () => {
  const plan: Plan = {
    ...planOf({ tiers: tiersOf([[0, null, 1]], 'timesTarget') }),
    modifiers: [
      { kind: 'cap', from: 1.5, unit: 'ofTarget', how: 'period' },
      { kind: 'draw', value: 20_000, how: 'notRecoverable' },
    ],
  };
  const book = teamOf([0.1, 2]);
  const model = costModelOf([plan], deskOf(wholeBook(book)), END, FROM_HISTORY);
  expect(exactMean(model.plans[0]!, model)).toBeNull();
  const [cost] = costsOf(model, 4000, randomFrom(1));
  // Attainment 10 % is lifted to the draw, 200 % is cut to 1.5 × 65,432.10.
  expect(evaluate(plan, book).total).toBe(2_000_000 + 9_814_815);
  expect(Math.abs(cost!.mean - 11_814_815)).toBeLessThan(5 * cost!.standardError!);
});

test('a book of months with a yearly and a quarterly component pays each on its own days', () => {
  const plan: Plan = {
    name: 'Two',
    components: [
      planOf({ name: 'Year', tiers: tiersOf([[0, null, 1]], 'timesTarget'), weight: 0.5 }).components[0]!,
      planOf({
        name: 'Quarter',
        period: 'quarter',
        tiers: tiersOf([[0, null, 1]], 'timesTarget'),
        weight: 0.5,
      }).components[0]!,
    ],
    modifiers: [],
  };
  const book: CompensationBook = bookWith({
    people: [{ target: 1_200_000 }],
    quota: 400_000 / 12,
    periods: periodsOf('2026-01-01', 12),
  });
  const model = costModelOf([plan], deskOf(wholeBook(book)), END, { mean: 1, sigma: 0.3 });
  const [cost] = costsOf(model, 2000, randomFrom(1));
  expect(cost!.mean).toBeCloseTo(1_200_000, 3);
  expect(cost!.target).toBeCloseTo(1_200_000, 6);
  // The first component's quota of 400,000.
  expect(Math.abs(cost!.volume / 40_000_000 - 1)).toBeLessThan(0.03);
  expect(cost!.ccos!.mean).toBeCloseTo(cost!.mean / cost!.volume, 12);
});

test('year to date is paid once on the whole year', () => {
  const plan = planOf({
    period: 'month',
    yearToDate: true,
    tiers: tiersOf(
      [
        [0, 1, 1],
        [1, null, 3],
      ],
      'timesTarget',
    ),
  });
  const months = bookWith({
    people: [{ target: 1_200_000 }],
    quota: 10_000,
    periods: periodsOf('2026-01-01', 12),
  });
  const terms = payTermsOf(prepare(plan, months), months);
  expect(terms[0]!.days.map(({ period, terms: [term] }) => [period, term!.volume])).toEqual([
    [11, 12_000_000],
  ]);
});
