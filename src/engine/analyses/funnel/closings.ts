import type { Day } from '../../core/day';
import { LOST, WON } from '../../dataset/dataset';
import type { Stratum } from '../../stats/strata';
import { UNKNOWN_DAY, type Deals } from './deals';
import { byPeriod } from './grouping';

/** Deals decided in a calendar month. */
export interface ClosingMonth {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  readonly won: number;
  readonly decided: number;
  /** Of these, deals whose age at the close is known. */
  readonly wonDated: number;
  readonly dated: number;
}

/**
 * Fine enough that deals of one class are alike, also where there are few: with all of 80 deals in one class, one stable pipeline
 * in seven had a trend, because its months differ in age. Coarse enough that most of what they tell is left for comparing.
 */
const MOST_CLASSES = 40;
const FEWEST_IN_CLASS = 8;

/**
 * Decided deals by the month of their close, in order of time without gaps; and the dated ones of them in classes by the age at
 * which they closed, each class with a place for every month. Deals of one age are in one class.
 */
export function closingsByMonth(deals: Deals): {
  readonly months: readonly ClosingMonth[];
  readonly ages: readonly Stratum[];
} {
  const isClosed = (i: number): boolean => deals.outcome[i] === WON || deals.outcome[i] === LOST;
  const days = deals.ended.map((day, i) => (isClosed(i) ? day : -1));
  const { periods, codes } = byPeriod(days, 'month');
  const ageOf = (i: number): number =>
    codes[i]! < 0 || deals.created[i] === UNKNOWN_DAY ? -1 : deals.ended[i]! - deals.created[i]!;
  const classes = classesOf(deals.count, ageOf);
  const counts = () => new Float64Array(periods.length);
  const [won, decided, wonDated, dated] = [counts(), counts(), counts(), counts()];
  const ages = Array.from({ length: classes.count }, () => ({ successes: counts(), trials: counts() }));
  for (let i = 0; i < deals.count; i++) {
    const month = codes[i]!;
    if (month < 0) continue;
    const isWon = deals.outcome[i] === WON ? 1 : 0;
    decided[month]!++;
    won[month]! += isWon;
    const stratum = ages[classes.of(ageOf(i))];
    if (!stratum) continue;
    dated[month]!++;
    wonDated[month]! += isWon;
    stratum.trials[month]!++;
    stratum.successes[month]! += isWon;
  }
  return {
    months: periods.map((period, i) => ({
      ...period,
      won: won[i]!,
      decided: decided[i]!,
      wonDated: wonDated[i]!,
      dated: dated[i]!,
    })),
    ages,
  };
}

/** Cuts ages into classes of about the same number of deals; an age below 0 is in none (−1). */
function classesOf(count: number, ageOf: (i: number) => number) {
  const histogram: number[] = [];
  let n = 0;
  for (let i = 0; i < count; i++) {
    const age = ageOf(i);
    if (age < 0) continue;
    histogram[age] = (histogram[age] ?? 0) + 1;
    n++;
  }
  const wanted = Math.max(1, Math.min(MOST_CLASSES, Math.floor(n / FEWEST_IN_CLASS)));
  const ofAge = new Int32Array(histogram.length);
  let [seen, inClass, at] = [0, 0, 0];
  for (let age = 0; age < ofAge.length; age++) {
    const here = histogram[age] ?? 0;
    if (here > 0 && inClass > 0 && seen * wanted >= (at + 1) * n) {
      at++;
      inClass = 0;
    }
    ofAge[age] = at;
    seen += here;
    inClass += here;
  }
  return { count: n > 0 ? at + 1 : 0, of: (age: number): number => (age < 0 ? -1 : (ofAge[age] ?? -1)) };
}
