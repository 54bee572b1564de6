import { formatNumber, formatValue } from '../../../report/formats';
import { counted } from '../../../report/wording';
import type { Estimate, Rate } from '../finding';

/** "95% interval 24% to 31%, 102 of 412 decided deals"; below the minimum the counts stand in place of the rate. */
export function rateDetail(rate: Rate, confidence: number, minimum: number, of: string): string {
  if (rate.n === 0) return `no ${of} yet`;
  return rate.n < minimum
    ? `${of}, too few for a percentage`
    : `${interval(rate, confidence)}, ${formatNumber(rate.x, 0)} of ${formatNumber(rate.n, 0)} ${of}`;
}

/** "95% interval 24% to 31%"; says so where the estimator gives no limits. */
export const interval = ({ low, high }: Estimate | Rate, confidence: number): string =>
  low === null || high === null
    ? 'no interval'
    : `${confidenceText(confidence)} interval ${formatValue(low, 'percent')} to ${formatValue(high, 'percent')}`;

/** "95%", and "99.9%" where the tenth matters. */
export const confidenceText = (confidence: number): string =>
  formatValue(confidence, Number.isInteger(Math.round(confidence * 1e6) / 1e4) ? 'percent' : 'percent1');

export const days = (n: number): string => counted(n, 'day');
export const deals = (n: number): string => counted(n, 'deal');
/** "31 to 62 days"; "31 days" where the two are one. */
export const daysBetween = (from: number, to: number): string =>
  from === to ? days(to) : `${formatNumber(from, 0)} to ${days(to)}`;
