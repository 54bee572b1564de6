import { asDay, isoOf } from '../core/day';
import type { Format } from './report';

/** Excel number formats: no currency sign, because `$` shows another currency elsewhere; dates in ISO order. */
export const NUMBER_FORMATS: Readonly<Record<Format, string>> = {
  text: '@',
  integer: '#,##0',
  decimal: '#,##0.00',
  percent: '0%',
  percent1: '0.0%',
  percent2: '0.00%',
  pValue: '[<0.001]"< 0.001";0.000',
  chance: '[<0.005]"below 1%";[>=0.995]"above 99%";0%',
  days: '#,##0',
  days1: '#,##0.0',
  money: '#,##0',
  cents: '#,##0.00',
  date: 'yyyy-mm-dd',
  general: 'General',
};

/** Formats whose contents are cents and are written in units. */
export const isMoney = (format: Format): boolean => format === 'money' || format === 'cents';

/** Column widths in characters of the default font, where neither a column nor its contents ask for more. */
export const DEFAULT_WIDTHS: Readonly<Record<Format, number>> = {
  text: 12,
  integer: 11,
  decimal: 12,
  percent: 11,
  percent1: 11,
  percent2: 11,
  pValue: 11,
  chance: 11,
  days: 11,
  days1: 11,
  money: 14,
  cents: 14,
  date: 12,
  general: 12,
};

/** Half away from zero, as Excel shows it. The nudge lifts what binary holds a hair too low (1.005). */
function roundedTo(value: number, decimals: number): number {
  const scaled = Math.abs(value) * 10 ** decimals;
  return (Math.sign(value) * Math.round(scaled * (1 + Number.EPSILON))) / 10 ** decimals;
}

/** "1,234.50": a comma every three digits and a decimal point, wherever it runs. */
export function formatNumber(value: number, decimals: number): string {
  const rounded = roundedTo(value, decimals);
  const [whole = '0', fraction] = Math.abs(rounded).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${rounded < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

const counted = (text: string): string => `${text} ${text === '1' || text === '1.0' ? 'day' : 'days'}`;

/** How a number reads in the pane and on the command line, equal in every locale; nothing is "–". `money` takes cents. */
export function formatValue(value: number | string | null, format: Format): string {
  if (value === null) return '–';
  if (typeof value === 'string') return value;
  switch (format) {
    case 'integer':
      return formatNumber(value, 0);
    case 'decimal':
      return formatNumber(value, 2);
    case 'percent':
      return `${formatNumber(value * 100, 0)}%`;
    case 'percent1':
      return `${formatNumber(value * 100, 1)}%`;
    case 'percent2':
      return `${formatNumber(value * 100, 2)}%`;
    case 'pValue':
      return value < 0.001 ? '< 0.001' : formatNumber(value, 3);
    case 'chance':
      return value < 0.005 ? 'below 1%' : value >= 0.995 ? 'above 99%' : `${formatNumber(value * 100, 0)}%`;
    case 'days':
      return counted(formatNumber(value, 0));
    case 'days1':
      return counted(formatNumber(value, 1));
    case 'money':
      return formatNumber(value / 100, 0);
    case 'cents':
      return formatNumber(value / 100, 2);
    case 'date':
      return isoOf(asDay(value));
    case 'text':
    case 'general':
      return Number.isInteger(value) ? formatNumber(value, 0) : String(roundedTo(value, 6));
  }
}
