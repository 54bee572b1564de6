import type { Cell } from '../rawTable';

/** What exports write for "nothing here": HubSpot, pivot tables. Compared after trimming, in lower case. */
const NOTHING: ReadonlySet<string> = new Set(['(no value)', '(blank)', '(leer)', '(vide)']);

/** Besides those, what stands for "nothing" where a date or a number is expected. */
const NO_NUMBER: ReadonlySet<string> = new Set(['-', '–', '—', 'n/a', 'na', 'null', 'none', 'nan', '?']);

const ERRORS: ReadonlySet<string> = new Set([
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#DIV/0!',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#SPILL!',
  '#CALC!',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#UNKNOWN!',
  '#BUSY!',
  '#EXTERNAL!',
  '#PYTHON!',
  '#GETTING_DATA',
]);

const isPlain = (code: number): boolean => code > 32 && code < 127;

/** The text without spaces of any kind (non-breaking, thin, byte order mark) at its ends. */
export function trimmed(text: string): string {
  const last = text.length - 1;
  // Nearly every cell begins and ends with a plain character; only the others pay for trimming.
  if (last < 0 || (isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(last)))) return text;
  return text.trim();
}

/** The text before which someone typed an apostrophe to keep Excel from reading it as a number. */
export const withoutApostrophe = (text: string): string =>
  text.charCodeAt(0) === 39 ? trimmed(text.slice(1)) : text;

/** True for `#N/A` and Excel's other error values. */
export const isErrorText = (text: string): boolean => text.charCodeAt(0) === 35 && ERRORS.has(text);

/** True for a trimmed text that says nothing: empty, `(No value)`. */
const saysNothing = (text: string): boolean =>
  text.length === 0 || (text.charCodeAt(0) === 40 && NOTHING.has(text.toLowerCase()));

/** True for a trimmed text that says nothing where a date, an amount or a number belongs: also `-`, `n/a`, `null`. */
export const saysNoNumber = (text: string): boolean =>
  saysNothing(text) || (text.length <= 4 && NO_NUMBER.has(text.toLowerCase()));

/**
 * A cell as the text of a label: trimmed, inner runs of spaces kept, numbers and booleans as Excel would type them
 * (42, TRUE); '' for a blank cell, `(No value)` and the like. Errors come back as their text, see `isErrorText`.
 */
export function labelOf(cell: Cell | undefined): string {
  if (typeof cell === 'string') {
    const text = trimmed(cell);
    return saysNothing(text) ? '' : text;
  }
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return '';
}

/** True for a cell that holds nothing: null, absent, spaces, `(No value)`. */
export const isBlank = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && saysNothing(trimmed(cell)));

/**
 * Text for comparing words across spellings: lower case, no diacritics, every run of other characters one space.
 * "Ganho/Perdido " → "ganho perdido", "2. Größe" → "2 grosse".
 */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
