import { NUMBER_FORMATS } from '../formats';
import { CELLS } from '../palette';
import type { Area, Placement } from '../placement';
import { cardRows, heightOfCards } from './cards';
import { one, placedCell, cellFormat, textCell, format, type BlockOf, type Ground, links } from './cells';

export function placeKeyFigures(
  block: BlockOf<'keyFigures'>,
  area: Area,
  ground: Ground,
): readonly Placement[] {
  const sheet = ground.arranged.sheet.id;
  const placements: Placement[] = [];
  let row = area.row;
  for (const cardRow of cardRows(block, ground.arranged.widths)) {
    const band = { ...area, row, rows: heightOfCards(cardRow) };
    placements.push(
      format(sheet, band, { fill: CELLS.cardFill, color: CELLS.muted, numberFormat: NUMBER_FORMATS.text }),
      format(sheet, { ...band, rows: 1 }, { color: CELLS.muted, size: 10, verticalAlign: 'center' }),
      { kind: 'rowHeight', sheet, row, points: 19 },
      { kind: 'rowHeight', sheet, row: row + 1, points: 25 },
    );
    if (cardRow.detailRows > 0)
      placements.push(
        format(sheet, { ...band, row: row + 2, rows: cardRow.detailRows }, { color: CELLS.muted, size: 9 }),
      );
    for (const { figure, column, detail, valueSize } of cardRow.cards) {
      placements.push(
        textCell(sheet, row, column, figure.label),
        format(sheet, one(row + 1, column), {
          numberFormat: cellFormat(figure.format, figure.value),
          bold: true,
          size: valueSize,
          color: CELLS.title,
          align: 'left',
          verticalAlign: 'center',
        }),
        {
          kind: 'cells',
          sheet,
          area: one(row + 1, column),
          values: [[placedCell(figure.value, figure.format, ground, { sheet, row: row + 1 })]],
        },
        ...links(sheet, row + 1, column, [figure.value]),
      );
      if (detail.length > 0)
        placements.push({
          kind: 'cells',
          sheet,
          area: { row: row + 2, column, rows: detail.length, columns: 1 },
          values: detail.map((line) => [line]),
        });
    }
    row += band.rows + 1;
  }
  return placements;
}
