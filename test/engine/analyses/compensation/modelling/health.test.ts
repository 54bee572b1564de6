import { PLAN_LIBRARY } from '../../../../../src/engine/analyses/compensation/library';
import type { HealthCheckId } from '../../../../../src/engine/analyses/compensation/modelling/health/finding';
import { healthWords } from '../../../../../src/engine/analyses/compensation/modelling/health/wording';
import type { Component, Plan, Tier } from '../../../../../src/engine/analyses/compensation/plan';
import { bookWith, planOf, tiersOf } from '../../../../support/compensation';
import { modelled } from '../../../../support/planHealth';

const OK = tiersOf(
  [
    [0, 1, 1],
    [1, null, 1.2],
  ],
  'timesTarget',
);
const of = (part: Partial<Component>): Plan => planOf({ tiers: OK, ...part });
const withTiers = (tiers: readonly Tier[]): Plan => planOf({ tiers });
const several = (...parts: readonly Partial<Component>[]): Plan => ({
  ...planOf({}),
  components: parts.map((part, i) => planOf({ name: `C${i + 1}`, tiers: OK, ...part }).components[0]!),
});
/** Half of the people between 82 % and 122 % of quota. */
const SPREAD = { payMeanAttainment: 1.04, paySpread: 0.3 };
const found = (plan: Plan, values = SPREAD): readonly HealthCheckId[] =>
  modelled([plan], values).health.map(({ check }) => check);

describe('the health check of a plan', () => {
  it('has nothing to say of a healthy one', () => {
    expect(found(of({}), { payMeanAttainment: 1, paySpread: 0.2 })).toEqual([]);
  });

  const CASES: readonly (readonly [HealthCheckId, Plan, typeof SPREAD?])[] = [
    [
      'cliff',
      withTiers(
        tiersOf(
          [
            [0, 1, 0.6],
            [1, null, 1],
          ],
          'timesTarget',
          'whole',
        ),
      ),
    ],
    [
      'paysLessForMore',
      withTiers(
        tiersOf(
          [
            [0, 1, 1.5],
            [1, null, 1],
          ],
          'timesTarget',
          'whole',
        ),
      ),
    ],
    [
      'paysLessForMore',
      planOf({
        kind: 'curve',
        tiers: tiersOf(
          [
            [0, null, 0],
            [1, null, 1],
            [1.5, null, 0.5],
          ],
          'ofTarget',
        ),
      }),
    ],
    ['capDemotivates', of({ modifiers: [{ kind: 'cap', from: 1.3, unit: 'ofTarget', how: 'period' }] })],
    ['thresholdUnreachable', of({ modifiers: [{ kind: 'threshold', from: 1.1, how: 'hard' }] })],
    ['noUpside', withTiers(tiersOf([[0, 1, 1]], 'timesTarget'))],
    [
      'slowsDown',
      withTiers(
        tiersOf(
          [
            [0, 1, 1],
            [1, null, 0.5],
          ],
          'timesTarget',
        ),
      ),
    ],
    ['tooManyMeasures', several({ weight: 0.25 }, { weight: 0.25 }, { weight: 0.25 }, { weight: 0.25 })],
    ['weightTooLight', several({ weight: 0.95 }, { weight: 0.05 })],
    ['weightsNotWhole', several({ weight: 0.5 }, { weight: 0.4 })],
    ['noObjective', several({ weight: 0.5, objective: 'Growth' }, { weight: 0.5 })],
    [
      'costAboveTarget',
      withTiers(
        tiersOf(
          [
            [0, 1, 1],
            [1, 1.5, 1.5],
            [1.5, null, 2],
          ],
          'timesTarget',
        ),
      ),
      { payMeanAttainment: 1, paySpread: 0.5 },
    ],
    ['costBelowTarget', of({}), { payMeanAttainment: 0.8, paySpread: 0.2 }],
    ['quotaOutOfReach', of({}), { payMeanAttainment: 0.8, paySpread: 0.2 }],
    ['quotaTooEasy', of({}), { payMeanAttainment: 1.5, paySpread: 0.2 }],
  ];
  it.each(CASES.map(([check, plan, values]) => ({ check, plan, values })))(
    'finds $check',
    ({ check, plan, values }) => {
      expect(found(plan, values)).toContain(check);
    },
  );

  it('finds a quota that is small beside the pay for it', () => {
    const book = bookWith({ people: [{ target: 10_000_000, base: 5_000_000 }], quota: 400_000 });
    const { health } = modelled([of({})], SPREAD, book);
    expect(health.map(({ check }) => check)).toContain('quotaToOteLow');
  });

  it('tells the 113 % of target of 1, 1.5 and 2 at a mean of 100 % and σ = .5', () => {
    const plan = withTiers(
      tiersOf(
        [
          [0, 1, 1],
          [1, 1.5, 1.5],
          [1.5, null, 2],
        ],
        'timesTarget',
      ),
    );
    const finding = modelled([plan], { payMeanAttainment: 1, paySpread: 0.5 }).health.find(
      ({ check }) => check === 'costAboveTarget',
    )!;
    // comp_expected_cost: 1.1341469972472762 under LN(−0.125, 0.5).
    expect(finding.facts).toMatchObject({ ratio: expect.closeTo(1.1341469972472762, 9) });
    expect(healthWords(finding)[0]).toBe(
      'At a mean attainment of 100% the plan is expected to cost 340,244, which is 113% of the 300,000 paid at target.',
    );
  });

  it('has a sentence and an advice for whatever it finds in the plans of the library, and no number is missing', () => {
    for (const plan of PLAN_LIBRARY)
      for (const finding of modelled([plan]).health)
        for (const text of healthWords(finding)) expect(text).toMatch(/^(?!.*(NaN|Infinity|undefined)).+\.$/);
  });
});
