import type { Quotas } from '../../dataset/dataset';
import { quotaBetween } from '../salesQuotas';
import type { LeadResult } from './leadResults';
import {
  businessDaysIn,
  endOf,
  startOf,
  PERIODS_A_YEAR,
  USUAL_BUSINESS_DAYS,
  type Grain,
  type Periods,
} from './periods';
import { perUsualPeriod } from './series';

/** What a result shall reach in a period, and who says so. */
export interface Target {
  readonly value: number;
  /** Where no person says so. */
  readonly fromData: number;
  readonly source: 'given' | 'quotas' | 'usual';
}

/** As many business days as a period has, against a usual one: what a usual period brings, times this, is what it brings. */
export const length = (grain: Grain, index: number): number =>
  businessDaysIn(grain, index) / USUAL_BUSINESS_DAYS[grain];

/** The mean of the known values of the last year, in usual periods; 0 without any. */
function usualLevel(result: Pick<LeadResult, 'values' | 'kind'>, periods: Periods): number {
  const known = perUsualPeriod(result.values, result.kind, periods)
    .filter((value) => !Number.isNaN(value))
    .slice(-PERIODS_A_YEAR[periods.grain]);
  return known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/**
 * The target of the period of an index: as a person set it; for the won amount the quotas of its days, where there are any; else
 * as much as was usual in the last year, for as many business days.
 */
export function targetOf(
  result: LeadResult,
  quotas: Quotas | undefined,
  periods: Periods,
  index: number,
): Target {
  const fromData = targetFromData(result, quotas, periods, index);
  return result.target === null
    ? { ...fromData, fromData: fromData.value }
    : { value: result.target, fromData: fromData.value, source: 'given' };
}

function targetFromData(
  result: LeadResult,
  quotas: Quotas | undefined,
  periods: Periods,
  index: number,
): Pick<Target, 'value'> & { readonly source: 'quotas' | 'usual' } {
  const { grain } = periods;
  if (result.goal === 'won' && result.kind === 'amount') {
    const quota = quotaBetween(quotas, startOf(grain, index), endOf(grain, index));
    if (quota !== null && quota > 0) return { value: quota, source: 'quotas' };
  }
  const usual = usualLevel(result, periods);
  return { value: result.kind === 'rate' ? usual : usual * length(grain, index), source: 'usual' };
}
