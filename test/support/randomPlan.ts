import fc from 'fast-check';
import type { Component, Modifier, Plan, RateUnit, Tier } from '../../src/engine/analyses/compensation/plan';

/** Bounds that ascend from zero, as a person would type them. */
const bounds = (attainment: boolean): fc.Arbitrary<readonly number[]> =>
  fc
    .uniqueArray(attainment ? fc.integer({ min: 1, max: 50 }) : fc.integer({ min: 1, max: 400 }), {
      maxLength: 4,
    })
    .map((cuts) => [0, ...[...cuts].sort((a, b) => a - b).map((n) => (attainment ? n / 20 : n * 2500))]);

const rateOf = (unit: RateUnit): fc.Arbitrary<number> =>
  unit === 'ofAmount'
    ? fc.integer({ min: 0, max: 300 }).map((n) => n / 1000)
    : unit === 'timesTarget' || unit === 'timesRate' || unit === 'ofTarget'
      ? fc.integer({ min: 0, max: 60 }).map((n) => n / 20)
      : fc.integer({ min: 0, max: 5000 });

const UNITS = ['ofAmount', 'timesTarget', 'timesRate', 'perPoint', 'fixed', 'ofTarget'] as const;

const tiers = (attainment: boolean, units: readonly RateUnit[]): fc.Arbitrary<readonly Tier[]> =>
  bounds(attainment).chain((cuts) =>
    fc.tuple(
      ...cuts.map((from, i) =>
        fc.constantFrom(...units).chain((unit) =>
          fc.record({
            from: fc.constant(from),
            ...(cuts[i + 1] !== undefined && { to: fc.constant(cuts[i + 1]!) }),
            rate: rateOf(unit),
            unit: fc.constant(unit),
            how: fc.constantFrom('marginal' as const, 'whole' as const),
          }),
        ),
      ),
    ),
  );

const points: fc.Arbitrary<readonly Tier[]> = bounds(true).chain((cuts) =>
  fc.tuple(
    ...cuts.map((from) =>
      fc.record({
        from: fc.constant(from),
        rate: rateOf('ofTarget'),
        unit: fc.constant('ofTarget' as const),
      }),
    ),
  ),
);

const share = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: min * 20, max: max * 20 }).map((n) => n / 20);

/** Modifiers of one component; gates and multipliers look at components of these names. */
const modifiers = (names: readonly string[]): fc.Arbitrary<readonly Modifier[]> => {
  const measure = fc.constantFrom(...names);
  const maybe = (modifier: fc.Arbitrary<Modifier>): fc.Arbitrary<readonly Modifier[]> =>
    fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      modifier.map((row) => [row]),
    );
  return fc
    .tuple(
      maybe(
        fc.record({
          kind: fc.constant('threshold' as const),
          from: share(0.1, 0.9),
          how: fc.constantFrom('hard' as const, 'linear' as const),
        }),
      ),
      maybe(
        fc.record({
          kind: fc.constant('gate' as const),
          measure,
          from: share(0.5, 1),
          value: share(0, 1),
          how: fc.constantFrom('factor' as const, 'noAcceleration' as const),
        }),
      ),
      maybe(
        fc.record({
          kind: fc.constant('multiplier' as const),
          measure,
          from: share(0, 1),
          to: share(1.05, 2),
          value: share(0.5, 2),
        }),
      ),
      maybe(
        fc.record({
          kind: fc.constant('cap' as const),
          from: share(0.5, 3),
          unit: fc.constant('ofTarget' as const),
          how: fc.constant('period' as const),
          value: share(0, 0.5),
        }),
      ),
    )
    .map((rows) => rows.flat());
};

const component = (
  name: string,
  names: readonly string[],
  period: Component['period'],
): fc.Arbitrary<Component> =>
  fc.constantFrom('rate', 'attainment', 'amount', 'curve').chain((shape) =>
    fc.record({
      name: fc.constant(name),
      kind: fc.constant(
        shape === 'rate' ? ('rate' as const) : shape === 'curve' ? ('curve' as const) : ('tiers' as const),
      ),
      basis: fc.constant('revenue' as const),
      period: fc.constant(period),
      rate: fc.integer({ min: 1, max: 200 }).map((n) => n / 1000),
      unit: fc.constant('ofAmount' as const),
      weight: share(0.2, 1),
      bandsOf: fc.constant(shape === 'amount' ? ('amount' as const) : ('attainment' as const)),
      boundary: fc.constantFrom('upper' as const, 'lower' as const),
      join: fc.constantFrom('line' as const, 'step' as const),
      beyond: fc.constantFrom('flat' as const, 'line' as const),
      tiers:
        shape === 'rate'
          ? fc.constant([])
          : shape === 'curve'
            ? points
            : tiers(shape === 'attainment', UNITS),
      modifiers: modifiers(names),
    }),
  );

/** Plans that a person could type: one to three components over revenue, with what modifies them. */
export const arbitraryPlan = (period: Component['period'] = 'year'): fc.Arbitrary<Plan> =>
  fc.integer({ min: 1, max: 3 }).chain((count) => {
    const names = ['Sales', 'Growth', 'Renewal'].slice(0, count);
    return fc.record({
      name: fc.constant('Random'),
      components: fc.tuple(...names.map((name) => component(name, names, period))),
      modifiers: fc.constant([]),
    });
  });

const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    one.map((row) => [row]),
  );
const constant = <T extends string>(text: T): fc.Arbitrary<T> => fc.constant(text);
const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

/** What acts on a whole plan over its periods: ramps, proration, cap, draw with forgiveness, holdback. */
const planModifiers: fc.Arbitrary<readonly Modifier[]> = fc
  .tuple(
    maybe(
      fc.record({
        kind: constant('ramp'),
        from: fc.constant(1),
        to: whole(1, 4),
        value: share(0.1, 1.5),
        unit: constant('share'),
        how: fc.constantFrom('quota' as const, 'rate' as const),
      }),
    ),
    maybe(
      fc.record({
        kind: constant('proration'),
        how: fc.constantFrom('quota' as const, 'target' as const, 'both' as const),
      }),
    ),
    maybe(
      fc.record({
        kind: constant('cap'),
        from: whole(1, 4000).map((n) => n * 2.5),
        value: share(0, 0.5),
        unit: constant('fixed'),
        how: constant('period'),
      }),
    ),
    maybe(
      fc.record({
        kind: constant('draw'),
        value: whole(1, 9_999_99).map((cents) => cents / 100),
        to: whole(1, 6),
        how: fc.constantFrom(
          'recoverable' as const,
          'notRecoverable' as const,
          'onTopRecoverable' as const,
          'onTopNotRecoverable' as const,
        ),
      }),
    ),
    maybe(fc.record({ kind: constant('forgiveness'), to: whole(1, 6) })),
    maybe(fc.record({ kind: constant('holdback'), value: share(0.05, 0.5), to: whole(1, 3) })),
  )
  .map((rows) => rows.flat());

/** The same with what acts on the whole plan, and with components that are paid year to date. */
export const arbitraryWholePlan = (period: Component['period']): fc.Arbitrary<Plan> =>
  fc
    .tuple(arbitraryPlan(period), planModifiers, fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }))
    .map(([plan, rows, yearToDate]) => ({
      ...plan,
      components: plan.components.map((own, c) => (yearToDate[c] ? { ...own, yearToDate: true } : own)),
      modifiers: rows,
    }));
