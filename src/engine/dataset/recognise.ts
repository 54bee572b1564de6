import { issue, type Issue, type Place } from '../core/issue';
import { isBlocked, type Outcome } from '../core/outcome';
import { chooseTables, type RoleCandidate } from './chooseTables';
import { profileOf, sampleRows } from './columnProfile';
import { decidedColumns, decidedTable, headersIn, isSheetOf } from './decidedTables';
import type { DecidedTable, Mapping, TableMapping } from './mapping';
import { columnLetters, type Cell, type RawSheet } from './rawTable';
import {
  confidenceOf,
  matchRole,
  SIGNS_OF_A_DEAL,
  weightOf,
  type RoleMatch,
  type TableUnderStudy,
} from './recogniseRole';
import { findTables, type FoundTable, type TableHeader } from './regions';
import { labelOfField, ROLE_IDS, ROLES, type RoleId } from './roles';
import { meaningsOf } from './vocabulary';
import { stageEntered } from './wideColumns';

/** A column of a recognised table, for the Data page and `inspect`. */
export interface RecognisedColumn {
  /** Letters as Excel shows them. */
  readonly column: string;
  /** Unique within the table ("Stage#2" for a second "Stage"). */
  readonly header: string;
  /** The field it was taken for, `stageDate`, `activityCount` or `wideMeasure` for wide columns, or undefined. */
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

/** A table needs this much confidence to be read for a role without being asked. */
const LEAST_CONFIDENCE = 0.5;
/** A table that lacks something must look the more like a role otherwise: many kinds of table have a type and an owner. */
const NEAR_CONFIDENCE = 0.65;
/** Two roles whose scores are this close could both be meant. */
const TOO_CLOSE = 1.1;
/** On sheets wider than this, only columns whose header means something are looked at. */
const WIDE_SHEET = 1000;
/** Roles on whose table the funnel rests: in doubt a person is asked. */
const ASKED: ReadonlySet<RoleId> = new Set(['opportunities', 'stageHistory']);
/** Roles of which one is enough to analyse something: pay can be worked out from orders, or from attainments, alone. */
const SUFFICE: ReadonlySet<RoleId | undefined> = new Set([
  'opportunities',
  'bookings',
  'attainments',
  'results',
]);

interface Studied {
  readonly sheetIndex: number;
  /** "Deals, row 1", with the file where another one has a sheet of that name. */
  readonly name: string;
  readonly study: TableUnderStudy;
  readonly decided: DecidedTable | undefined;
  /** By descending score, decided role first and alone. */
  readonly matches: readonly RoleMatch[];
  readonly role: RoleId | undefined;
}

/**
 * Finds the tables on the sheets, what each of them is and what its columns hold, and chooses which are read. What a
 * person decided wins over everything. All tables found are returned, blocked or not, so that they can be shown and
 * decided; nothing of it may be read when an issue blocks. In doubt it asks:
 *
 * - two tables about as good for opportunities or stage history (unless one repeats the other, or they have the same
 *   headers and other rows), a table that could be either, opportunities only on hidden sheets: `roleAmbiguous`;
 * - two columns of different values that suit a required field equally: `columnAmbiguous`;
 * - no table with all that opportunities need: `roleMissing`. Opportunities without a created date are taken when there
 *   is a stage history, whose first entry stands in.
 */
export const recognise: Recognise = (sheets, decided) => {
  const issues: Issue[] = [];
  const studied = study(sheets, decided?.tables ?? [], issues);
  if (studied.length === 0) {
    issues.push(noTables(sheets));
    return { value: [], issues };
  }
  const used = choose(studied, issues);
  for (const table of studied) if (used.has(table)) issues.push(...columnIssues(table));
  issues.push(...nearlyUseful(studied, used));
  for (const sheet of new Set([...used].map((table) => table.study.sheet)))
    if (sheet.filteredRows > 0)
      issues.push(
        issue(
          'filteredRows',
          'note',
          { rows: sheet.filteredRows },
          { source: sheet.source, sheet: sheet.sheet },
        ),
      );
  return { value: studied.map((table) => described(table, used.has(table))), issues };
};

function noTables(sheets: readonly RawSheet[]): Issue {
  const looked = sheets.filter((sheet) => !sheet.owned);
  const sources = (of: readonly RawSheet[]): readonly string[] => [...new Set(of.map((s) => s.source))];
  return sheets.length > 0 && looked.length === 0
    ? issue('onlyOwnSheets', 'blocking', { sources: sources(sheets) })
    : issue('noTables', 'blocking', { sheets: looked.length, sources: sources(looked) });
}

function study(
  sheets: readonly RawSheet[],
  decided: readonly DecidedTable[],
  issues: Issue[],
): readonly Studied[] {
  for (const d of decided)
    if (!sheets.some((sheet) => isSheetOf(d, sheet)))
      issues.push(issue('mappingUnknownSheet', 'blocking', { sheet: d.sheet }));
  return sheets.flatMap((sheet, sheetIndex) => {
    const here = decided.filter((d) => isSheetOf(d, sheet));
    if (sheet.owned && here.length === 0) return [];
    const place = { source: sheet.source, sheet: sheet.sheet };
    if (sheet.columnCount > WIDE_SHEET)
      issues.push(issue('sheetTooWide', 'note', { columns: sheet.columnCount }, place));
    const found = findTables(sheet);
    const tables: { readonly table: FoundTable; readonly decided?: DecidedTable }[] = [];
    // Of two decisions on one table the later counts.
    for (const d of [...here].reverse()) {
      const table = decidedTable(d, sheet, found);
      if (!table) issues.push(issue('mappingUnknownSheet', 'blocking', { sheet: d.sheet }, place));
      else if (!tables.some((t) => cross(t.table, table))) tables.unshift({ table, decided: d });
    }
    for (const table of found) if (!tables.some((t) => cross(t.table, table))) tables.push({ table });
    const alone = sheets.every((other) => other === sheet || other.sheet !== sheet.sheet);
    const name = alone ? sheet.sheet : `${sheet.sheet} of ${sheet.source}`;
    return tables.map(({ table, decided: d }) => ({
      sheetIndex,
      name: `${name}, row ${table.headerRow + 1}`,
      decided: d,
      ...studyTable(sheet, table, d, issues),
    }));
  });
}

/** True for tables that have cells in common, header included. */
const cross = (a: FoundTable, b: FoundTable): boolean =>
  a.region.left <= b.region.right &&
  b.region.left <= a.region.right &&
  a.headerRow <= b.region.bottom &&
  b.headerRow <= a.region.bottom;

function studyTable(
  sheet: RawSheet,
  table: FoundTable,
  decided: DecidedTable | undefined,
  issues: Issue[],
): Pick<Studied, 'study' | 'matches' | 'role'> {
  const rows = sampleRows(table);
  const named = decided ? headersIn(decided) : new Set<string>();
  const matters = ({ text, written }: TableHeader): boolean =>
    named.has(text) || meaningsOf(written).length > 0 || stageEntered(written) !== undefined;
  const headers = table.headers.length > WIDE_SHEET ? table.headers.filter(matters) : table.headers;
  const columns = headers.map((header) => ({
    header,
    meanings: meaningsOf(header.written),
    profile: profileOf(sheet, header.column, rows),
  }));
  const under: TableUnderStudy = { sheet, table, columns };
  const roleOf = (role: RoleId): RoleMatch => {
    if (!decided) return matchRole(under, role);
    const given = decidedColumns(decided, role, columns, placeOf(under));
    if (role === decided.role) issues.push(...given.issues);
    return matchRole(under, role, given.fields, given);
  };
  if (decided?.role === 'ignored') return { study: under, matches: [], role: undefined };
  if (decided?.role) return { study: under, matches: [roleOf(decided.role)], role: decided.role };
  const matches = ROLE_IDS.map(roleOf).sort((a, b) => b.score - a.score);
  const best = matches.find((m) => isPossible(m) && confidenceOf(m.score) >= LEAST_CONFIDENCE);
  if (decided && best) issues.push(...decidedColumns(decided, best.role, columns, placeOf(under)).issues);
  return { study: under, matches, role: best?.role };
}

const placeOf = ({ sheet, table }: TableUnderStudy): Place => ({
  source: sheet.source,
  sheet: sheet.sheet,
  row: table.headerRow + 1,
});

/** Opportunities may lack their created date, which a stage history can tell. */
const isPossible = (match: RoleMatch): boolean =>
  match.missing.every((group) => match.role === 'opportunities' && group.includes('created'));

const matchOf = (table: Studied): RoleMatch | undefined => table.matches.find((m) => m.role === table.role);

function choose(studied: readonly Studied[], issues: Issue[]): ReadonlySet<Studied> {
  const used = new Set<Studied>();
  for (const role of ROLE_IDS) {
    const tableOf = new Map<RoleCandidate, Studied>();
    for (const table of withRows(role, studied, issues)) {
      const match = matchOf(table);
      if (match) tableOf.set({ study: table.study, match, decided: table.decided?.role === role }, table);
    }
    const choice = chooseTables([...tableOf.keys()]);
    const names = (candidates: readonly RoleCandidate[]): readonly string[] =>
      candidates.flatMap((c) => tableOf.get(c)?.name ?? []);
    for (const { candidate, reason } of choice.notUsed)
      issues.push(
        issue(
          'tableNotUsed',
          'note',
          { role: ROLES[role].title, reason, lacks: [] },
          placeOf(candidate.study),
        ),
      );
    const hidden = choice.notUsed.filter((n) => n.reason === 'hidden').map((n) => n.candidate);
    if (choice.used.length === 0 && hidden.length > 0 && role === 'opportunities')
      issues.push(issue('roleAmbiguous', 'blocking', { role: ROLES[role].title, choices: names(hidden) }));
    if (choice.rivals.length > 0) {
      const choices = names([...choice.used.slice(0, 1), ...choice.rivals]);
      const severity = ASKED.has(role) ? 'blocking' : 'warning';
      issues.push(issue('roleAmbiguous', severity, { role: ROLES[role].title, choices }));
      if (ASKED.has(role)) continue;
    }
    for (const candidate of choice.used) {
      const table = tableOf.get(candidate);
      if (table) used.add(table);
    }
  }
  for (const table of used) askWhenTwoRoles(table, issues);
  needs(studied, used, issues);
  return used;
}

const isEmpty = ({ study: { table } }: Studied): boolean => table.region.bottom < table.region.top;

/** Tables without a row are said and left out; without any other opportunities there is nothing to analyse. */
function withRows(role: RoleId, studied: readonly Studied[], issues: Issue[]): readonly Studied[] {
  const tables = studied.filter((t) => t.role === role);
  const filled = tables.filter((t) => !isEmpty(t));
  const severity = role === 'opportunities' && filled.length === 0 ? 'blocking' : 'note';
  for (const table of tables.filter(isEmpty))
    issues.push(issue('headersOnly', severity, { role: ROLES[role].title }, placeOf(table.study)));
  return filled;
}

/** A table that could as well have another role: asked where the funnel rests on it, said elsewhere. */
function askWhenTwoRoles(table: Studied, issues: Issue[]): void {
  const best = matchOf(table);
  if (!best || table.decided?.role) return;
  const close = table.matches.filter(
    (m) =>
      m !== best &&
      m.missing.length === 0 &&
      best.score < TOO_CLOSE * m.score &&
      // Counts with results beside them say the same, whichever of the two they are read as.
      (best.measures.length === 0 || m.measures.length === 0),
  );
  if (close.length === 0) return;
  const roles = [best, ...close].map((m) => m.role);
  const severity = roles.some((r) => ASKED.has(r)) ? 'blocking' : 'warning';
  const choices = roles.map((r) => ROLES[r].title);
  issues.push(issue('roleAmbiguous', severity, { role: table.name, choices }, placeOf(table.study)));
}

/** What a used table must have and lacks, and whether there are opportunities at all. */
function needs(studied: readonly Studied[], used: Set<Studied>, issues: Issue[]): void {
  const hasHistory = [...used].some((t) => t.role === 'stageHistory');
  for (const table of [...used]) {
    const match = matchOf(table);
    if (!match || match.missing.length === 0 || (hasHistory && isPossible(match))) continue;
    issues.push(roleMissing(match, table));
    used.delete(table);
  }
  // What blocks already says more than that opportunities are missing.
  const suffices = (t: Studied): boolean => SUFFICE.has(t.role) || (matchOf(t)?.measures.length ?? 0) > 0;
  if (isBlocked(issues) || [...used].some(suffices)) return;
  const nearest = studied
    .flatMap((table) => {
      const match = table.matches.find((m) => m.role === 'opportunities');
      return match && !table.study.sheet.hidden ? [{ table, match }] : [];
    })
    .sort((a, b) => b.match.score - a.match.score)[0];
  issues.push(roleMissing(nearest?.match, nearest?.table));
}

/**
 * Visible tables of no role that have but for one thing all that a role needs of which no table is read. What
 * opportunities lack, `roleMissing` says.
 */
function nearlyUseful(studied: readonly Studied[], used: ReadonlySet<Studied>): readonly Issue[] {
  const read = new Set<RoleId | undefined>(['opportunities', ...[...used].map((table) => table.role)]);
  return studied.flatMap((table) => {
    if (table.role !== undefined || table.decided || table.study.sheet.hidden || isEmpty(table)) return [];
    const near = table.matches.find(
      (m) =>
        !read.has(m.role) &&
        m.missing.length === 1 &&
        m.matches.fields.size >= 2 &&
        [...m.matches.fields.values()].some((field) => field.sure) &&
        confidenceOf(m.score) >= NEAR_CONFIDENCE,
    );
    if (!near) return [];
    const { title } = ROLES[near.role];
    const facts = { role: title, reason: 'lacksColumns', lacks: labelsOf(near.role, near.missing) } as const;
    return [issue('tableNotUsed', 'note', facts, placeOf(table.study))];
  });
}

/** Groups of fields, of which one each is needed, as a person reads them: "Created date or Snapshot date". */
const labelsOf = (role: RoleId, groups: RoleMatch['missing']): readonly string[] =>
  groups.map((group) =>
    group
      .slice(0, 2)
      .map((field) => labelOfField(role, field))
      .join(' or '),
  );

const SEEN_HEADERS = 12;

function roleMissing(match: RoleMatch | undefined, table: Studied | undefined): Issue {
  const role = match?.role ?? 'opportunities';
  // A table may have all that is required and yet look like something else, such as tickets.
  const groups =
    match && match.missing.length === 0 ? [SIGNS_OF_A_DEAL] : (match?.missing ?? ROLES[role].required);
  const missing = labelsOf(role, groups);
  const headers = table?.study.columns.map((c) => c.header.text) ?? [];
  const more = headers.length > SEEN_HEADERS ? ', …' : '';
  const seen = table ? `${table.name}: ${headers.slice(0, SEEN_HEADERS).join(', ')}${more}` : '';
  return issue(
    'roleMissing',
    'blocking',
    { role: ROLES[role].title, missing, seen },
    table && placeOf(table.study),
  );
}

function columnIssues(table: Studied): readonly Issue[] {
  const match = matchOf(table);
  if (!match) return [];
  const required = new Set(ROLES[match.role].required.flat());
  const place = placeOf(table.study);
  return [
    ...table.study.table.issues,
    ...match.matches.ambiguous.map(({ field, headers }) =>
      issue(
        'columnAmbiguous',
        required.has(field) ? 'blocking' : 'warning',
        { field: labelOfField(match.role, field), choices: headers },
        place,
      ),
    ),
    ...match.matches.unfit.map(({ field, header }) =>
      issue('columnUnmapped', 'note', { field: labelOfField(match.role, field), header }, place),
    ),
  ];
}

const WHY_HEADERS = 6;
const hundredths = (share: number): number => Math.round(share * 100) / 100;

function described(table: Studied, used: boolean): RecognisedTable {
  const { study: under, decided } = table;
  const match = matchOf(table);
  const fieldOf = new Map<TableHeader, { field: string; confidence: number }>();
  for (const [field, m] of match?.matches.fields ?? [])
    fieldOf.set(m.column.header, { field, confidence: m.confidence });
  const wideConfidence = decided ? 1 : 0.9;
  for (const { column } of match?.stageDates ?? [])
    fieldOf.set(column.header, { field: 'stageDate', confidence: wideConfidence });
  for (const column of match?.activityCounts ?? [])
    fieldOf.set(column.header, { field: 'activityCount', confidence: wideConfidence });
  for (const column of match?.measures ?? [])
    fieldOf.set(column.header, { field: 'wideMeasure', confidence: wideConfidence });
  const mapping: TableMapping = {
    source: under.sheet.source,
    sheet: under.sheet.sheet,
    headerRow: under.table.headerRow + 1,
    role: table.role ?? 'ignored',
    // In the order of the role's fields, so that equal sheets give equal bytes whatever the order of their columns.
    columns: Object.fromEntries(
      (match ? ROLES[match.role].fields : []).flatMap(({ id }) => {
        const header = match?.matches.fields.get(id)?.column.header.text;
        return header === undefined ? [] : [[id, header]];
      }),
    ),
    stageDates: (match?.stageDates ?? []).map((s) => ({ stage: s.stage, header: s.column.header.text })),
    activityCounts: (match?.activityCounts ?? []).map(({ header }) => ({
      type: header.written,
      header: header.text,
    })),
    measures: (match?.measures ?? []).map(({ header }) => ({ measure: header.written, header: header.text })),
    dateOrders: decided?.dateOrders ?? {},
  };
  const nearest = table.matches[0];
  return {
    sheetIndex: table.sheetIndex,
    mapping,
    used,
    confidence: decided?.role
      ? 1
      : hundredths(match ? confidenceOf(match.score) : 1 - confidenceOf(nearest?.score ?? 0)),
    why: whyOf(table, match),
    columns: under.columns.map(({ header, profile }) => ({
      column: columnLetters(header.column),
      header: header.text,
      field: fieldOf.get(header)?.field,
      confidence: hundredths(fieldOf.get(header)?.confidence ?? 0),
      examples: profile.examples,
    })),
    region: under.table.region,
    rivals: table.matches
      .filter((m) => m !== match && m.missing.length === 0)
      .map((m) => ({ role: m.role, confidence: confidenceOf(m.score) })),
  };
}

function whyOf(table: Studied, match: RoleMatch | undefined): string {
  if (table.decided?.role === 'ignored') return 'set aside by you';
  if (table.decided?.role) return 'as you decided';
  if (!match)
    return 'its headers are not those of deals, stage changes, activities, people, quotas or results';
  const named = [...match.matches.fields]
    .map(([field, m]) => ({ header: m.column.header.text, says: weightOf(match.role, field) * m.confidence }))
    .sort((a, b) => b.says - a.says)
    .slice(0, WHY_HEADERS)
    .map((n) => n.header);
  const wide = [
    ...(match.stageDates.length > 0 ? [`${match.stageDates.length} columns of dates by stage`] : []),
    ...(match.activityCounts.length > 0 ? [`${match.activityCounts.length} columns of activity counts`] : []),
    ...(match.measures.length > 0 ? [`${match.measures.length} columns of results`] : []),
  ];
  return [`headers ${named.join(', ')}`, ...wide, ...match.reasons].join('; ');
}
