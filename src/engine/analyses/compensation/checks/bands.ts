import type { BandsOf, Component, Tier } from '../plan';
import { bandText, boundText, remark, type PlanCheck, type PlanRemark } from './planCheck';

/** Bounds meet when they are this near: 0.1 + 0.2 is not 0.3 in binary. */
const NEAR = 1e-9;

/**
 * The bands of a component leave nothing out between the first and the last, and nothing is in two of them. Points of a
 * curve ascend; ranks of a contest are in one row each. Where the first band begins above zero nothing is paid below it.
 */
export const bands: PlanCheck = (plan) =>
  plan.components.flatMap((component): readonly PlanRemark[] => {
    const { kind, name, tiers } = component;
    const needsTiers = kind === 'tiers' || kind === 'curve' || kind === 'contest';
    if (needsTiers && tiers.length === 0)
      return [remark('planTiersMissing', { plan: plan.name, component: name, kind }, component, 'component')];
    if (!needsTiers && kind !== 'scorecard') return [];
    const sorted = [...tiers].sort((a, b) => a.from - b.from);
    return sorted.flatMap((tier, i) => [
      ...emptyBand(plan.name, component, tier),
      ...(i === 0 ? [] : meeting(plan.name, component, sorted[i - 1]!, tier)),
    ]);
  });

const unitOf = ({ kind, bandsOf = 'attainment' }: Component): BandsOf =>
  kind === 'contest' ? 'amount' : kind === 'curve' || kind === 'scorecard' ? 'attainment' : bandsOf;

function emptyBand(plan: string, component: Component, tier: Tier): readonly PlanRemark[] {
  const { from, to } = tier;
  const least = component.kind === 'contest' ? from : from + NEAR;
  if (to === undefined || to >= least) return [];
  const band = bandText(from, to, unitOf(component));
  return [remark('planBandEmpty', { plan, component: component.name, band }, tier, 'to')];
}

function meeting(plan: string, component: Component, before: Tier, tier: Tier): readonly PlanRemark[] {
  const unit = unitOf(component);
  const points = component.kind === 'curve' || component.kind === 'scorecard';
  const ranks = component.kind === 'contest';
  const text = ({ from, to }: Tier): string =>
    points || (ranks && to === undefined) ? boundText(from, unit) : bandText(from, to, unit);
  const end = points || ranks ? (before.to ?? before.from) : (before.to ?? Infinity);
  const overlap = points || ranks ? tier.from <= end : tier.from < end - NEAR;
  if (overlap)
    return [
      remark(
        'planBandsOverlap',
        { plan, component: component.name, first: text(before), second: text(tier) },
        tier,
        'from',
      ),
    ];
  if (points || ranks || tier.from <= end + NEAR) return [];
  const [from, to] = [boundText(end, unit), boundText(tier.from, unit)];
  return [remark('planBandsGap', { plan, component: component.name, from, to }, tier, 'from')];
}
