import { OPEN } from '../dataset';
import { outcomeOfKind, UNKNOWN_OUTCOME } from '../stageMap';
import type { Remark } from './check';
import { doubt } from './check';
import type { OpportunityRows } from './opportunities';

const SAID = ['Open', 'Won', 'Lost'];

/**
 * Status or flags say one outcome and the stage another: won in a lost stage, open in a closed one. A won or lost deal
 * in an open stage is no contradiction: many systems keep the stage in which a deal was closed. The status is believed.
 */
export function statusContradictsStage(rows: OpportunityRows): Remark[] {
  const { count, keys, stage, stageOf, stages, said, status, standsFor } = rows;
  const remarks: Remark[] = [];
  if (!stage) return remarks;
  const byLabel = stage.labels.map((_, code) => outcomeOfKind(stages[stageOf[code]!]?.kind));
  for (let row = 0; row < count; row++) {
    const code = stage.codes[row]!;
    const told = said[row]!;
    if (code < 0 || told === UNKNOWN_OUTCOME || standsFor[row] !== row) continue;
    const byStage = byLabel[code]!;
    if (byStage === told || byStage === OPEN || byStage === UNKNOWN_OUTCOME) continue;
    const written = status && status.codes[row]! >= 0 ? status.labels[status.codes[row]!] : undefined;
    remarks.push(
      doubt(
        row,
        'statusContradictsStage',
        { id: keys.text(row), status: written ?? SAID[told]!, stage: stage.labels[code]! },
        'stage',
      ),
    );
  }
  return remarks;
}
