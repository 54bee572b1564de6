import { correlationOf } from '../../stats/correlation';
import { fitLine } from '../../stats/lagRegression';
import { calendarOf } from './describe/calendar';
import { usualSeries } from './describe/pairs';
import { LEAST_PAIRS } from './evidence';
import type { IndicatorFinding, IndicatorsFinding } from './finding';
import type { SeriesKind } from './series';

/** A period of the result, and the indicator's value of some periods before; both as if the periods were usual ones. */
export interface ScatterPoint {
  readonly from: string;
  readonly x: number;
  readonly period: string;
  readonly y: number;
}

export interface Scatter {
  readonly points: readonly ScatterPoint[];
  readonly kinds: { readonly x: SeriesKind; readonly y: SeriesKind };
  /** Pearson's of these points, trend and season in it; null with fewer than six, or where nothing varies. */
  readonly plain: number | null;
  /** Of what trend, season and memory leave: the one that is tested. */
  readonly r: number | null;
  /** The straight line through the points. */
  readonly line: { readonly intercept: number; readonly slope: number } | null;
}

/** A result beside an indicator of `lag` periods before, whatever lag a person wants to look at. */
export function scatterOf(finding: IndicatorsFinding, one: IndicatorFinding, lag: number): Scatter {
  const calendar = calendarOf(finding);
  const usual = usualSeries(finding, calendar);
  const [x, y] = [usual.indicator(one.name), usual.result(one.result)];
  const points = y.values.flatMap((value, t): readonly ScatterPoint[] => {
    const before = x.values[t - lag] ?? null;
    return value === null || before === null
      ? []
      : [{ from: calendar.name(t - lag), x: before, period: calendar.name(t), y: value }];
  });
  const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
  const enough = points.length >= LEAST_PAIRS;
  return {
    points,
    kinds: { x: x.kind, y: y.kind },
    plain: enough ? correlationOf(xs, ys) : null,
    r: enough ? (one.rByLag[lag] ?? null) : null,
    line: enough ? fitLine(xs, ys) : null,
  };
}
