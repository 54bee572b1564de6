import type { Model } from '@ironcalc/wasm';
import type { Book, FormulaCell, StoredCell, StoredSheet } from './book';
import { isFormula } from './book';
import { storedAt } from './cells';
import { formulaEngine } from './formulaEngine';
import { areasIn } from './formulas';
import type { Rect } from './rect';
import { cellKey, contains, lastColumn, lastRow, placeOf } from './rect';
import { withAddresses } from './structuredRefs';

/**
 * Formulas by IronCalc. It is given the formulas and the cells that they read, nothing else: a sheet of a million rows
 * costs only what a formula says about it. The store notes which cells were written (`StoredSheet.changed`); `settle`
 * hands them over in one go, so a batch of writes is computed once, before the first read after it.
 */
interface Calculation {
  readonly model: Model;
  /** What was true of sheets, names and tables when the model was made. */
  readonly structure: string;
  /** Per sheet: areas that formulas read, by their text, and cells handed over. */
  readonly reads: Map<string, Rect>[];
  readonly given: Set<number>[];
}

const calculations = new WeakMap<Book, Calculation>();

export const hasFormulas = (book: Book): boolean => book.sheets.some((s) => s.formulas.size > 0);

const structureOf = (book: Book): string =>
  JSON.stringify([
    book.sheets.map((s) => [s.id, s.name, s.tables.map((t) => [t.name, t.area, t.showTotals])]),
    [...book.names.values()].map((n) => [n.name, n.formula]),
  ]);

/** Computes what depends on cells that were written since; true when values may have changed. Needs the engine loaded. */
export function settle(book: Book): boolean {
  const engine = formulaEngine();
  if (!engine || !(hasFormulas(book) || calculations.has(book))) return false;
  const structure = structureOf(book);
  const known = calculations.get(book);
  const standing =
    known?.structure === structure && book.sheets.every((s) => s.changed !== null) ? known : null;
  if (standing && book.sheets.every((s) => s.changed?.size === 0)) return false;
  const calculation = standing ?? begin(book, structure, new engine.Model('book', 'en', 'UTC', 'en'));
  if (!standing) {
    known?.model.free();
    calculations.set(book, calculation);
  }
  const { model } = calculation;
  model.pauseEvaluation();
  book.sheets.forEach((sheet, s) => {
    const keys = standing ? (sheet.changed ?? []) : [...sheet.formulas];
    for (const key of keys) hand(book, calculation, s, key);
    sheet.changed = new Set();
  });
  model.resumeEvaluation();
  model.evaluate();
  book.sheets.forEach((sheet, s) => {
    for (const key of sheet.formulas) {
      const { row, column } = placeOf(key);
      const cells = sheet.rows[row];
      const cell = cells?.[column];
      if (!cells || !isFormula(cell)) continue;
      const value = valueIn(model, s, row, column);
      if (value !== cell.value) cells[column] = { formula: cell.formula, value } satisfies FormulaCell;
    }
  });
  return true;
}

function begin(book: Book, structure: string, model: Model): Calculation {
  model.pauseEvaluation();
  book.sheets.forEach((sheet, s) => {
    if (s > 0) model.newSheet();
    model.renameSheet(s, sheet.name);
  });
  const calculation: Calculation = {
    model,
    structure,
    reads: book.sheets.map(() => new Map()),
    given: book.sheets.map(() => new Set()),
  };
  for (const name of book.names.values()) {
    try {
      model.newDefinedName(name.name, null, name.formula.slice(1));
    } catch {
      continue; // One that IronCalc does not know, such as a name with #REF!: formulas with it show #NAME?.
    }
    readBy(book, calculation, 0, name.formula);
  }
  return calculation;
}

/** Gives one cell to the model: always when it is a formula, else when a formula reads it. */
function hand(book: Book, calculation: Calculation, s: number, key: number): void {
  const sheet = book.sheets[s];
  if (!sheet) return;
  const { row, column } = placeOf(key);
  const cell = storedAt(sheet, row, column);
  const isRead = [...(calculation.reads[s]?.values() ?? [])].some((area) =>
    contains(area, { row, column, rows: 1, columns: 1 }),
  );
  if (!isFormula(cell) && !isRead && !calculation.given[s]?.has(key)) return;
  give(calculation, s, row, column, isFormula(cell) ? translated(book, sheet, row, column, cell) : cell);
  if (isFormula(cell)) readBy(book, calculation, s, translated(book, sheet, row, column, cell).formula);
}

const translated = (
  book: Book,
  sheet: StoredSheet,
  row: number,
  column: number,
  cell: FormulaCell,
): FormulaCell => ({
  ...cell,
  formula: withAddresses(book, sheet, row, column, cell.formula).replace(/_xlfn\.(_xlws\.)?/g, ''),
});

/** The cells that a formula reads are given too, once. */
function readBy(book: Book, calculation: Calculation, s: number, formula: string): void {
  for (const { sheet: name, area } of areasIn(formula)) {
    const index =
      name === null ? s : book.sheets.findIndex((x) => x.name.toLowerCase() === name.toLowerCase());
    const sheet = book.sheets[index];
    const reads = calculation.reads[index];
    const given = calculation.given[index];
    const text = `${area.row} ${area.column} ${area.rows} ${area.columns}`;
    if (!sheet || !reads || !given || reads.has(text)) continue;
    reads.set(text, area);
    const bottom = Math.min(lastRow(area), sheet.rows.length - 1);
    for (let row = area.row; row <= bottom; row++) {
      const cells = sheet.rows[row];
      if (!cells) continue;
      const right = Math.min(lastColumn(area), cells.length - 1);
      for (let column = area.column; column <= right; column++) {
        const cell = cells[column];
        if (cell === null || cell === undefined || isFormula(cell) || given.has(cellKey(row, column)))
          continue;
        give(calculation, index, row, column, cell);
      }
    }
  }
}

/** Fifteen digits, which is what Excel keeps too; the model shows values only as text. */
const PRECISE = '0.00000000000000E+00';

function give({ model, given }: Calculation, s: number, row: number, column: number, cell: StoredCell): void {
  given[s]?.add(cellKey(row, column));
  try {
    model.setUserInput(s, row + 1, column + 1, inputOf(cell));
  } catch {
    model.setUserInput(s, row + 1, column + 1, '#NAME?');
  }
  if (isFormula(cell))
    model.updateRangeStyle(
      { sheet: s, row: row + 1, column: column + 1, width: 1, height: 1 },
      'num_fmt',
      PRECISE,
    );
}

const ERROR = /^#(N\/A|REF!|VALUE!|DIV\/0!|NUM!|NAME\?|NULL!)$/;
function inputOf(cell: StoredCell): string {
  if (cell === null) return '';
  if (isFormula(cell)) return cell.formula;
  if (typeof cell === 'string') return ERROR.test(cell) ? cell : `'${cell}`;
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}

/** IronCalc's cell types follow Excel's TYPE(). */
const NUMBER = 1;
const BOOLEAN = 4;
const ERROR_VALUE = 16;

function valueIn(model: Model, s: number, row: number, column: number): string | number | boolean {
  const shown = model.getFormattedCellValue(s, row + 1, column + 1);
  const type = model.getCellType(s, row + 1, column + 1);
  if (type === NUMBER) return shown === '' ? 0 : Number(shown);
  if (type === BOOLEAN) return shown === 'TRUE';
  // A formula that it cannot read.
  return type === ERROR_VALUE && !ERROR.test(shown) ? '#NAME?' : shown;
}

const PROBE_COLUMN = 16_000;

/**
 * The answers of a condition, written relative to the first cell of an area, for all of its cells, row by row; null
 * while there is no engine. It is asked beside the sheet, at columns that hold nothing.
 */
export function conditionMet(
  book: Book,
  sheet: StoredSheet,
  formulas: readonly (readonly string[])[],
  area: Rect,
) {
  const engine = formulaEngine();
  if (!engine) return null;
  settle(book);
  let calculation = calculations.get(book);
  const structure = structureOf(book);
  if (calculation?.structure !== structure) {
    calculation?.model.free();
    calculation = begin(book, structure, new engine.Model('book', 'en', 'UTC', 'en'));
    calculations.set(book, calculation);
    for (const s of book.sheets) s.changed = new Set();
  }
  const { model } = calculation;
  const s = book.sheets.indexOf(sheet);
  model.pauseEvaluation();
  formulas.forEach((line, r) =>
    line.forEach((formula, c) => {
      const text = withAddresses(book, sheet, area.row + r, area.column + c, formula);
      readBy(book, calculation, s, text);
      try {
        model.setUserInput(s, area.row + r + 1, PROBE_COLUMN + area.column + c, text);
      } catch {
        model.setUserInput(s, area.row + r + 1, PROBE_COLUMN + area.column + c, '');
      }
    }),
  );
  model.resumeEvaluation();
  model.evaluate();
  return formulas.map((line, r) =>
    line.map((_, c) => {
      const shown = model.getFormattedCellValue(s, area.row + r + 1, PROBE_COLUMN + area.column + c);
      return shown === 'TRUE' || (Number(shown) !== 0 && shown !== '' && !Number.isNaN(Number(shown)));
    }),
  );
}
