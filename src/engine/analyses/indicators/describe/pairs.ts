import { sum } from '../../../stats/sum';
import { isPromoted } from '../evidence';
import type { IndicatorFinding, IndicatorsFinding, LeadLine } from '../finding';
import type { SeriesKind } from '../series';
import type { Calendar } from './calendar';

/** The table of pairs, on the Series sheet, and the table of their lines, on that of the months ahead. */
export const PAIRS = 'leadPairs';
export const LINES = 'leadLines';

/** A promoted indicator beside its result, and the column that it has in the table of pairs. */
export interface Pair {
  readonly index: number;
  readonly finding: IndicatorFinding;
  readonly lag: number;
  readonly line: LeadLine;
  readonly indicator: Usual;
  readonly result: Usual;
  readonly lately: Lately;
  /** Rows of the first and the last pair. */
  readonly first: number;
  readonly last: number;
}

/** The last known values: from which to which period, and their mean. */
export interface Lately {
  readonly from: number;
  readonly to: number;
  readonly mean: number;
}

/** A series in usual periods, and where it stands on the Series sheet. */
export interface Usual {
  readonly at: number;
  readonly kind: SeriesKind;
  readonly values: readonly (number | null)[];
}

export const x = (pair: Pair): string => `x${pair.index}`;
export const y = ({ result }: Pair): string => `y${result.at}`;
export const leadName = ({ name, result }: Pick<IndicatorFinding, 'name' | 'result'>): string =>
  `${name} → ${result}`;

/** Sheets hold units where the engine holds cents. */
export const unitOf = (kind: SeriesKind): number => (kind === 'amount' ? 100 : 1);

/** The series of a finding as lines and pairs are drawn from them: each period as if it were a usual one. */
export function usualSeries({ results, series }: IndicatorsFinding, calendar: Calendar) {
  // A result may be called as an indicator is: results stand first.
  const placeOf = (name: string, from: number): number =>
    series.findIndex((one, i) => i >= from && one.name === name);
  const usual = (at: number): Usual => {
    const { kind, values } = series[at]!; // findings name their own series
    return {
      at,
      kind,
      values: values.map((value, i) =>
        value === null || kind === 'rate' ? value : (value * calendar.usual) / calendar.businessDays(i),
      ),
    };
  };
  return {
    indicator: (name: string): Usual => usual(Math.max(placeOf(name, results.length), placeOf(name, 0))),
    result: (name: string): Usual => usual(placeOf(name, 0)),
  };
}

/** Every promoted indicator beside its result, in the order of the findings. */
export function pairsOf(found: IndicatorsFinding, calendar: Calendar): readonly Pair[] {
  const { indicators } = found;
  const usual = usualSeries(found, calendar);
  const promoted = indicators.flatMap((finding) =>
    isPromoted(finding.evidence) && finding.lag !== null && finding.line
      ? [{ finding, lag: finding.lag, line: finding.line }]
      : [],
  );
  return promoted.map(({ finding, lag, line }, index): Pair => {
    const indicator = usual.indicator(finding.name);
    const result = usual.result(finding.result);
    const rows = [...result.values.keys()].filter(
      (t) => result.values[t] !== null && (indicator.values[t - lag] ?? null) !== null,
    );
    const lately = latelyOf(indicator.values);
    return {
      index,
      finding,
      lag,
      line,
      indicator,
      result,
      lately,
      first: rows[0]!,
      last: rows.at(-1)!,
    };
  });
}

/** So many last periods say what is done lately. */
export const LATELY = 3;

export function latelyOf(values: readonly (number | null)[]): Lately {
  const isKnown = (value: number | null): value is number => value !== null;
  const to = values.reduce<number>((last, value, i) => (isKnown(value) ? i : last), 0);
  const from = Math.max(0, to - LATELY + 1);
  const known = values.slice(from, to + 1).filter(isKnown);
  return { from, to, mean: sum(known) / known.length };
}

/** The indicator's value that is said to come before the result of a row; none where the result is missing in between. */
export function shifted({ indicator, result, lag, last }: Pair, row: number): number | null {
  const value = indicator.values[row - lag] ?? null;
  return row <= last && (result.values[row] ?? null) === null ? null : value;
}
