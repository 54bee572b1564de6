import { evaluate } from '../../../../../src/engine/analyses/compensation/evaluate';
import { activeDays } from '../../../../../src/engine/analyses/compensation/mechanics/proration';
import { bookWith, iso, periodsOf, planOf } from '../../../../support/compensation';
import { reference } from '../../../../support/reference';

interface ProrationCase {
  readonly name: string;
  readonly input: {
    readonly hire?: string | null;
    readonly end?: string | null;
    readonly period_start?: string;
    readonly period_end?: string;
    readonly annual_quota?: number;
  };
  readonly expected: {
    readonly active_days?: number;
    readonly period_days?: number;
    readonly prorated_quota?: number;
  };
}
const cases = reference<ProrationCase>('comp_fairness_rounding').cases.filter(
  ({ expected }) => expected.active_days !== undefined,
);

test('there are cases', () => expect(cases).toHaveLength(5));

test.each(cases)('$name', ({ input, expected }) => {
  const person = {
    ...(input.hire && { start: iso(input.hire) }),
    ...(input.end && { end: iso(input.end) }),
  };
  const [period] = periodsOf(input.period_start!, 1, 12);
  expect(activeDays(person, period!)).toEqual({ active: expected.active_days, days: expected.period_days });
  const plan = planOf({ kind: 'rate', modifiers: [{ kind: 'proration', how: 'quota' }] });
  const book = bookWith({ periods: [period!], people: [person], quota: input.annual_quota! });
  // Quotas are whole cents.
  const quota = evaluate(plan, book).lines[0]!.quota ?? 0;
  expect(quota).toBe(Math.round(expected.prorated_quota! * 100));
});

test('target pay is prorated only where the plan says so', () => {
  const person = { start: iso('2026-07-02'), target: 36_500 };
  const target = (how: 'quota' | 'both'): number => {
    const plan = planOf({ kind: 'rate', modifiers: [{ kind: 'proration', how }] });
    return evaluate(plan, bookWith({ people: [person], quota: 100 })).lines[0]!.components[0]!.target;
  };
  expect([target('quota'), target('both')]).toEqual([36_500, 18_300]);
});
