import { NUMBER_FORMATS } from '../formats';
import { CELLS } from '../palette';
import type { Area, Placement } from '../placement';
import { cellFormat, format, LINE_POINTS, one, textLook, type BlockOf, type Ground } from './cells';
import { headerRow } from './headerRow';
import { wrapped } from './wrap';

export function placeInputs(block: BlockOf<'inputs'>, area: Area, ground: Ground): readonly Placement[] {
  const sheet = ground.arranged.sheet.id;
  const [label, value, unit, help] = [0, 1, 2, 3].map((i) => area.column + i) as [
    number,
    number,
    number,
    number,
  ];
  const first = area.row + 1;
  const helpWidth = ground.arranged.widths[help] ?? 0;
  return [
    ...headerRow(
      sheet,
      area.row,
      ['Input', 'Value', 'Unit', 'What it does'].map((text) => ({ text, numeric: text === 'Value' })),
      ground.arranged.widths,
    ),
    {
      kind: 'cells',
      sheet,
      area: { row: area.row, column: label, rows: 1, columns: 4 },
      values: [['Input', 'Value', 'Unit', 'What it does']],
    },
    ...block.cells.flatMap((cell, i): readonly Placement[] => {
      const row = first + i;
      const text = {
        numberFormat: NUMBER_FORMATS.text,
        verticalAlign: 'top',
        borderBottom: CELLS.rule,
      } as const;
      return [
        format(sheet, one(row, label), { ...text, color: CELLS.text }),
        format(sheet, one(row, value), {
          numberFormat: cellFormat(cell.format, cell.value),
          bold: true,
          color: CELLS.inputText,
          fill: CELLS.inputFill,
          align: 'right',
          verticalAlign: 'top',
          borderBottom: CELLS.rule,
        }),
        format(sheet, one(row, unit), { ...text, ...textLook(true), color: CELLS.muted }),
        format(sheet, one(row, help), { ...text, color: CELLS.muted, wrap: true }),
        {
          kind: 'cells',
          sheet,
          area: { row, column: label, rows: 1, columns: 4 },
          values: [[cell.label, cell.value, cell.unit, cell.help]],
        },
        {
          kind: 'rowHeight',
          sheet,
          row,
          points: LINE_POINTS * wrapped(cell.help, Math.floor(helpWidth)).length + 3,
        },
        {
          kind: 'name',
          sheet,
          name: ground.references.resolve({ ref: 'input', id: cell.id }, { sheet, row }),
          row,
          column: value,
        },
        {
          kind: 'validation',
          sheet,
          area: one(row, value),
          rule:
            cell.validation.rule === 'between'
              ? {
                  kind: 'between',
                  min: cell.validation.min,
                  max: cell.validation.max,
                  whole: cell.validation.whole,
                }
              : { kind: 'oneOf', choices: cell.validation.choices },
          title: cell.label,
          message: cell.help,
        },
      ];
    }),
  ];
}
