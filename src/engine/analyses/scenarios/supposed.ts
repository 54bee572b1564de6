import type { Assumption } from '../../core/assumption';
import { IN_FORCE, type Scenario } from '../../core/scenario';
import type { Supposed } from '../levers';
import { applied } from './applied';

/** A what-if under a name: of each table the rows that differ from those in force. */
export function scenarioOf(name: string, { values, tables }: Supposed, inForce: Supposed): Scenario {
  const changed = Object.entries(tables).flatMap(([id, rows]) => {
    const before = new Set((inForce.tables[id] ?? []).map((row) => JSON.stringify(row)));
    const differing = rows.filter((row) => !before.has(JSON.stringify(row)));
    return differing.length > 0 ? [[id, differing] as const] : [];
  });
  return {
    name,
    baseline: IN_FORCE,
    changes: values,
    ...(changed.length > 0 && { tables: Object.fromEntries(changed) }),
  };
}

/** What a scenario supposes in place of what is in force; undefined where one of its changes is not among these assumptions, or cannot be. */
export function supposedBy(
  scenario: Scenario,
  assumptions: readonly Assumption[],
  inForce: Supposed,
): Supposed | undefined {
  const { value } = applied(scenario, assumptions, inForce);
  if (!value) return undefined;
  const { touched } = value;
  const only = <T>(of: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(of).filter(([id]) => touched.has(id)));
  return { values: only(value.values), tables: only(value.tables) };
}
