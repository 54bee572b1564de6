import type { Person } from './world';

/**
 * The plan of the sample's sellers and one that is proposed in its place, as a person types them on three sheets. The
 * first has what many plans have and few should: a cliff at half of the quota, and a cap.
 */
const PLAN = 'Account executives 2026';
const PROPOSAL = 'Proposal 2027';

export const COMPONENT_HEADERS = [
  'Plan',
  'Component',
  'Kind',
  'Credit',
  'Only where',
  'Period',
  'Rate',
  'Unit',
  'Objective',
] as const;

export const COMPONENT_ROWS = [
  [PLAN, 'Bookings', 'Tiers', 'Revenue', null, 'Quarter', null, null, 'Growth'],
  [
    PLAN,
    'New customers',
    'One rate',
    'Revenue',
    'Type: New Business',
    'Quarter',
    0.01,
    '% of credit',
    'New customers',
  ],
  [PROPOSAL, 'Bookings', 'Tiers', 'Revenue', null, 'Quarter', null, null, 'Growth'],
  [
    PROPOSAL,
    'New customers',
    'One rate',
    'Revenue',
    'Type: New Business',
    'Quarter',
    0.02,
    '% of credit',
    'New customers',
  ],
] as const;

export const TIER_HEADERS = ['Plan', 'Component', 'From', 'To', 'Rate', 'Unit', 'Pays'] as const;

const MARGINAL = 'on what lies in the band';
export const TIER_ROWS = [
  [PLAN, 'Bookings', 0, 1, 1, '× target pay', MARGINAL],
  [PLAN, 'Bookings', 1, 1.3, 1.5, '× target pay', MARGINAL],
  [PLAN, 'Bookings', 1.3, null, 2, '× target pay', MARGINAL],
  [PROPOSAL, 'Bookings', 0, 0.5, 0.8, '× target pay', MARGINAL],
  [PROPOSAL, 'Bookings', 0.5, 1, 1.2, '× target pay', MARGINAL],
  [PROPOSAL, 'Bookings', 1, null, 1.6, '× target pay', MARGINAL],
] as const;

export const MODIFIER_HEADERS = [
  'Plan',
  'Component',
  'Modifier',
  'Measure',
  'From',
  'Value',
  'Unit',
  'How',
] as const;

export const MODIFIER_ROWS = [
  [PLAN, 'Bookings', 'Threshold', null, 0.5, null, null, 'nothing below'],
  [PLAN, null, 'Cap', null, 2, null, '% of target pay', 'per period'],
  [PLAN, null, 'Proration', null, null, null, null, 'quota and target pay'],
  [PROPOSAL, null, 'Proration', null, null, null, null, 'quota and target pay'],
  [PROPOSAL, null, 'Alternative to', PLAN, null, null, null, null],
] as const;

/** Target variable pay of a year is a tenth of the yearly quota, the base as much again and half more, in whole thousands. */
export function payOf({ quarterQuota }: Person): { readonly base: number; readonly variable: number } {
  const variable = Math.round((quarterQuota * 4 * 0.1) / 1000) * 1000;
  return { base: Math.round((variable * 1.5) / 1000) * 1000, variable };
}
