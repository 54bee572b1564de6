import type { Issue } from '../core/issue';
import { issue } from '../core/issue';
import type { HistoryColumns } from './historyColumns';
import type { TextColumn } from './dataset';
import type { OpportunityColumns } from './opportunityColumns';
import { columnLetters } from './rawTable';
import type { Stack } from './stack';
import { columnOfField, columnOfHeader, headerOf } from './stack';

/** More than any sales process has; proposing a map takes memory by the square of the number. */
const MOST_STAGES = 200;

/**
 * A column that was taken for the stage and holds something else, such as comments or ids: the one with the most values
 * of those that hold stages, or the first of the columns that are dates of stages.
 */
export function tooManyStages(
  names: readonly string[],
  columns: OpportunityColumns,
  history: HistoryColumns | undefined,
): Issue | undefined {
  if (names.length <= MOST_STAGES) return undefined;
  const ofField = (stack: Stack | undefined, field: string, column: TextColumn | undefined) => {
    const part = stack?.parts.find((table) => columnOfField(table, field) >= 0);
    return { part, header: part && headerOf(part, field), stages: column?.labels.length ?? 0 };
  };
  const wide = columns.stack.parts.find(({ table }) => table.mapping.stageDates.length > 0);
  const [{ part, header, stages } = { part: undefined, header: undefined, stages: names.length }] = [
    ofField(columns.stack, 'stage', columns.stage),
    ofField(history?.stack, 'toStage', history?.toStage),
    ofField(history?.stack, 'fromStage', history?.fromStage),
    { part: wide, header: wide?.table.mapping.stageDates[0]?.header, stages: columns.wide.stages.length },
  ].sort((a, b) => b.stages - a.stages);
  const at = part && columnOfHeader(part, header);
  return issue(
    'tooManyStages',
    'blocking',
    { header: header ?? '', stages },
    part && {
      source: part.sheet.source,
      sheet: part.sheet.sheet,
      row: part.table.mapping.headerRow,
      ...(at !== undefined && at >= 0 && { column: columnLetters(part.sheet.left + at) }),
    },
  );
}
