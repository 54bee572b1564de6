import { sameName } from '../../../dataset/values/sameName';
import { isDealProperty } from '../mechanics/perDeal';
import type { Component } from '../plan';

/** Another component's attainment that a component's pay depends on, and where it changes. */
export interface Watched {
  /** Name of the component, as written. */
  readonly measure: string;
  /** Ascending. Pay depends on which two of them the attainment lies between, and on nothing else of it. */
  readonly bounds: readonly number[];
}

/** What gates and multipliers of a component look at beside its own attainment. */
export function watchedBy(component: Component): readonly Watched[] {
  const bounds = new Map<string, number[]>();
  const watch = (measure: string, ...at: readonly (number | undefined)[]): void => {
    if (isDealProperty(measure) || sameName(measure) === sameName(component.name)) return;
    const known = bounds.get(sameName(measure)) ?? [];
    bounds.set(sameName(measure), known);
    known.push(...at.filter((bound) => bound !== undefined));
  };
  for (const modifier of component.modifiers) {
    if (modifier.kind === 'gate') watch(modifier.measure, modifier.from);
    if (modifier.kind !== 'multiplier') continue;
    watch(modifier.measure, modifier.from, modifier.to);
    if (modifier.and) watch(modifier.and.measure, modifier.and.from, modifier.and.to);
  }
  return [...bounds].map(([measure, all]) => ({
    measure,
    bounds: [...new Set(all)].sort((a, b) => a - b),
  }));
}

/** Whether pay depends on other attainments in every value of them, and not in steps. */
export const isScore = ({ kind }: Component): boolean => kind === 'scorecard';
