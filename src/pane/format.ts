import type { Assumption, AssumptionValue, NumberAssumption } from '../engine/core/assumption';
import type { ComparedFigure, Figure } from '../engine/analyses/comparison';
import type { Estimate, Rate } from '../engine/analyses/funnel/finding';

/** Numbers as the reader's own system writes them. */
const locale = (): string => navigator.language;
const cached = (options: Intl.NumberFormatOptions): ((value: number) => string) => {
  let made: { locale: string; format: Intl.NumberFormat } | undefined;
  return (value) => {
    if (made?.locale !== locale())
      made = { locale: locale(), format: new Intl.NumberFormat(locale(), options) };
    return made.format.format(value);
  };
};

export const count = cached({ maximumFractionDigits: 0 });
export const decimal = cached({ maximumFractionDigits: 1 });
/** "0.62": correlations. */
export const hundredths = cached({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
/** "1.2M": for axes. */
export const compact = cached({ notation: 'compact', maximumFractionDigits: 1 });
export const percent = cached({ style: 'percent', maximumFractionDigits: 0 });
/** "+10 %", "−5 %", "0 %". */
export const change = cached({ style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });
export const percent1 = cached({ style: 'percent', maximumFractionDigits: 1 });
const plain = cached({ maximumFractionDigits: 12, useGrouping: false });

/** "1 deal", "12 deals". */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${count(n)} ${n === 1 ? one : many}`;

export const DASH = '–';

/** "+1,200" where it is above nought. */
export const signed = (value: number, text: (value: number) => string): string =>
  value > 0 ? `+${text(value)}` : text(value);

/** A figure of a scenario. */
export const figureText = (format: Figure['format'], value: number | null): string =>
  value === null
    ? DASH
    : format === 'money'
      ? money(value)
      : format === 'percent1'
        ? share(value)
        : decimal(value);

/** "+1,200 on average; 8 times in 10 +900 to +1,500": the difference with its interval, where it has one. */
export function differenceText({ format, difference }: ComparedFigure): string {
  if (!difference) return DASH;
  const { value, low, high } = difference;
  const text = (of: number): string => signed(of, (v) => figureText(format, v));
  return low === null || high === null
    ? `${text(value)} on average`
    : `${text(value)} on average; 8 times in 10 ${text(low)} to ${text(high)}`;
}

/** Cents in whole units, or a dash. */
export const money = (cents: number | null): string => (cents === null ? DASH : count(cents / 100));

/** "24 %", or a dash where it cannot be known. */
export const share = (estimate: number | null): string => (estimate === null ? DASH : percent(estimate));

/** A simulated share of futures: none of them is no certainty. */
export const chance = (p: number | null): string =>
  p === null || (p >= 0.005 && p < 0.995)
    ? share(p)
    : p < 0.5
      ? `below ${percent(0.01)}`
      : `above ${percent(0.99)}`;

/** "24 %"; from fewer deals than the smallest group shown as a percentage: "1 of 3". */
export const rate = ({ x, n, estimate }: Rate, minimum: number): string =>
  n < minimum ? `${count(x)} of ${count(n)}` : share(estimate);

/** "20 %–29 %". */
export const interval = ({ low, high }: Pick<Estimate, 'low' | 'high'>): string =>
  low === null || high === null ? DASH : `${percent(low)}${DASH}${percent(high)}`;

export const days = (value: number | null): string => (value === null ? DASH : counted(value, 'day'));

/** "about 24 days", or "at least 90 days" where half of the deals have not come to an end. */
export const median = (value: number | null, atLeast: number | null): string =>
  value !== null ? days(value) : atLeast !== null ? `at least ${days(atLeast)}` : DASH;

/** "14 Mar 2026" from "2026-03-14", in the reader's order; no time zone comes in. */
export function date(iso: string): string {
  const parsed = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(parsed.getTime())
    ? iso
    : new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(parsed);
}

/** "Mar 26" from "2026-03". */
export function month(period: string): string {
  const parsed = new Date(`${period}-01T00:00:00Z`);
  return Number.isNaN(parsed.getTime())
    ? period
    : new Intl.DateTimeFormat(locale(), { month: 'short', year: '2-digit', timeZone: 'UTC' }).format(parsed);
}

/** "May – Jul 26" from "2026-05" and "2026-07". */
export function monthRange(from: string, to: string): string {
  const [first, last] = [new Date(`${from}-01T00:00:00Z`), new Date(`${to}-01T00:00:00Z`)];
  return Number.isNaN(first.getTime()) || Number.isNaN(last.getTime())
    ? `${from} – ${to}`
    : new Intl.DateTimeFormat(locale(), { month: 'short', year: '2-digit', timeZone: 'UTC' }).formatRange(
        first,
        last,
      );
}

/** "very sure", "fairly sure", "not sure": recognition's confidence in words. */
export const confidence = (share: number): string =>
  share >= 0.9 ? 'very sure' : share >= 0.6 ? 'fairly sure' : 'not sure';

/** What stands in the field of an assumption: a share is typed as a percentage. */
export const fieldText = (assumption: Assumption, value: AssumptionValue): string =>
  typeof value === 'number' ? plain(isShare(assumption) ? value * 100 : value) : value;

export const isShare = (assumption: Assumption): boolean => assumption.unit === 'share';

/** "1 and 1,826 days", "50 % and 99.9 %". */
export function rangeOf(assumption: NumberAssumption): string {
  const { min, max, unit } = assumption;
  return isShare(assumption)
    ? `${percent1(min)} and ${percent1(max)}`
    : `${plain(min)} and ${plain(max)} ${unit}`.trimEnd();
}

/** A number of a plan as it is typed: a share as a percentage. */
export const shareText = (value: number, share: boolean): string =>
  share ? `${plain(value * 100)}%` : plain(value);

/** What was typed into a plan's cell: a number where it is one (a share with or without its percent sign), else the text. */
export function typedCell(text: string, share: boolean): string | number | null {
  if (text.trim() === '') return null;
  const percent = share || text.trim().endsWith('%');
  return typedNumber({ ...ANY, unit: percent ? 'share' : '' }, text) ?? text.trim();
}

/** Any number, whatever it is of. */
export const ANY = {
  kind: 'number',
  id: '',
  label: '',
  unit: '',
  initial: 0,
  min: -Infinity,
  max: Infinity,
  step: 1,
  help: '',
  source: '',
} as const satisfies NumberAssumption;

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;
/** Digits in groups of three, by the sign that does not mark decimals where the reader is. */
const GROUPED = { '.': /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/, ',': /^[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d*)?$/ };

/**
 * The number typed; a percentage becomes a share. A comma and a point both mark decimals, but "12,500" is twelve thousand
 * where the reader's own system marks decimals with a point, and "12.500" where it marks them with a comma. Undefined: not
 * a number.
 */
export function typedNumber(assumption: Assumption, text: string): number | undefined {
  const digits = text.replace(/\s*%\s*$/, '').replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))|\s+$|^\s+/g, '');
  const mark = decimal(0.5).includes(',') ? ',' : '.';
  const plainly = GROUPED[mark].test(digits) ? digits.replaceAll(mark === ',' ? '.' : ',', '') : digits;
  const number = plainly.replace(',', '.');
  if (!NUMBER.test(number)) return undefined;
  const value = Number(number);
  // Twelve digits: 7 % is 0.07, not 0.07000000000000001.
  return isShare(assumption) ? Number((value / 100).toPrecision(12)) : value;
}
