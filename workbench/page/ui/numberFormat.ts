/**
 * Cells as a number format shows them: the formats that Leadline and its samples use, and the common others. What it does
 * not know is shown as General, never wrongly.
 */
export interface ShownValue {
  readonly text: string;
  /** Of the format's section, "[Red]". */
  readonly color?: string;
}

const DAY = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const COLOR = /^\[(Red|Blue|Green|Black|White|Yellow|Cyan|Magenta)\]/i;

export function formatCell(
  value: string | number | boolean | null,
  format: string,
  date1904 = false,
): ShownValue {
  if (value === null) return { text: '' };
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE' };
  const sections = splitSections(format);
  if (typeof value === 'string') {
    const text = sections[3];
    return { text: text === undefined ? value : literal(text).replace('@', value) };
  }
  if (format === 'General' || format === '@' || format === '') return { text: general(value) };
  const own = value < 0 ? sections[1] : value === 0 ? sections[2] : undefined;
  const section = own ?? sections[0] ?? 'General';
  const color = COLOR.exec(section)?.[1]?.toLowerCase();
  const body = section.replace(COLOR, '').replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, '"$1"');
  // A section of its own says how a negative number looks, sign included.
  const shown = own === undefined ? value : Math.abs(value);
  const text = isDateFormat(body) ? dateText(shown, body, date1904) : numberText(shown, body);
  return { text, ...(color !== undefined && { color }) };
}

/** Eleven characters at most, as Excel has them in a usual column. */
export function general(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
  const size = Math.abs(value);
  if (size >= 1e11 || size < 1e-9) return scientific(value, 5, true);
  const whole = Math.max(1, Math.floor(Math.log10(size)) + 1);
  return String(Number(value.toFixed(Math.max(0, 10 - whole))));
}

function scientific(value: number, decimals: number, trimmed: boolean): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(decimals).split('e');
  const digits = trimmed ? String(Number(mantissa)) : mantissa;
  const power = Number(exponent);
  return `${digits}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

function splitSections(format: string): readonly string[] {
  const sections: string[] = [''];
  for (const [piece] of format.matchAll(/"[^"]*"|\\.|[^]/g)) {
    if (piece === ';') sections.push('');
    else sections[sections.length - 1] += piece;
  }
  return sections;
}

/** Quotes, escapes, "_)" (a blank as wide as the bracket) and "*" (fill) resolved. */
const literal = (text: string): string =>
  text.replace(
    /"([^"]*)"|\\(.)|_(.)|\*./g,
    (_, quoted?: string, escaped?: string, blank?: string) =>
      quoted ?? escaped ?? (blank === undefined ? '' : ' '),
  );

export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return !/general/i.test(bare) && /[ymdhs]/i.test(bare);
}

const NUMBER = /^(.*?)([#0?][#0?,]*)?(\.[#0?]*)?(E[+-]0+)?(,*)(%?)([^#0?]*)$/is;

/** Stands for a literal piece while a format is taken apart; no format has it. */
const MASK = '\u00a4\u2060';

function numberText(value: number, format: string): string {
  if (/^general$/i.test(format.trim())) return general(value);
  const pieces: string[] = [];
  const masked = format.replace(/"[^"]*"|\\.|_.|\*./g, (piece) => {
    pieces.push(literal(piece));
    return MASK;
  });
  const parts = NUMBER.exec(masked);
  const restore = (text: string): string => text.replaceAll(MASK, () => pieces.shift() ?? '');
  if (!parts || (!parts[2] && !parts[3]))
    return parts && !/[#0?@]/.test(masked) ? restore(masked) : general(value);
  const [, before = '', whole = '', fraction = '', exponent = '', commas = '', percent = '', after = ''] =
    parts;
  const thousands = commas.length + (/,+$/.exec(whole)?.[0].length ?? 0);
  const scaled = (percent || after.includes('%') ? value * 100 : value) / 1000 ** thousands;
  const most = fraction.length > 0 ? fraction.length - 1 : 0;
  if (exponent) return `${restore(before)}${scientific(scaled, most, false)}${restore(after)}`;
  const least = fraction.replace(/[^0]/g, '').length;
  let [left = '0', right = ''] = halfUp(Math.abs(scaled), most).split('.');
  while (right.length > least && right.endsWith('0')) right = right.slice(0, -1);
  const zeros = whole.replace(/[^0]/g, '').length;
  if (left === '0' && zeros === 0) left = '';
  left = left.padStart(zeros, '0');
  if (/[#0?],[#0?]/.test(whole)) left = left.replace(/\B(?=(\d{3})+$)/g, ',');
  const isZero = !/[1-9]/.test(left + right);
  const sign = scaled < 0 && !isZero ? '-' : '';
  const digits = right === '' ? left : `${left}.${right}`;
  const text = `${restore(before)}${digits}${percent}${restore(after)}`;
  return `${sign}${text}`;
}

/** Half away from zero; the nudge lifts what binary holds a hair too low (1.005). */
function halfUp(value: number, decimals: number): string {
  if (value >= 1e15) return value.toFixed(decimals);
  return (Math.round(value * 10 ** decimals * (1 + Number.EPSILON)) / 10 ** decimals).toFixed(decimals);
}

function dateText(serial: number, format: string, date1904: boolean): string {
  if (serial < 0) return general(serial);
  const day = Math.floor(serial);
  const ofDay = Math.round((serial - day) * 86_400_000);
  // Excel's calendar has a 29 February 1900, so serials before it are one day behind.
  const shift = !date1904 && day < 60 && day > 0 ? 1 : 0;
  const date = new Date((date1904 ? EPOCH_1904 : EPOCH_1900) + (day + shift) * DAY + ofDay);
  const hasNoon = /am\/pm|a\/p/i.test(format);
  const pad = (n: number, width: number): string => String(n).padStart(width, '0');
  const tokens = [
    ...format.matchAll(/"([^"]*)"|\\(.)|_(.)|\*.|\[(h+|m+|s+)\]|am\/pm|a\/p|y+|m+|d+|h+|s+(?:\.(0+))?|[^]/gi),
  ].map((m) => ({ text: m[0], quoted: m[1], escaped: m[2], blank: m[3], total: m[4], fraction: m[5] }));
  const isTime = (i: number): boolean => {
    const near = (from: number, by: number): string => {
      for (let j = from; j >= 0 && j < tokens.length; j += by)
        if (/^\[?[ymdhs]/i.test(tokens[j]?.text ?? ''))
          return (tokens[j]?.text ?? '').replace('[', '').charAt(0).toLowerCase();
      return '';
    };
    return near(i - 1, -1) === 'h' || near(i + 1, 1) === 's';
  };
  return tokens
    .map((token, i) => {
      const { text } = token;
      const lower = text.toLowerCase();
      if (token.quoted !== undefined) return token.quoted;
      if (token.escaped !== undefined) return token.escaped;
      if (token.blank !== undefined) return ' ';
      if (token.total !== undefined) {
        const unit = { h: 24, m: 1440, s: 86_400 }[token.total.charAt(0).toLowerCase()] ?? 24;
        return pad(Math.floor(serial * unit + 1e-9), token.total.length);
      }
      if (lower.startsWith('y'))
        return lower.length > 2 ? pad(date.getUTCFullYear(), 4) : pad(date.getUTCFullYear() % 100, 2);
      if (lower.startsWith('d')) {
        const name = DAYS[date.getUTCDay()] ?? '';
        return lower.length > 3
          ? name
          : lower.length === 3
            ? name.slice(0, 3)
            : pad(date.getUTCDate(), lower.length);
      }
      if (/^m+$/.test(lower)) {
        if (lower.length <= 2 && isTime(i)) return pad(date.getUTCMinutes(), lower.length);
        const name = MONTHS[date.getUTCMonth()] ?? '';
        if (lower.length === 5) return name.charAt(0);
        return lower.length > 3
          ? name
          : lower.length === 3
            ? name.slice(0, 3)
            : pad(date.getUTCMonth() + 1, lower.length);
      }
      if (/^h+$/.test(lower)) {
        const hours = date.getUTCHours();
        return pad(hasNoon ? hours % 12 || 12 : hours, lower.length);
      }
      if (lower.startsWith('s')) {
        const seconds = pad(date.getUTCSeconds(), lower.split('.')[0]?.length ?? 1);
        return token.fraction === undefined
          ? seconds
          : `${seconds}.${pad(date.getUTCMilliseconds(), 3).slice(0, token.fraction.length)}`;
      }
      if (lower === 'am/pm') return date.getUTCHours() < 12 ? 'AM' : 'PM';
      if (lower === 'a/p') return date.getUTCHours() < 12 ? 'A' : 'P';
      return lower.startsWith('*') ? '' : text;
    })
    .join('');
}
