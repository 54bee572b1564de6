import { tablesOf } from '../mechanics/multiplier';
import { paysPerDeal } from '../mechanics/perDeal';
import type { Component, Modifier } from '../plan';
import { multipliesDeals } from './multiplier';
import { bandsOfSum } from './tiers';

/**
 * Excel takes formulas of 8,192 characters, 64 functions deep. A point of a curve takes about 210 characters, a row of
 * multipliers 140, of a matrix 280: longer tables are worked out as values.
 */
export const MOST_POINTS = 30;
export const MOST_FACTORS = { one: 40, matrix: 22 } as const;

/** Whether a component's tables are short enough for a formula. */
export const fitsFormula = (component: Component): boolean =>
  ((component.kind !== 'curve' && component.kind !== 'scorecard') || component.tiers.length <= MOST_POINTS) &&
  tablesOf(component).every(
    (rows) => rows.length <= (rows.some(({ and }) => and) ? MOST_FACTORS.matrix : MOST_FACTORS.one),
  );

/** Whether formulas can tell the pay: it does not depend on single deals, nor on shares of a pool to the cent. */
export function isExpressible(component: Component): boolean {
  const { kind, modifiers, bandsOf = 'attainment' } = component;
  const has = (is: (modifier: Modifier) => boolean): boolean => modifiers.some(is);
  const looksAtDeals =
    paysPerDeal(component) ||
    multipliesDeals(component) ||
    has((modifier) => modifier.kind === 'cap' && modifier.how === 'deal') ||
    (kind === 'tiers' && !bandsOfSum(component));
  // Which bands begin at 100% depends on the quota where their bounds are amounts.
  const endsWithQuota =
    kind === 'tiers' &&
    bandsOf === 'amount' &&
    has((modifier) => modifier.kind === 'gate' && modifier.how === 'noAcceleration');
  const scoreLine = kind === 'scorecard' && has((modifier) => modifier.kind === 'threshold');
  return kind !== 'pool' && !looksAtDeals && !endsWithQuota && !scoreLine && fitsFormula(component);
}
