/**
 * Excel reads what a program puts into `values` as if a person had typed it. The stand-in knows the common part of that:
 * formulas, numbers with separators, per cent, money, dates, times, booleans and the apostrophe that keeps text as text.
 */
export interface Typed {
  readonly value: string | number | boolean | null;
  /** With its "=". */
  readonly formula?: string;
  /** The number format that typing this gives to a General cell. */
  readonly numberFormat?: string;
  readonly quoted?: true;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const EPOCH = Date.UTC(1899, 11, 30);

function serial(year: number, month: number, date: number): number | null {
  const full = year < 30 ? 2000 + year : year < 100 ? 1900 + year : year;
  const time = Date.UTC(full, month - 1, date);
  const back = new Date(time);
  if (full < 1900 || full > 9999 || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== date)
    return null;
  return (time - EPOCH) / 86_400_000;
}

function typedDate(text: string): Typed | null {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  const us = /^(\d{1,2})[-/](\d{1,2})(?:[-/](\d{2}|\d{4}))?$/.exec(text);
  const worded = /^(\d{1,2})[- ]([A-Za-z]{3})[a-z]*(?:[- ,]+(\d{2}|\d{4}))?$/.exec(text);
  const wordedFirst = /^([A-Za-z]{3})[a-z]*[- ](\d{1,2})(?:, ?(\d{4}))?$/.exec(text);
  const thisYear = 2026; // Excel takes the current year; a fixed one keeps runs equal.
  const month = (name: string | undefined): number => MONTHS.indexOf((name ?? '').toLowerCase()) + 1;
  const found = iso
    ? serial(Number(iso[1]), Number(iso[2]), Number(iso[3]))
    : us
      ? serial(us[3] ? Number(us[3]) : thisYear, Number(us[1]), Number(us[2]))
      : worded
        ? serial(worded[3] ? Number(worded[3]) : thisYear, month(worded[2]), Number(worded[1]))
        : wordedFirst
          ? serial(
              wordedFirst[3] ? Number(wordedFirst[3]) : thisYear,
              month(wordedFirst[1]),
              Number(wordedFirst[2]),
            )
          : null;
  return found === null ? null : { value: found, numberFormat: 'm/d/yyyy' };
}

function typedNumber(text: string): Typed | null {
  const m = /^(\(|[-+])?\s*(\$)?\s*(\d{1,3}(?:,\d{3})+|\d*)(\.\d*)?(e[-+]?\d+)?\s*(%)?\)?$/i.exec(text);
  if (!m || !/\d/.test(text) || (m[1] === '(') !== text.endsWith(')')) return null;
  const magnitude = Number(`${(m[3] ?? '').replace(/,/g, '') || '0'}${m[4] ?? ''}${m[5] ?? ''}`);
  if (!Number.isFinite(magnitude)) return null;
  const signed = m[1] === '-' || m[1] === '(' ? -magnitude : magnitude;
  const numberFormat = m[6]
    ? m[4]
      ? '0.00%'
      : '0%'
    : m[2]
      ? '$#,##0.00'
      : m[3]?.includes(',')
        ? '#,##0'
        : null;
  return { value: m[6] ? signed / 100 : signed, ...(numberFormat && { numberFormat }) };
}

export function typed(text: string, numberFormat: string): Typed {
  if (text === '') return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1), quoted: true };
  if (numberFormat === '@') return { value: text };
  if (text.startsWith('=') && text.length > 1) return { value: null, formula: text };
  const plain = text.trim();
  const number = typedNumber(plain);
  if (number) return number;
  if (/^[-+@]./.test(text))
    return { value: null, formula: text.startsWith('@') ? `=${text.slice(1)}` : `=${text}` };
  const time = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(plain);
  if (time)
    return {
      value: (Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0)) / 86_400,
      numberFormat: 'h:mm',
    };
  const date = typedDate(plain);
  if (date) return date;
  if (/^(true|false)$/i.test(plain)) return { value: /^t/i.test(plain) };
  return { value: text };
}
