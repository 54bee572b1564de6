import type { Trouble } from '../trouble';
import type { Remark } from './check';
import { doubt } from './check';

/** Cells that do not say what their column holds, row by row; the row stays, the value is missing. */
export const troubles = (rows: { readonly troubles: readonly Trouble[] }): Remark[] =>
  [...rows.troubles]
    .sort((a, b) => a.row - b.row)
    .map(({ kind, row, field, label, header, value }) => ({
      ...(kind === 'date'
        ? doubt(row, 'unparsableDate', { field: label, value }, field)
        : kind === 'amount'
          ? doubt(row, 'unparsableAmount', { value }, field)
          : doubt(row, 'errorValue', { field: label, value }, field)),
      ...(header !== undefined && { header }),
    }));
