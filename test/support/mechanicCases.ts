import type { CompensationBook } from '../../src/engine/analyses/compensation/book';
import type { Component, Modifier, Plan, Tier } from '../../src/engine/analyses/compensation/plan';
import { bookWith, iso, periodsOf, planOf, tiersOf } from './compensation';

/** Three people, six months, credits on both sides of every line. */
export function halfYear(months = 1): CompensationBook {
  const periods = periodsOf('2026-01-01', 6 / months, months);
  return {
    ...bookWith({
      periods,
      people: [
        { name: 'Ann', target: 6_000_000, manager: 'Max', team: 'North', commission: 0.043 },
        { name: 'Bob', target: 5_432_100, manager: 'Max', team: 'North', start: iso('2026-02-16') },
        { name: 'Max', target: 9_000_001, team: 'South' },
      ],
      quota: 30_000 * months,
      deals: Array.from({ length: 24 }, (_, i) => ({
        person: i % 3,
        day: `2026-0${1 + (i % 6)}-1${i % 9}`,
        amount: 4_321.07 + i * 1_777.77,
        cost: 2_000 + i * 700,
        units: 1 + (i % 4),
        term: 12 * (1 + (i % 3)),
        type: i % 2 === 0 ? 'New' : 'Renewal',
        ...(i === 4 && { cancelled: '2026-05-20' }),
      })),
    }),
    typed: [0, 1, 2].flatMap((person) =>
      periods.map((_, period) => ({
        person,
        period,
        measure: 'Quality',
        attainment: 0.7 + 0.11 * ((person + period) % 4),
      })),
    ),
  };
}

const quality = planOf({ name: 'Quality', kind: 'measure', basis: 'typed', period: 'month' }).components[0]!;
const plan = (component: Partial<Component>, modifiers: readonly Modifier[] = []): Plan => {
  const own = planOf({ period: 'month', ...component }, modifiers);
  return { ...own, components: [...own.components, { ...quality, period: own.components[0]!.period }] };
};
const accelerated = (how: NonNullable<Tier['how']> = 'marginal') =>
  tiersOf(
    [
      [0, 0.5, 0.6],
      [0.5, 1, 1],
      [1, null, 1.7],
    ],
    'timesTarget',
    how,
  );
const withModifiers = (...modifiers: readonly Modifier[]) => plan({ tiers: accelerated(), modifiers });
const lump = (from: number, rate: number, to?: number): Tier => ({
  from,
  rate,
  unit: 'ofTarget',
  ...(to !== undefined && { to }),
});

/** A plan for each mechanic, by its number in docs/methods/compensation.md. */
export const MECHANICS: Readonly<Record<string, Plan>> = {
  'P1 one rate': plan({ kind: 'rate', rate: 0.0475, unit: 'ofAmount' }),
  'P1 target pay ÷ quota': plan({ kind: 'rate' }),
  'P1 own rate': plan({ kind: 'rate', unit: 'ofAmount' }),
  'P2 marginal tiers': plan({
    tiers: tiersOf([
      [0, 0.8, 0.03],
      [0.8, 1.1, 0.05],
      [1.1, null, 0.07],
    ]),
  }),
  'P2 retroactive tiers': plan({ tiers: accelerated('whole') }),
  'P2 per tier, bound below': plan({
    bandsOf: 'amount',
    boundary: 'lower',
    tiers: [
      { from: 0, to: 20_000, rate: 0.05, unit: 'ofAmount' },
      { from: 20_000, to: 40_000, rate: 0.08, unit: 'ofAmount', how: 'whole' },
      { from: 40_000, rate: 0.1, unit: 'ofAmount' },
    ],
  }),
  'P3 times base rate': plan({
    rate: 0.04,
    unit: 'ofAmount',
    tiers: tiersOf(
      [
        [0, 1, 1],
        [1, null, 1.5],
      ],
      'timesRate',
    ),
  }),
  'P3 per point': plan({
    tiers: tiersOf(
      [
        [0, 1, 10],
        [1, null, 25],
      ],
      'perPoint',
    ),
  }),
  'P4 hard threshold': withModifiers({ kind: 'threshold', from: 0.5, how: 'hard' }),
  'P4 linear threshold': withModifiers({ kind: 'threshold', from: 0.5, how: 'linear' }),
  'P5 curve': plan({ kind: 'curve', tiers: [lump(0.5, 0.25), lump(1, 1), lump(1.5, 2.5)] }),
  'P5 steps, on along the line': plan({
    kind: 'curve',
    beyond: 'line',
    tiers: [lump(0, 0), lump(1, 1), lump(1.2, 1.6)],
  }),
  'P5 steps': plan({ kind: 'curve', join: 'step', tiers: [lump(0.5, 0.25), lump(1, 1)] }),
  'P6 milestones': plan({
    tiers: tiersOf(
      [
        [0.8, 1, 250],
        [1, null, 1000],
      ],
      'fixed',
    ),
  }),
  'P6 scorecard': plan({
    kind: 'scorecard',
    basis: 'typed',
    modifiers: [
      { kind: 'weight', measure: 'Quality', value: 0.6, to: 1 },
      { kind: 'weight', measure: 'Quality', value: 0.4 },
    ],
  }),
  'P6 scorecard with points': plan({
    kind: 'scorecard',
    basis: 'typed',
    tiers: [lump(0.7, 0), lump(1, 1)],
    modifiers: [{ kind: 'weight', measure: 'Quality', value: 1, to: 1.2 }],
  }),
  'P7 caps': withModifiers(
    { kind: 'cap', from: 1.2, unit: 'ofTarget', how: 'period' },
    { kind: 'cap', from: 5000, value: 0.5, unit: 'fixed', how: 'period' },
  ),
  'P8 gate by a factor': withModifiers({
    kind: 'gate',
    measure: 'Quality',
    from: 0.9,
    value: 0.5,
    how: 'factor',
  }),
  'P8 no accelerated rates': withModifiers({
    kind: 'gate',
    measure: 'Quality',
    from: 0.9,
    how: 'noAcceleration',
  }),
  'P8 no acceleration on a curve': plan({
    kind: 'curve',
    tiers: [lump(0, 0), lump(1, 1), lump(1.5, 3)],
    modifiers: [{ kind: 'gate', measure: 'Quality', from: 0.9, how: 'noAcceleration' }],
  }),
  'P9 multipliers': withModifiers(
    { kind: 'multiplier', measure: 'Quality', from: 0, to: 0.8, value: 0.9 },
    { kind: 'multiplier', measure: 'Quality', from: 0.8, value: 1.1 },
    { kind: 'multiplier', measure: 'Sales', from: 1, value: 1.25, and: { measure: 'Quality', from: 0.9 } },
  ),
  'P10 margin': plan({ kind: 'rate', basis: 'margin', rate: 0.1, unit: 'ofAmount' }),
  'P10 units of new deals': plan({
    kind: 'rate',
    basis: 'units',
    rate: 12.5,
    unit: 'perUnit',
    only: { type: ['New'] },
  }),
  'P11 contest': plan({
    kind: 'contest',
    tiers: [
      { from: 1, rate: 3000, unit: 'fixed' },
      { from: 2, to: 3, rate: 500, unit: 'fixed' },
    ],
  }),
  'P12 override': plan({ kind: 'rate', whose: 'team', rate: 0.01, unit: 'ofAmount' }),
  'P13 recoverable draw, forgiven': plan({ kind: 'rate', rate: 0.05, unit: 'ofAmount' }, [
    { kind: 'draw', value: 1500, to: 4, how: 'recoverable' },
    { kind: 'forgiveness', to: 5 },
  ]),
  'P13 draw on top': plan({ kind: 'rate', rate: 0.05, unit: 'ofAmount' }, [
    { kind: 'draw', value: 700, to: 2, how: 'onTopRecoverable' },
  ]),
  'P13 guarantee': plan({ kind: 'rate', rate: 0.05, unit: 'ofAmount' }, [
    { kind: 'draw', value: 1500, how: 'notRecoverable' },
  ]),
  'P13 on top, a gift': plan({ kind: 'rate', rate: 0.05, unit: 'ofAmount' }, [
    { kind: 'draw', value: 100.5, to: 3, how: 'onTopNotRecoverable' },
  ]),
  'P14 clawback and cap of the plan': plan({ kind: 'rate', rate: 0.05, unit: 'ofAmount' }, [
    { kind: 'clawback', value: 1, how: 'full' },
    { kind: 'cap', from: 1234.5, value: 0.25, unit: 'fixed', how: 'period' },
  ]),
  'P14 cap of target pay of the plan': plan({ kind: 'rate' }, [
    { kind: 'cap', from: 0.9, unit: 'ofTarget', how: 'period' },
  ]),
  'P15 ramp of the quota, prorated': plan({ tiers: accelerated() }, [
    { kind: 'ramp', from: 1, to: 2, value: 0.5, unit: 'share', how: 'quota' },
    { kind: 'ramp', from: 3, to: 3, value: 12_000, unit: 'fixed', how: 'quota' },
    { kind: 'proration', how: 'both' },
  ]),
  'P15 ramp of the rate': plan({ kind: 'rate', rate: 0.05, unit: 'ofAmount' }, [
    { kind: 'ramp', from: 1, to: 3, value: 1.5, unit: 'share', how: 'rate' },
  ]),
  'P16 year to date': plan({ tiers: accelerated(), yearToDate: true }),
  'P16 a quarterly component of a monthly plan': (() => {
    const own = plan({ kind: 'rate', rate: 0.05, unit: 'ofAmount' });
    return {
      ...own,
      components: [
        ...own.components,
        planOf({ name: 'Quarter', period: 'quarter', tiers: accelerated('whole') }).components[0]!,
      ],
    };
  })(),
  'P17 holdback': plan({ kind: 'rate', rate: 0.05, unit: 'ofAmount' }, [
    { kind: 'holdback', value: 0.2, to: 2 },
  ]),
  'values: per deal, pool, deal multipliers': {
    name: 'Values',
    components: [
      planOf({
        name: 'Deals',
        period: 'month',
        perDeal: true,
        bandsOf: 'amount',
        tiers: tiersOf([
          [0, 10_000, 0.03],
          [10_000, null, 0.05],
        ]),
      }).components[0]!,
      planOf({ name: 'Pool', period: 'month', kind: 'pool', rate: 0.01, unit: 'ofAmount' }).components[0]!,
      planOf({
        name: 'Term',
        period: 'month',
        kind: 'rate',
        rate: 0.01,
        unit: 'ofAmount',
        modifiers: [{ kind: 'multiplier', measure: 'term', from: 24, value: 2 }],
      }).components[0]!,
    ],
    modifiers: [],
  },
};
