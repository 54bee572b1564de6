import type { Cell, CellStyle, ConditionalRule, DataValidation, WriteSheet } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { address, quotedSheet, textLiteral } from '../../engine/report/formula';
import type { CellFormat, PlacementOf } from '../../engine/report/placement';
import { areaAddress } from './a1';
import { openPackage, type Package } from './package';
import type { DraftCell, SheetDraft } from './sheetDraft';
import { storedFormula } from './storedFormula';
import { escapeCellText } from './xml';

/** The font of cells that ask for none. */
export interface BaseFont {
  readonly name: string;
  readonly size: number;
}

/**
 * Writes the drafts as a workbook of their own, with hucre. From it the sheets, styles, tables and notes are taken
 * (`addSheets`); charts are only announced here, so that the sheet has a drawing, and are written by `chartXml`.
 */
export async function writeSheets(
  drafts: readonly SheetDraft[],
  font: BaseFont,
  sheetName: (id: string) => string,
): Promise<Package> {
  const styles = styleCache(font);
  const sheets = drafts.map((draft) => writeSheet(draft, styles, sheetName));
  return openPackage(await writeXlsx({ sheets, stringMode: 'inline', defaultFont: { ...font } }));
}

function writeSheet(draft: SheetDraft, styles: StyleCache, sheetName: (id: string) => string): WriteSheet {
  const { freeze, print } = draft;
  return {
    name: draft.name,
    rows: [],
    cells: new Map([...draft.cells].map(([key, cell]) => [key, writeCell(cell, styles, sheetName)])),
    columns: draft.widths.map((width) => ({ width })),
    rowDefs: new Map([...draft.rowHeights].map(([row, height]) => [row, { height }])),
    view: { showGridLines: draft.gridlines, tabColor: color(draft.tabColor) },
    tables: draft.tables.map((table) => ({
      name: table.name,
      range: areaAddress(table.area),
      columns: table.headers.map((name) => ({ name: escapeCellText(name) })),
      style: table.style,
      showRowStripes: false,
    })),
    conditionalRules: draft.conditionalFormats.map(conditionalRule),
    dataValidations: draft.validations.map(validation),
    charts: draft.charts.map(({ anchor }) => ({
      type: 'column',
      series: [],
      anchor: { from: { row: anchor.row, col: anchor.column } },
    })),
    ...(freeze && { freezePane: { rows: freeze.rows, columns: freeze.columns } }),
    ...(print && {
      pageSetup: {
        orientation: print.orientation,
        ...(print.fitWidth && { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
      },
      headerFooter: { oddFooter: print.footer },
      // hucre names the row above a break.
      ...(print.breaks && { rowBreaks: print.breaks.map((row) => row - 1) }),
    }),
  };
}

function writeCell(
  { value, format, note, link }: DraftCell,
  styles: StyleCache,
  sheetName: (id: string) => string,
): Partial<Cell> {
  return {
    ...content(value),
    ...(format && { style: styles(format) }),
    ...(note !== undefined && { comment: { author: 'Leadline', text: escapeCellText(note) } }),
    ...(link && {
      hyperlink: { target: '', location: `${quotedSheet(sheetName(link.sheet))}!${link.cell}` },
    }),
  };
}

function content(value: DraftCell['value']): Partial<Cell> {
  if (value === null || value === '') return {};
  if (typeof value === 'number') return { value };
  // As a run of text: a plain string loses its outer spaces and "#N/A" would become an error (see plainText).
  if (typeof value === 'string') return { richText: [{ text: escapeCellText(value) }] };
  const result = typeof value.value === 'number' ? value.value : escapeCellText(value.value ?? '');
  return { formula: storedFormula(value.formula), formulaResult: result };
}

/** "#1F2937" as the file has it. */
const color = (hex: string): { readonly rgb: string } => ({ rgb: hex.slice(1).toUpperCase() });

type StyleCache = (format: CellFormat) => CellStyle;

function styleCache(font: BaseFont): StyleCache {
  const known = new Map<CellFormat, CellStyle>();
  return (format) => {
    const found = known.get(format) ?? cellStyle(format, font);
    known.set(format, found);
    return found;
  };
}

function cellStyle(format: CellFormat, font: BaseFont): CellStyle {
  const { bold, italic, size, align, indent, verticalAlign, wrap } = format;
  const hasFont = bold || italic || size !== undefined || format.color !== undefined;
  return {
    ...(format.numberFormat !== undefined &&
      format.numberFormat !== 'General' && { numFmt: format.numberFormat }),
    ...(hasFont && {
      font: {
        name: font.name,
        size: size ?? font.size,
        ...(bold && { bold }),
        ...(italic && { italic }),
        ...(format.color !== undefined && { color: color(format.color) }),
      },
    }),
    ...(format.fill !== undefined && { fill: solid(format.fill) }),
    ...(format.borderBottom !== undefined && {
      border: { bottom: { style: 'thin', color: color(format.borderBottom) } },
    }),
    ...((align ?? verticalAlign ?? wrap) && {
      alignment: {
        ...(align && { horizontal: align }),
        ...(indent !== undefined && { indent }),
        ...(verticalAlign && { vertical: verticalAlign }),
        ...(wrap && { wrapText: true }),
      },
    }),
  };
}

type PatternFill = Extract<NonNullable<CellStyle['fill']>, { type: 'pattern' }>;

/** A cell's fill is the pattern's foreground, a conditional format's the background; giving both serves either. */
const solid = (fill: string): PatternFill => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: color(fill),
  bgColor: color(fill),
});

function conditionalRule({ area, rule }: PlacementOf<'conditionalFormat'>, index: number): ConditionalRule {
  const common = { range: areaAddress(area), priority: index + 1 };
  const opaque = (hex: string): string => `FF${color(hex).rgb}`;
  switch (rule.kind) {
    case 'dataBar':
      return {
        ...common,
        type: 'dataBar',
        dataBar: { cfvo: [{ type: 'num', value: '0' }, { type: 'max' }], color: opaque(rule.color) },
      };
    case 'colorScale':
      return {
        ...common,
        type: 'colorScale',
        colorScale: {
          cfvo:
            rule.reach === undefined
              ? [{ type: 'min' }, { type: 'percentile', value: '50' }, { type: 'max' }]
              : [-rule.reach, 0, rule.reach].map((at) => ({ type: 'num', value: String(at) })),
          colors: [opaque(rule.low), opaque(rule.middle), opaque(rule.high)],
        },
      };
    case 'formula': {
      const font = {
        ...(rule.italic && { italic: true }),
        ...(rule.color !== undefined && { color: color(rule.color) }),
      };
      return {
        ...common,
        type: 'expression',
        formula: storedFormula(rule.formula),
        style: {
          ...(Object.keys(font).length > 0 && { font }),
          ...(rule.fill !== undefined && { fill: solid(rule.fill) }),
        },
      };
    }
  }
}

/** A list of choices in a file is one string, its choices parted by commas. */
const MAX_LIST = 255;
const [MAX_TITLE, MAX_MESSAGE] = [32, 255] as const;

function validation({ area, rule, title, message }: PlacementOf<'validation'>): DataValidation {
  const common = {
    range: areaAddress(area),
    allowBlank: true,
    showInputMessage: true,
    showErrorMessage: true,
    inputTitle: title.slice(0, MAX_TITLE),
    inputMessage: message.slice(0, MAX_MESSAGE),
    errorTitle: title.slice(0, MAX_TITLE),
    errorMessage: message.slice(0, MAX_MESSAGE),
  };
  if (rule.kind === 'between')
    return {
      ...common,
      type: rule.whole ? 'whole' : 'decimal',
      operator: 'between',
      formula1: String(rule.min),
      formula2: String(rule.max),
    };
  const list = rule.choices.join(',');
  if (list.length <= MAX_LIST && !rule.choices.some((choice) => /[,"]|^\s|\s$/.test(choice)))
    return { ...common, type: 'list', formula1: `"${list}"` };
  // Without a drop-down, but still checked.
  const cell = address(area.row, area.column, false);
  const tests = rule.choices.map((choice) => `${cell}=${textLiteral(choice)}`);
  return { ...common, type: 'custom', formula1: `OR(${tests.join(',')})` };
}

/** "$1:$1", the row that is printed on every page. */
export const titleRows = (row: number): string => `$${row + 1}:$${row + 1}`;
