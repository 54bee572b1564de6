import type { Cell, FormatRun } from '../../engine/dataset/rawTable';
import { DamagedFile, OversizedFile } from './damaged';
import type { FoundCells } from './usedRange';
import { attributesOf, decodeCellText, decodeXml, isTrue, localName, parseXml, type XmlElement } from './xml';

/**
 * Reads a sheet's cells from its XML piece by piece: the text of a sheet of a million rows is longer than a string may
 * be, and a tree of it would not fit in memory. What stands before and after the cells is small and becomes a tree.
 */
export interface SheetScan {
  readonly push: (text: string) => void;
  readonly end: () => ScannedSheet;
}

export interface ScannedSheet extends FoundCells {
  /** The worksheet element without its cells. */
  readonly frame: XmlElement;
  /** Zero-based rows that are hidden, by a filter or by hand. */
  readonly hiddenRows: readonly number[];
  /**
   * Formulas whose result is not in the file, as programs leave them that write formulas without computing them; they are
   * read as blank. The first one's row and column count from 0.
   */
  readonly uncomputed: { readonly cells: number; readonly row: number; readonly column: number } | undefined;
}

export interface CellContext {
  readonly strings: readonly string[];
  /** Number format by cell style. */
  readonly formats: readonly string[];
}

const GENERAL = 'General';
const [SPACE, SLASH, GREATER, QUOTE, EQUALS] = [32, 47, 62, 34, 61] as const;
/** Rows beyond Excel's last belong to no sheet: a damaged or hostile file. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
/** Characters before the cells: 16,384 columns described one by one are 1.2 million. */
const LONGEST_HEAD = 1 << 22;
/** Characters held at once: a row, what stands after the cells, a text. The text of a row is 32,767 a cell at most. */
const MOST_HELD = 1 << 26;

export function scanSheet(context: CellContext): SheetScan {
  const rowNumbers: number[] = [];
  const cells: Cell[][] = [];
  const formats: (FormatRun[] | undefined)[] = [];
  const hiddenRows: number[] = [];
  let uncomputed: ScannedSheet['uncomputed'];
  let buffer = '';
  let head: string | undefined;
  /** "x:" where the file writes <x:row>. */
  let prefix = '';
  let tailFrom = -1;
  let nextRow = 0;

  const readHead = (): boolean => {
    const start = /<((?:[^\s:<>/]+:)?)sheetData\s*(\/?)>/.exec(buffer.slice(0, LONGEST_HEAD));
    if (!start) {
      if (buffer.length > LONGEST_HEAD) throw new DamagedFile('start of a sheet');
      return false;
    }
    prefix = start[1]!;
    head = buffer.slice(0, start.index);
    buffer = buffer.slice(start.index + start[0].length);
    if (start[2]) tailFrom = 0;
    return true;
  };

  const readRow = (tagEnd: number, end: number, attributes: string): void => {
    const named = attributesOf(attributes);
    const row = (Number(named.get('r')) || nextRow + 1) - 1;
    if (!(row >= 0 && row < LAST_ROW)) throw new DamagedFile(`row ${row + 1}`);
    nextRow = row + 1;
    if (isTrue(named.get('hidden'))) hiddenRows.push(row);
    const found = readCells(tagEnd, end, row);
    if (found.length === 0) return;
    rowNumbers.push(row);
    cells.push(found);
  };

  const readCells = (from: number, to: number, row: number): Cell[] => {
    const s = buffer;
    const found: Cell[] = [];
    const nameLength = prefix.length + 1;
    const cellEnd = `</${prefix}c>`;
    let column = -1;
    let at = from;
    for (;;) {
      at = s.indexOf('<', at);
      if (at < 0 || at >= to) return found;
      const name = at + nameLength;
      const after = s.charCodeAt(name + 1);
      if (
        s.charCodeAt(name) !== 99 ||
        (after !== SPACE && after !== GREATER && after !== SLASH && after > 32)
      ) {
        at++;
        continue;
      }
      let style = 0;
      let type = '';
      let reference = -1;
      let i = name + 1;
      for (;;) {
        const code = s.charCodeAt(i);
        if (code === GREATER || code === SLASH) break;
        if (code <= SPACE) {
          i++;
          continue;
        }
        const attribute = i;
        while (s.charCodeAt(i) !== EQUALS && i < to) i++;
        const attributeEnd = i++;
        const quote = s.charCodeAt(i);
        const valueFrom = ++i;
        i = s.indexOf(quote === QUOTE ? '"' : "'", i);
        if (i < 0 || i >= to) throw new DamagedFile('attributes of a cell');
        if (attributeEnd === attribute + 1) {
          const letter = s.charCodeAt(attribute);
          if (letter === 114) reference = columnAt(s, valueFrom);
          else if (letter === 115) style = smallNumber(s, valueFrom, i);
          else if (letter === 116) type = s.slice(valueFrom, i);
        }
        i++;
      }
      column = reference >= 0 ? reference : column + 1;
      if (column >= LAST_COLUMN) throw new DamagedFile('column of a cell');
      if (s.charCodeAt(i) === SLASH) {
        at = i;
        continue;
      }
      const contentFrom = i + 1;
      const contentTo = s.indexOf(cellEnd, contentFrom);
      if (contentTo < 0 || contentTo > to) throw new DamagedFile('a cell is cut off');
      const value = readValue(contentFrom, contentTo, type);
      if (value !== null) {
        while (found.length < column) found.push(null);
        found[column] = value;
        if (typeof value === 'number') {
          const format = context.formats[style] ?? GENERAL;
          const runs = formats[column];
          if (runs === undefined) {
            if (format !== GENERAL) formats[column] = [{ from: row, format }];
          } else if (runs[runs.length - 1]!.format !== format) runs.push({ from: row, format });
        }
      } else if (type !== 'str' && FORMULA_TAG.test(s.slice(contentFrom, contentTo)))
        // The result of a formula that gives no text says that it is text.
        uncomputed = { row, column, ...uncomputed, cells: (uncomputed?.cells ?? 0) + 1 };
      at = contentTo;
    }
  };

  const readValue = (from: number, to: number, type: string): Cell => {
    const s = buffer;
    if (type === 'inlineStr') return detached(stringItemText(s.slice(from, to))) || null;
    let at = from;
    const letter = from + 1 + prefix.length;
    if (s.charCodeAt(letter) !== 118 || s.charCodeAt(letter + 1) === 109) {
      const within = s.slice(from, to).search(VALUE_TAG);
      if (within < 0) return null;
      at = from + within;
    }
    const open = s.indexOf('>', at);
    const close = s.indexOf('<', open);
    if (s.charCodeAt(open - 1) === SLASH || close < 0 || close > to) return null;
    const raw = s.slice(open + 1, close);
    if (raw === '') return null;
    switch (type) {
      case 's':
        return context.strings[Number(raw)] || null;
      case '':
      case 'n': {
        const number = Number(raw);
        return Number.isFinite(number) ? number : detached(decodeXml(raw));
      }
      case 'b':
        return isTrue(raw);
      default:
        return detached(decodeCellText(raw));
    }
  };

  const readRows = (): void => {
    const rowTag = `<${prefix}row`;
    const rowEnd = `</${prefix}row>`;
    let at = 0;
    for (;;) {
      const start = buffer.indexOf('<', at);
      // Text between the rows says nothing.
      at = start < 0 ? buffer.length : start;
      if (start < 0) break;
      if (!buffer.startsWith(rowTag, start)) {
        if (buffer.startsWith(`</${prefix}sheetData`, start)) {
          const end = buffer.indexOf('>', start);
          if (end < 0) break;
          tailFrom = end + 1;
          at = tailFrom;
          break;
        }
        if (buffer.length - start < rowEnd.length + 16) break;
        at = start + 1;
        continue;
      }
      const tagEnd = buffer.indexOf('>', start);
      if (tagEnd < 0) break;
      const attributes = buffer.slice(start + rowTag.length, tagEnd);
      if (attributes.endsWith('/')) {
        readRow(tagEnd, tagEnd, attributes);
        at = tagEnd + 1;
        continue;
      }
      const end = buffer.indexOf(rowEnd, tagEnd);
      if (end < 0) break;
      readRow(tagEnd + 1, end, attributes);
      at = end + rowEnd.length;
    }
    buffer = buffer.slice(at);
    if (tailFrom >= 0) tailFrom = 0;
  };

  return {
    push: (text) => {
      buffer += text;
      if (head === undefined && !readHead()) return;
      if (tailFrom < 0) readRows();
      if (buffer.length > MOST_HELD) throw new OversizedFile('a row of a sheet');
    },
    end: () => {
      if (head === undefined) head = '';
      else if (tailFrom < 0) throw new DamagedFile('the sheet is cut off');
      const frame = parseXml(head + buffer);
      if (localName(frame.name) !== 'worksheet') throw new DamagedFile('not a sheet');
      return { frame, hiddenRows, uncomputed, ...inRowOrder(rowNumbers, cells), formats };
    },
  };
}

const FORMULA_TAG = /<(?:[^\s:<>/]+:)?f[\s>/]/;
const VALUE_TAG = /<(?:[^\s:<>/]+:)?v[\s>/]/;

/** Zero-based column of the letters at `at`; −1 when there are none. */
function columnAt(s: string, at: number): number {
  let column = 0;
  for (let i = at; ; i++) {
    const letter = s.charCodeAt(i) & ~32;
    if (letter < 65 || letter > 90) return column - 1;
    column = column * 26 + letter - 64;
  }
}

function smallNumber(s: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) number = number * 10 + s.charCodeAt(i) - 48;
  return number;
}

/** A copy of its own: a slice would keep the whole piece of XML that it was cut from. */
const detached = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1));

/** Rows should rise; where they do not, or come twice, they are put in order and the later one wins. */
function inRowOrder(rowNumbers: number[], cells: Cell[][]): Pick<FoundCells, 'rowNumbers' | 'cells'> {
  if (rowNumbers.every((row, i) => i === 0 || row > rowNumbers[i - 1]!)) return { rowNumbers, cells };
  const byRow = new Map(rowNumbers.map((row, i) => [row, cells[i]!]));
  const ordered = [...byRow].sort(([a], [b]) => a - b);
  return { rowNumbers: ordered.map(([row]) => row), cells: ordered.map(([, found]) => found) };
}

const TEXT_TAG = /<(?:[^\s:<>/]+:)?t(?:\s[^>]*)?>([^<]*)<\//g;
const PHONETIC = /<((?:[^\s:<>/]+:)?)rPh[\s>][\s\S]*?<\/\1rPh>/g;

/** The plain text of a shared or inline string: rich runs joined, Japanese reading aids left out. */
function stringItemText(raw: string): string {
  const spoken = raw.includes('rPh') ? raw.replace(PHONETIC, '') : raw;
  let text = '';
  for (const match of spoken.matchAll(TEXT_TAG)) text += match[1];
  return decodeCellText(text);
}

/** Reads the table of shared strings piece by piece. */
export function scanStrings(): {
  readonly push: (text: string) => void;
  readonly end: () => readonly string[];
} {
  const strings: string[] = [];
  let buffer = '';
  let item: RegExpExecArray | null = null;
  return {
    push: (text) => {
      buffer += text;
      item ??= /<((?:[^\s:<>/]+:)?)si\s*\/?>/.exec(buffer.slice(0, LONGEST_HEAD));
      if (!item) {
        if (buffer.length > LONGEST_HEAD) throw new DamagedFile('start of the texts');
        return;
      }
      const [open, end, empty] = [`<${item[1]}si>`, `</${item[1]}si>`, `<${item[1]}si/>`];
      const plain = `<${item[1]}t>`;
      let at = 0;
      for (;;) {
        const start = buffer.indexOf(`<${item[1]}si`, at);
        if (start < 0) {
          // The beginning of a tag may be cut; other text between the items says nothing.
          at = Math.max(at, buffer.length - open!.length);
          break;
        }
        if (buffer.startsWith(empty, start)) {
          strings.push('');
          at = start + empty.length;
          continue;
        }
        const close = buffer.indexOf(end, start);
        if (close < 0) break;
        const from = start + open.length;
        const textEnd = buffer.indexOf('<', from + plain.length);
        strings.push(
          buffer.startsWith(plain, from) && buffer.indexOf('>', textEnd) + 1 === close
            ? detached(decodeCellText(buffer.slice(from + plain.length, textEnd)))
            : detached(stringItemText(buffer.slice(start, close))),
        );
        at = close + end.length;
      }
      buffer = buffer.slice(at);
      if (buffer.length > MOST_HELD) throw new OversizedFile('a text');
    },
    end: () => strings,
  };
}
