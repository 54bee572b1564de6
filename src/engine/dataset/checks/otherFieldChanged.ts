import { folded } from '../values/text';
import type { Remark } from './check';
import { unusable } from './check';
import type { ChangeRows } from './history';

const STAGE = /stage|phase|etape|etapa|fase|stufe/;

/** A field history holds the changes of every field; those of stage, amount and close date are used. */
export function otherFieldChanged({ count, changedField, fieldChanges }: ChangeRows): Remark[] {
  const remarks: Remark[] = [];
  if (!changedField) return remarks;
  const other = changedField.labels.map((label) => !STAGE.test(folded(label)));
  for (let row = 0; row < count; row++) {
    const code = changedField.codes[row]!;
    if (code >= 0 && other[code] && !fieldChanges?.is[row])
      remarks.push(
        unusable(row, 'otherFieldChanged', { field: changedField.labels[code]! }, 'changedField', 'note'),
      );
  }
  return remarks;
}
