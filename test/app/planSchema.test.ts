import fc from 'fast-check';
import { parsePlans } from '../../src/app/planSchema';
import type { Plan } from '../../src/engine/analyses/compensation/plan';
import { readPlans } from '../../src/engine/analyses/compensation/planRows/readPlans';
import { planTables } from '../../src/engine/analyses/compensation/planRows/writePlans';
import { PLAN_LIBRARY } from '../../src/engine/analyses/compensation/library';
import { planRowsOf } from '../support/compensation';
import { EVERY_FIELD, OF_PLAN } from '../support/everyModifier';
import { arbitraryPlan } from '../support/randomPlan';

const parsed = (plans: readonly Plan[]) => parsePlans(JSON.stringify(plans));

test('a plan that uses every field comes back from its JSON as it was', () => {
  const plan: Plan = { name: 'AE 2026', components: [EVERY_FIELD], modifiers: OF_PLAN };
  expect(parsed([plan])).toEqual({ value: [plan] });
  expect(parsePlans(JSON.stringify(plan))).toEqual({ value: [plan] });
});

test('sheet → JSON → sheet: every plan of the library, and a hundred random ones', () => {
  const survives = (plan: Plan): void => {
    const tables = planTables([plan]);
    const read = readPlans(planRowsOf(tables)).plans;
    const again = parsed(read);
    expect('value' in again && planTables(again.value)).toEqual(tables);
  };
  PLAN_LIBRARY.forEach(survives);
  fc.assert(fc.property(arbitraryPlan(), survives), { numRuns: 100 });
});

test.each([
  ['{', 'It is not JSON'],
  ['{"name":"A","components":[]}', 'At components: it is empty.'],
  [
    '{"name":"A","components":[{"name":"S","kind":"tier","period":"month"}]}',
    'At components.0.kind: it must be one of “rate”',
  ],
  [
    '{"name":"A","components":[{"name":"S","kind":"rate","period":"month","rat":1}]}',
    'At components.0: “rat” is not known here',
  ],
  ['[{"name":"A"}]', 'At 0.components: it is missing.'],
  [
    '{"name":"A","components":[{"name":"S","kind":"rate","period":"month","modifiers":[{"kind":"drw"}]}]}',
    'At components.0.modifiers.0.kind: it is none of the kinds there are.',
  ],
  [
    '{"name":"A","components":[{"name":"S","kind":"rate","period":"month","modifiers":[{"kind":"draw","value":1,"how":"recoverable"}]}]}',
    'At components.0.modifiers.0: such a modifier does not stand with a component.',
  ],
])('%s is told where it is wrong', (json, where) => {
  const result = parsePlans(json);
  expect('problem' in result && result.problem).toContain(where);
});
