import type { Cell } from '../../engine/dataset/rawTable';
import { likelyEncoding } from './text';
import type { FoundCells } from './usedRange';

/**
 * Reads separated values (RFC 4180: quotes, doubled quotes, line ends within quotes) with whatever separator the file
 * has. A field becomes a number only when it is written exactly as the number would be ("12", "-1.5"): "00123", "1e5",
 * "+5", "1,234" and numbers of more than 15 digits stay text, because they may be ids or need a reader who knows more.
 * So does "1.234": in many countries it is one thousand two hundred and thirty-four, and only its column tells.
 */
export interface CsvOptions {
  /** Preferred when the first lines do not decide. */
  readonly separator?: Separator;
  readonly progress?: (share: number) => void;
}

export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

export interface FoundRecords extends FoundCells {
  /** Fields that begin with a quote which nothing closes: it was read as an ordinary character. */
  readonly unclosed: readonly { readonly row: number; readonly text: string }[];
}

/** Bytes decoded at a time; a whole file may be longer than a string may be. */
const CHUNK = 1 << 24;
const SAMPLE = 1 << 16;

export function readCsv(bytes: Uint8Array, options: CsvOptions = {}): FoundRecords {
  // TextDecoder drops the byte order mark.
  const encoding = likelyEncoding(bytes);
  const sample = new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE), { stream: true });
  const declared = /^sep=(.)\r?\n/.exec(sample);
  const separator = declared?.[1] ?? likelySeparator(sample, options.separator);
  const decoder = new TextDecoder(encoding);
  const rowNumbers: number[] = [];
  const cells: Cell[][] = [];
  const unclosed: { row: number; text: string }[] = [];
  let row = 0;
  let rest = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const last = at + CHUNK >= bytes.length;
    const text = rest + decoder.decode(bytes.subarray(at, at + CHUNK), { stream: !last });
    const from = at === 0 && declared ? declared[0].length : 0;
    const end = readRecords(text, from, separator, last, (record, _, open) => {
      for (const field of open) unclosed.push({ row, text: field });
      if (record.length > 0) {
        rowNumbers.push(row);
        cells.push(record);
      }
      row++;
    });
    rest = text.slice(end);
    options.progress?.(Math.min(1, (at + CHUNK) / bytes.length));
  }
  return { rowNumbers, cells, formats: [], unclosed };
}

const [NEW_LINE, RETURN, QUOTE, MINUS, POINT, ZERO, NINE] = [10, 13, 34, 45, 46, 48, 57] as const;
const MEMORY = 1 << 12;
const DIGITS = 15;
/** No export writes longer fields; a quote that is not closed within so many characters is not closed at all. */
const LONGEST_FIELD = 1 << 20;
const SHOWN = 80;
const NONE: readonly string[] = [];

/**
 * Calls `emit` for every whole record from `from` on, with the number of its fields and those whose quote is not
 * closed, and returns where the first unfinished one begins. Blank fields are null; trailing ones are left out.
 */
function readRecords(
  text: string,
  from: number,
  separator: string,
  last: boolean,
  emit: (record: Cell[], fields: number, unclosed: readonly string[]) => void,
): number {
  const length = text.length;
  const separatorCode = separator.charCodeAt(0);
  // Names and stages repeat: the same text is kept once.
  const seen = new Array<string>(MEMORY).fill('');
  // One array collects every record and is copied: arrays that grow cost twice the memory that they need.
  const record: Cell[] = [];
  let at = from;
  let recordFrom = from;
  while (at < length) {
    let fields = 0;
    let filled = 0;
    let unclosed = NONE;
    recordFrom = at;
    for (;;) {
      let value: Cell = null;
      let code = text.charCodeAt(at);
      const quoteEnd = code === QUOTE ? closingQuote(text, at + 1, separatorCode) : OPEN;
      if (quoteEnd === OPEN && code === QUOTE && !last && length - at <= LONGEST_FIELD) return recordFrom;
      if (quoteEnd !== OPEN) {
        const inside = text.slice(at + 1, quoteEnd);
        at = quoteEnd + 1;
        // What follows a closing quote up to the separator belongs to the field, as Excel reads it.
        const tailFrom = at;
        while (
          at < length &&
          (code = text.charCodeAt(at)) !== separatorCode &&
          code !== NEW_LINE &&
          code !== RETURN
        )
          at++;
        const whole =
          (inside.includes('"') ? inside.replaceAll('""', '"') : inside) + text.slice(tailFrom, at);
        value = numberOrText(whole);
      } else {
        const start = at;
        let hash = 0;
        let digits = 0;
        let points = 0;
        let others = 0;
        let magnitude = 0;
        while (at < length) {
          code = text.charCodeAt(at);
          if (code === separatorCode || code === NEW_LINE || code === RETURN) break;
          if (code >= ZERO && code <= NINE) {
            digits++;
            magnitude = magnitude * 10 + code - ZERO;
          } else if (code === POINT) points++;
          else if (code !== MINUS || at !== start) others++;
          hash = (Math.imul(hash, 31) + code) | 0;
          at++;
        }
        if (at > start) {
          if (text.charCodeAt(start) === QUOTE)
            unclosed = [...unclosed, text.slice(start, Math.min(at, start + SHOWN))];
          const size = at - start;
          const negative = text.charCodeAt(start) === MINUS;
          const first = text.charCodeAt(negative ? start + 1 : start);
          const slot = (hash ^ (hash >>> 12)) & (MEMORY - 1);
          if (
            others === 0 &&
            points === 0 &&
            digits > 0 &&
            digits <= DIGITS &&
            (first !== ZERO || size === 1)
          )
            value = negative ? -magnitude : magnitude;
          else if (others === 0 && points === 1 && digits > 0 && digits <= DIGITS)
            value = numberOrText(text.slice(start, at));
          else if (seen[slot]!.length === size && text.startsWith(seen[slot]!, start)) value = seen[slot]!;
          else value = seen[slot] = text.slice(start, at);
        }
      }
      if (at >= length && !last) return recordFrom;
      record[fields++] = value;
      if (value !== null) filled = fields;
      if (at >= length || code !== separatorCode) break;
      at++;
      if (at >= length) {
        if (!last) return recordFrom;
        break;
      }
    }
    if (at < length) {
      const isReturn = text.charCodeAt(at) === RETURN;
      // "\r\n" may be cut between its two characters.
      if (isReturn && at + 1 >= length && !last) return recordFrom;
      at += isReturn && text.charCodeAt(at + 1) === NEW_LINE ? 2 : 1;
    }
    emit(record.slice(0, filled), fields, unclosed);
    recordFrom = at;
  }
  return recordFrom;
}

const OPEN = -1;

/**
 * Where the quote that ends a quoted field stands; `OPEN` when none does. A quote on a later line with text right after
 * it opens the next quoted field: without this, one lost quote would swallow every row up to there.
 */
function closingQuote(text: string, from: number, separatorCode: number): number {
  for (let at = from; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0 || at - from > LONGEST_FIELD) return OPEN;
    const after = text.charCodeAt(at + 1);
    if (after === QUOTE) continue;
    const ends = at + 1 >= text.length || after === separatorCode || after === NEW_LINE || after === RETURN;
    return ends || !/[\r\n]/.test(text.slice(from, at)) ? at : OPEN;
  }
}

/** The one way in which `String` writes a number of this size; "-0" and "1.0" are not. */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;

/** A point before three digits and after one to three, which groups thousands or is decimal; "0.125" is decimal. */
const GROUPED_OR_DECIMAL = /^-?[1-9]\d{0,2}\.\d{3}$/;

function numberOrText(text: string): Cell {
  if (text === '') return null;
  if (text.length > DIGITS + 2 || !PLAIN_NUMBER.test(text) || text.replace(/\D/g, '').length > DIGITS)
    return text;
  if (GROUPED_OR_DECIMAL.test(text)) return text;
  const number = Number(text);
  // Below a millionth it would be written with an exponent.
  return number === 0 ? (text === '0' ? 0 : text) : Math.abs(number) < 1e-6 ? text : number;
}
const RECORDS = 50;

/**
 * The separator with which the largest share of the first records has the same number of fields, more than one. A line
 * of prose or JSON above the table counts as one record that does not fit; decimal commas lose to the semicolons between
 * them, because the header has none. A share and not a number: a wrong separator breaks quoted fields at the line ends
 * within them and so finds more records than there are.
 */
export function likelySeparator(sample: string, preferred: Separator = ','): Separator {
  let best: { separator: Separator; share: number; fields: number } = {
    separator: preferred,
    share: 0,
    fields: 0,
  };
  for (const separator of [preferred, ...SEPARATORS.filter((s) => s !== preferred)]) {
    const counts = new Map<number, number>();
    let records = 0;
    readRecords(sample, 0, separator, true, (_, fields) => {
      if (records++ < RECORDS && fields > 1) counts.set(fields, (counts.get(fields) ?? 0) + 1);
    });
    for (const [fields, agreeing] of counts) {
      const share = agreeing / Math.min(records, RECORDS);
      if (share > best.share || (share === best.share && fields > best.fields))
        best = { separator, share, fields };
    }
  }
  return best.separator;
}
