import { cellAt, formatAt } from './cells';
import { serialOf } from './columnProfile';
import { normaliseHeader } from './headers';
import type { RawSheet } from './rawTable';
import { matchColumns, type Column, type ColumnMatches, type FieldMatch } from './recogniseColumns';
import type { FoundTable } from './regions';
import { ROLES, type RoleId } from './roles';
import { NOT_A_DEAL } from './synonyms';
import { isDateFormat } from './values/dates';
import { labelOf } from './values/text';
import { periodOfText } from './values/periods';
import { wordList } from './vocabulary';
import {
  activityCountColumns,
  measureColumns,
  resultColumns,
  stageDateColumns,
  type StageDate,
} from './wideColumns';

/** A found table with its columns looked at, ready to be tried as any role. */
export interface TableUnderStudy {
  readonly sheet: RawSheet;
  readonly table: FoundTable;
  readonly columns: readonly Column[];
}

/** A table read as one role. */
export interface RoleMatch {
  readonly role: RoleId;
  readonly matches: ColumnMatches;
  readonly stageDates: readonly StageDate[];
  readonly activityCounts: readonly Column[];
  readonly measures: readonly Column[];
  /** Groups of fields of which the table has none, although the role needs one of each. */
  readonly missing: readonly (readonly string[])[];
  /** Weights of the fields found, times what speaks against the role. */
  readonly score: number;
  /** Words for what besides the headers decided. */
  readonly reasons: readonly string[];
}

/** What finding a field says for a role; fields that many kinds of table have say little. */
const WEIGHTS: Readonly<Record<RoleId, Readonly<Record<string, number>>>> = {
  opportunities: {
    id: 2,
    name: 1.5,
    stage: 3,
    status: 2,
    isClosed: 1,
    isWon: 1.5,
    created: 2,
    closed: 2,
    expectedClose: 2,
    wonDate: 1.5,
    lostDate: 1.5,
    amount: 2,
    owner: 1,
    account: 1,
    probability: 1,
    forecastCategory: 1,
    snapshotDate: 2,
  },
  stageHistory: { opportunity: 2, toStage: 3, fromStage: 3, changed: 2, changedField: 2, changedBy: 1 },
  activities: {
    date: 2,
    type: 3,
    owner: 1,
    opportunity: 1.5,
    count: 1.5,
    outcome: 1,
    duration: 1.5,
    done: 1.5,
  },
  people: {
    person: 2,
    manager: 2.5,
    role: 1.5,
    team: 2,
    region: 1,
    start: 1.5,
    end: 1.5,
    base: 2.5,
    targetVariable: 2.5,
    quota: 1.5,
  },
  quotas: { person: 2, period: 2, start: 1.5, end: 1, amount: 2.5, measure: 1 },
  bookings: { id: 2, person: 1.5, date: 2, amount: 2.5, quantity: 1, paid: 2, cancelled: 1.5 },
  splits: { deal: 2, person: 1.5, share: 3 },
  attainments: { person: 2, period: 2, start: 1.5, end: 1, attainment: 3, credited: 2, measure: 1 },
  planComponents: { plan: 2, component: 3, kind: 2, bandsOf: 3, options: 2 },
  planTiers: { plan: 2, component: 3, from: 2, to: 1.5, rate: 2, how: 1.5 },
  planModifiers: { plan: 2, component: 2, modifier: 3, from: 1, value: 1 },
  results: { period: 2, start: 2, end: 1, measure: 2, value: 2.5, person: 1 },
};
const OTHER_FIELD = 0.5;
export const weightOf = (role: RoleId, field: string): number => WEIGHTS[role][field] ?? OTHER_FIELD;
const PER_STAGE_DATE = 1;
const PER_ACTIVITY_COUNT = 1.5;
const PER_MEASURE = 1.5;
/** A score of this much is an even chance; see `confidenceOf`. */
const EVEN = 2.5;

/** 0 to 1, growing with the score: 2.5 is ½, 7.5 is ¾. */
export const confidenceOf = (score: number): number => Math.round((score / (score + EVEN)) * 100) / 100;

/** Rows of a column that are looked at to see whether its values repeat. */
const REPEAT_ROWS = 20_000;

/** Several roles ask the same of a column, and going through thousands of keys is what takes the time. */
const repeatsOfColumn = new WeakMap<Column, number>();

/** The share of rows whose key an earlier row has, among the first rows; 0 without keys. */
function repeats(study: TableUnderStudy, column: Column): number {
  const known = repeatsOfColumn.get(column);
  if (known !== undefined) return known;
  const share = countRepeats(study, column);
  repeatsOfColumn.set(column, share);
  return share;
}

function countRepeats({ sheet, table }: TableUnderStudy, column: Column): number {
  const seen = new Set<string>();
  let filled = 0;
  const last = Math.min(table.region.bottom, table.region.top + REPEAT_ROWS - 1);
  for (let row = table.region.top; row <= last; row++) {
    const key = labelOf(cellAt(sheet, row, column.header.column));
    if (key === '') continue;
    filled++;
    seen.add(key);
  }
  return filled === 0 ? 0 : 1 - seen.size / filled;
}

/** Serials of a column in the sampled rows of the table, NaN where there is none. */
function serials({ sheet, table }: TableUnderStudy, column: Column, rows: number): readonly number[] {
  const of = (row: number): number => {
    const cell = cellAt(sheet, row, column.header.column);
    const format = typeof cell === 'number' ? formatAt(sheet, row, column.header.column) : '';
    return serialOf(cell, isDateFormat(format), sheet.date1904);
  };
  const { top, bottom } = table.region;
  return Array.from({ length: Math.min(rows, bottom - top + 1) }, (_, i) => of(top + i));
}

/** A "start date" that mostly lies behind the close is the start of delivery, not of the deal. */
function startsAfterClose(study: TableUnderStudy, created: Column, close: Column): boolean {
  const closes = serials(study, close, 200);
  const pairs = serials(study, created, 200)
    .map((start, i) => start - (closes[i] ?? NaN))
    .filter((days) => !Number.isNaN(days));
  return pairs.length > 0 && pairs.filter((days) => days > 0).length > pairs.length / 2;
}

/** Snapshots are taken at intervals: few different dates, never less than this many days apart. */
const SNAPSHOT_DAYS = 5;

function areSnapshotDates(study: TableUnderStudy, column: Column): boolean {
  const { profile } = column;
  if (profile.filled === 0 || profile.dates + profile.serials < profile.filled) return false;
  const dates = new Set(serials(study, column, REPEAT_ROWS).map(Math.floor));
  if (dates.size < 2 || dates.has(NaN)) return false;
  const sorted = [...dates].sort((a, b) => a - b);
  return sorted.every((date, i) => i === 0 || date - (sorted[i - 1] ?? 0) >= SNAPSHOT_DAYS);
}

/** Periods as texts, or dates of which no two are within a week. */
const arePeriods = (study: TableUnderStudy, column: Column): boolean =>
  areSnapshotDates(study, column) ||
  column.profile.labels.filter((label) => periodOfText(label) !== undefined).length >
    column.profile.filled / 2;

const NOT_DEAL_WORDS = wordList(NOT_A_DEAL);
const OWN_ID = 'id';
/** Fields of deals: a list of an id, a status and a date without any of them could be tickets or tasks. */
export const SIGNS_OF_A_DEAL = [
  'stage',
  'amount',
  'closed',
  'expectedClose',
  'probability',
  'forecastCategory',
  'isWon',
  'wonDate',
  'lostDate',
] as const;
/** Above this share of repeats a key is no longer the row's own; below, repeats are slips. */
const SLIPS = 0.05;

/**
 * What the values say for or against a role: a factor on its score, with words where it matters. `entered` says that
 * there are columns of dates by stage, `measures` how many columns are named like a result.
 */
function evidence(
  study: TableUnderStudy,
  role: RoleId,
  fields: ReadonlyMap<string, FieldMatch>,
  entered: boolean,
  measures: number,
): { readonly factor: number; readonly reasons: readonly string[] } {
  const reasons: string[] = [];
  let factor = 1;
  const say = (by: number, reason?: string): void => {
    factor *= by;
    if (reason !== undefined) reasons.push(reason);
  };
  const headers = study.columns.map((c) => normaliseHeader(c.header.written));
  const repeated = (field: string): number => {
    const match = fields.get(field);
    return match ? repeats(study, match.column) : 0;
  };
  const hasRows = study.table.region.bottom >= study.table.region.top;
  const steps = fields.get('fromStage')?.sure === true || fields.get('toStage')?.sure === true;
  switch (role) {
    case 'opportunities': {
      const share = repeated(fields.has('id') ? 'id' : 'name');
      if (fields.has('snapshotDate')) {
        if (share > SLIPS) say(1, 'the same deals on several dates');
      } else if (share > SLIPS)
        say(Math.max(0.4, 1 - (share - SLIPS) * 1.5), 'some ids stand on several rows');
      const isDeal =
        SIGNS_OF_A_DEAL.some((f) => fields.has(f)) ||
        ['id', 'name'].some((f) => fields.get(f)?.sure === true);
      if (!isDeal && !entered) say(0.3, 'nothing says that these are deals');
      // A row with an id of its own beside the deal's belongs to a deal, it is none.
      const id = fields.get('id')?.column.header.written;
      if (headers.includes(OWN_ID) && id !== undefined && normaliseHeader(id) !== OWN_ID) say(0.6);
      if (headers.filter((h) => NOT_DEAL_WORDS.has(h)).length >= 2)
        say(0.5, 'it looks like contacts or orders');
      break;
    }
    case 'stageHistory': {
      const share = repeated('opportunity');
      if (share > SLIPS) say(1, 'deals stand on several rows');
      else if (!steps && hasRows) say(0.5, 'each deal stands on one row');
      if (headers.includes(OWN_ID)) say(1.3);
      break;
    }
    case 'people':
      if (repeated('person') > SLIPS) say(0.5, 'people stand on several rows');
      if (study.columns.some((c) => c.meanings.some((m) => m.field === 'account')))
        say(0.5, "it looks like customers' contacts");
      break;
    case 'quotas':
      if (repeated('person') > SLIPS) say(1, 'people stand on several rows');
      else if (hasRows) say(0.8);
      break;
    case 'activities':
      if (headers.filter((h) => NOT_DEAL_WORDS.has(h)).length >= 2) say(0.5);
      break;
    case 'results': {
      const periods = ['period', 'start', 'end'].flatMap((field) => fields.get(field)?.column ?? [])[0];
      const several = fields.has('person') || fields.has('measure');
      if (!periods || (hasRows && !arePeriods(study, periods))) say(0.4, 'no column holds periods');
      else if (!several && repeats(study, periods) > SLIPS) say(0.4, 'periods stand on several rows');
      if (!fields.has('value') && measures === 0) say(0.4, 'nothing says that these are results');
      if (study.columns.some((c) => c.meanings.some((m) => m.field === 'opportunity'))) say(0.5);
      if (headers.filter((h) => NOT_DEAL_WORDS.has(h)).length >= 2) say(0.5);
    }
  }
  return { factor, reasons };
}

/**
 * Columns and score of a table read as one role. `given` are fields that a person decided, `wide` says which wide
 * columns they decided.
 */
export function matchRole(
  study: TableUnderStudy,
  role: RoleId,
  given: ReadonlyMap<string, Column | undefined> = new Map(),
  wide: {
    readonly stageDates?: readonly StageDate[];
    readonly activityCounts?: readonly Column[];
    readonly measures?: readonly Column[];
  } = {},
): RoleMatch {
  const entered =
    role === 'opportunities' ? (wide.stageDates ?? stageDateColumns(study.columns, new Set())) : [];
  const decidedWide = new Set([
    ...entered.map((s) => s.column),
    ...(wide.activityCounts ?? []),
    ...(wide.measures ?? []),
  ]);
  const free = study.columns.filter((c) => !decidedWide.has(c));
  let matches = matchColumns(role, free, given);
  if (role === 'opportunities') matches = withoutLateStart(study, matches, given);
  if (role === 'opportunities') matches = withSnapshots(study, matches, given);
  const mapped = new Set([...matches.fields.values()].map((m) => m.column));
  const left = free.filter((c) => !mapped.has(c));
  const stage = matches.fields.get('stage');
  const stageDates =
    role === 'opportunities' && entered.length === 0 && wide.stageDates === undefined
      ? stageDateColumns(left, new Set(stage?.column.profile.labels.filter(Boolean)))
      : entered;
  const activityCounts =
    role !== 'activities' || matches.fields.has('type')
      ? []
      : (wide.activityCounts ?? activityCountColumns(left));
  const besideCounts = role === 'activities' && activityCounts.length > 0;
  const measures =
    role === 'results' && !matches.fields.has('value')
      ? (wide.measures ?? measureColumns(left))
      : besideCounts
        ? (wide.measures ?? resultColumns(left))
        : [];
  const has = (field: string): boolean =>
    matches.fields.has(field) ||
    (stageDates.length > 0 && (field === 'created' || field === 'stage')) ||
    (activityCounts.length > 0 && field === 'type') ||
    (measures.length > 0 && field === 'value');
  const named = role === 'results' ? resultColumns(measures).length : 0;
  const missing = ROLES[role].required.filter((group) => !group.some(has));
  const found = [...matches.fields].reduce(
    (sum, [field, match]) => sum + weightOf(role, field) * match.confidence,
    stageDates.length * PER_STAGE_DATE + activityCounts.length * PER_ACTIVITY_COUNT + named * PER_MEASURE,
  );
  const { factor, reasons } = evidence(study, role, matches.fields, stageDates.length > 0, named);
  return { role, matches, stageDates, activityCounts, measures, missing, score: found * factor, reasons };
}

function withoutLateStart(
  study: TableUnderStudy,
  matches: ColumnMatches,
  given: ReadonlyMap<string, unknown>,
): ColumnMatches {
  const created = matches.fields.get('created');
  const close = matches.fields.get('closed') ?? matches.fields.get('expectedClose');
  if (!created || created.sure || !close || given.has('created')) return matches;
  if (!startsAfterClose(study, created.column, close.column)) return matches;
  const fields = new Map(matches.fields);
  fields.delete('created');
  return { ...matches, fields };
}

/** A column "Date" at whose few dates the same deals are listed again holds the dates of snapshots. */
function withSnapshots(
  study: TableUnderStudy,
  matches: ColumnMatches,
  given: ReadonlyMap<string, unknown>,
): ColumnMatches {
  const key = matches.fields.get('id') ?? matches.fields.get('name');
  if (!key || matches.fields.has('snapshotDate') || given.has('snapshotDate')) return matches;
  if (!matches.fields.has('stage') && !matches.fields.has('status')) return matches;
  const mapped = new Set([...matches.fields.values()].map((m) => m.column));
  const dates = study.columns.find(
    (c) => !mapped.has(c) && PLAIN_DATES.has(normaliseHeader(c.header.written)) && areSnapshotDates(study, c),
  );
  if (!dates || repeats(study, key.column) <= SLIPS) return matches;
  const fields = new Map(matches.fields).set('snapshotDate', { column: dates, confidence: 0.8, sure: true });
  return { ...matches, fields };
}

const PLAIN_DATES = wordList(
  'date | month | week | period | datum | monat | fecha | mes | data | mois | maand',
);
