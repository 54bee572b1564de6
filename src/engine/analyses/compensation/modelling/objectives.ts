import { sameName } from '../../../dataset/values/sameName';
import type { Payout } from '../payout';
import type { Plan } from '../plan';

/** What is spent on one corporate objective (C8); cents. */
export interface ObjectiveSpend {
  /** null: components that serve no objective. */
  readonly objective: string | null;
  readonly components: readonly { readonly name: string; readonly pay: number }[];
  readonly pay: number;
  /** Of what all components pay; null where nothing is paid. */
  readonly share: number | null;
}

/** Components by the objective they serve, in the plan's order, those without one last. Caps and draws of the plan are left out. */
export function spendByObjective({ components }: Plan, { lines }: Payout): readonly ObjectiveSpend[] {
  const paid = components.map((_, c) => lines.reduce((sum, line) => sum + (line.components[c]?.pay ?? 0), 0));
  const all = paid.reduce((sum, pay) => sum + pay, 0);
  const groups = new Map<string, { objective: string | null; components: { name: string; pay: number }[] }>();
  components.forEach(({ name, objective, kind }, c) => {
    if (kind === 'measure') return;
    const named = objective?.trim() ? objective.trim() : null;
    const key = named === null ? '' : sameName(named);
    const group = groups.get(key) ?? { objective: named, components: [] };
    groups.set(key, group);
    group.components.push({ name, pay: paid[c]! });
  });
  return [...groups.values()]
    .sort((a, b) => Number(a.objective === null) - Number(b.objective === null))
    .map((group) => {
      const pay = group.components.reduce((sum, component) => sum + component.pay, 0);
      return { ...group, pay, share: all > 0 ? pay / all : null };
    });
}
