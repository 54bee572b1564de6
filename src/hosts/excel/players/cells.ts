import type { CellFormat, PlacedCell, PlacementOf } from '../../../engine/report/placement';
import { asText } from '../asText';
import { setNumberFormat } from '../setNumberFormat';
import type { Stage } from './state';
import { cellAt, rangeAt } from './state';

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', center: 'Center' } as const;

export function format(stage: Stage, { area, format: f }: PlacementOf<'format'>): void {
  const range = rangeAt(stage, area);
  if (f.numberFormat !== undefined) setNumberFormat(range, f.numberFormat);
  fontOf(range, f);
  if (f.fill !== undefined) range.format.fill.color = f.fill;
  if (f.wrap !== undefined) range.format.wrapText = f.wrap;
  if (f.align !== undefined) range.format.horizontalAlignment = HORIZONTAL[f.align];
  if (f.indent !== undefined) range.format.indentLevel = f.indent;
  if (f.verticalAlign !== undefined) range.format.verticalAlignment = VERTICAL[f.verticalAlign];
  if (f.borderBottom !== undefined) {
    const border = range.format.borders.getItem('EdgeBottom');
    border.style = 'Continuous';
    border.color = f.borderBottom;
  }
}

function fontOf({ format: { font } }: Excel.Range, f: CellFormat): void {
  if (f.bold !== undefined) font.bold = f.bold;
  if (f.italic !== undefined) font.italic = f.italic;
  if (f.size !== undefined) font.size = f.size;
  if (f.color !== undefined) font.color = f.color;
}

export const isFormula = (cell: PlacedCell): cell is Exclude<PlacedCell, string | number | null> =>
  typeof cell === 'object' && cell !== null;

/** What is not a formula; null leaves a cell as it is until its formula comes. */
export function constants(stage: Stage, { area, values }: PlacementOf<'cells'>): void {
  rangeAt(stage, area).values = values.map((row) =>
    row.map((cell) =>
      isFormula(cell) ? null : cell === null ? '' : typeof cell === 'string' ? asText(cell) : cell,
    ),
  );
}

/** Formulas come when the tables and names they speak of are there. A cell formatted as text would show them as text. */
export function formulas(
  stage: Stage,
  { area, values }: PlacementOf<'cells'>,
  isTextFormatted: (row: number, column: number) => boolean,
): void {
  values.forEach((row, r) =>
    row.forEach((cell, c) => {
      if (isFormula(cell) && isTextFormatted(area.row + r, area.column + c))
        setNumberFormat(cellAt(stage, area.row + r, area.column + c), 'General');
    }),
  );
  rangeAt(stage, area).formulas = values.map((row) =>
    row.map((cell) => (isFormula(cell) ? `=${cell.formula}` : null)),
  );
}
