import { textLiteral, address } from '../formula';
import { CELLS } from '../palette';
import type { Area, Placement } from '../placement';
import type { ConditionalFormat, Table } from '../report';
import { bodyRows } from './arrange';
import { type Ground } from './cells';

export function placeRule(
  rule: ConditionalFormat,
  table: Pick<Table, 'id' | 'columns' | 'rows'>,
  area: Area,
  ground: Ground,
): Placement {
  const sheet = ground.arranged.sheet.id;
  const [first, columns] =
    rule.rule === 'heatMap' ? [rule.columns[0] ?? '', rule.columns.length] : [rule.column, 1];
  const index = table.columns.findIndex((column) => column.id === first);
  if (index < 0)
    throw new Error(`A rule of the table ${table.id} names the column ${first}, which it lacks.`);
  const body = { row: area.row + 1, rows: bodyRows(table), column: area.column + index, columns };
  const equals = (value: string): string => `$${address(body.row, body.column, false)}=${textLiteral(value)}`;
  const common = { kind: 'conditionalFormat', sheet } as const;
  switch (rule.rule) {
    case 'dataBar':
      return { ...common, area: body, rule: { kind: 'dataBar', color: CELLS.dataBar } };
    case 'colorScale': {
      const [low, high] = rule.goodHigh
        ? [CELLS.scaleBad, CELLS.scaleGood]
        : [CELLS.scaleGood, CELLS.scaleBad];
      return { ...common, area: body, rule: { kind: 'colorScale', low, middle: CELLS.scaleMiddle, high } };
    }
    case 'heatMap':
      return {
        ...common,
        area: body,
        rule: {
          kind: 'colorScale',
          low: CELLS.scaleBad,
          middle: CELLS.scaleMiddle,
          high: CELLS.scaleGood,
          reach: rule.reach,
        },
      };
    case 'muteRowWhere':
      return {
        ...common,
        area: { ...body, column: area.column, columns: table.columns.length },
        rule: { kind: 'formula', formula: equals(rule.value), color: CELLS.muted, italic: true },
      };
    case 'flagWhere':
      return {
        ...common,
        area: body,
        rule: {
          kind: 'formula',
          formula: equals(rule.value),
          fill: { bad: CELLS.badFill, warn: CELLS.warningFill, good: CELLS.goodFill }[rule.tone],
        },
      };
  }
}
