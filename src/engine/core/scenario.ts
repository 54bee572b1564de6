import type { Assumption, AssumptionValue, AssumptionValues } from './assumption';
import { checkValues, showValue, type UncheckedValue } from './assumptionValues';
import type { Issue } from './issue';
import type { Outcome } from './outcome';

/** A what-if: only what differs from its baseline. */
export interface Scenario {
  readonly name: string;
  /** The name of what it is compared with, "Inputs sheet" or another scenario. */
  readonly baseline: string;
  /** By assumption id; as a person or a file gave them, checked by `applyScenario`. */
  readonly changes: Readonly<Record<string, UncheckedValue>>;
  /**
   * By id of an editable table: rows that differ, by their first column; of each only the cells that differ. Amounts are
   * cents.
   */
  readonly tables?: Readonly<Record<string, readonly Readonly<Record<string, UncheckedValue>>[]>>;
}

/** What a scenario is compared with: the values in force. */
export const IN_FORCE = 'Inputs sheet';

/**
 * The baseline's values with the scenario's changes. One change that is out of range, unreadable or of an unknown id
 * blocks the whole scenario: half of a what-if answers a question that nobody asked.
 */
export function applyScenario(
  scenario: Scenario,
  assumptions: readonly Assumption[],
  baseline: AssumptionValues,
): Outcome<AssumptionValues> {
  const { value, issues } = checkValues(assumptions, scenario.changes, baseline);
  if (issues.length === 0) return { value, issues };
  return { value: undefined, issues: issues.map((found): Issue => ({ ...found, severity: 'blocking' })) };
}

/** "Horizon: 90 days → 120 days". */
export const describeChange = (assumption: Assumption, from: AssumptionValue, to: AssumptionValue): string =>
  `${assumption.label}: ${showValue(assumption, from)} → ${showValue(assumption, to)}`;

/** One line for each assumption whose value differs, in the order of the assumptions. */
export const describeChanges = (
  assumptions: readonly Assumption[],
  from: AssumptionValues,
  to: AssumptionValues,
): readonly string[] =>
  assumptions.flatMap((assumption) => {
    const [before, after] = [
      from[assumption.id] ?? assumption.initial,
      to[assumption.id] ?? assumption.initial,
    ];
    return before === after ? [] : [describeChange(assumption, before, after)];
  });
