import type { IndicatorsFinding, ResultFinding } from '../../../engine/analyses/indicators/finding';
import type { SeriesKind } from '../../../engine/analyses/indicators/series';
import { count, DASH, date, decimal, money, month, monthRange } from '../../format';

/** What every section of the page draws from. */
export interface Shown {
  readonly finding: IndicatorsFinding;
}

/** Besides, the result that the page is about. */
export interface OfResult extends Shown {
  readonly result: ResultFinding;
}

/** A value of a series: cents in whole units, else with a decimal where it is small. */
export function valueText(kind: SeriesKind, value: number | null): string {
  if (value === null) return DASH;
  if (kind === 'amount') return money(value);
  return Math.abs(value) >= 100 ? count(value) : decimal(value);
}

/** For a chart: amounts in whole units. */
export const inUnits = (kind: SeriesKind, value: number): number => (kind === 'amount' ? value / 100 : value);

/** "Mar 26", or the Monday of a week. */
export const periodText = (period: string): string => (period.length === 7 ? month(period) : date(period));

export const spanText = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  from === to
    ? periodText(from)
    : from.length === 7
      ? monthRange(from, to)
      : `${periodText(from)} to ${periodText(to)}`;
