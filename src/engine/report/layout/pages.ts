import type { Area } from '../placement';
import type { Block } from '../report';
import type { ArrangedSheet, Slot } from './arrange';
import { LINE_POINTS } from './cells';

/** Inches between the usual margins of Excel (0.7 at the sides, 0.75 above and below), on A4 and on US Letter. */
const PAPERS = {
  portrait: [
    { width: 6.87, height: 10.19 },
    { width: 7.1, height: 9.5 },
  ],
  landscape: [
    { width: 10.29, height: 6.77 },
    { width: 9.6, height: 7 },
  ],
} as const;
/** Rows print a little higher than they say in some programs. */
const SLACK = 0.96;
/** Inches of columns that show so many characters of Excel's usual font: 7 pixels each and 5 of margin, at 96 dpi. */
const inchesOf = (widths: readonly number[]): number =>
  widths.reduce((total, characters) => total + characters * 7 + 5, 0) / 96;

/** Points of rows that fit on a page of either paper when the sheet is as wide as the page. */
function pagePoints({ sheet, widths }: ArrangedSheet): number {
  const wide = inchesOf(widths);
  const heights = PAPERS[sheet.orientation].map(({ width, height }) => height / Math.min(1, width / wide));
  return SLACK * 72 * Math.min(...heights);
}

const feedsCharts = (block: Block): boolean => block.block === 'table' && block.feedsCharts === true;

/** The slots without the numbers behind the charts at the sheet's end, which are not for paper. */
function printedSlots({ slots }: ArrangedSheet): readonly Slot[] {
  const isRead = slots.map(({ block }) => block.block !== 'heading' && !feedsCharts(block));
  const end = isRead.lastIndexOf(true) + 1;
  return slots.slice(end).some(({ block }) => feedsCharts(block)) ? slots.slice(0, end) : slots;
}

const endOf = ({ row, rows }: Area): number => row + rows;
const endOfAll = (slots: readonly Slot[]): number => Math.max(0, ...slots.map(({ area }) => endOf(area)));

/** The area to print, where it is not the whole sheet. */
export function printArea(arranged: ArrangedSheet): Area | undefined {
  const printed = printedSlots(arranged);
  return printed.length === arranged.slots.length
    ? undefined
    : { row: 0, column: 0, rows: endOfAll(printed), columns: arranged.widths.length };
}

/** Rows from `start` to before `end` that should stand on one page. */
interface Piece {
  readonly start: number;
  readonly end: number;
}

/** Joins neighbours: `apart` says where a new piece begins. */
function pieces(slots: readonly Slot[], apart: (slot: Slot, before: Slot) => boolean): readonly Slot[][] {
  const joined: Slot[][] = [];
  slots.forEach((slot, i) => {
    const before = slots[i - 1];
    if (before && !apart(slot, before)) joined.at(-1)?.push(slot);
    else joined.push([slot]);
  });
  return joined;
}

/** A chart brings the blank row above it along: its frame would touch the edge of the page, or the title. */
const startOf = ({ block, area }: Slot): number => (block.block === 'chart' ? area.row - 1 : area.row);

const spanOf = (slots: readonly Slot[]): Piece => ({
  start: Math.min(...slots.map(startOf)),
  end: endOfAll(slots),
});

const headsSection = ({ block }: Slot): boolean => block.block === 'heading' && block.level === 1;
/** A heading or a note goes with what follows it, charts side by side with each other. */
const standsApart = (slot: Slot, before: Slot): boolean =>
  before.block.block !== 'heading' && before.block.block !== 'note' && slot.area.row !== before.area.row;

/**
 * Rows with which a new page has to begin so that no chart is cut: a section stays whole where it fits on a page, else
 * each of its blocks does, and only a table longer than a page runs on. `rowPoints` has the heights that are not usual.
 */
export function pageBreaks(
  arranged: ArrangedSheet,
  rowPoints: ReadonlyMap<number, number>,
): readonly number[] {
  const slots = printedSlots(arranged);
  const tops = [0];
  for (let row = 0; row < endOfAll(slots); row++)
    tops.push((tops[row] ?? 0) + (rowPoints.get(row) ?? LINE_POINTS));
  const points = ({ start, end }: Piece): number => (tops[end] ?? 0) - (tops[start] ?? 0);
  const first = pagePoints(arranged);
  // The title is repeated on every page after the first.
  const later = first - (rowPoints.get(0) ?? LINE_POINTS);

  const breaks: number[] = [];
  let page = 0;
  const room = (): number => (page === 0 ? first : later);
  const put = (piece: Piece): void => {
    if (points({ start: page, end: piece.end }) > room() && points(piece) <= later) {
      breaks.push(piece.start);
      page = piece.start;
    }
    // A long table fills pages by itself.
    for (let row = page; row < piece.end; row++)
      if (points({ start: page, end: row + 1 }) > room()) page = row;
  };
  const firstHeading = slots.find(headsSection);
  for (const section of pieces(slots, (slot) => headsSection(slot) && slot !== firstHeading)) {
    if (points(spanOf(section)) <= later) put(spanOf(section));
    else for (const piece of pieces(section, standsApart)) put(spanOf(piece));
  }
  return breaks;
}
