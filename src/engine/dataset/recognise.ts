import type { Outcome } from '../core/outcome';
import type { Mapping, TableMapping } from './mapping';
import type { Cell, RawSheet } from './rawTable';
import type { RoleId } from './roles';

/** A column of a recognised table, for the Data page and `inspect`. */
export interface RecognisedColumn {
  /** Letters as Excel shows them. */
  readonly column: string;
  /** Unique within the table ("Stage#2" for a second "Stage"). */
  readonly header: string;
  /** The field it was taken for, `stageDate` or `activityCount` for wide columns, or undefined. */
  readonly field: string | undefined;
  readonly confidence: number;
  /** Up to three different values, as text a person would recognise (dates as 2023-01-31). */
  readonly examples: readonly string[];
}

/** A table found on a sheet, with the role it most likely has. */
export interface RecognisedTable {
  /** Position of its sheet in the input. */
  readonly sheetIndex: number;
  readonly mapping: TableMapping;
  /** False for a table that is offered but not read (hidden, duplicate or unlike any role). */
  readonly used: boolean;
  readonly confidence: number;
  readonly why: string;
  readonly columns: readonly RecognisedColumn[];
  /** Zero-based rows and columns of the data in the sheet, header excluded, inclusive. */
  readonly region: {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  };
  readonly rivals: readonly { readonly role: RoleId; readonly confidence: number }[];
}

export type Recognition = readonly RecognisedTable[];
export type Recognise = (sheets: readonly RawSheet[], decided: Mapping | undefined) => Outcome<Recognition>;
export type { Cell };
