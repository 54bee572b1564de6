import { ANALYSES } from '../engine/analyses';
import { SCENARIOS } from '../engine/analyses/scenarios/table';
import type { Assumption } from '../engine/core/assumption';
import type { EditableTable } from '../engine/report/editableTable';
import type { JudgementsOf } from '../engine/report/inputsSheet';

/** What several analyses declare, once. */
export const eachOnce = <T extends { readonly id: string }>(declared: readonly T[]): readonly T[] => [
  ...new Map(declared.map((one) => [one.id, one])).values(),
];

/** Every analysis' editable tables, and the scenarios'. */
export const EDITABLE: readonly EditableTable[] = eachOnce([
  ...ANALYSES.flatMap((analysis) => analysis.editableTables ?? []),
  SCENARIOS,
]);

/** Every analysis' assumptions by the first that has them, as they stand on the Inputs sheet. */
export const JUDGEMENTS: readonly JudgementsOf[] = ANALYSES.map(({ title, assumptions }, i) => ({
  title,
  assumptions: assumptions.filter(
    ({ id }) => !ANALYSES.slice(0, i).some((before) => before.assumptions.some((other) => other.id === id)),
  ),
}));

/** Every analysis' assumptions. */
export const ASSUMPTIONS: readonly Assumption[] = JUDGEMENTS.flatMap(({ assumptions }) => assumptions);
