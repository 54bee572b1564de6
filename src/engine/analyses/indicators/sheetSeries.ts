import { asDay } from '../../core/day';
import type { Results } from '../../dataset/dataset';
import { lengthOf, type PeriodLength } from '../../dataset/resultPeriods';
import { namesAmount } from '../../dataset/values/amountWords';
import { foldLabels } from '../../dataset/values/sameName';
import { folded } from '../../dataset/values/text';
import { namesActivity } from '../../dataset/wideColumns';
import { SLACK } from './logSpan';
import { businessDaysIn, endOf, indexOf, startOf, type Grain, type Periods } from './periods';
import type { Persons } from './persons';
import type { Series, SeriesKind } from './series';

/** A series that someone keeps on a sheet. */
export interface SheetSeries extends Series {
  /** Named after something done ("Calls"), not after something reached. */
  readonly isActivity: boolean;
  readonly length: PeriodLength;
  /** Whether its periods are longer than those of the analysis: then nothing of it is known by period. */
  readonly tooLong: boolean;
}

/** What rates are called, in the languages of the headers, folded. */
const RATE =
  /\b(rate|ratio|percent|average|share|anteil|durchschnitt|taux|part|moyenne|tasa|promedio|taxa|media|aandeel|gemiddelde)\b/;

export function kindOfName(name: string, values: Float64Array): SeriesKind {
  if (RATE.test(folded(name)) || name.includes('%')) return 'rate';
  if (namesAmount(name)) return 'amount';
  return values.every((value) => Number.isNaN(value) || Number.isInteger(value)) ? 'count' : 'number';
}

const LONGER: Readonly<Record<Grain, ReadonlySet<PeriodLength>>> = {
  month: new Set(['longer']),
  week: new Set(['longer', 'month']),
};

/** A period belongs to the month, or week, of its middle day: of a week that is the Thursday. */
const placeOf = (start: number, end: number, { grain, first, count }: Periods): number => {
  const place = indexOf(grain, asDay((start + end) / 2)) - first;
  return place >= 0 && place < count ? place : -1;
};

/** Whether a log kept by days covers a period: it may begin or end within it. */
function coveredByDays(rows: readonly number[], { start }: Results, { grain, first }: Periods) {
  const days = Float64Array.from(rows, (row) => start[row]!);
  const [begins, ends] = [days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))];
  return (place: number): boolean =>
    begins - startOf(grain, first + place) <= SLACK[grain] &&
    endOf(grain, first + place) - ends <= SLACK[grain];
}

/**
 * Values by period from rows of the same or shorter ones. Weeks of a month stand for all its business days; a month of which
 * a week is missing is missing, and so is a period that is not covered.
 */
function valuesOf(
  rows: readonly number[],
  results: Results,
  kind: SeriesKind,
  periods: Periods,
  isCovered: (place: number) => boolean,
): Float64Array {
  const sums = new Float64Array(periods.count);
  const counts = new Float64Array(periods.count);
  let weekly = false;
  for (const row of rows) {
    const [start, end] = [results.start[row]!, results.end[row]!];
    const place = placeOf(start, end, periods);
    if (place < 0) continue;
    weekly = periods.grain === 'month' && lengthOf(start, end) === 'week';
    sums[place]! += results.value[row]! * (kind === 'amount' ? 100 : 1);
    counts[place]!++;
  }
  return sums.map((sum, place) => {
    const count = counts[place]!;
    if (count === 0 || !isCovered(place)) return NaN;
    if (kind === 'rate') return sum / count;
    if (!weekly) return kind === 'amount' ? Math.round(sum) : sum;
    const index = periods.first + place;
    return count < thursdaysIn(index) ? NaN : (sum * businessDaysIn('month', index)) / (5 * count);
  });
}

function thursdaysIn(month: number): number {
  let weeks = 0;
  const first = indexOf('week', startOf('month', month)) - 1;
  for (let week = first; week <= first + 7; week++)
    if (indexOf('month', asDay(startOf('week', week) + 3)) === month) weeks++;
  return weeks;
}

/** One series a measure, in the order of the sheets. */
export function sheetSeries(
  results: Results | undefined,
  persons: Persons,
  periods: Periods,
): readonly SheetSeries[] {
  if (!results) return [];
  const { names, of } = foldLabels(results.measure.labels);
  const rows: number[][] = names.map(() => []);
  results.measure.codes.forEach((code, row) => {
    if (code >= 0) rows[of[code]!]!.push(row);
  });
  const personOf = persons.positions(results.person);
  return names.flatMap((name, measure): readonly SheetSeries[] => {
    const own = rows[measure]!;
    const first = own[0];
    if (first === undefined) return [];
    const kind = kindOfName(
      name,
      Float64Array.from(own, (row) => results.value[row]!),
    );
    const length = lengthOf(results.start[first]!, results.end[first]!);
    const tooLong = LONGER[periods.grain].has(length);
    const isCovered = length === 'day' ? coveredByDays(own, results, periods) : () => true;
    const valuesWhere = (wanted: readonly number[]): Float64Array =>
      valuesOf(tooLong ? [] : wanted, results, kind, periods, isCovered);
    const { person } = results;
    return [
      {
        name,
        kind,
        values: valuesWhere(own),
        ...(person && {
          ofPerson: (position) => valuesWhere(own.filter((row) => personOf(person.codes[row]!) === position)),
        }),
        isActivity: namesActivity(name),
        length,
        tooLong,
      },
    ];
  });
}
