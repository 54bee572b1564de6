/**
 * The vocabulary in which findings become sheets. A report says what stands where in terms of blocks, columns and
 * symbolic references; `layout.ts` decides rows, columns and addresses; hosts play the result without deciding anything.
 */

/**
 * How a number is shown. `days1` has one decimal; `percent1` likewise, `percent2` two; `pValue` three, and "< 0.001" below that; `money` and `cents` take cents and
 * are written in units, `cents` with both decimals.
 */
export type Format =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'percent'
  | 'percent1'
  | 'percent2'
  | 'pValue'
  /** A simulated share of futures: none of them is no certainty. */
  | 'chance'
  | 'days'
  | 'days1'
  | 'money'
  | 'cents'
  | 'date'
  | 'general';

/** A symbolic reference inside a formula. */
export type Ref =
  /** The input cell of an assumption, by assumption id. */
  | { readonly ref: 'input'; readonly id: string }
  /** The cell of another column in the same row, a row of totals included. */
  | { readonly ref: 'thisRow'; readonly column: string }
  /** One cell: row index from 0 (negative counts from the end), in this or another table of the report. */
  | { readonly ref: 'cell'; readonly table: string; readonly column: string; readonly row: number }
  /** Some body cells of a column, rows from 0, both included. */
  | {
      readonly ref: 'rows';
      readonly table: string;
      readonly column: string;
      readonly from: number;
      readonly to: number;
    }
  /** All body cells of a column. */
  | { readonly ref: 'column'; readonly table: string; readonly column: string };

/** A live formula: text and references alternating, without the leading "="; and the value the engine computed. */
export interface Live {
  readonly parts: readonly (string | Ref)[];
  /** null is shown as blank; the formula must then give "". */
  readonly value: number | string | null;
}

/**
 * A link to a place in the workbook; shown as its text. With a `source`, a place in the user's data: a link only where the
 * sheets go into that workbook, else its text (`compose.ts` decides).
 */
export interface Link {
  readonly link: { readonly source?: string; readonly sheet: string; readonly cell: string };
  readonly text: string;
}

/** A number in a format of its own, in a column that holds shares and amounts alike. */
export interface Shown {
  readonly as: Format;
  readonly value: number;
}

/** `money` and `cents` contents are cents; layout writes units. */
export type CellContent = string | number | null | Live | Link | Shown;

export interface Column {
  readonly id: string;
  readonly header: string;
  readonly format: Format;
  /** In characters; layout has a default per format. */
  readonly width?: number;
  /** How the number was computed: becomes the note on the header. */
  readonly note?: string;
  readonly wrap?: boolean;
  /** For a last column: its texts may run over the empty cells to the right, which then look like part of the table. */
  readonly runsOn?: true;
}

/** A rule of conditional formatting over a column's body. */
export type ConditionalFormat =
  | { readonly rule: 'dataBar'; readonly column: string }
  | { readonly rule: 'colorScale'; readonly column: string; readonly goodHigh: boolean }
  /** One scale over neighbouring columns, white at 0 and full at −reach and reach: the same colour means the same number. */
  | { readonly rule: 'heatMap'; readonly columns: readonly string[]; readonly reach: number }
  /** Greyed text where the cell in `column` equals `value`: immature cohorts, small groups. */
  | { readonly rule: 'muteRowWhere'; readonly column: string; readonly value: string }
  | {
      readonly rule: 'flagWhere';
      readonly column: string;
      readonly value: string;
      readonly tone: 'bad' | 'warn' | 'good';
    };

export interface Table {
  readonly block: 'table';
  /** Unique in the report; the workbook's table name is `Leadline_<id>`. */
  readonly id: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly CellContent[])[];
  /** The column that names a row, so that a user's own columns beside it stay with their row on refresh. */
  readonly key: string;
  /** A row under the table and outside of it, one content per column, so that sorting and filtering leave it alone. */
  readonly totals?: readonly CellContent[];
  readonly conditionalFormats?: readonly ConditionalFormat[];
  /** Numbers that only feed charts: a terminal, which has no charts, leaves them out. */
  readonly feedsCharts?: true;
}

export type ChartKind = 'column' | 'bar' | 'stackedColumn' | 'stackedBar' | 'line' | 'scatter' | 'area';

/** `series1` … `series8` tell apart many lines of equal rank; the others say what a series means. */
export type Tone =
  | 'primary'
  | 'secondary'
  | 'good'
  | 'bad'
  | 'muted'
  | 'hollow'
  | 'invisible'
  | `series${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`;

export interface ChartSeries {
  readonly name: string;
  readonly column: string;
  /** Theme role, not a colour; `hollow` is drawn as an outline: not final; `invisible` is the spacer of a funnel. */
  readonly tone: Tone;
}

export interface Chart {
  readonly block: 'chart';
  /** Unique in the report; charts are found again by it on refresh. */
  readonly id: string;
  readonly kind: ChartKind;
  readonly title: string;
  readonly table: string;
  /** Column of the categories, or of x for a scatter. */
  readonly categories: string;
  readonly series: readonly ChartSeries[];
  readonly xTitle?: string;
  readonly yTitle?: string;
  /** How numbers along the values are shown; with a spacer and without it there are none. */
  readonly yFormat?: Format;
  /** Values lie on both sides of 0, so the axis does not begin there. */
  readonly aroundZero?: true;
  /** Alternative text: what a reader should see in it. */
  readonly alt: string;
}

/** A cell that a person may change; read back on the next run. */
export interface InputCell {
  readonly id: string;
  readonly label: string;
  readonly value: number | string;
  readonly format: Format;
  readonly unit: string;
  readonly help: string;
  readonly validation:
    | { readonly rule: 'between'; readonly min: number; readonly max: number; readonly whole: boolean }
    | { readonly rule: 'oneOf'; readonly choices: readonly string[] };
}

/** An editable table with validated columns (the stage map); read back on the next run. */
export type InputTable = Omit<Table, 'block'> & {
  readonly block: 'inputTable';
  readonly choices: Readonly<Record<string, readonly string[]>>;
};

export interface KeyFigure {
  readonly id: string;
  readonly label: string;
  readonly value: CellContent;
  readonly format: Format;
  /** "95% interval 24% to 31%, 102 of 412 decided deals". */
  readonly detail: string;
}

export type Block =
  | { readonly block: 'heading'; readonly level: 1 | 2; readonly text: string }
  | {
      readonly block: 'note';
      readonly text: string;
      readonly tone: 'plain' | 'muted' | 'warning';
      /** It speaks of what only sheets have: a terminal leaves it out. */
      readonly onSheetsOnly?: true;
    }
  | {
      readonly block: 'keyFigures';
      readonly id: string;
      readonly figures: readonly KeyFigure[];
    }
  | Table
  | Chart
  | { readonly block: 'inputs'; readonly id: string; readonly cells: readonly InputCell[] }
  | InputTable;

/** Ids of Leadline's sheets; a sheet's name is `Leadline <title>`. */
export interface ReportSheet {
  readonly id: string;
  readonly title: string;
  /** In a line, for the Summary. */
  readonly shows?: string;
  readonly blocks: readonly Block[];
  readonly orientation: 'portrait' | 'landscape';
  /** Grids that only a sheet can show: a terminal leaves it out. */
  readonly onSheetsOnly?: true;
}

export interface Report {
  readonly sheets: readonly ReportSheet[];
}

/** What an analysis contributes to the workbook. */
export interface Description {
  /** Shown on the Summary sheet and at the top of the pane's page. */
  readonly headline: readonly Block[];
  /** Sentences: what these data cannot tell. */
  readonly limits: readonly string[];
  readonly sheets: readonly ReportSheet[];
}
