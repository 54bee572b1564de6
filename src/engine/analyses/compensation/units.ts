import type { Facts } from './facts';
import type { Component, RateUnit } from './plan';

/** Lumps are paid once, whatever the credit; the other units are paid on each cent or unit of it. */
export const isLump = (unit: RateUnit): unit is 'fixed' | 'ofTarget' =>
  unit === 'fixed' || unit === 'ofTarget';

/** Units that mean nothing without a quota. */
export const needsQuota = (unit: RateUnit): boolean => unit === 'timesTarget' || unit === 'perPoint';

/**
 * A component's base rate: as said; else the person's own commission rate where the unit is a share of the credit; else
 * target pay ÷ quota, so that exactly the target is paid at quota.
 */
export function baseRateOf(
  { rate, unit = 'timesTarget' }: Component,
  { ownRate = 0 }: Facts,
): { readonly rate: number; readonly unit: Exclude<RateUnit, 'timesRate'> } {
  // The base rate is the rate that others are times of: it cannot be times itself.
  const own = unit === 'timesRate' ? 'timesTarget' : unit;
  return { rate: rate ?? (own === 'ofAmount' ? ownRate : 1), unit: own };
}

/**
 * Cents of pay for each cent (or unit) of credit. A rate that needs a quota is nothing without one: the missing quota is
 * an issue of its own.
 */
export function perBase(rate: number, unit: RateUnit, component: Component, facts: Facts): number {
  const { quota, target, rateFactor } = facts;
  const perQuota = (whole: number): number => (quota === null ? 0 : whole / quota);
  switch (unit) {
    case 'ofAmount':
      return rate * rateFactor;
    case 'perUnit':
      return rate * 100 * rateFactor;
    case 'timesRate': {
      const base = baseRateOf(component, facts);
      return rate * perBase(base.rate, base.unit, component, facts);
    }
    case 'timesTarget':
      return perQuota(rate * target) * rateFactor;
    case 'perPoint':
      return perQuota(rate * 100 * 100) * rateFactor;
    case 'fixed':
    case 'ofTarget':
      return 0;
  }
}

/** Cents of a lump; 0 for the units that are no lump. */
export const lumpOf = (rate: number, unit: RateUnit, { target, rateFactor }: Facts): number =>
  unit === 'fixed' ? rate * 100 * rateFactor : unit === 'ofTarget' ? rate * target * rateFactor : 0;
