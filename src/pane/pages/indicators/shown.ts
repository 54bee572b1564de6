import type { IndicatorFinding, IndicatorsFinding } from '../../../engine/analyses/indicators/finding';
import { ofResult } from '../../../engine/analyses/indicators/describe/lights';
import { date, DASH, decimal, money, month } from '../../format';

/** What every part of the page shows: the finding, and the result that a person looks at. */
export interface Shown {
  readonly finding: IndicatorsFinding;
  readonly result: string;
}

export const shownIndicators = ({ finding, result }: Shown): readonly IndicatorFinding[] =>
  ofResult(finding, result);

export const valueText = (kind: IndicatorFinding['kind'], value: number | null): string =>
  value === null ? DASH : kind === 'amount' ? money(value) : decimal(value);

/** Amounts are cents; charts show units. */
export const inUnits = (kind: IndicatorFinding['kind'], value: number): number =>
  kind === 'amount' ? value / 100 : value;

/** "Mar 26", or of a week its Monday. */
export const periodText = (period: string): string => (period.length === 7 ? month(period) : date(period));
