import { columnOf, input, live, thisRow, type Part } from '../report/formula';
import type { Column, Live } from '../report/report';
import { STAGE_LEVERS, type LEVERS } from './levers';

/** "(1+lever)": what an amount is multiplied by. */
export const timesLever = (id: (typeof LEVERS)[number]['id']): readonly Part[] => ['(1+', input(id), ')'];

/** What a stage is supposed to convert, on the Inputs sheet; an error where it is not listed. */
const ofStage: readonly Part[] = [
  'INDEX(',
  columnOf(STAGE_LEVERS.id, 'conversion'),
  ',MATCH(',
  thisRow('stage'),
  ',',
  columnOf(STAGE_LEVERS.id, 'stage'),
  ',0))',
];

export const supposedColumn = (header: string, note: string): Column => ({
  id: 'supposed',
  header,
  format: 'percent',
  note: `${note} Blank: nothing is supposed, see “Change of every conversion” and the table of stages on the Inputs sheet.`,
});

/**
 * The rate that a what-if supposes of x of n in the stage of this row (its column `stage`), live over the Inputs sheet:
 * the stage's own, else the measured one changed as every other; blank where neither says anything.
 */
export function supposedCell(supposed: number | null, x: readonly Part[], n: readonly Part[]): Live {
  const every: readonly Part[] = [
    'IF(OR(',
    input('leverConversion'),
    '=0,',
    ...x,
    '=0),"",MIN(1,',
    ...x,
    '/',
    ...n,
    '*',
    ...timesLever('leverConversion'),
    '))',
  ];
  return live(
    supposed,
    ...[
      'IFERROR(IF(AND(ISNUMBER(',
      ...ofStage,
      '),',
      ...ofStage,
      '>0,',
      ...ofStage,
      '<=1),',
      ...ofStage,
      ',',
    ],
    ...every,
    '),',
    ...every,
    ')',
  );
}

/** How many times as many are won of those that come as far as this row: its own change times that of the `next` row. */
export const timesWonCell = (
  value: number,
  x: readonly Part[],
  n: readonly Part[],
  next: Part | undefined,
): Live =>
  live(
    value,
    ...['IF(', thisRow('supposed'), '="",1,', thisRow('supposed'), '/IF(', ...x, '=0,0.5/(', ...n, '+1),'],
    ...[...x, '/', ...n, '))'],
    ...(next === undefined ? [] : ['*', next]),
  );
