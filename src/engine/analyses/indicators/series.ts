import { correlationOf } from '../../stats/correlation';
import type { Format } from '../../report/report';
import { businessDaysIn, USUAL_BUSINESS_DAYS, type Periods } from './periods';

/** What a series adds up: things counted, cents, other numbers; or a rate, which does not add up. */
export type SeriesKind = 'count' | 'amount' | 'number' | 'rate';

/** A value for each period; NaN where it is missing, which is not 0. */
export interface Series {
  readonly name: string;
  readonly kind: SeriesKind;
  readonly values: Float64Array;
  /** The same of one person, by position; absent where people are not told apart. */
  readonly ofPerson?: (person: number) => Float64Array;
}

export const FORMATS: Readonly<Record<SeriesKind, Format>> = {
  count: 'integer',
  amount: 'money',
  number: 'decimal',
  rate: 'decimal',
};

/**
 * Sums as if every period had as many business days as a usual one: a February is not a bad month because it is short. Rates
 * stay as they are, and so does all that is counted by weeks.
 */
export function perUsualPeriod(values: Float64Array, kind: SeriesKind, periods: Periods): Float64Array {
  if (kind === 'rate') return values;
  const usual = USUAL_BUSINESS_DAYS[periods.grain];
  return values.map((value, i) => (value * usual) / businessDaysIn(periods.grain, periods.first + i));
}

/** Periods a stretch, in which level and spread are told, and the least number of them. */
const STRETCH = 6;
const LEAST_STRETCHES = 3;
const GROWS = 0.5;

/** Whether higher stretches also swing more: mean and standard deviation of six periods each go together. */
export function spreadGrows(values: Float64Array): boolean {
  const known = values.filter((value) => !Number.isNaN(value));
  const count = Math.floor(known.length / STRETCH);
  if (count < LEAST_STRETCHES) return false;
  const stretches = Array.from({ length: count }, (_, i) => {
    const own = known.subarray(i * STRETCH, (i + 1) * STRETCH);
    const mean = own.reduce((sum, value) => sum + value, 0) / STRETCH;
    const spread = Math.sqrt(own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (STRETCH - 1));
    return { mean, spread };
  });
  const r = correlationOf(
    stretches.map(({ mean }) => mean),
    stretches.map(({ spread }) => spread),
  );
  return r !== null && r > GROWS;
}

/**
 * On the scale on which swings are comparable: logarithms where all values are above 0 and the spread grows with the
 * level, else square roots of counts, of which the spread is about the same at any level (Bartlett 1936).
 */
export function evened(values: Float64Array, kind: SeriesKind): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length > 0 && known.every((value) => value > 0) && spreadGrows(values))
    return values.map(Math.log);
  return kind === 'count' ? values.map((value) => Math.sqrt(Math.max(0, value))) : values;
}

/** Why a series cannot be compared with anything; undefined when it can. */
export type Flaw = 'empty' | 'allZero' | 'constant';

/** With fewer known values the same value may stand in all of them by chance: such a series is still being collected. */
const LEAST_TO_JUDGE = 6;

export function flawOf(values: Float64Array): Flaw | undefined {
  const known = values.filter((value) => !Number.isNaN(value));
  const first = known[0];
  if (first === undefined) return 'empty';
  if (known.length < LEAST_TO_JUDGE || known.some((value) => value !== first)) return undefined;
  return first === 0 ? 'allZero' : 'constant';
}

/** The last position, before `end`, that fits; −1 where none does. */
export function lastWhere(end: number, fits: (position: number) => boolean): number {
  let position = end - 1;
  while (position >= 0 && !fits(position)) position--;
  return position;
}

/** The position of the last known value; −1 where none is. */
export const lastKnownOf = (values: Float64Array): number =>
  lastWhere(values.length, (i) => !Number.isNaN(values[i]!));

/** Positions of periods without a value between periods that have one. */
export function gapsIn(values: Float64Array): readonly number[] {
  const isKnown = (value: number): boolean => !Number.isNaN(value);
  const first = values.findIndex(isKnown);
  const last = lastKnownOf(values);
  return first < 0
    ? []
    : Array.from(values.keys()).filter((i) => i > first && i < last && !isKnown(values[i]!));
}
