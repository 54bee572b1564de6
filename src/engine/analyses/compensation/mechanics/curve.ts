import type { Facts, Part, Piece } from '../facts';
import { attainmentOf } from '../facts';
import type { Component, Tier } from '../plan';
import { lumpOf } from '../units';

/**
 * The payout at an attainment by a table of points (P5), in cents: a straight line between two points, or (`step`) what
 * the point below pays. Below the first point it pays as at it (a threshold takes that away where it should); above the
 * last as at it, or on along the last line. Points are in ascending order.
 */
export function payoutAtPoints(
  points: readonly Tier[],
  attainment: number,
  { join = 'line', beyond = 'flat' }: Pick<Component, 'join' | 'beyond'>,
  facts: Facts,
): number {
  const pays = ({ rate, unit }: Tier): number => lumpOf(rate, unit, facts);
  const above = points.findIndex(({ from }) => from > attainment);
  const [first, last] = [points[0], points[points.length - 1]];
  if (!first || !last) return 0;
  if (above === 0) return pays(first);
  const on = (a: Tier, b: Tier): number =>
    pays(a) + ((attainment - a.from) * (pays(b) - pays(a))) / (b.from - a.from);
  const before = points[points.length - 2];
  if (above < 0) return beyond === 'line' && join === 'line' && before ? on(before, last) : pays(last);
  const [lower, upper] = [points[above - 1]!, points[above]!];
  return join === 'step' ? pays(lower) : on(lower, upper);
}

/** A table of attainment and payout (P5). Below an attainment of zero, and without a quota, nothing is paid. */
export function payCurve(component: Component, facts: Facts): readonly Piece[] {
  const attainment = attainmentOf(facts);
  if (attainment === null || attainment < 0) return [];
  const at = (a: number): number => payoutAtPoints(component.tiers, Math.max(0, a), component, facts);
  const amount = at(attainment);
  const rate = facts.target === 0 ? null : amount / facts.target;
  return [
    {
      rule: 'curve',
      row: -1,
      base: facts.credited,
      rate,
      unit: 'ofTarget',
      amount,
      parts: () => alongCurve(facts, at),
    },
  ];
}

/** Each deal earned what the curve rose by when it came; what is paid at zero no deal earned. */
function alongCurve({ deals, quota }: Facts, at: (attainment: number) => number): readonly Part[] {
  let before = 0;
  return deals.map(({ credit, base }) => {
    const [from, to] = [before / (quota ?? 1), (before + base) / (quota ?? 1)];
    before += base;
    return { credit, base, amount: at(to) - at(from) };
  });
}
