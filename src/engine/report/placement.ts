import type { ChartKind } from './report';

/**
 * What a host does, decided beforehand: every row, column, address, name and colour stands here. Rows and columns are
 * zero-based. `sheet` is a report sheet's id; a host resolves it to the sheet that it made (or takes a free name).
 */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Text is always text, never a formula, whatever it begins with. A formula stands without its leading "=". */
export type PlacedCell =
  string | number | null | { readonly formula: string; readonly value: number | string | null };

export interface PlacedLink {
  readonly text: string;
  readonly target: { readonly sheet: string; readonly cell: string };
}

export interface CellFormat {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  /** "#1F2937". */
  readonly color?: string;
  readonly fill?: string;
  readonly wrap?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  /** Steps of about a character at the left of a text. */
  readonly indent?: number;
  readonly verticalAlign?: 'top' | 'center';
  readonly borderBottom?: string;
}

export type Placement =
  | { readonly kind: 'sheet'; readonly sheet: string; readonly name: string; readonly tabColor: string }
  /** Before values, so that text stays text. */
  | { readonly kind: 'format'; readonly sheet: string; readonly area: Area; readonly format: CellFormat }
  | {
      readonly kind: 'cells';
      readonly sheet: string;
      readonly area: Area;
      readonly values: readonly (readonly PlacedCell[])[];
    }
  /** `key` is the zero-based column within the table that names its rows. */
  | {
      readonly kind: 'table';
      readonly sheet: string;
      readonly name: string;
      /** Header row included. */
      readonly area: Area;
      readonly headers: readonly string[];
      readonly key: number;
      readonly style: string;
    }
  /** A defined name of the workbook for one cell. */
  | {
      readonly kind: 'name';
      readonly sheet: string;
      readonly name: string;
      readonly row: number;
      readonly column: number;
    }
  | {
      readonly kind: 'validation';
      readonly sheet: string;
      readonly area: Area;
      readonly rule:
        | { readonly kind: 'between'; readonly min: number; readonly max: number; readonly whole: boolean }
        | { readonly kind: 'oneOf'; readonly choices: readonly string[] };
      readonly title: string;
      readonly message: string;
    }
  | {
      readonly kind: 'conditionalFormat';
      readonly sheet: string;
      readonly area: Area;
      readonly rule:
        | { readonly kind: 'dataBar'; readonly color: string }
        | {
            readonly kind: 'colorScale';
            readonly low: string;
            readonly middle: string;
            readonly high: string;
            /** The colours stand at −reach, 0 and reach; absent: at the least, the median and the greatest value. */
            readonly reach?: number;
          }
        /** A formula relative to the area's first cell, without "=". */
        | {
            readonly kind: 'formula';
            readonly formula: string;
            readonly color?: string;
            readonly fill?: string;
            readonly italic?: boolean;
          };
    }
  | {
      readonly kind: 'chart';
      readonly sheet: string;
      readonly name: string;
      /** Bars lie from the top down: the first category is the uppermost. */
      readonly type: ChartKind;
      readonly title: string;
      readonly alt: string;
      readonly anchor: Area;
      /** Body cells, same sheet as the chart. */
      readonly categories: Area;
      readonly series: readonly {
        readonly name: string;
        readonly values: Area;
        readonly color: string;
        readonly invisible: boolean;
        /** Bars are outlines without a fill. */
        readonly hollow?: true;
      }[];
      readonly xTitle?: string;
      readonly yTitle?: string;
      readonly yNumberFormat?: string;
      /** Where the value axis begins; absent: the program chooses. */
      readonly yMin?: number;
    }
  /** A note (comment) on one cell: how a number was computed. */
  | {
      readonly kind: 'note';
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly text: string;
    }
  /** One below the other, from `row` down. `target.sheet` is a sheet id of the report or a user's sheet name. */
  | {
      readonly kind: 'links';
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly links: readonly PlacedLink[];
    }
  /** Characters of the default font. */
  | { readonly kind: 'columnWidths'; readonly sheet: string; readonly widths: readonly number[] }
  | { readonly kind: 'rowHeight'; readonly sheet: string; readonly row: number; readonly points: number }
  | { readonly kind: 'freeze'; readonly sheet: string; readonly rows: number; readonly columns: number }
  | { readonly kind: 'gridlines'; readonly sheet: string; readonly shown: boolean }
  | {
      readonly kind: 'print';
      readonly sheet: string;
      readonly orientation: 'portrait' | 'landscape';
      readonly fitWidth: boolean;
      readonly titleRow: number | null;
      readonly footer: string;
      /** Rows with which a new page begins; pages are as long as they may be otherwise. */
      readonly breaks?: readonly number[];
      /** What is printed; absent: everything. */
      readonly area?: Area;
    }
  /** Always last: a run without it was broken off. */
  | {
      readonly kind: 'stamp';
      readonly sheets: readonly string[];
      readonly stamp: Readonly<Record<string, string | number>>;
    };

export type PlacementOf<K extends Placement['kind']> = Extract<Placement, { kind: K }>;
