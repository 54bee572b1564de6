import type { Book, StoredCell, StoredSheet } from '../../store/book';
import { isFormula } from '../../store/book';
import { at } from '../../store/layers';
import { target } from '../../store/names';
import { typed } from '../../store/typing';

type Rule = Readonly<Record<string, unknown>>;

const recordIn = (value: unknown, key: string): Rule | null => {
  const found = typeof value === 'object' && value !== null ? (value as Rule)[key] : null; // any key may be asked
  return typeof found === 'object' && found !== null ? (found as Rule) : null;
};

const validationAt = (sheet: StoredSheet, row: number, column: number): Rule | null =>
  at(sheet.validations, row, column) ?? null;

/** Choices of a cell with a list, or null. */
export function choicesAt(
  book: Book,
  sheet: StoredSheet,
  row: number,
  column: number,
): readonly string[] | null {
  const list = recordIn(recordIn(validationAt(sheet, row, column), 'Rule'), 'list');
  const source = list?.['source'];
  if (typeof source !== 'string') return null;
  if (!source.startsWith('=')) return source.split(',').map((choice) => choice.trim());
  const place = target(
    book,
    source.includes('!') ? source : `='${sheet.name.replace(/'/g, "''")}'!${source.slice(1)}`,
  );
  if (!place) return null;
  const choices: string[] = [];
  for (let r = 0; r < place.area.rows; r++)
    for (let c = 0; c < place.area.columns; c++) {
      const cell: StoredCell = place.sheet.rows[place.area.row + r]?.[place.area.column + c] ?? null;
      const value = isFormula(cell) ? cell.value : cell;
      if (value !== null && value !== '') choices.push(String(value));
    }
  return choices;
}

export interface Prompt {
  readonly title: string;
  readonly message: string;
}

/** What Excel shows beside a selected cell: Leadline's notes in versions without notes. */
export function promptAt(sheet: StoredSheet, row: number, column: number): Prompt | null {
  const comment = sheet.comments.find(({ area }) => area.row === row && area.column === column);
  if (comment) return { title: '', message: comment.content };
  const prompt = recordIn(validationAt(sheet, row, column), 'Prompt');
  const [title, message] = [String(prompt?.['title'] ?? ''), String(prompt?.['message'] ?? '')];
  return title === '' && message === '' ? null : { title, message };
}

/** Why Excel would not take what was typed, or null. Formulas are taken. */
export function refusalOf(
  book: Book,
  sheet: StoredSheet,
  row: number,
  column: number,
  text: string,
): string | null {
  const validation = validationAt(sheet, row, column);
  const rule = recordIn(validation, 'Rule');
  const { value, formula } = typed(text, at(sheet.numberFormats, row, column) ?? 'General');
  if (!rule || formula !== undefined || value === null) return null;
  const alert = recordIn(validation, 'ErrorAlert')?.['message'];
  const say = (usual: string): string => (typeof alert === 'string' && alert !== '' ? alert : usual);
  const choices = choicesAt(book, sheet, row, column);
  if (choices)
    return choices.some((choice) => choice.toLowerCase() === String(value).toLowerCase())
      ? null
      : say(`This cell takes one of: ${choices.join(', ')}.`);
  const between = recordIn(rule, 'decimal') ?? recordIn(rule, 'wholeNumber');
  if (!between || between['operator'] !== 'Between') return null;
  const [low, high] = [Number(between['formula1']), Number(between['formula2'])];
  const isWhole = rule['wholeNumber'] !== undefined;
  const fits =
    typeof value === 'number' && value >= low && value <= high && (!isWhole || Number.isInteger(value));
  return fits
    ? null
    : say(`This cell takes ${isWhole ? 'a whole number' : 'a number'} from ${low} to ${high}.`);
}
