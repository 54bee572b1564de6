import { moneyOf } from '../../core/money';
import type { Cell } from '../rawTable';
import { saysNoNumber, trimmed, withoutApostrophe } from './text';

/**
 * Numbers and amounts as people type them: `$22,700.00`, `R$ 1.500,00`, `1 234,5`, `1'234.50`, `(500)`, `500-`, `12%`
 * (0.12), `1.2M`, `3,5 Mio. €`.
 *
 * The decimal mark is one for a whole column. A cell tells it by itself when both marks occur (the last is decimal),
 * when one occurs twice (it groups), or when other than three digits follow. "1,234" alone does not: it follows the
 * column, and where no cell of the column tells, a mark before three digits groups thousands, because amounts with
 * three decimals hardly occur.
 */
export type DecimalMark = '.' | ',';

/** How many cells of a column show which mark to be the decimal one. */
export interface MarkEvidence {
  point: number;
  comma: number;
}

const noMarkEvidence = (): MarkEvidence => ({ point: 0, comma: 0 });

/** The decimal mark of a column; undefined when no cell tells. */
export const decideDecimalMark = (seen: MarkEvidence): DecimalMark | undefined =>
  seen.point === 0 && seen.comma === 0 ? undefined : seen.comma > seen.point ? ',' : '.';

const SYMBOLS: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  R$: 'BRL',
  A$: 'AUD',
  AU$: 'AUD',
  C$: 'CAD',
  CA$: 'CAD',
  NZ$: 'NZD',
  HK$: 'HKD',
  S$: 'SGD',
  MX$: 'MXN',
  '₽': 'RUB',
  '₩': 'KRW',
  '₺': 'TRY',
  '₪': 'ILS',
  '₴': 'UAH',
  '฿': 'THB',
  ZŁ: 'PLN',
  KČ: 'CZK',
  FT: 'HUF',
  KR: 'KR',
  'KR.': 'KR',
  FR: 'CHF',
  'FR.': 'CHF',
  SFR: 'CHF',
  RS: 'INR',
  'RS.': 'INR',
};

const CODES: ReadonlySet<string> = new Set(
  (
    'USD EUR GBP JPY CHF CAD AUD NZD CNY RMB INR BRL MXN ARS CLP COP PEN ZAR SEK NOK DKK ISK PLN CZK HUF RON BGN ' +
    'HRK RUB UAH TRY ILS AED SAR QAR KWD EGP NGN KES MAD SGD HKD TWD KRW THB MYR IDR PHP VND PKR BDT LKR'
  ).split(' '),
);

const MULTIPLIERS: Readonly<Record<string, number>> = {
  k: 1e3,
  tsd: 1e3,
  thousand: 1e3,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  mio: 1e6,
  mil: 1e3,
  million: 1e6,
  millions: 1e6,
  b: 1e9,
  bn: 1e9,
  mrd: 1e9,
  md: 1e9,
  billion: 1e9,
};

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** ISO code of a symbol or code ("€", "R$", "chf"), '' for any other text. A bare $ counts as USD. */
export function currencyOf(word: string): string {
  const upper = word.trim().toUpperCase();
  return own(SYMBOLS, upper) ?? (CODES.has(upper) ? upper : '');
}

/** The currency that a number format shows (`[$€-407]`, `"USD" 0`, `$#,##0`), '' for none. */
export function currencyOfFormat(format: string): string {
  const tagged = /\[\$([^\]-]+)/.exec(format)?.[1] ?? /"([^"]+)"/.exec(format)?.[1];
  return currencyOf(tagged ?? /[$€£¥₹]/.exec(format)?.[0] ?? '');
}

/** True for a number format that shows a percentage: % outside quotes and escapes. */
export const isPercentFormat = (format: string): boolean => format.replace(/"[^"]*"|\\./g, '').includes('%');

/** What a column's reading needs to know and takes down; one object per column, none per cell. */
export interface NumberReading {
  /** Decimal mark of cells that do not tell by themselves; undefined before it is decided. */
  mark: DecimalMark | undefined;
  readonly seen: MarkEvidence;
  /** True when the last text could also mean something else under the other mark. */
  undecided: boolean;
  /** The currency word at the last text, '' for none. */
  currency: string;
  /** True when the last text was a percentage. */
  percent: boolean;
  /** What stood around the digits so far, so that "$" is looked up once and not a million times. */
  readonly words: Map<string, Words>;
}

/** What words around digits mean; `factor` is NaN when they mean nothing. */
interface Words {
  readonly factor: number;
  readonly currency: string;
  readonly percent: boolean;
}

export const numberReading = (mark?: DecimalMark): NumberReading => ({
  mark,
  seen: noMarkEvidence(),
  undecided: false,
  currency: '',
  percent: false,
  words: new Map(),
});

const POINT = 46;
const COMMA = 44;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** Space, non-breaking, thin and narrow spaces, apostrophes: they only ever group. */
const isGrouping = (code: number): boolean =>
  code === 32 || code === 0xa0 || code === 0x202f || code === 0x2009 || code === 39 || code === 0x2019;
const isMinus = (code: number): boolean => code === 45 || code === 0x2212;
/** Digits beyond this are read as written, not digit by digit: a double holds no more. */
const MOST_DIGITS = 1e15;

/** What stands around the digits: currency, multiplier, per cent. */
function wordsAround(around: string): Words {
  let factor = 1;
  let currency = '';
  let percent = false;
  for (const word of around.replace(/[\s\u00a0\u202f\u2009]+/g, ' ').split(' ')) {
    if (word === '') continue;
    if (word === '%') {
      percent = true;
      factor /= 100;
      continue;
    }
    const multiplier = own(MULTIPLIERS, word.replace(/\.$/, '').toLowerCase());
    // "k€", "M$": a multiplier glued to a currency.
    const glued = /^(k|mm|mn|m|bn|b)(\D{1,3})$/i.exec(word);
    if (currencyOf(word) !== '') currency = currencyOf(word);
    else if (multiplier !== undefined) factor *= multiplier;
    else if (glued && currencyOf(glued[2] ?? '') !== '') {
      currency = currencyOf(glued[2] ?? '');
      factor *= own(MULTIPLIERS, (glued[1] ?? '').toLowerCase()) ?? NaN;
    } else return { factor: NaN, currency: '', percent: false };
  }
  return { factor, currency, percent };
}

const MOST_WORDS = 1000;

/** The factor of what stands around the digits, noting currency and per cent in `reading`. */
function factorOf(around: string, reading: NumberReading): number {
  let words = reading.words.get(around);
  if (!words) {
    words = wordsAround(around);
    if (reading.words.size < MOST_WORDS) reading.words.set(around, words);
  }
  reading.currency = words.currency;
  reading.percent = words.percent;
  return words.factor;
}

/** The number that a text says, NaN when it says none. `reading` is written to, see there. */
export function numberOfText(raw: string, reading: NumberReading): number {
  const text = withoutApostrophe(trimmed(raw));
  const end = text.length;
  reading.undecided = false;
  reading.currency = '';
  reading.percent = false;
  if (end === 0 || end > 60) return NaN;
  let at = 0;
  let negative = false;
  let from = -1; // start of the words before the digits
  for (; at < end; at++) {
    const c = text.charCodeAt(at);
    if (isDigit(c)) break;
    if ((c === POINT || c === COMMA) && isDigit(text.charCodeAt(at + 1))) break;
    if (isMinus(c) || c === 40) {
      if (negative) return NaN;
      negative = true;
    } else if (c !== 43 && !isGrouping(c) && from < 0) from = at;
  }
  if (at === end) return NaN;
  const start = at;
  let mantissa = 0;
  let points = 0;
  let commas = 0;
  let lastMark = 0;
  let sinceMark = 0;
  let beforeMark = 0;
  let badGroup = false;
  let leadingZero = false;
  let stop = end; // end of the digits
  for (; at < end; at++) {
    const c = text.charCodeAt(at);
    if (isDigit(c)) {
      mantissa = mantissa * 10 + c - 48;
      sinceMark++;
    } else if (c === POINT || c === COMMA) {
      if (!isDigit(text.charCodeAt(at + 1))) {
        if (at + 1 < end && !isGrouping(text.charCodeAt(at + 1))) return NaN;
        stop = at; // "500." and "5. "
        break;
      }
      if (lastMark === 0) {
        beforeMark = sinceMark;
        leadingZero = sinceMark === 1 && mantissa === 0;
      } else if (sinceMark < 2 || sinceMark > 3) badGroup = true;
      if (c === POINT) points++;
      else commas++;
      lastMark = c;
      sinceMark = 0;
    } else if (isGrouping(c) && isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 3))) {
      // "1 234": at least three digits follow a space, otherwise these are two numbers.
      if (!isDigit(text.charCodeAt(at + 2))) return NaN;
    } else {
      stop = at;
      break;
    }
  }
  if (mantissa > MOST_DIGITS) return exponential(text, negative);
  const marks = points + commas;
  let decimals = 0;
  if (marks > 0) {
    const lastIsPoint = lastMark === POINT;
    const sameMarks = points === 0 || commas === 0;
    if (!sameMarks) {
      if ((lastIsPoint ? points : commas) > 1 || badGroup) return NaN;
      decimals = sinceMark;
    } else if (marks > 1) {
      if (badGroup || sinceMark !== 3) return NaN;
    } else if (sinceMark !== 3 || beforeMark > 3 || beforeMark === 0 || leadingZero) decimals = sinceMark;
    else {
      reading.undecided = true;
      if (reading.mark === (lastIsPoint ? '.' : ',')) decimals = 3;
    }
    if (!reading.undecided) {
      if (decimals > 0 === lastIsPoint) reading.seen.point++;
      else reading.seen.comma++;
    }
  }
  let value = decimals === 0 ? mantissa : mantissa / 10 ** decimals;
  if (stop < end || from >= 0) {
    let head = from < 0 ? '' : text.slice(from, start);
    let tail = text.slice(stop);
    if (tail !== '') {
      if (tail.charCodeAt(0) === POINT || tail.charCodeAt(0) === COMMA) tail = tail.slice(1);
      if (/^e[+-]?\d/i.test(tail)) return exponential(text, negative);
      if (/[-\u2212]\s*$/.test(tail)) {
        if (negative) return NaN;
        negative = true;
        tail = tail.replace(/[-\u2212]\s*$/, '');
      }
      tail = tail.replace(')', '').replace('%', ' % ');
    }
    if (negative && head !== '') head = head.replace(/[-\u2212(]/g, ' ');
    if (head !== '' || tail !== '') value *= factorOf(tail === '' ? head : `${head} ${tail}`, reading);
  }
  return negative ? -value : value;
}

/** "1.5E+06" and numbers of more digits than a double holds. */
function exponential(text: string, negative: boolean): number {
  if (!/^[-+]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return NaN;
  const value = Number(text);
  return Number.isFinite(value) && negative === value < 0 ? value : NaN;
}

/** A number cell or text as a number; 'blank' and 'unreadable' as for dates. For columns use `readAmounts`. */
export function numberOfCell(
  cell: Cell | undefined,
  mark: DecimalMark | undefined,
): number | 'blank' | 'unreadable' {
  if (cell === null || cell === undefined) return 'blank';
  if (typeof cell === 'boolean') return 'unreadable';
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : 'unreadable';
  if (saysNoNumber(trimmed(cell))) return 'blank';
  const value = numberOfText(cell, numberReading(mark));
  return Number.isNaN(value) ? 'unreadable' : value;
}

/** Integer cents of an amount, half away from zero; NaN for an amount too large for cents to be exact. */
export const centsOf = (value: number): number => moneyOf(value) ?? NaN;
