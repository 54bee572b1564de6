import { sumOf } from '../facts';
import { payCurve } from '../mechanics/curve';
import type { Component } from '../plan';
import { expr, liveOf, type Expr } from './expr';
import { columnRef, QUOTA, type PayTableContext, type Stage } from './payTable';
import type { Counted } from './threshold';
import { lumpFormula } from './units';

/** A payout curve (P5): nested conditions, from the first point to the last. */
export function curveColumns(context: PayTableContext, { credit, facts }: Counted): Stage {
  const { component } = context;
  const value: Stage['amount']['value'] = (row) => {
    const counted = facts(row);
    return counted ? sumOf(payCurve(component, counted)) : 0;
  };
  const pay = curveFormula(context, component, expr`(${credit}/${QUOTA})`);
  return {
    columns: [
      {
        column: {
          id: 'curve',
          header: 'On the curve',
          format: 'cents',
          note:
            component.join === 'step'
              ? 'What the last point reached pays.'
              : 'Between two points a straight line.',
        },
        cell: (row) => liveOf(value(row), expr`IF(${credit}="",0,IF(${QUOTA}>0,IF(${credit}<0,0,${pay}),0))`),
      },
    ],
    amount: { says: [columnRef('curve')], value },
  };
}

/** What the points pay at an attainment, or at a score. */
export function curveFormula(context: PayTableContext, component: Component, at: Expr): Expr {
  const { cells } = context;
  const { tiers, join = 'line', beyond = 'flat' } = component;
  const x = tiers.map((tier) => cells.tier(tier, 'from'));
  const y = tiers.map((tier) => lumpFormula(context, [cells.tier(tier, 'rate')], tier.unit));
  const last = tiers.length - 1;
  if (last < 0) return ['0'];
  const line = (i: number): Expr =>
    expr`${y[i]!}+(${at}-${x[i]!})*(${y[i + 1]!}-${y[i]!})/(${x[i + 1]!}-${x[i]!})`;
  const above: Expr = beyond === 'line' && join === 'line' && last > 0 ? line(last - 1) : y[last]!;
  // From the top down: the innermost condition is the one of the first point.
  const between = tiers
    .slice(0, -1)
    .reduceRight<Expr>(
      (rest, _, i) => expr`IF(${at}<${x[i + 1]!},${join === 'step' ? y[i]! : line(i)},${rest})`,
      above,
    );
  return expr`IF(${at}<${x[0]!},${y[0]!},${between})`;
}
