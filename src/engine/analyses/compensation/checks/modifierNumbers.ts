import type { Modifier, ModifierKind, Plan } from '../plan';
import { MODIFIERS, valueOf, type ModifierColumn } from '../planRows/modifierColumns';
import { PLAN_MODIFIERS } from '../planRows/planTables';
import { percentText, remark, type PlanRemark } from './planCheck';

/** What a number must be for the modifier to mean something. */
type Wanted = 'share' | 'notNegative' | 'periods';

const WANTED: Readonly<Record<Wanted, (value: number) => boolean>> = {
  share: (value) => value >= 0 && value <= 1,
  notNegative: (value) => value >= 0,
  // What is kept for the period that it was earned in, or for a part of one, would never be paid.
  periods: (value) => Number.isInteger(value) && value >= 1,
};

const NUMBERS: Partial<Readonly<Record<ModifierKind, Partial<Readonly<Record<ModifierColumn, Wanted>>>>>> = {
  gate: { value: 'notNegative' },
  multiplier: { value: 'notNegative' },
  cap: { from: 'notNegative', value: 'share' },
  ramp: { value: 'notNegative' },
  weight: { value: 'share' },
  draw: { value: 'notNegative' },
  clawback: { value: 'share' },
  holdback: { value: 'share', to: 'periods' },
  currency: { value: 'notNegative' },
};

const HEADERS = new Map(PLAN_MODIFIERS.columns.map(({ id, header }) => [id, header]));

/** Shares of pay are shares, factors and amounts not negative, and what is held back comes back in a later period. */
export const modifierNumbers = (plan: Plan): readonly PlanRemark[] =>
  [...plan.components, { name: '', modifiers: plan.modifiers }].flatMap(({ name, modifiers }) =>
    modifiers.flatMap((modifier) => outOfRange(plan.name, name, modifier)),
  );

function outOfRange(plan: string, component: string, modifier: Modifier): readonly PlanRemark[] {
  return Object.entries(NUMBERS[modifier.kind] ?? {}).flatMap(([column, wanted]): readonly PlanRemark[] => {
    const value = valueOf(modifier, column);
    if (typeof value !== 'number' || WANTED[wanted](value)) return [];
    const facts = {
      plan,
      component,
      modifier: MODIFIERS[modifier.kind].says,
      column: HEADERS.get(column) ?? column,
      value: wanted === 'share' ? percentText(value) : String(value),
      wanted,
    };
    return [remark('planModifierOutOfRange', facts, modifier, column)];
  });
}
