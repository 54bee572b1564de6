import type { Component, Modifier } from '../../src/engine/analyses/compensation/plan';

/** One of each kind of modifier, with every optional field filled. */
export const OF_COMPONENT: readonly Modifier[] = [
  { kind: 'threshold', from: 0.5, how: 'linear' },
  { kind: 'gate', measure: 'Quality', from: 0.9, value: 0.5, how: 'factor' },
  { kind: 'gate', measure: 'Quality', from: 0.95, how: 'noAcceleration' },
  {
    kind: 'multiplier',
    measure: 'margin',
    from: 0.2,
    to: 0.4,
    value: 1.1,
    and: { measure: 'term', from: 12, to: 24 },
  },
  { kind: 'multiplier', measure: 'Sales', from: 1, value: 1.25 },
  { kind: 'cap', from: 10_000, value: 0.5, unit: 'fixed', how: 'deal' },
  { kind: 'windfall', from: 0.6 },
  { kind: 'weight', measure: 'Quality', value: 0.3, to: 1.2 },
];
export const OF_PLAN: readonly Modifier[] = [
  { kind: 'ramp', from: 1, to: 3, value: 0.5, unit: 'share', how: 'quota' },
  { kind: 'proration', how: 'target' },
  { kind: 'draw', value: 2000, to: 6, how: 'onTopRecoverable' },
  { kind: 'forgiveness', to: 9 },
  { kind: 'clawback', value: 0.5, to: 12, how: 'prorated' },
  { kind: 'holdback', value: 0.2, to: 2 },
  { kind: 'currency', measure: 'EUR', value: 1.08, how: '2026-01-02' },
  { kind: 'appliesTo', measure: 'role', values: ['AE', 'SDR'] },
  { kind: 'alternativeTo', measure: 'AE 2025' },
];

/** A component that uses every field that there is. */
export const EVERY_FIELD: Required<Component> = {
  name: 'Everything',
  kind: 'tiers',
  basis: 'margin',
  only: { type: ['New', 'Upgrade'], region: ['West'] },
  whose: 'team',
  marginOn: 'cost',
  quota: 'Margin quota',
  period: 'halfYear',
  yearToDate: true,
  perDeal: true,
  starts: '2026-03-01',
  ends: '2026-04-15',
  rate: 0.05,
  unit: 'ofAmount',
  weight: 0.4,
  target: 1234.5,
  bandsOf: 'amount',
  boundary: 'lower',
  crossing: 'upper',
  join: 'step',
  beyond: 'line',
  shared: 'equally',
  objective: 'New logos',
  tiers: [
    { from: 0, to: 1000, rate: 1, unit: 'timesRate', how: 'marginal' },
    { from: 1000, rate: 1.5, unit: 'timesRate', how: 'whole' },
  ],
  modifiers: OF_COMPONENT,
};
