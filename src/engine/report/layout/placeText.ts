import { NUMBER_FORMATS } from '../formats';
import { CELLS } from '../palette';
import type { Area, Placement } from '../placement';
import { lineWidth } from './arrange';
import { textCell, format, type BlockOf, type Ground } from './cells';
import { wrapped } from './wrap';

export function placeHeading(
  block: BlockOf<'heading'>,
  area: Area,
  { arranged }: Ground,
): readonly Placement[] {
  const sheet = arranged.sheet.id;
  const first = block.level === 1;
  return [
    format(sheet, area, {
      bold: true,
      size: first ? 14 : 12,
      color: CELLS.title,
      numberFormat: NUMBER_FORMATS.text,
      ...(first && { borderBottom: CELLS.rule }),
    }),
    textCell(sheet, area.row, area.column, block.text),
    { kind: 'rowHeight', sheet, row: area.row, points: first ? 24 : 20 },
  ];
}

export function placeNote(block: BlockOf<'note'>, area: Area, { arranged }: Ground): readonly Placement[] {
  const sheet = arranged.sheet.id;
  const lines = wrapped(block.text, lineWidth(arranged.widths));
  return [
    format(sheet, area, {
      numberFormat: NUMBER_FORMATS.text,
      color: { plain: CELLS.text, muted: CELLS.muted, warning: CELLS.warning }[block.tone],
      ...(block.tone === 'warning' && { fill: CELLS.warningFill }),
    }),
    { kind: 'cells', sheet, area: { ...area, columns: 1 }, values: lines.map((line) => [line]) },
  ];
}
