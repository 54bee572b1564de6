import { capOf } from '../mechanics/cap';
import { drawn, isRecoverable } from '../mechanics/draw';
import { modifiersOf, type Plan } from '../plan';
import type { Prepared } from '../prepare';
import { cappedCurve, curveOf, flooredCurve, summedCurve, type PayoutCurve } from './payoutCurve';

/** Whether a plan does something with the sum of its components that changes what it costs. */
export const isSettled = ({ modifiers }: Plan): boolean =>
  modifiers.some(
    (modifier) => modifier.kind === 'cap' || (modifier.kind === 'draw' && !isRecoverable(modifier)),
  );

/** Target pay of a person in one period, over all components: what a cap of the whole plan is a share of. */
const targetIn = ({ components, facts }: Prepared, person: number, period: number): number =>
  components.reduce((sum, _, c) => sum + facts(c, person, period).target, 0);

/**
 * Cap and draw of the whole plan in one period. A draw that is paid back, holdback and clawback move pay from one period to
 * another, or depend on which deals are cancelled: they are left out.
 */
export function settlementOf(
  plan: Plan,
  prepared: Prepared,
  period: number,
): (person: number, pay: number) => number {
  const targets = prepared.applies.map((applied, person) =>
    applied ? targetIn(prepared, person, period) : 0,
  );
  const caps = modifiersOf(plan.modifiers, 'cap');
  const draws = modifiersOf(plan.modifiers, 'draw').filter((draw) => !isRecoverable(draw));
  return (person, pay) => {
    if (!prepared.applies[person]) return 0;
    const capped = caps.reduce((sum, cap) => {
      const most = capOf(cap, targets[person]!);
      return sum > most ? most + (cap.value ?? 0) * (sum - most) : sum;
    }, pay);
    return draws.reduce(
      (sum, draw) => sum + drawn(draw, undefined, { earned: sum, owed: 0, n: period + 1 }).amount,
      capped,
    );
  };
}

/** The same for one person as a curve. */
export function settledCurve(
  plan: Plan,
  prepared: Prepared,
  person: number,
  period: number,
  curve: PayoutCurve,
): PayoutCurve {
  const capped = modifiersOf(plan.modifiers, 'cap').reduce(
    (before, cap) => cappedCurve(before, capOf(cap, targetIn(prepared, person, period)), cap.value ?? 0),
    curve,
  );
  return modifiersOf(plan.modifiers, 'draw')
    .filter((draw) => !isRecoverable(draw) && period < (draw.to ?? Infinity))
    .reduce((before, { value, how }) => {
      const cents = value * 100;
      return how === 'notRecoverable'
        ? flooredCurve(before, cents)
        : summedCurve([before, curveOf([{ from: 0, base: cents, slope: 0 }])]);
    }, capped);
}
