import type { Component, Plan, RateUnit } from '../plan';
import { UNITS, BASES } from '../planRows/words';
import { percentText, remark, type PlanCheck, type PlanRemark } from './planCheck';

/** Rates that need no unit to be told: none where the kind pays no rate, or takes target pay ÷ quota. */
const usesRate = ({ kind }: Component): boolean => kind === 'rate' || kind === 'pool' || kind === 'tiers';

/** A rate has a unit that its credit can have, is not negative, and a share of the credit is not more than all of it. */
export const rates: PlanCheck = (plan) =>
  plan.components.flatMap((component): readonly PlanRemark[] => {
    const { name, rate, unit, tiers } = component;
    const own =
      rate === undefined || !usesRate(component)
        ? []
        : unit === undefined
          ? [
              remark(
                'planRateWithoutUnit',
                { table: '', row: 0, component: name, rate: String(rate) },
                component,
                'unit',
              ),
            ]
          : ofRate(plan, component, component, rate, unit);
    return [...own, ...tiers.flatMap((tier) => ofRate(plan, component, tier, tier.rate, tier.unit))];
  });

function ofRate(
  plan: Plan,
  { name, basis, kind }: Component,
  part: object,
  rate: number,
  unit: RateUnit,
): readonly PlanRemark[] {
  const facts = { plan: plan.name, component: name };
  const counts = basis === 'units' || basis === 'deals';
  const points = kind === 'curve' || kind === 'scorecard' || kind === 'contest';
  const unfit = points
    ? unit !== 'ofTarget' && unit !== 'fixed'
    : (counts && unit === 'ofAmount') || (!counts && unit === 'perUnit');
  if (unfit)
    return [
      remark(
        'planUnitUnfit',
        { ...facts, unit: UNITS[unit], credit: BASES[basis].toLowerCase() },
        part,
        'unit',
      ),
    ];
  if (rate < 0) return [remark('planRateNegative', { ...facts, rate: String(rate) }, part, 'rate')];
  if (unit === 'ofAmount' && rate > 1)
    return [remark('planRateAboveOne', { ...facts, rate: percentText(rate) }, part, 'rate', 'warning')];
  return [];
}
