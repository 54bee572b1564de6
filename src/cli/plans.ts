import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parsePlans } from '../app/planSchema';
import { modifiersOf, type Plan } from '../engine/analyses/compensation/plan';
import { planTables } from '../engine/analyses/compensation/planRows/writePlans';
import { PLAN_SEEKS, type WantedBudget } from '../engine/analyses/compensation/modelling/soughtBudgets';
import { sameName } from '../engine/dataset/values/sameName';
import type { EditedTables } from '../engine/report/editableTable';

/** The tables that the plans and questions of a command line fill; or a sentence that says which file is wrong, and where. */
export async function planTablesOf(
  paths: readonly string[],
  seeks: readonly WantedBudget[],
): Promise<EditedTables | string> {
  const plans: Plan[] = [];
  for (const [i, path] of paths.entries()) {
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch {
      return `--plan: the file ${path} cannot be read.`;
    }
    const parsed = parsePlans(text);
    if ('problem' in parsed) return `--plan ${path}: ${parsed.problem}`;
    plans.push(...(i === 0 ? parsed.plans : parsed.plans.map((plan) => alternative(plan, plans, path))));
  }
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
