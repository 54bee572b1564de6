import { evaluate } from '../../../../src/engine/analyses/compensation/evaluate';
import type { Component, Modifier, Plan, Tier } from '../../../../src/engine/analyses/compensation/plan';
import { bookOf, planOf } from '../../../support/compensation';
import { reference } from '../../../support/reference';

interface PlanCase {
  readonly type: 'marginal' | 'retroactive' | 'step' | 'table';
  readonly tiers?: readonly (readonly [number, number | null, number])[];
  readonly steps?: readonly (readonly [number, number])[];
  readonly points?: readonly (readonly [number, number])[];
  readonly threshold?: number;
  readonly cap?: number;
  readonly multiplier?: number;
  readonly gate?: { readonly value: number; readonly min: number; readonly factor: number };
}
interface PayoutCase {
  readonly name: string;
  readonly input: { readonly plan: PlanCase; readonly attainment: readonly number[] };
  readonly expected: { readonly payout_exact: readonly string[] };
}

const { cases } = reference<PayoutCase>('comp_payout');

function tiersOf({ type, tiers, steps, points }: PlanCase): Pick<Component, 'kind' | 'tiers'> {
  const band = ([from, to, rate]: readonly [number, number | null, number]): Tier => ({
    from,
    ...(to !== null && { to }),
    rate,
    unit: 'timesTarget',
    how: type === 'retroactive' ? 'whole' : 'marginal',
  });
  if (type === 'table')
    return { kind: 'curve', tiers: points!.map(([from, rate]) => ({ from, rate, unit: 'ofTarget' })) };
  if (type === 'step')
    return {
      kind: 'tiers',
      tiers: steps!.map(([from, rate], i) => {
        const to = steps![i + 1]?.[0];
        return { from, ...(to !== undefined && { to }), rate, unit: 'ofTarget', how: 'whole' };
      }),
    };
  return { kind: 'tiers', tiers: tiers!.map(band) };
}

function planFrom(plan: PlanCase): Plan {
  const { threshold, gate, multiplier, cap } = plan;
  const modifiers: readonly Modifier[] = [
    ...(threshold === undefined ? [] : [{ kind: 'threshold', from: threshold, how: 'hard' } as const]),
    ...(gate
      ? [{ kind: 'gate', measure: 'Quality', from: gate.min, value: gate.factor, how: 'factor' } as const]
      : []),
    ...(multiplier === undefined
      ? []
      : [{ kind: 'multiplier', measure: 'Sales', value: multiplier } as const]),
    ...(cap === undefined ? [] : [{ kind: 'cap', from: cap, unit: 'ofTarget', how: 'period' } as const]),
  ];
  const sales = planOf({ ...tiersOf(plan), modifiers });
  const quality = planOf({ name: 'Quality', kind: 'measure', basis: 'typed' }).components[0]!;
  return { ...sales, components: [...sales.components, quality] };
}

/** A fraction of a target in cents, half away from zero, in whole numbers only. */
function exactCents(fraction: string, target: bigint): number {
  const [numerator = '0', denominator = '1'] = fraction.split('/');
  const [n, d] = [BigInt(numerator) * target, BigInt(denominator)];
  const half = n < 0n ? -d : d;
  return Number((2n * n + half) / (2n * d));
}

describe('payouts of exact rational arithmetic (Python fractions)', () => {
  test('there are cases', () => expect(cases).toHaveLength(8));

  // Round amounts, and amounts at which every payout falls between two cents.
  test.each(cases.flatMap((c) => [1_000_000, 98_765.43].map((target) => ({ ...c, target }))))(
    '$name, target pay $target',
    ({ input, expected, target }) => {
      const plan = planFrom(input.plan);
      const quality = input.plan.gate?.value ?? 1;
      const cents = input.attainment.map((attainment) => {
        const book = bookOf({ attainment, quota: 2_500_000, target });
        const typed = [
          { person: 0, period: 0, measure: 'Quality', attainment: quality },
          { person: 0, period: 0, measure: 'Sales', attainment },
        ];
        const line = evaluate(plan, { ...book, typed }).lines[0]!;
        expect(line.slices.reduce((sum, { amount }) => sum + amount, 0)).toBe(line.payout);
        return line.payout;
      });
      const wanted = BigInt(Math.round(target * 100));
      expect(cents).toEqual(expected.payout_exact.map((fraction) => exactCents(fraction, wanted)));
    },
  );
});
