import { dayOf } from '../../src/engine/core/day';
import type { CompensationBook, Person, PersonQuota } from '../../src/engine/analyses/compensation/book';
import { evaluate } from '../../src/engine/analyses/compensation/evaluate';
import type { PayoutLine } from '../../src/engine/analyses/compensation/payout';
import type { Component, Modifier, Plan, Tier } from '../../src/engine/analyses/compensation/plan';

/** A plan of one component over a year; amounts in units, as a person types them. */
export const planOf = (component: Partial<Component>, modifiers: readonly Modifier[] = []): Plan => ({
  name: 'Test',
  components: [
    {
      name: 'Sales',
      kind: 'tiers',
      basis: 'revenue',
      period: 'year',
      tiers: [],
      modifiers: [],
      ...component,
    },
  ],
  modifiers,
});

/** Tiers as [from, to, rate], of one unit and way of paying. */
export const tiersOf = (
  rows: readonly (readonly [number, number | null, number])[],
  unit: Tier['unit'] = 'ofAmount',
  how: NonNullable<Tier['how']> = 'marginal',
): readonly Tier[] => rows.map(([from, to, rate]) => ({ from, ...(to !== null && { to }), rate, unit, how }));

export interface Year {
  /** Credited, quota and target variable pay, in units. */
  readonly sold?: number;
  readonly attainment?: number;
  readonly quota?: number;
  readonly target?: number;
}

/** One person and one year, the attainment typed by hand. */
export function bookOf({ sold, attainment, quota, target = 0 }: Year): CompensationBook {
  const [start, end] = [dayOf(2026, 1, 1), dayOf(2026, 12, 31)];
  const people: readonly Person[] = [{ name: 'Ann Lee', target: target * 100, base: 0 }];
  const quotas: readonly PersonQuota[] =
    quota === undefined ? [] : [{ person: 0, start, end, amount: quota * 100 }];
  return {
    periods: [{ label: '2026', start, end, months: 12 }],
    people,
    quotas,
    typed: [
      {
        person: 0,
        period: 0,
        ...(sold !== undefined && { credited: Math.round(sold * 100) }),
        ...(attainment !== undefined && { attainment }),
      },
    ],
    yearStartMonth: 1,
  };
}

export const lineOf = (plan: Plan, year: Year): PayoutLine => evaluate(plan, bookOf(year)).lines[0]!;

/** Payout in units. */
export const paid = (plan: Plan, year: Year): number => lineOf(plan, year).payout / 100;
