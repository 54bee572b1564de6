import { checkPlans } from '../../../../../src/engine/analyses/compensation/checks';
import { PLAN_LIBRARY } from '../../../../../src/engine/analyses/compensation/library';
import { modifiersOf, type ModifierKind } from '../../../../../src/engine/analyses/compensation/plan';
import { MODIFIERS } from '../../../../../src/engine/analyses/compensation/planRows/modifierColumns';
import { ownRows } from '../../../../../src/engine/analyses/compensation/planRows/ownRows';
import {
  planNames,
  renamedPlan,
  replacedPlan,
  withCell,
  withComponent,
  withModifier,
  withoutComponent,
  withoutPlan,
  withPlan,
  withTier,
} from '../../../../../src/engine/analyses/compensation/planRows/planEdits';
import { readPlans } from '../../../../../src/engine/analyses/compensation/planRows/readPlans';
import { planTables } from '../../../../../src/engine/analyses/compensation/planRows/writePlans';
import type { EditedTables } from '../../../../../src/engine/report/editableTable';

const read = (tables: EditedTables) => readPlans(ownRows(tables));
const accelerators = PLAN_LIBRARY[1]!;
const one = withPlan({}, accelerators, undefined);

test.each(PLAN_LIBRARY.map((plan) => [plan.name, plan] as const))(
  'a plan of the library is its rows: %s',
  (_, plan) => {
    const tables = withPlan({}, plan, undefined);
    expect(read(tables)).toMatchObject({ plans: [plan], issues: [] });
    expect(checkPlans(read(tables).plans).filter(({ severity }) => severity === 'blocking')).toEqual([]);
  },
);

test('a second plan is for comparison with the first, under a name that is free', () => {
  const two = withPlan(one, accelerators, accelerators.name);
  const [first, second] = read(two).plans;
  expect(first).toEqual(accelerators);
  expect(second!.name).toBe('Accelerators above quota 2');
  expect(modifiersOf(second!.modifiers, 'alternativeTo')).toEqual([
    { kind: 'alternativeTo', measure: accelerators.name },
  ]);
  expect(withoutPlan(two, second!.name)).toEqual(one);
});

test('a plan that is renamed keeps its rows, and those that are alternatives to it', () => {
  const two = withPlan(one, accelerators, accelerators.name);
  const renamed = read(renamedPlan(two, accelerators.name, ' AE 2027 ')!);
  expect(renamed.issues).toEqual([]);
  const [first, second] = renamed.plans;
  expect(first).toEqual({ ...accelerators, name: 'AE 2027' });
  expect(second!.modifiers).toEqual([{ kind: 'alternativeTo', measure: 'AE 2027' }]);
  // Another spelling of its own name is none that is taken; that of another plan, and none at all, are refused.
  expect(planNames(renamedPlan(one, accelerators.name, accelerators.name.toUpperCase())!)).toEqual([
    accelerators.name.toUpperCase(),
  ]);
  expect(renamedPlan(two, accelerators.name, second!.name)).toBeUndefined();
  expect(renamedPlan(two, accelerators.name, ' ')).toBeUndefined();
});

test('a component that is added, and a tier, can be paid at once', () => {
  const added = withComponent(one, accelerators.name);
  const { plans, issues } = read(added);
  expect(issues).toEqual([]);
  expect(plans[0]!.components.map(({ name, period }) => [name, period])).toEqual([
    ['Bookings', 'quarter'],
    ['Component', 'quarter'],
  ]);
  const tiered = read(
    withTier(withTier(added, accelerators.name, 'Component'), accelerators.name, 'Bookings'),
  );
  expect(tiered.plans[0]!.components.map(({ tiers }) => tiers.map(({ from, to }) => [from, to]))).toEqual([
    [
      [0, 1],
      [1, 1.3],
      [1.3, 1.8],
      [1.8, undefined],
    ],
    [
      [0, 0.5],
      [0.5, undefined],
    ],
  ]);
  expect(checkPlans(tiered.plans)).toEqual([]);
  expect(withoutComponent(added, accelerators.name, 'Component')).toEqual(one);
});

test.each(Object.keys(MODIFIERS) as ModifierKind[])(
  'a modifier of kind %s stands in a row that is read',
  (kind) => {
    const two = withPlan(withComponent(one, accelerators.name), accelerators, accelerators.name);
    const owner = MODIFIERS[kind].of === 'plan' ? '' : 'Bookings';
    const { plans, issues } = read(withModifier(two, accelerators.name, owner, kind));
    expect(issues).toEqual([]);
    const modifiers = owner === '' ? plans[0]!.modifiers : plans[0]!.components[0]!.modifiers;
    expect(modifiers.map((modifier) => modifier.kind)).toEqual([kind]);
  },
);

test('a component that is renamed keeps its tiers and modifiers, and is still looked at by that name', () => {
  const plan = PLAN_LIBRARY[4]!;
  const renewals = planTables([plan])['planComponents']!.findIndex((row) => row['component'] === 'Renewals');
  const renamed = withCell(planTables([plan]), 'planComponents', renewals, 'component', 'Retention');
  const [found] = read(renamed).plans;
  expect(found!.components[1]).toEqual({ ...plan.components[1], name: 'Retention' });
  expect(found!.components[0]!.modifiers).toMatchObject([{ kind: 'gate', measure: 'Retention' }]);
});

test('a plan is replaced where it stands', () => {
  const both = withPlan(one, PLAN_LIBRARY[0]!, accelerators.name);
  const replaced = replacedPlan(both, accelerators.name, { ...PLAN_LIBRARY[2]!, name: 'Other' });
  expect(planNames(replaced)).toEqual([accelerators.name, 'Flat commission']);
  expect(read(replaced).plans[0]).toEqual({ ...PLAN_LIBRARY[2]!, name: accelerators.name });
});
