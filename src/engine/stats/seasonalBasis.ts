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
  orthonormal(length, [...levelAndTrend(length), ...places(period)]);

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
  return orthonormal(length, [...levelAndTrend(length), ...swings(periods, season)]);
}

/** A column that the earlier ones hold already is left out. */
function orthonormal(length: number, columns: readonly Column[]): readonly Float64Array[] {
  const basis: Float64Array[] = [];
  for (const column of columns) {
    const q = Float64Array.from({ length }, (_, t) => column(t));
    const size = Math.sqrt(squares(q));
    // Twice is enough for orthogonality to rounding (Kahan).
    for (let pass = 0; pass < 2; pass++) removeBasis(q, basis);
    const rest = Math.sqrt(squares(q));
    if (rest > 1e-9 * size) basis.push(q.map((value) => value / rest));
  }
  return basis;
}

function squares(values: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < values.length; t++) sum += values[t]! * values[t]!;
  return sum;
}

function removeColumn(values: Float64Array, column: Float64Array): void {
  let share = 0;
  for (let t = 0; t < values.length; t++) share += values[t]! * column[t]!;
  for (let t = 0; t < values.length; t++) values[t]! -= share * column[t]!;
}

/** Takes the columns out of the values in place: what a least-squares fit of them leaves. */
export function removeBasis(values: Float64Array, basis: readonly Float64Array[]): void {
  for (const column of basis) removeColumn(values, column);
}

/** Below this share of its spread what a fit leaves is rounding. */
const NOTHING = 1e-10;

/** What the columns leave of the values; all 0 where that is no more than rounding. */
export function adjusted(values: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const left = values.slice();
  removeBasis(left, basis);
  const whole = values.slice();
  removeBasis(whole, basis.slice(0, 1));
  return squares(left) > NOTHING ** 2 * (squares(whole) + NOTHING * squares(values)) ? left : left.fill(0);
}
