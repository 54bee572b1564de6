import { isoOf } from '../core/day';
import type { Stamp } from '../core/stamp';
import { NUMBER_FORMATS } from './formats';
import { arrange, type ArrangedSheet } from './layout/arrange';
import { pageBreaks, printArea } from './layout/pages';
import { placeBlock } from './layout/place';
import { referencesOf } from './layout/references';
import { FIRST_COLUMN } from './layout/widths';
import { CELLS } from './palette';
import type { Placement } from './placement';
import type { Report } from './report';

export interface LayoutOptions {
  /** The name that the workbook's sheet has or will have; formulas on other sheets use it. */
  readonly sheetName: (id: string, title: string) => string;
  readonly stamp: Stamp;
}

/** "Leadline Funnel". */
export const usualSheetName = (_id: string, title: string): string => `Leadline ${title}`;

/**
 * The order in which hosts work. Names come before the cells whose formulas use them, formats before values so that text
 * stays text, widths before the charts that are anchored to columns, and the stamp last: a run without it was broken off.
 */
const PHASES: readonly Placement['kind'][] = [
  'sheet',
  'name',
  'format',
  'cells',
  'table',
  'links',
  'note',
  'validation',
  'conditionalFormat',
  'columnWidths',
  'rowHeight',
  'chart',
  'freeze',
  'gridlines',
  'print',
  'stamp',
];

const TITLE_SIZE = 20;
/** The title and the line below it stay in view. */
const FROZEN_ROWS = 2;

const ranOn = (stamp: Stamp): string =>
  `As of ${isoOf(stamp.asOf)} · Leadline ${stamp.version} · seed ${stamp.seed}`;

function placeSheet({ sheet, widths }: ArrangedSheet, options: LayoutOptions): readonly Placement[] {
  const { id, title } = sheet;
  const line = { column: FIRST_COLUMN, rows: 1, columns: widths.length - FIRST_COLUMN };
  return [
    { kind: 'sheet', sheet: id, name: options.sheetName(id, title), tabColor: CELLS.tab },
    {
      kind: 'format',
      sheet: id,
      area: { row: 0, ...line },
      format: { bold: true, size: TITLE_SIZE, color: CELLS.title, numberFormat: NUMBER_FORMATS.text },
    },
    {
      kind: 'format',
      sheet: id,
      area: { row: 1, ...line },
      format: { color: CELLS.muted, size: 10, numberFormat: NUMBER_FORMATS.text, borderBottom: CELLS.rule },
    },
    {
      kind: 'cells',
      sheet: id,
      area: { row: 0, column: FIRST_COLUMN, rows: 2, columns: 1 },
      values: [[title], [ranOn(options.stamp)]],
    },
    { kind: 'rowHeight', sheet: id, row: 0, points: 30 },
    { kind: 'columnWidths', sheet: id, widths },
    { kind: 'freeze', sheet: id, rows: FROZEN_ROWS, columns: 0 },
    { kind: 'gridlines', sheet: id, shown: false },
  ];
}

function placePages(
  arranged: ArrangedSheet,
  placed: readonly Placement[],
  { stamp }: LayoutOptions,
): Placement {
  const heights = placed.flatMap((p) => (p.kind === 'rowHeight' ? [[p.row, p.points] as const] : []));
  const breaks = pageBreaks(arranged, new Map(heights));
  const area = printArea(arranged);
  return {
    kind: 'print',
    sheet: arranged.sheet.id,
    orientation: arranged.sheet.orientation,
    fitWidth: true,
    titleRow: 0,
    footer: `Leadline ${stamp.version} · as of ${isoOf(stamp.asOf)} · page &P of &N`,
    ...(breaks.length > 0 && { breaks }),
    ...(area && { area }),
  };
}

/**
 * Turns a report into placements: rows, columns, addresses, names, colours and sizes are all decided here, and depend on
 * the report alone. Each sheet has a title block, then its blocks under each other at column B; charts stand under
 * their table, side by side where the sheet is wide enough, so that they cover nothing and a person's own columns
 * beside a table stay free.
 */
export function layout(report: Report, options: LayoutOptions): readonly Placement[] {
  const sheets = arrange(report);
  const titles = new Map(report.sheets.map((sheet) => [sheet.id, sheet.title]));
  const references = referencesOf(sheets, (id) => options.sheetName(id, titles.get(id) ?? id));
  const placements: readonly Placement[] = [
    ...sheets.flatMap((arranged) => {
      const placed = [
        ...placeSheet(arranged, options),
        ...arranged.slots.flatMap((slot) => placeBlock(slot, { arranged, references })),
      ];
      return [...placed, placePages(arranged, placed, options)];
    }),
    {
      kind: 'stamp',
      sheets: report.sheets.map((sheet) => sheet.id),
      stamp: {
        version: options.stamp.version,
        asOf: isoOf(options.stamp.asOf),
        seed: options.stamp.seed,
        inputHash: options.stamp.inputHash,
      },
    },
  ];
  return [...placements].sort((a, b) => PHASES.indexOf(a.kind) - PHASES.indexOf(b.kind));
}
