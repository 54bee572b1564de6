import type { CellFormat, PlacedCell, Placement, PlacementOf } from '../../engine/report/placement';

/** The placements of one sheet, sorted by what the file needs together. */
export interface SheetDraft {
  readonly id: string;
  readonly name: string;
  readonly tabColor: string;
  readonly cells: ReadonlyMap<string, DraftCell>;
  readonly tables: readonly PlacementOf<'table'>[];
  readonly names: readonly PlacementOf<'name'>[];
  readonly validations: readonly PlacementOf<'validation'>[];
  readonly conditionalFormats: readonly PlacementOf<'conditionalFormat'>[];
  readonly charts: readonly PlacementOf<'chart'>[];
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly widths: readonly number[];
  readonly freeze: PlacementOf<'freeze'> | undefined;
  readonly print: PlacementOf<'print'> | undefined;
  readonly gridlines: boolean;
}

export interface DraftCell {
  readonly row: number;
  readonly column: number;
  value: PlacedCell;
  /** What all formats that cover the cell say together; the later one wins. */
  format: CellFormat | undefined;
  note: string | undefined;
  link: { readonly sheet: string; readonly cell: string } | undefined;
}

export const cellKey = (row: number, column: number): string => `${row},${column}`;

/** Sheets in the order in which they are placed. A placement on a sheet that was not placed before is a bug. */
export function draftSheets(placements: readonly Placement[]): readonly SheetDraft[] {
  const drafts = new Map<string, Writable<SheetDraft>>();
  for (const placement of placements) {
    if (placement.kind === 'stamp') continue;
    if (placement.kind === 'sheet') {
      drafts.set(placement.sheet, emptyDraft(placement));
      continue;
    }
    const draft = drafts.get(placement.sheet);
    if (!draft) throw new Error(`The placement ${placement.kind} comes before its sheet ${placement.sheet}.`);
    // The key and its player are typed as a pair in `COLLECT`; a union's member cannot show that it is the one meant.
    (COLLECT[placement.kind] as (draft: Writable<SheetDraft>, placement: Placement) => void)(
      draft,
      placement,
    );
  }
  return [...drafts.values()];
}

type Writable<T> = {
  -readonly [K in keyof T]: T[K] extends ReadonlyMap<infer A, infer B>
    ? Map<A, B>
    : T[K] extends readonly (infer E)[]
      ? E[]
      : T[K];
};

const emptyDraft = ({ sheet, name, tabColor }: PlacementOf<'sheet'>): Writable<SheetDraft> => ({
  id: sheet,
  name,
  tabColor,
  cells: new Map(),
  tables: [],
  names: [],
  validations: [],
  conditionalFormats: [],
  charts: [],
  rowHeights: new Map(),
  widths: [],
  freeze: undefined,
  print: undefined,
  gridlines: true,
});

function cellOf(draft: Writable<SheetDraft>, row: number, column: number): DraftCell {
  const key = cellKey(row, column);
  const found = draft.cells.get(key);
  if (found) return found;
  const cell: DraftCell = { row, column, value: null, format: undefined, note: undefined, link: undefined };
  draft.cells.set(key, cell);
  return cell;
}

type Collected = Exclude<Placement['kind'], 'sheet' | 'stamp'>;

const COLLECT: {
  readonly [K in Collected]: (draft: Writable<SheetDraft>, placement: PlacementOf<K>) => void;
} = {
  format: (draft, { area, format }) => {
    // Cells that share their formats share one object, which the writer then looks up once.
    const merged = new Map<CellFormat | undefined, CellFormat>();
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++) {
        const cell = cellOf(draft, row, column);
        const known = merged.get(cell.format);
        const next = known ?? { ...cell.format, ...format };
        if (!known) merged.set(cell.format, next);
        cell.format = next;
      }
  },
  cells: (draft, { area, values }) =>
    values.forEach((line, r) =>
      line.forEach((value, c) => {
        if (value !== null) cellOf(draft, area.row + r, area.column + c).value = value;
      }),
    ),
  links: (draft, { row, column, links }) =>
    links.forEach(({ text, target }, i) => {
      const cell = cellOf(draft, row + i, column);
      // A linked figure keeps its number.
      if (cell.value === null) cell.value = text;
      cell.link = target;
    }),
  note: (draft, { row, column, text }) => void (cellOf(draft, row, column).note = text),
  table: (draft, placement) => void draft.tables.push(placement),
  name: (draft, placement) => void draft.names.push(placement),
  validation: (draft, placement) => void draft.validations.push(placement),
  conditionalFormat: (draft, placement) => void draft.conditionalFormats.push(placement),
  chart: (draft, placement) => void draft.charts.push(placement),
  columnWidths: (draft, { widths }) => void (draft.widths = [...widths]),
  rowHeight: (draft, { row, points }) => void draft.rowHeights.set(row, points),
  freeze: (draft, placement) => void (draft.freeze = placement),
  gridlines: (draft, { shown }) => void (draft.gridlines = shown),
  print: (draft, placement) => void (draft.print = placement),
};
