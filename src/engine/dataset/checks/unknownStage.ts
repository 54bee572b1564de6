import { UNKNOWN_OUTCOME } from '../stageMap';
import type { Remark } from './check';
import { doubt, unusable } from './check';
import type { HistoryRows } from './history';
import type { OpportunityRows } from './opportunities';

/** A stage that the given stage map does not have; the deal stays when its status or flags tell the outcome. */
export function unknownStage({ count, keys, stage, stageOf, said, standsFor }: OpportunityRows): Remark[] {
  const remarks: Remark[] = [];
  if (!stage) return remarks;
  for (let row = 0; row < count; row++) {
    const code = stage.codes[row]!;
    if (code < 0 || stageOf[code]! >= 0) continue;
    const facts = { stage: stage.labels[code]!, id: keys.text(row) };
    const dropped = said[row] === UNKNOWN_OUTCOME && standsFor[row] === row;
    remarks.push(
      dropped ? unusable(row, 'unknownStage', facts, 'stage') : doubt(row, 'unknownStage', facts, 'stage'),
    );
  }
  return remarks;
}

/** A change to a stage that the given stage map does not have. */
export function changeToUnknownStage({ count, idOf, toStage, stageOf }: HistoryRows): Remark[] {
  const remarks: Remark[] = [];
  if (!toStage) return remarks;
  for (let row = 0; row < count; row++) {
    const code = toStage.codes[row]!;
    if (code >= 0 && stageOf[code]! < 0)
      remarks.push(unusable(row, 'unknownStage', { stage: toStage.labels[code]!, id: idOf(row) }, 'toStage'));
  }
  return remarks;
}
