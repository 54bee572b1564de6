import type { Component } from '../plan';
import { needsQuota } from '../units';

/** Whether a component pays nothing without a quota: by its bands, by its units, by a threshold on attainment. */
export function usesQuota(component: Component): boolean {
  const { kind, bandsOf = 'attainment', tiers, rate, unit = 'timesTarget', modifiers, basis } = component;
  if (basis === 'typed' || kind === 'measure' || kind === 'scorecard' || kind === 'contest') return false;
  const baseNeeds = unit !== 'ofAmount' && (rate === undefined || needsQuota(unit));
  if (kind === 'rate' || kind === 'pool') return baseNeeds;
  if (kind === 'curve') return true;
  return (
    (kind === 'tiers' && bandsOf === 'attainment') ||
    tiers.some((tier) => needsQuota(tier.unit) || (tier.unit === 'timesRate' && baseNeeds)) ||
    (bandsOf !== 'amount' && modifiers.some((modifier) => modifier.kind === 'threshold'))
  );
}
