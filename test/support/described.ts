import type { Assumption, AssumptionValues } from '../../src/engine/core/assumption';
import { composeReport } from '../../src/engine/report/compose';
import type { EditableTable, EditedTables } from '../../src/engine/report/editableTable';
import type { Description } from '../../src/engine/report/report';
import { recalculated, type Recomputed } from './formulaEngine';
import { placementsOf, STAMP } from './report';

/** What an analysis says, laid out as a whole workbook and recomputed by IronCalc; `changes` sets named input cells before. */
export function recomputed(
  description: Description,
  assumptions: readonly Assumption[],
  values: AssumptionValues,
  changes: Readonly<Record<string, number>> = {},
  editable: readonly EditableTable[] = [],
  edited: EditedTables = {},
): readonly Recomputed[] {
  const report = composeReport({
    descriptions: [description],
    inputs: [],
    issues: [],
    judgements: [{ title: 'Judgements', assumptions }],
    values,
    stages: [],
    editable,
    edited,
    stamp: STAMP,
  });
  return recalculated(placementsOf(report), changes);
}

/** Cells whose formula and engine part by more than a rounding error. */
export const disagreeing = (cells: readonly Recomputed[]): readonly Recomputed[] =>
  cells.filter(({ engine, spreadsheet }) =>
    engine === null
      ? spreadsheet !== ''
      : typeof engine === 'number'
        ? typeof spreadsheet !== 'number' ||
          Math.abs(engine - spreadsheet) > 1e-9 * Math.max(1, Math.abs(engine))
        : engine !== spreadsheet,
  );
