import type { IndicatorFinding, IndicatorsFinding, SeriesFinding } from './finding';

/** What of an indicator stands beside its result at a lead, in the units of both series; `period` is the result's. */
export interface LagPairs {
  readonly points: readonly { readonly period: string; readonly x: number; readonly y: number }[];
  /** Pearson's r of the pairs on the scale on which swings are comparable; null where there are too few. */
  readonly r: number | null;
}

/** The series of a name: of indicators those after the results, for a result may be called as an indicator is. */
export function seriesNamed(
  { series, results }: IndicatorsFinding,
  name: string,
  of: 'result' | 'indicator',
): SeriesFinding | undefined {
  const rest = series.slice(results.length);
  const found = of === 'indicator' ? rest.find((one) => one.name === name) : undefined;
  return found ?? series.find((one) => one.name === name);
}

/** The pairs at any lead, for whoever wants to see them. */
export function lagPairs(
  finding: IndicatorsFinding,
  { name, result, plainByLag }: IndicatorFinding,
  lag: number,
): LagPairs {
  const x = seriesNamed(finding, name, 'indicator')?.values ?? [];
  const y = seriesNamed(finding, result, 'result');
  const points = (y?.values ?? []).flatMap((value, t) => {
    const before = x[t - lag] ?? null;
    return value === null || before === null ? [] : [{ period: y!.periods[t]!, x: before, y: value }];
  });
  return { points, r: plainByLag[lag] ?? null };
}
