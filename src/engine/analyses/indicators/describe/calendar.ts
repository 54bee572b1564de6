import { dayOfIso } from '../../../core/day';
import type { IndicatorsFinding } from '../finding';
import { businessDaysIn, indexOf, nameOf, USUAL_BUSINESS_DAYS } from '../periods';

/** The periods of a finding by position: 0 is the first one compared, `basis.periods` the first that is still to come. */
export interface Calendar {
  readonly count: number;
  readonly name: (position: number) => string;
  readonly businessDays: (position: number) => number;
  /** Business days of a usual period. */
  readonly usual: number;
  readonly positionOf: (name: string) => number;
}

export function calendarOf({ basis: { grain, from, periods } }: IndicatorsFinding): Calendar {
  const index = (name: string): number => {
    const day = dayOfIso(name.length === 7 ? `${name}-01` : name);
    return day === undefined ? 0 : indexOf(grain, day);
  };
  const first = index(from);
  return {
    count: periods,
    name: (position) => nameOf(grain, first + position),
    businessDays: (position) => businessDaysIn(grain, first + position),
    usual: USUAL_BUSINESS_DAYS[grain],
    positionOf: (name) => index(name) - first,
  };
}
