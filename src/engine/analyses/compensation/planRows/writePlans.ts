import type { EditedRow, EditedTables } from '../../../report/editableTable';
import type { Component, Modifier, Plan, Tier } from '../plan';
import { fieldOf, MODIFIERS, valueOf, type ModifierColumn } from './modifierColumns';
import { PLAN_COMPONENTS, PLAN_MODIFIERS, PLAN_TIERS } from './planTables';
import { BANDS, BASES, KINDS, OPTIONS, PAYS, PERIODS, UNITS } from './words';

const titled = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Plans as rows of the three tables, as a person would type them; `readPlans` reads the same plans from them. */
export const planTables = (plans: readonly Plan[]): EditedTables => ({
  [PLAN_COMPONENTS.id]: plans.flatMap((plan) => plan.components.map((own) => componentRow(plan, own))),
  [PLAN_TIERS.id]: plans.flatMap((plan) =>
    plan.components.flatMap((own) => own.tiers.map((tier) => tierRow(plan, own, tier))),
  ),
  [PLAN_MODIFIERS.id]: plans.flatMap((plan) => [
    ...plan.components.flatMap((own) => own.modifiers.map((row) => modifierRow(plan, own.name, row))),
    ...plan.modifiers.map((row) => modifierRow(plan, null, row)),
  ]),
});

function componentRow(plan: Plan, component: Component): EditedRow {
  const { name, kind, basis, only, period, rate, unit, weight, target, bandsOf } = component;
  const options = OPTIONS.filter(({ sets }) =>
    Object.entries(sets).every(([field, value]) => component[field as keyof Component] === value),
  ).map(({ says }) => says);
  return {
    plan: plan.name,
    component: name,
    kind: KINDS[kind],
    basis: BASES[basis],
    only: only
      ? Object.entries(only)
          .map(([field, values]) => `${titled(field)}: ${values.join(', ')}`)
          .join('; ')
      : null,
    period: PERIODS[period],
    rate: rate ?? null,
    unit: unit ? UNITS[unit] : null,
    weight: weight ?? null,
    target: target ?? null,
    bandsOf: bandsOf ? BANDS[bandsOf] : null,
    quota: component.quota ?? null,
    starts: component.starts ?? null,
    ends: component.ends ?? null,
    objective: component.objective ?? null,
    options: options.length > 0 ? options.join(', ') : null,
  };
}

const tierRow = (plan: Plan, { name }: Component, { from, to, rate, unit, how }: Tier): EditedRow => ({
  plan: plan.name,
  component: name,
  from,
  to: to ?? null,
  rate,
  unit: UNITS[unit],
  how: how ? PAYS[how] : null,
});

function modifierRow(plan: Plan, component: string | null, modifier: Modifier): EditedRow {
  const use = MODIFIERS[modifier.kind];
  const cell = (column: ModifierColumn): string | number | null => {
    const own = use.columns[column];
    const value = own && valueOf(modifier, fieldOf(use, column));
    if (own === undefined || value === undefined) return null;
    if (own.is === 'choice') return own.words[String(value)] ?? null;
    if (Array.isArray(value)) return value.join(', ');
    return typeof value === 'number'
      ? value
      : column === 'measure'
        ? measureCell(String(value))
        : String(value);
  };
  const and = modifier.kind === 'multiplier' ? modifier.and : undefined;
  return {
    plan: plan.name,
    component,
    modifier: use.says,
    measure: cell('measure'),
    from: cell('from'),
    to: cell('to'),
    value: cell('value'),
    unit: cell('unit'),
    how: cell('how'),
    andMeasure: and ? measureCell(and.measure) : null,
    andFrom: and?.from ?? null,
    andTo: and?.to ?? null,
  };
}

/** A property of deals is written with a capital, as components are. */
const measureCell = (measure: string): string =>
  ['margin', 'term', 'amount'].includes(measure) ? titled(measure) : measure;
