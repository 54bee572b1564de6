import type { Place } from '../core/issue';
import type { StageMap, TableMapping } from './mapping';
import type { RoleId } from './roles';

/**
 * Sheets as typed columns. Row i of a role is position i of each of its columns. Dates are serials of the 1900 system
 * with the time of day as fraction (take `Math.floor` for the `Day`); a missing number or date is NaN; a missing text
 * has code −1. Money is in integer cents.
 */
export interface TextColumn {
  /** Position in `labels`, −1 where the cell is blank. Labels are in order of first appearance. */
  readonly codes: Int32Array;
  readonly labels: readonly string[];
}

/** Ids in order of the role's rows, with look-up by what another sheet writes for the same id. */
export interface KeyColumn {
  readonly count: number;
  text(row: number): string;
}

/** Where row i of a role came from. */
export interface Origin {
  /** Position in `Dataset.inputs`. */
  readonly table: Uint16Array;
  /** 1-based sheet row. */
  readonly row: Int32Array;
}

/** 0 open, 1 won, 2 lost. Derived from flags, status, stage and closing dates, in that order of trust. */
export type OutcomeCode = 0 | 1 | 2;
export const OPEN = 0;
export const WON = 1;
export const LOST = 2;

export interface Opportunities {
  readonly count: number;
  readonly origin: Origin;
  readonly ids: KeyColumn;
  readonly outcome: Uint8Array;
  /** Serial; NaN when the table has none (then the first history event stands in where there is one). */
  readonly created: Float64Array;
  /** Serial of the actual close; NaN for open deals. */
  readonly closed: Float64Array;
  readonly expectedClose: Float64Array;
  /** Snapshots only: of a deal that is missing from later lists, the day of the last list with it; NaN for the others. */
  readonly lastListed?: Float64Array;
  /** Cents; NaN when missing. */
  readonly amount: Float64Array;
  /** Current or furthest stage as written; absent when the table has no stage column. */
  readonly stage?: TextColumn;
  /** Text fields by field id: owner, account, type, product, leadSource, segment, region, pipeline, lossReason, currency … */
  readonly texts: Readonly<Record<string, TextColumn>>;
  /** Number and date fields not named above, by field id: probability, margin, contractTerm, lastActivity … */
  readonly numbers: Readonly<Record<string, Float64Array>>;
}

/**
 * Stage entries sorted by opportunity, then time: entries `start[i]` to `start[i+1]` (exclusive) are those of
 * opportunity i. At equal times an entry follows the one that entered the stage it came from; where that is not told a
 * closed stage comes last, the others in order of the rows (backwards in a table sorted newest first; wide: of the
 * columns). Rows that change no stage are folded away; entries after the as-of day are left out. Where a deal's first
 * row names the stage it came from, that stage is entered on creation (on the day of the row when creation is not
 * known), so that histories of changes alone begin where the deal began.
 */
export interface StageHistory {
  readonly shape: 'events' | 'wide' | 'snapshots';
  readonly start: Int32Array;
  /** Position in `Dataset.stages`. */
  readonly stage: Int32Array;
  readonly changed: Float64Array;
  /**
   * By opportunity: 1 where it has stage entries and none of them could be kept, because they are after the as-of day or
   * to stages not in the map: it has moved, so its current stage says nothing of its past. Absent where there is none.
   */
  readonly unplaced?: Uint8Array;
  /**
   * Snapshots only: days between the two snapshots around each change; its date is their midpoint. A deal created
   * between the two cannot have changed before: its change is dated midway between creation and the later snapshot.
   */
  readonly spacing?: Float64Array;
}

/**
 * What was written of opportunities, and when: entries `start[i]` to `start[i+1]` (exclusive) are those of opportunity
 * i, by time. A value holds from its entry until the next that has one; NaN says nothing. From snapshots, and from
 * stage histories that tell amount and close date beside each change.
 */
export interface DealRecords {
  readonly start: Int32Array;
  readonly at: Float64Array;
  /** Cents. */
  readonly amount: Float64Array;
  /** Serial. */
  readonly expectedClose: Float64Array;
}

export interface Activities {
  readonly count: number;
  readonly origin: Origin;
  readonly date: Float64Array;
  readonly type: TextColumn;
  readonly owner?: TextColumn;
  /** Row of `Opportunities`, −1 when unknown or not given. */
  readonly opportunity?: Int32Array;
  /** 1 for a long row, the number written for a count. */
  readonly quantity: Float64Array;
  /** Rows of `Opportunities` for which something is planned: an activity after the as-of day that is not said to be done. */
  readonly planned?: Int32Array;
  readonly texts: Readonly<Record<string, TextColumn>>;
  readonly numbers: Readonly<Record<string, Float64Array>>;
}

export interface People {
  readonly count: number;
  readonly origin: Origin;
  readonly person: TextColumn;
  readonly texts: Readonly<Record<string, TextColumn>>;
  /** start, end (serials), base, targetVariable, quota (cents), commission (a share of the credit). */
  readonly numbers: Readonly<Record<string, Float64Array>>;
}

export interface Quotas {
  readonly count: number;
  readonly origin: Origin;
  readonly person: TextColumn;
  /** First and last day of the period, serials. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly amount: Float64Array;
  readonly measure?: TextColumn;
}

/** Orders and bookings, each credited to a person. */
export interface Bookings {
  readonly count: number;
  readonly origin: Origin;
  readonly ids: KeyColumn;
  readonly person: TextColumn;
  readonly date: Float64Array;
  /** Cents; NaN when missing. */
  readonly amount: Float64Array;
  /** currency, account, type, product, segment, region. */
  readonly texts: Readonly<Record<string, TextColumn>>;
  /** margin, paid (cents), quantity, contractTerm, cancelled (serial). */
  readonly numbers: Readonly<Record<string, Float64Array>>;
}

/** Shares of deals, by the id that opportunities or bookings have. */
export interface Splits {
  readonly count: number;
  readonly origin: Origin;
  readonly deals: KeyColumn;
  readonly person: TextColumn;
  /** 0.6 is 60%. */
  readonly share: Float64Array;
}

/** Attainments typed by hand; of attainment and credited amount at least one is known. */
export interface Attainments {
  readonly count: number;
  readonly origin: Origin;
  readonly person: TextColumn;
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly measure?: TextColumn;
  /** 0.85 is 85%. */
  readonly attainment: Float64Array;
  /** Hundredths: cents of money, hundredths of a unit. */
  readonly credited: Float64Array;
}

/** Results of periods, kept by hand: a record for each value written. */
export interface Results {
  readonly count: number;
  readonly origin: Origin;
  /** First and last day of the period, serials. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly measure: TextColumn;
  /** As written: amounts are in units, not in cents, because nothing says that they are amounts. */
  readonly value: Float64Array;
  readonly person?: TextColumn;
}

/** What a cell of a plan sheet holds, as typed. */
export type PlanCell = string | number | boolean | null;

/** One row of a plan sheet, before it is understood. */
export interface PlanRow {
  /** What its table is called: Components, Tiers, Modifiers. */
  readonly table: string;
  /** Position among the table's rows, from 1. */
  readonly number: number;
  /** By field id of its role. */
  readonly cells: Readonly<Record<string, PlanCell>>;
  /** Where it stands, with the column of a field; absent for rows that come from no sheet. */
  readonly place?: (field?: string) => Place | undefined;
}

/** The rows of the three tables of compensation plans. */
export interface PlanRows {
  readonly components: readonly PlanRow[];
  readonly tiers: readonly PlanRow[];
  readonly modifiers: readonly PlanRow[];
}

/** One table as it was found and used: `rows` = `used` + `excluded`. */
export interface InputSummary {
  readonly source: string;
  readonly sheet: string;
  readonly role: RoleId | 'ignored';
  readonly headerRow: number;
  readonly rows: number;
  readonly used: number;
  readonly excluded: number;
  /** 0 to 1: how sure recognition is of the role; 1 when a person said so. */
  readonly confidence: number;
  readonly mapping: TableMapping;
  /** Why this role, in words a person can check: "headers Stage, Amount, Close Date". */
  readonly why: string;
}

export interface Dataset {
  readonly inputs: readonly InputSummary[];
  readonly stages: StageMap;
  readonly opportunities: Opportunities | undefined;
  readonly history: StageHistory | undefined;
  /** Absent where no table tells amounts or expected dates as they were. */
  readonly records?: DealRecords;
  readonly activities: Activities | undefined;
  readonly people: People | undefined;
  readonly quotas: Quotas | undefined;
  // Absent where no table is one of these.
  readonly results?: Results;
  // Compensation, likewise.
  readonly bookings?: Bookings;
  readonly splits?: Splits;
  readonly attainments?: Attainments;
  readonly plans?: PlanRows;
}
