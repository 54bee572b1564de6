import fc from 'fast-check';
import type { ModifierKind, Plan } from '../../../../../src/engine/analyses/compensation/plan';
import { MODIFIERS } from '../../../../../src/engine/analyses/compensation/planRows/modifierColumns';
import { readPlans } from '../../../../../src/engine/analyses/compensation/planRows/readPlans';
import { planTables } from '../../../../../src/engine/analyses/compensation/planRows/writePlans';
import { planRowsOf } from '../../../../support/compensation';
import { EVERY_FIELD, OF_COMPONENT, OF_PLAN } from '../../../../support/everyModifier';
import { arbitraryPlan } from '../../../../support/randomPlan';

const back = (plans: readonly Plan[]) => readPlans(planRowsOf(planTables(plans)));

test('there is an example of every kind of modifier', () => {
  const kinds = new Set<ModifierKind>([...OF_COMPONENT, ...OF_PLAN].map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(Object.keys(MODIFIERS).sort());
});

test('a plan that uses every field comes back from its rows as it was', () => {
  const plan: Plan = { name: 'AE 2026', components: [EVERY_FIELD], modifiers: OF_PLAN };
  expect(back([plan])).toMatchObject({ plans: [plan], issues: [] });
});

test('200 plans come back from their rows as they were', () => {
  const plans = fc
    .array(arbitraryPlan(), { minLength: 1, maxLength: 3 })
    .map((found) => found.map((plan, i): Plan => ({ ...plan, name: `Plan ${i + 1}` })));
  fc.assert(
    fc.property(plans, (found) => {
      // Defaults that a random plan spells out are what a blank cell means.
      const spelt = found.map((plan) => ({
        ...plan,
        components: plan.components.map(({ boundary, join, beyond, ...component }) => ({
          ...component,
          ...(boundary === 'lower' && { boundary }),
          ...(join === 'step' && { join }),
          ...(beyond === 'line' && { beyond }),
        })),
      }));
      expect(back(spelt).plans).toEqual(spelt);
      expect(back(spelt).issues).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
