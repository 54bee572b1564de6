import type { ForecastFinding } from '../../../engine/analyses/forecast/finding';
import { compact, DASH, decimal, money } from '../../format';

/** What every section of the page draws from. */
export interface Shown {
  readonly forecast: ForecastFinding;
}

type Unit = ForecastFinding['basis']['unit'];

/** Where no deal has an amount, each deal counts as one. */
export const amountText =
  (unit: Unit): ((value: number | null) => string) =>
  (value) =>
    unit === 'amount' ? money(value) : value === null ? DASH : decimal(value);

/** In whole units, for a chart. */
export const inUnits =
  (unit: Unit): ((value: number) => number) =>
  (value) =>
    unit === 'amount' ? value / 100 : value;

/** "178.9k": where five columns have to stand beside each other in a narrow pane; the sheet has them in full. */
export const shortText =
  (unit: Unit): ((value: number | null) => string) =>
  (value) =>
    value === null ? DASH : compact(inUnits(unit)(value));
