import { isMoney, NUMBER_FORMATS } from '../formats';
import { formulaText, isLink, isLive, isShown, valueOf } from '../formula';
import { CELLS } from '../palette';
import type { Area, CellFormat, PlacedCell, Placement } from '../placement';
import type { Block, CellContent, Format } from '../report';
import { type ArrangedSheet } from './arrange';
import type { References, Standpoint } from './references';

export type BlockOf<K extends Block['block']> = Extract<Block, { block: K }>;

/** What placing a block needs to know. */
export interface Ground {
  readonly arranged: ArrangedSheet;
  readonly references: References;
}

/** Height of a line of the default font. */
export const LINE_POINTS = 15;
/** A text that would be taken for a formula if its cell's format were not text. */
export const isFormulaLike = (content: CellContent): boolean =>
  typeof content === 'string' && /^[=+\-@']/.test(content);

export const one = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });
export const isNumeric = (format: Format): boolean => format !== 'text';

/** A cell's content as it is written: money in units, formulas with addresses. NaN or Infinity is a mistake of ours. */
export function placedCell(
  content: CellContent,
  format: Format,
  ground: Ground,
  from: Standpoint,
): PlacedCell {
  const value = valueOf(content);
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new Error(`The sheet ${from.sheet} would show ${value} on row ${from.row + 1}.`);
  const own = isShown(content) ? content.as : format;
  const shown = isMoney(own) && typeof value === 'number' ? value / 100 : value;
  return isLive(content)
    ? { formula: formulaText(content, (ref) => ground.references.resolve(ref, from)), value: shown }
    : shown;
}

/**
 * A formula in a cell of format text would stay text, so a column with formulas is General. Numbers keep a little space
 * to their right (`_)` is as wide as a bracket), so that they do not touch a text in the next column.
 */
export function columnFormat(format: Format, contents: readonly CellContent[]): string {
  if (format === 'general' || (format === 'text' && contents.some(isLive))) return NUMBER_FORMATS.general;
  return format === 'text' ? NUMBER_FORMATS.text : `${NUMBER_FORMATS[format]}_)`;
}

/** The format of a single cell; text that looks like a formula has the text format wherever it stands. */
export const cellFormat = (format: Format, content: CellContent): string =>
  isFormulaLike(content) ? NUMBER_FORMATS.text : columnFormat(format, [content]);

/** Text beside a number would touch it. */
export const textLook = (besideNumber: boolean): CellFormat => ({
  align: 'left',
  ...(besideNumber && { indent: 1 }),
});

export const textCell = (sheet: string, row: number, column: number, text: string): Placement => ({
  kind: 'cells',
  sheet,
  area: one(row, column),
  values: [[text]],
});
export const format = (sheet: string, area: Area, cellFormat: CellFormat): Placement => ({
  kind: 'format',
  sheet,
  area,
  format: cellFormat,
});

/** From where to where, exclusive, the contents of a column are of a kind: hosts are quick with runs and slow with cells. */
export function runsOf<T>(contents: readonly T[], isOne: (content: T) => boolean) {
  const runs: { readonly from: number; to: number }[] = [];
  contents.forEach((content, i) => {
    if (!isOne(content)) return;
    const last = runs.at(-1);
    if (last?.to === i) last.to++;
    else runs.push({ from: i, to: i + 1 });
  });
  return runs;
}

/** Format placements for the numbers of a column that are shown in a format of their own, run by run. */
export const ownFormats = (
  sheet: string,
  row: number,
  column: number,
  contents: readonly CellContent[],
): readonly Placement[] =>
  [...new Set(contents.filter(isShown).map(({ as }) => as))].flatMap((as) =>
    runsOf(contents, (content) => isShown(content) && content.as === as).map(({ from, to }) =>
      format(
        sheet,
        { row: row + from, column, rows: to - from, columns: 1 },
        { numberFormat: columnFormat(as, []) },
      ),
    ),
  );

/** The links among the contents of a column, which begins at `row`. */
export const links = (
  sheet: string,
  row: number,
  column: number,
  contents: readonly CellContent[],
): readonly Placement[] =>
  runsOf(contents, isLink).flatMap(({ from, to }): readonly Placement[] => {
    const place = { row: row + from, column };
    return [
      format(
        sheet,
        { ...place, rows: to - from, columns: 1 },
        { numberFormat: NUMBER_FORMATS.text, color: CELLS.link },
      ),
      {
        kind: 'links',
        sheet,
        ...place,
        links: contents
          .slice(from, to)
          .filter(isLink)
          .map(({ text, link }) => ({ text, target: link })),
      },
    ];
  });
