import type { PlacementOf } from '../../../engine/report/placement';
import { quotedSheet } from '../../../engine/report/formula';
import { asText } from '../asText';
import type { Stage } from './state';
import { cellAt, rangeAt } from './state';

/** The cells are there already; a table that stands is fitted to them, with the columns that a person added. */
export function table(stage: Stage, { name, area, style }: PlacementOf<'table'>): void {
  const whole = { ...area, columns: area.columns + stage.addedColumns(name) };
  const standing = stage.found.tables.get(name);
  const made = standing ?? stage.worksheet.tables.add(rangeAt(stage, whole), true);
  if (standing) standing.resize(rangeAt(stage, whole));
  else made.name = name;
  made.style = style;
}

export function name(stage: Stage, placement: PlacementOf<'name'>): void {
  stage.found.names.get(placement.name)?.delete();
  stage.context.workbook.names.add(placement.name, cellAt(stage, placement.row, placement.column));
}

/** Excel's lists are texts joined by commas, at most so long. */
const LONGEST_LIST = 255;
const LONGEST_TITLE = 32;
const LONGEST_PROMPT = 255;

export function validation(stage: Stage, { area, rule, title, message }: PlacementOf<'validation'>): void {
  const { dataValidation } = rangeAt(stage, area);
  if (rule.kind === 'between') {
    const between = { formula1: rule.min, formula2: rule.max, operator: 'Between' as const };
    dataValidation.rule = rule.whole ? { wholeNumber: between } : { decimal: between };
  } else {
    const source = rule.choices.join(',');
    // A choice with a comma would become two, and "=" would begin a formula; such a cell is checked on reading instead.
    if (
      source.length <= LONGEST_LIST &&
      !source.startsWith('=') &&
      rule.choices.every((choice) => !choice.includes(','))
    )
      dataValidation.rule = { list: { inCellDropDown: true, source } };
  }
  const shown = { title: title.slice(0, LONGEST_TITLE), message: message.slice(0, LONGEST_PROMPT) };
  dataValidation.prompt = { ...shown, showPrompt: true };
  dataValidation.errorAlert = { ...shown, showAlert: true, style: 'Stop' };
}

/** Excel's notes came with ExcelApi 1.18; an input message shows the same text when the cell is selected, in every version. */
export function note(stage: Stage, { row, column, text }: PlacementOf<'note'>): void {
  cellAt(stage, row, column).dataValidation.prompt = {
    title: 'How it is computed',
    message: text.slice(0, LONGEST_PROMPT),
    showPrompt: true,
  };
}

/** One call for all of them: a range for each link would take Microsoft's client half a millisecond, and Excel more. */
export function links(stage: Stage, { row, column, links: below }: PlacementOf<'links'>): void {
  const cells = rangeAt(stage, { row, column, rows: below.length, columns: 1 });
  cells.setCellProperties(
    below.map(({ target }) => [
      { hyperlink: { documentReference: `${quotedSheet(stage.sheetName(target.sheet))}!${target.cell}` } },
    ]),
  );
  // The texts are written into the cells and not given as `textToDisplay`, which Excel may read as if it were typed.
  cells.values = below.map(({ text }) => [asText(text)]);
}

export function conditionalFormat(stage: Stage, { area, rule }: PlacementOf<'conditionalFormat'>): void {
  const formats = rangeAt(stage, area).conditionalFormats;
  if (rule.kind === 'dataBar') {
    const { positiveFormat } = formats.add('DataBar').dataBar;
    positiveFormat.fillColor = rule.color;
    positiveFormat.gradientFill = false;
  } else if (rule.kind === 'colorScale') {
    const { low, middle, high, reach } = rule;
    const at = (value: number, color: string) => ({ type: 'Number', formula: String(value), color }) as const;
    formats.add('ColorScale').colorScale.criteria =
      reach === undefined
        ? {
            minimum: { type: 'LowestValue', color: low },
            midpoint: { type: 'Percentile', formula: '50', color: middle },
            maximum: { type: 'HighestValue', color: high },
          }
        : { minimum: at(-reach, low), midpoint: at(0, middle), maximum: at(reach, high) };
  } else {
    const { custom } = formats.add('Custom');
    custom.rule.formula = `=${rule.formula}`;
    if (rule.color !== undefined) custom.format.font.color = rule.color;
    if (rule.italic !== undefined) custom.format.font.italic = rule.italic;
    if (rule.fill !== undefined) custom.format.fill.color = rule.fill;
  }
}
