import { issue, type Issue } from '../core/issue';
import { cellAt } from './cells';
import { uniqueHeaders } from './headers';
import { columnLetters, type ExcelTable, type RawSheet, type Region } from './rawTable';
import { folded, isBlank, labelOf } from './values/text';
import { fieldsNamed } from './vocabulary';

/**
 * Tables on a sheet: the Excel tables as they are, then blocks of cells under a row of headers. Only heads of blocks
 * are looked at cell by cell; of the other rows no more than it takes to see that they are not blank.
 *
 * - A header row is a run of texts that names fields of one role. On a sheet without any, the first run of texts with
 *   something under it is taken, so that a person can say what it is.
 * - Blank rows do not end a table. It ends above the next table's header, or with the last row that holds at least two
 *   cells or touches the rows above it; single cells further down are strays.
 * - Tables side by side are parted by blank columns. A column left blank inside one table does not part it when the
 *   halves name more fields together than either does alone.
 * - Rows of totals at the foot stay outside the table and are said (`totalsRow`).
 */
export interface TableHeader {
  /** Zero-based column of the sheet. */
  readonly column: number;
  /** Unique within the table. */
  readonly text: string;
  /** As the sheet has it, where another column may have the same. */
  readonly written: string;
}

export interface FoundTable {
  /** Zero-based row of the sheet. */
  readonly headerRow: number;
  readonly headers: readonly TableHeader[];
  /** The data, header excluded; `bottom < top` when there are none. */
  readonly region: Region;
  /** Rows of totals that were left outside. */
  readonly issues: readonly Issue[];
}

/** Rows at the head of a sheet, and below a gap, that may hold headers. */
const HEAD_ROWS = 40;
const ROWS_BELOW_GAP = 3;
/** Gaps that are looked below; a table with a blank row after each row has no more tables to find. */
const MOST_GAPS = 500;
/** Headers are short; a longer text is a sentence or a program. */
const LONGEST_HEADER = 120;
/** So many blank columns may lie inside a table. */
const WIDEST_GAP = 3;
const PEEK_ROWS = 30;

/** Compared with `folded` text: "Total général:" is "total general", "Totals (n=36)" is "totals n 36". */
const TOTAL =
  /^(grand |sub |report )?(totals?|subtotals?|total (general|geral|generale)|totaux|gesamt(summe|ergebnis|betrag)?|insgesamt|summe|somme|sum|suma|soma|som|totaal|eindtotaal|average|mean|median|mittelwert|moyenne|promedio|media|gemiddelde|count|anzahl)( n)?( \d+)?$/;

type Run = readonly [left: number, right: number];

/** Used columns of a row outside `taken` regions, `most` at most. */
function usedColumns(
  sheet: RawSheet,
  row: number,
  taken: readonly Region[],
  most = Infinity,
): readonly number[] {
  const cells = sheet.rows[row - sheet.top] ?? [];
  const across = taken.filter((t) => t.top <= row && row <= t.bottom);
  const used: number[] = [];
  for (let i = 0; i < cells.length && used.length < most; i++) {
    const over = across.find((t) => t.left <= i + sheet.left && i + sheet.left <= t.right);
    if (over) i = over.right - sheet.left;
    else if (!isBlank(cells[i])) used.push(i + sheet.left);
  }
  return used;
}

/** Used cells of a row within columns, counted up to `most`. */
function fill(sheet: RawSheet, row: number, left: number, right: number, most = Infinity): number {
  const cells = sheet.rows[row - sheet.top];
  if (!cells) return 0;
  let n = 0;
  const last = Math.min(right - sheet.left, cells.length - 1);
  for (let i = left - sheet.left; i <= last && n < most; i++) if (!isBlank(cells[i])) n++;
  return n;
}

/** Runs of neighbouring columns. A column without header joins a run when there are values right below it. */
function runsOf(sheet: RawSheet, row: number, columns: readonly number[]): readonly Run[] {
  const hasValues = (column: number): boolean => {
    for (let r = row + 1; r <= row + PEEK_ROWS; r++) if (!isBlank(cellAt(sheet, r, column))) return true;
    return false;
  };
  const runs: [number, number][] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    const gap = last ? column - last[1] - 1 : Infinity;
    const joined =
      gap <= WIDEST_GAP && Array.from({ length: gap }, (_, i) => column - 1 - i).every(hasValues);
    if (last && joined) last[1] = column;
    else runs.push([column, column]);
  }
  return runs;
}

/** The text of a header cell; a cell merged downwards into the header row counts for it. */
function headerText(sheet: RawSheet, row: number, column: number): string {
  const own = labelOf(cellAt(sheet, row, column));
  if (own !== '') return own.replace(/\s+/g, ' ');
  const merged = sheet.merges.find(
    (m) => m.left === column && m.right === column && m.top < row && row <= m.bottom,
  );
  return merged ? labelOf(cellAt(sheet, merged.top, column)).replace(/\s+/g, ' ') : '';
}

/** Used columns of a row, and those whose header is merged down into it. */
function headerColumns(sheet: RawSheet, row: number, taken: readonly Region[]): readonly number[] {
  const merged = sheet.merges.filter((m) => m.top < row && row <= m.bottom && m.left === m.right);
  const used = usedColumns(sheet, row, taken);
  return merged.length === 0
    ? used
    : [...new Set([...used, ...merged.map((m) => m.left)])].sort((a, b) => a - b);
}

const textsOf = (sheet: RawSheet, row: number, [left, right]: Run): readonly string[] =>
  Array.from({ length: right - left + 1 }, (_, i) => headerText(sheet, row, left + i));

const isHeaderText = (text: string): boolean =>
  text.length <= LONGEST_HEADER && !/^[-+(]?[\d.,%$€£]+\)?$/.test(text) && !/[{}<>]/.test(text);

/** True for a run whose cells are all short texts, as headers are. */
function areHeaderTexts(sheet: RawSheet, row: number, [left, right]: Run): boolean {
  for (let column = left; column <= right; column++) {
    const cell = cellAt(sheet, row, column);
    if (!isBlank(cell) && (typeof cell !== 'string' || !isHeaderText(cell.trim()))) return false;
  }
  return true;
}

/** Two headers at least, mostly different: "New | List" beside a title is a row of buttons at best. */
function areSeveral(sheet: RawSheet, row: number, run: Run): boolean {
  const texts = textsOf(sheet, row, run).filter(Boolean);
  return texts.length >= 2 && new Set(texts).size > texts.length / 2;
}

interface HeaderRun {
  readonly row: number;
  readonly run: Run;
  /** How many fields of one role its headers name. */
  readonly named: number;
  /** True when they name all that a role needs. */
  readonly complete: boolean;
  readonly size: number;
}

function rate(sheet: RawSheet, row: number, run: Run): HeaderRun {
  const texts = textsOf(sheet, row, run).filter(Boolean);
  const { fields, complete } = fieldsNamed(texts);
  return { row, run, named: fields, complete, size: texts.length };
}

/** Runs of a row as header runs; halves parted by blank columns are one table when that names more fields. */
function headerRuns(sheet: RawSheet, row: number, columns: readonly number[]): readonly HeaderRun[] {
  const rated: HeaderRun[] = [];
  for (const run of runsOf(sheet, row, columns)) {
    if (!areHeaderTexts(sheet, row, run)) continue;
    const alone = rate(sheet, row, run);
    const last = rated.at(-1);
    // Two tables that each name all that they need stand side by side.
    const joinable = last && run[0] - last.run[1] - 1 <= WIDEST_GAP && !(last.complete && alone.complete);
    const whole = joinable ? rate(sheet, row, [last.run[0], run[1]]) : undefined;
    if (whole && isKnown(whole) && whole.named > Math.max(last?.named ?? 0, alone.named))
      rated[rated.length - 1] = whole;
    else rated.push(alone);
  }
  return rated.filter(({ run }) => areSeveral(sheet, row, run));
}

/** Enough named fields to be a header row rather than a row of values: three, or two that are much of the row. */
const isKnown = ({ named, size }: HeaderRun): boolean => named >= 3 || (named >= 2 && named >= size * 0.4);

const overlap = (a: Run, b: Run): boolean => a[0] <= b[1] && b[0] <= a[1];

interface CandidateRow {
  readonly row: number;
  /** Rows of its block above it: 0 right below a gap, which is a blank row or a title alone in its row. */
  readonly sinceGap: number;
}

/** Rows that may hold headers: the head of the sheet, and those below every gap. */
function candidateRows(sheet: RawSheet, taken: readonly Region[]): readonly CandidateRow[] {
  const candidates: CandidateRow[] = [];
  let head = 0;
  let gaps = 0;
  let sinceGap = 0;
  const end = sheet.top + sheet.rows.length;
  for (let row = sheet.top; row < end; row++) {
    const used =
      taken.length > 0 ? usedColumns(sheet, row, taken, 2).length : fill(sheet, row, sheet.left, Infinity, 2);
    if (used < 2) {
      if (sinceGap > 0) gaps++;
      sinceGap = 0;
      continue;
    }
    if (head++ < HEAD_ROWS || (sinceGap < ROWS_BELOW_GAP && gaps < MOST_GAPS))
      candidates.push({ row, sinceGap });
    sinceGap++;
  }
  return candidates;
}

/** Header rows of the blocks of a sheet, top down. */
function findHeaders(sheet: RawSheet, taken: readonly Region[]): readonly HeaderRun[] {
  const found: HeaderRun[] = [];
  let first: HeaderRun | undefined;
  for (const { row, sinceGap } of candidateRows(sheet, taken)) {
    const columns = headerColumns(sheet, row, taken);
    const isData = (column: number): boolean =>
      found.some((f) => overlap(f.run, [column, column]) && row - f.row > ROWS_BELOW_GAP);
    if (sinceGap > 0 && columns.every(isData)) continue;
    for (const candidate of headerRuns(sheet, row, columns)) {
      // Below other headers of the same block, two words of headers are a row of a glossary.
      const below = first !== undefined && overlap(first.run, candidate.run) && row - first.row <= sinceGap;
      if (isKnown(candidate) && (candidate.named >= 3 || !below)) {
        const at = found.reduce((last, f, i) => (overlap(f.run, candidate.run) ? i : last), -1);
        const upper = found[at];
        if (!upper) found.push(candidate);
        // A group heading or a title above named fields by chance; the better row is the header.
        else if (row - upper.row <= ROWS_BELOW_GAP && candidate.named > upper.named + 1)
          found[at] = candidate;
        // Below a gap a new table begins, if the row is headers through and through.
        else if (sinceGap === 0 && candidate.named >= candidate.size * 0.5) found.push(candidate);
      } else if (!first && fill(sheet, row + 1, ...candidate.run, 2) >= 2) first = candidate;
    }
  }
  return found.length > 0 || taken.length > 0 || !first ? found : [first];
}

/** Headers of a run with names for nameless columns, unique. */
function headersOf(sheet: RawSheet, row: number, [left, right]: Run, bottom: number): readonly TableHeader[] {
  const columns: number[] = [];
  const texts: string[] = [];
  for (let column = left; column <= right; column++) {
    const text = headerText(sheet, row, column);
    if (text === '' && !hasAnyValue(sheet, column, row + 1, bottom)) continue;
    columns.push(column);
    texts.push(text === '' ? `Column ${columnLetters(column)}` : text);
  }
  const unique = uniqueHeaders(texts);
  return columns.map((column, i) => ({ column, text: unique[i] ?? '', written: texts[i] ?? '' }));
}

function hasAnyValue(sheet: RawSheet, column: number, top: number, bottom: number): boolean {
  for (let row = top; row <= Math.min(bottom, top + PEEK_ROWS); row++)
    if (!isBlank(cellAt(sheet, row, column))) return true;
  return false;
}

/** The last row of data within columns, above `limit` (inclusive): strays and blank rows below it are left out. */
function lastRow(sheet: RawSheet, top: number, limit: number, [left, right]: Run): number {
  const least = right - left >= 2 ? 2 : 1;
  let row = limit;
  for (; row >= top; row--) {
    const n = fill(sheet, row, left, right, 2);
    if (n >= least) break;
    if (n > 0 && row > top && fill(sheet, row - 1, left, right, 2) >= least) break;
  }
  return row;
}

/** The usual number of used cells in the table's first rows, for telling totals from deals. */
function usualFill(sheet: RawSheet, top: number, bottom: number, [left, right]: Run): number {
  const counts: number[] = [];
  for (let row = top; row <= Math.min(bottom, top + PEEK_ROWS); row++) {
    const n = fill(sheet, row, left, right);
    if (n > 1) counts.push(n);
  }
  counts.sort((a, b) => a - b);
  return counts[counts.length >> 1] ?? 0;
}

/** What a foot row says it is ("Grand Total"); undefined for a row of data. */
function totalsText(sheet: RawSheet, row: number, [left, right]: Run, usual: number): string | undefined {
  let texts = 0;
  let used = 0;
  let first: string | undefined;
  for (let column = left; column <= right; column++) {
    const cell = cellAt(sheet, row, column);
    if (isBlank(cell)) continue;
    used++;
    if (typeof cell !== 'string') continue;
    texts++;
    if (TOTAL.test(folded(cell))) first ??= cell.trim();
  }
  // A deal with the oil company Total fills its row like any other deal.
  return first !== undefined && texts <= 2 && used <= Math.max(2, usual * 0.7) ? first : undefined;
}

function tableAt(sheet: RawSheet, headerRow: number, run: Run, limit: number): FoundTable {
  const issues: Issue[] = [];
  const mergedDown = sheet.merges
    .filter((m) => m.top === headerRow && m.bottom > headerRow && m.left >= run[0] && m.right <= run[1])
    .reduce((bottom, m) => Math.max(bottom, m.bottom), headerRow);
  const top = mergedDown + 1;
  let bottom = lastRow(sheet, top, limit, run);
  const usual = usualFill(sheet, top, bottom, run);
  while (bottom >= top) {
    const text = totalsText(sheet, bottom, run, usual);
    if (text === undefined) break;
    issues.push(totalsIssue(sheet, bottom, text));
    bottom = lastRow(sheet, top, bottom - 1, run);
  }
  const headers = headersOf(sheet, headerRow, run, bottom);
  const region = { top, left: run[0], bottom: Math.max(bottom, top - 1), right: run[1] };
  return { headerRow, headers, region, issues };
}

const totalsIssue = (sheet: RawSheet, row: number, text: string): Issue =>
  issue('totalsRow', 'note', { text }, { source: sheet.source, sheet: sheet.sheet, row: row + 1 });

function excelTable(sheet: RawSheet, { top, bottom, left, right, hasTotals }: ExcelTable): FoundTable {
  if (!hasTotals) return tableAt(sheet, top, [left, right], bottom);
  const found = tableAt(sheet, top, [left, right], bottom - 1);
  const label = textsOf(sheet, bottom, [left, right]).find((text) => text !== '');
  return { ...found, issues: [...found.issues, totalsIssue(sheet, bottom, label ?? 'Total')] };
}

/** The tables of a sheet, Excel tables first, then blocks from the top down. */
export function findTables(sheet: RawSheet): readonly FoundTable[] {
  const excel = sheet.tables.filter((t) => t.hasHeaders);
  const end = sheet.top + sheet.rows.length - 1;
  const headers = findHeaders(sheet, excel);
  const blocks = headers.flatMap(({ row, run }) => {
    const below = [
      ...headers.filter((h) => h.row > row && overlap(h.run, run)).map((h) => h.row),
      ...excel.filter((t) => t.top > row && overlap([t.left, t.right], run)).map((t) => t.top),
    ];
    let limit = Math.min(end, ...below.map((r) => r - 1));
    // The title of the next table stands alone in its row.
    if (below.length > 0) while (limit > row && fill(sheet, limit, ...run, 2) < 2) limit--;
    const found = tableAt(sheet, row, run, limit);
    const isTitle = below.length > 0 && found.region.bottom < found.region.top;
    return isTitle ? [] : [found];
  });
  return [...excel.map((t) => excelTable(sheet, t)), ...blocks];
}

/** The table whose header a person said stands in this zero-based row; undefined when there is nothing in it. */
export function tableUnder(
  sheet: RawSheet,
  headerRow: number,
  wanted: ReadonlySet<string>,
): FoundTable | undefined {
  const columns = usedColumns(sheet, headerRow, []);
  const [left, right] = [columns[0], columns.at(-1)];
  if (left === undefined || right === undefined) return undefined;
  const wants = (run: Run): number =>
    textsOf(sheet, headerRow, run).filter((text) => wanted.has(text)).length;
  const width = (run: Run): number => run[1] - run[0];
  const best = [...runsOf(sheet, headerRow, columns)].sort(
    (a, b) => wants(b) - wants(a) || width(b) - width(a),
  )[0];
  const whole: Run = [left, right];
  const run = best && wants(best) === wants(whole) ? best : whole;
  return tableAt(sheet, headerRow, run, sheet.top + sheet.rows.length - 1);
}
