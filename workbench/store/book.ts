import type { Layers } from './layers';
import type { Rect } from './rect';

/** A cell with a formula keeps the value last calculated; blank until then. */
export interface FormulaCell {
  readonly formula: string;
  readonly value: string | number | boolean | null;
}
export type StoredCell = string | number | boolean | null | FormulaCell;
export const isFormula = (cell: StoredCell | undefined): cell is FormulaCell =>
  typeof cell === 'object' && cell !== null;

export interface StoredTable {
  readonly id: string;
  name: string;
  area: Rect;
  style: string;
  showTotals: boolean;
  /** A criterion stands on a column: some of the rows are hidden. */
  filtered: boolean;
  showFilterButton: boolean;
}

export interface StoredSeries {
  name: string;
  values: { sheet: string; area: Rect } | null;
  categories: { sheet: string; area: Rect } | null;
  /** Formatting by its path, "Format/Fill/Color". */
  readonly look: Map<string, unknown>;
}

export interface StoredChart {
  readonly id: string;
  name: string;
  type: string;
  readonly series: StoredSeries[];
  anchor: { start: Rect; end: Rect } | null;
  readonly look: Map<string, unknown>;
}

export interface StoredSheet {
  readonly id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  tabColor: string;
  /** Sparse: an absent row or cell is blank. */
  readonly rows: (StoredCell[] | undefined)[];
  /** Where formulas stand, by `cellKey`. */
  readonly formulas: Set<number>;
  /** Cells written since formulas were last computed, by `cellKey`; null while nobody listens. */
  changed: Set<number> | null;
  readonly numberFormats: Layers<string>;
  /** Formatting by its path, "Fill/Color". */
  readonly look: Map<string, Layers<unknown>>;
  readonly validations: Layers<Readonly<Record<string, unknown>> | null>;
  readonly links: Layers<Readonly<Record<string, unknown>> | null>;
  conditionalFormats: {
    readonly id: string;
    area: Rect;
    readonly type: string;
    readonly look: Map<string, unknown>;
  }[];
  comments: { readonly id: string; area: Rect; content: string }[];
  readonly tables: StoredTable[];
  readonly charts: StoredChart[];
  readonly customProperties: Map<string, string>;
  /** Rows that a filter or a person hides, zero-based. */
  hiddenRows: Set<number>;
  filtered: boolean;
  protected: boolean;
  frozen: Rect | null;
  readonly columnWidths: Map<number, number>;
  readonly rowHeights: Map<number, number>;
  gridlines: boolean;
  readonly page: Map<string, unknown>;
}

export interface StoredName {
  readonly name: string;
  formula: string;
  comment: string;
  visible: boolean;
}

export interface Book {
  name: string;
  readonly date1904: boolean;
  /** The .xlsx that it was opened from; saving keeps what was not changed. */
  readonly file: Uint8Array | null;
  readonly sheets: StoredSheet[];
  readonly names: Map<string, StoredName>;
  /** Values as JSON, as the file keeps them. */
  readonly settings: Map<string, string>;
  structureProtected: boolean;
  active: StoredSheet;
  selection: { sheet: StoredSheet; area: Rect };
  enableEvents: boolean;
  /** Kinds of events that the add-in has registered for. */
  readonly listening: Set<'changed'>;
  calculationMode: string;
  /** Ids given out so far. */
  issued: number;
}

export const newId = (book: Book): string =>
  `{00000000-0000-4000-8000-${String(++book.issued).padStart(12, '0')}}`;
