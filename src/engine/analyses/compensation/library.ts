import type { Component, Plan, Tier } from './plan';

/** A band or point with its rate, in the order of a row: from, to, rate. */
const tier = (
  unit: Tier['unit'],
  from: number,
  to: number | null,
  rate: number,
  how?: NonNullable<Tier['how']>,
): Tier => ({ from, ...(to !== null && { to }), rate, unit, ...(how && { how }) });

const component = (fields: Pick<Component, 'name' | 'kind'> & Partial<Component>): Component => ({
  basis: 'revenue',
  period: 'quarter',
  tiers: [],
  modifiers: [],
  ...fields,
});

const accelerated: readonly Tier[] = [
  tier('timesTarget', 0, 1, 1),
  tier('timesTarget', 1, 1.3, 1.5),
  tier('timesTarget', 1.3, null, 2),
];

/**
 * Ready plans of common kinds to start from. Their rates and lines are usual ones and no recommendation: the health check
 * and the cost under your own attainments say what they mean for you.
 */
export const PLAN_LIBRARY: readonly Plan[] = [
  {
    name: 'Flat commission',
    components: [component({ name: 'Sales', kind: 'rate', period: 'month', rate: 0.05, unit: 'ofAmount' })],
    modifiers: [],
  },
  {
    name: 'Accelerators above quota',
    components: [component({ name: 'Bookings', kind: 'tiers', tiers: accelerated, objective: 'Growth' })],
    modifiers: [],
  },
  {
    name: 'Graduated rates',
    components: [
      component({
        name: 'Revenue',
        kind: 'tiers',
        period: 'month',
        bandsOf: 'amount',
        tiers: [
          tier('ofAmount', 0, 50_000, 0.03),
          tier('ofAmount', 50_000, 100_000, 0.05),
          tier('ofAmount', 100_000, null, 0.07),
        ],
      }),
    ],
    modifiers: [],
  },
  {
    name: 'Threshold, curve and cap',
    components: [
      component({
        name: 'Quota attainment',
        kind: 'curve',
        tiers: [
          tier('ofTarget', 0.5, null, 0.25),
          tier('ofTarget', 1, null, 1),
          tier('ofTarget', 1.5, null, 2.5),
        ],
        modifiers: [
          { kind: 'threshold', from: 0.5, how: 'hard' },
          { kind: 'cap', from: 2.5, unit: 'ofTarget', how: 'period' },
        ],
      }),
    ],
    modifiers: [],
  },
  {
    name: 'New business and renewals',
    components: [
      component({
        name: 'New business',
        kind: 'tiers',
        only: { type: ['New Business', 'New'] },
        weight: 0.7,
        tiers: accelerated,
        objective: 'Growth',
        modifiers: [{ kind: 'gate', measure: 'Renewals', from: 0.8, how: 'noAcceleration' }],
      }),
      component({
        name: 'Renewals',
        kind: 'tiers',
        only: { type: ['Renewal', 'Existing Business'] },
        weight: 0.3,
        tiers: [tier('timesTarget', 0, 1, 1), tier('timesTarget', 1, null, 1)],
        objective: 'Retention',
      }),
    ],
    modifiers: [],
  },
  {
    name: 'Margin with contract-term multiplier',
    components: [
      component({
        name: 'Gross margin',
        kind: 'rate',
        basis: 'margin',
        period: 'month',
        rate: 0.1,
        unit: 'ofAmount',
        objective: 'Profit',
        modifiers: [
          { kind: 'multiplier', measure: 'term', from: 24, to: 36, value: 1.1 },
          { kind: 'multiplier', measure: 'term', from: 36, value: 1.2 },
        ],
      }),
    ],
    modifiers: [{ kind: 'clawback', value: 1, how: 'prorated', to: 12 }],
  },
  {
    name: 'New hire: draw and ramp',
    components: [component({ name: 'Bookings', kind: 'tiers', period: 'month', tiers: accelerated })],
    modifiers: [
      { kind: 'ramp', from: 1, to: 1, value: 0.25, unit: 'share', how: 'quota' },
      { kind: 'ramp', from: 2, to: 2, value: 0.5, unit: 'share', how: 'quota' },
      { kind: 'ramp', from: 3, to: 3, value: 0.75, unit: 'share', how: 'quota' },
      { kind: 'draw', value: 2000, to: 6, how: 'recoverable' },
    ],
  },
  {
    name: 'Account manager: scorecard and override',
    components: [
      component({
        name: 'Scorecard',
        kind: 'scorecard',
        basis: 'typed',
        weight: 0.6,
        modifiers: [
          { kind: 'weight', measure: 'Revenue', value: 0.5, to: 1.5 },
          { kind: 'weight', measure: 'Retention', value: 0.3, to: 1.2 },
          { kind: 'weight', measure: 'Customer satisfaction', value: 0.2, to: 1 },
        ],
      }),
      component({ name: 'Revenue', kind: 'measure', objective: 'Growth' }),
      component({ name: 'Retention', kind: 'measure', basis: 'typed', objective: 'Retention' }),
      component({ name: 'Customer satisfaction', kind: 'measure', basis: 'typed', objective: 'Service' }),
      component({ name: 'Team override', kind: 'rate', whose: 'team', weight: 0.4 }),
    ],
    modifiers: [],
  },
];
