import { basename } from 'node:path';
import { modifiersOf, type Plan } from '../engine/analyses/compensation/plan';
import { planTables } from '../engine/analyses/compensation/planRows/writePlans';
import { PLAN_SEEKS, type WantedBudget } from '../engine/analyses/compensation/modelling/soughtBudgets';
import { sameName } from '../engine/dataset/values/sameName';
import type { EditedTables } from '../engine/report/editableTable';

/** The tables that the plans of these files, and the questions of a command line, fill. */
export function planTablesOf(
  paths: readonly string[],
  plansOfFiles: readonly (readonly Plan[])[],
  seeks: readonly WantedBudget[],
): EditedTables {
  const plans: Plan[] = [];
  plansOfFiles.forEach((given, i) =>
    plans.push(...(i === 0 ? given : given.map((plan) => alternative(plan, plans, paths[i]!)))),
  );
  return {
    ...(plans.length > 0 && planTables(plans)),
    ...(seeks.length > 0 && { [PLAN_SEEKS.id]: seeks.map((seek) => ({ ...seek })) }),
  };
}

/** A plan of a later file: for comparison with the first one unless it says with which, under a name of its own. */
function alternative(plan: Plan, [main, ...others]: readonly Plan[], path: string): Plan {
  const taken = [main, ...others].some((other) => other && sameName(other.name) === sameName(plan.name));
  const name = taken ? `${plan.name} (${basename(path)})` : plan.name;
  if (!main || modifiersOf(plan.modifiers, 'alternativeTo').length > 0) return { ...plan, name };
  return { ...plan, name, modifiers: [...plan.modifiers, { kind: 'alternativeTo', measure: main.name }] };
}
