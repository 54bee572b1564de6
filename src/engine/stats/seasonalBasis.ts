import { orthonormal } from './orthonormal';

/** Which regular swing within a year may be taken out of a series; 'none' where someone who knows the business says that there is none. */
export type Season = 'months' | 'weeks' | 'none';

/** From three years of months each calendar month has a level of its own. */
export const FULL_SEASON_MONTHS = 36;
/** From a year and a half the place within the quarter and one swing a year can be told from a trend. */
const PARTLY = { months: 18, weeks: 78 };

type Column = (t: number) => number;

const harmonic = (period: number): readonly Column[] => [
  (t) => Math.sin((2 * Math.PI * t) / period),
  (t) => Math.cos((2 * Math.PI * t) / period),
];
/** A level for each place within the period but the last, of which the level of all is then the mean. */
const places = (period: number): readonly Column[] =>
  Array.from({ length: period - 1 }, (_, place) => (t: number) => (t % period === place ? 1 : 0));

function swings(periods: number, season: Season): readonly Column[] {
  if (season === 'months' && periods >= FULL_SEASON_MONTHS) return places(12);
  if (season === 'months' && periods >= PARTLY.months) return [...places(3), ...harmonic(12)];
  if (season === 'weeks' && periods >= PARTLY.weeks)
    return [365.25, 365.25 / 4, 365.25 / 8].flatMap((days) => harmonic(days / 7));
  return [];
}

/** Level, straight trend and a level for each place within `period`, orthonormal (R: `lm(x ~ t + factor(t %% period))`). */
export const trendAndPlaces = (length: number, period: number): readonly Float64Array[] =>
  basisOf(length, [...levelAndTrend(length), ...places(period)]);

const basisOf = (length: number, columns: readonly Column[]): readonly Float64Array[] =>
  orthonormal(columns.map((column) => Float64Array.from({ length }, (_, t) => column(t))));

const levelAndTrend = (length: number): readonly Column[] => [() => 1, (t) => t - (length - 1) / 2];

/**
 * The columns that an adjustment takes out of a series of `length` values, orthonormal: level, straight trend and, where the
 * series is long enough to tell, the season: of months from 36 eleven month dummies, from 18 month in quarter and one swing a
 * year; of weeks from 78 a swing a year and two a quarter. Which calendar month comes first does not matter: the columns span the same.
 *
 * Shorter series keep their season, and two that share one look related: 15 % false alarms at 18 months, 36 % at 30 (1,000
 * simulated worlds each), which is why months below 36 prove little.
 *
 * `periods` says how many periods the values come from: 36 months have 35 differences, and a season as of 36.
 */
export function seasonalBasis(length: number, season: Season, periods = length): readonly Float64Array[] {
  return basisOf(length, [...levelAndTrend(length), ...swings(periods, season)]);
}
