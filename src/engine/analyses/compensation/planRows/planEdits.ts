import type { EditedRow, EditedTables } from '../../../report/editableTable';
import { foldLabels, sameName } from '../../../dataset/values/sameName';
import type { ModifierKind, Plan } from '../plan';
import { MODIFIERS } from './modifierColumns';
import { planTables } from './writePlans';
import { BASES, idOf, KINDS, PERIODS, UNITS } from './words';

/** Edits of the rows of plans, as a person makes them on the sheet: each gives rows that can be paid at once. */

/** The ids of the three tables: for those who change all of them. */
export const PLAN_TABLE_IDS = ['planComponents', 'planTiers', 'planModifiers'] as const;
export type PlanTableId = (typeof PLAN_TABLE_IDS)[number];

const rows = (tables: EditedTables, id: PlanTableId): readonly EditedRow[] => tables[id] ?? [];
const textOf = (row: EditedRow, column: string): string => String(row[column] ?? '');
/** Whether a row is of a plan, and of a component where one is named; '' is the whole plan. */
export const isOf = (row: EditedRow, plan: string, component?: string): boolean =>
  sameName(textOf(row, 'plan')) === sameName(plan) &&
  (component === undefined || sameName(textOf(row, 'component')) === sameName(component));

/** A name that is not taken: "Bookings", else "Bookings 2". */
function freeName(wanted: string, taken: readonly string[]): string {
  const names = new Set(taken.map(sameName));
  let name = wanted;
  for (let n = 2; names.has(sameName(name)); n++) name = `${wanted} ${n}`;
  return name;
}

export const planNames = (tables: EditedTables): readonly string[] =>
  foldLabels(rows(tables, 'planComponents').map((row) => textOf(row, 'plan'))).names;

const joined = (a: EditedTables, b: EditedTables): EditedTables =>
  Object.fromEntries(PLAN_TABLE_IDS.map((id) => [id, [...rows(a, id), ...rows(b, id)]]));

/** One more plan; where others stand already it is for comparison with the first, so that nobody is paid twice. */
export function withPlan(tables: EditedTables, plan: Plan, alternativeTo: string | undefined): EditedTables {
  const name = freeName(plan.name, planNames(tables));
  const modifiers = plan.modifiers.filter(({ kind }) => kind !== 'alternativeTo');
  const added: Plan = {
    ...plan,
    name,
    modifiers:
      alternativeTo === undefined
        ? modifiers
        : [...modifiers, { kind: 'alternativeTo', measure: alternativeTo }],
  };
  return joined(tables, planTables([added]));
}

/** Another plan in the place of one, under its name. */
export function replacedPlan(tables: EditedTables, name: string, plan: Plan): EditedTables {
  const next = planTables([{ ...plan, name }]);
  return Object.fromEntries(
    PLAN_TABLE_IDS.map((id) => {
      const own = rows(tables, id);
      const first = own.findIndex((row) => isOf(row, name));
      const kept = own.filter((row) => !isOf(row, name));
      const at = first < 0 ? kept.length : own.slice(0, first).filter((row) => !isOf(row, name)).length;
      return [id, [...kept.slice(0, at), ...rows(next, id), ...kept.slice(at)]];
    }),
  );
}

/** A plan under another name, also where others are alternatives to it; undefined where the name is empty or taken. */
export function renamedPlan(tables: EditedTables, plan: string, name: string): EditedTables | undefined {
  const isTaken = planNames(tables).some(
    (other) => sameName(other) === sameName(name) && sameName(other) !== sameName(plan),
  );
  if (name.trim() === '' || isTaken) return undefined;
  const isAlternative = (row: EditedRow): boolean =>
    textOf(row, 'modifier') === MODIFIERS.alternativeTo.says &&
    sameName(textOf(row, 'measure')) === sameName(plan);
  return Object.fromEntries(
    PLAN_TABLE_IDS.map((id) => [
      id,
      rows(tables, id).map((row) => ({
        ...row,
        ...(isOf(row, plan) && { plan: name.trim() }),
        ...(id === 'planModifiers' && isAlternative(row) && { measure: name.trim() }),
      })),
    ]),
  );
}

export const withoutPlan = (tables: EditedTables, plan: string): EditedTables =>
  without(tables, (row) => isOf(row, plan));

export const withoutComponent = (tables: EditedTables, plan: string, component: string): EditedTables =>
  without(tables, (row) => isOf(row, plan, component));

const without = (tables: EditedTables, is: (row: EditedRow) => boolean): EditedTables =>
  Object.fromEntries(PLAN_TABLE_IDS.map((id) => [id, rows(tables, id).filter((row) => !is(row))]));

/** The tables with one cell changed; the name of a plan or component changes wherever the row is one of its own. */
export function withCell(
  tables: EditedTables,
  id: PlanTableId,
  at: number,
  column: string,
  value: EditedRow[string],
): EditedTables {
  const before = rows(tables, id)[at];
  const changed = rows(tables, id).map((row, i) => (i === at ? { ...row, [column]: value } : row));
  const next = { ...tables, [id]: changed };
  if (!before || id !== 'planComponents' || column !== 'component') return next;
  const [plan, name] = [textOf(before, 'plan'), textOf(before, 'component')];
  const renamed = (own: PlanTableId) =>
    rows(tables, own).map((row) => ({
      ...row,
      ...(isOf(row, plan, name) && { component: value }),
      ...(isOf(row, plan) && sameName(textOf(row, 'measure')) === sameName(name) && { measure: value }),
    }));
  return { ...next, planTiers: renamed('planTiers'), planModifiers: renamed('planModifiers') };
}

export const withoutRow = (tables: EditedTables, id: PlanTableId, at: number): EditedTables => ({
  ...tables,
  [id]: rows(tables, id).filter((_, i) => i !== at),
});

/** One more row after the last that `is` says it belongs to. */
function inserted(
  tables: EditedTables,
  id: PlanTableId,
  row: EditedRow,
  is: (row: EditedRow) => boolean,
): EditedTables {
  const own = rows(tables, id);
  const last = own.map(is).lastIndexOf(true);
  const at = last < 0 ? own.length : last + 1;
  return { ...tables, [id]: [...own.slice(0, at), row, ...own.slice(at)] };
}

/** One more component that pays target pay by quota, in the rhythm of the plan's last one. */
export function withComponent(tables: EditedTables, plan: string): EditedTables {
  const own = rows(tables, 'planComponents').filter((row) => isOf(row, plan));
  const component = freeName(
    'Component',
    own.map((row) => textOf(row, 'component')),
  );
  const row: EditedRow = {
    plan,
    component,
    kind: KINDS.tiers,
    basis: BASES.revenue,
    period: own.at(-1)?.['period'] ?? PERIODS.quarter,
  };
  const tier: EditedRow = { plan, component, from: 0, to: null, rate: 1, unit: UNITS.timesTarget };
  return inserted(
    inserted(tables, 'planComponents', row, (r) => isOf(r, plan)),
    'planTiers',
    tier,
    (r) => isOf(r, plan),
  );
}

/** One more tier (point, rank) above the last: the band that had no end is cut where the new one begins. */
export function withTier(tables: EditedTables, plan: string, component: string): EditedTables {
  const all = rows(tables, 'planTiers');
  const at = all.map((row) => isOf(row, plan, component)).lastIndexOf(true);
  const last = all[at];
  const from = Number(last?.['from'] ?? 0);
  const kind = idOf(
    KINDS,
    textOf(rows(tables, 'planComponents').find((row) => isOf(row, plan, component)) ?? {}, 'kind'),
  );
  const step = kind === 'contest' ? 1 : from >= 10 ? from : 0.5;
  const start = last ? (typeof last['to'] === 'number' ? last['to'] : from + step) : 0;
  const row: EditedRow = {
    plan,
    component,
    from: start,
    to: null,
    rate: last?.['rate'] ?? 1,
    unit: last?.['unit'] ?? UNITS.timesTarget,
    how: last?.['how'] ?? null,
  };
  const cut =
    last && kind === 'tiers' && typeof last['to'] !== 'number'
      ? { ...tables, planTiers: all.map((own, i) => (i === at ? { ...own, to: start } : own)) }
      : tables;
  return inserted(cut, 'planTiers', row, (own) => isOf(own, plan, component));
}

/** One more modifier of a kind, with usual numbers to begin with; '' as component is the whole plan. */
export function withModifier(
  tables: EditedTables,
  plan: string,
  component: string,
  kind: ModifierKind,
): EditedTables {
  const others = rows(tables, 'planComponents').filter((row) => isOf(row, plan));
  const measure = others.map((row) => textOf(row, 'component')).find((name) => name !== component);
  const row: EditedRow = {
    plan,
    component: component === '' ? null : component,
    modifier: MODIFIERS[kind].says,
    ...(MODIFIERS[kind].columns.measure?.is === 'text' && { measure: measure ?? component }),
    ...FIRST[kind],
    ...(kind === 'alternativeTo' && {
      measure: planNames(tables).find((name) => sameName(name) !== sameName(plan)) ?? null,
    }),
  };
  return inserted(tables, 'planModifiers', row, (own) => isOf(own, plan, component));
}

/** Numbers to start from, as usual as those of the library. */
const FIRST: Readonly<Record<ModifierKind, EditedRow>> = {
  threshold: { from: 0.5 },
  gate: { from: 0.8, value: 0.5 },
  multiplier: { measure: 'Term', from: 24, value: 1.1 },
  cap: { from: 2, unit: '% of target pay' },
  windfall: { from: 0.5 },
  ramp: { from: 1, to: 3, value: 0.5 },
  proration: {},
  weight: { value: 1 },
  draw: { value: 1000 },
  forgiveness: { to: 12 },
  currency: { measure: 'EUR', value: 1 },
  clawback: { value: 1 },
  holdback: { value: 0.1, to: 1 },
  appliesTo: { measure: 'Role', how: 'Account executive' },
  alternativeTo: {},
};
