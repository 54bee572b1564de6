import { compared, type Comparer, type Figure } from '../comparison';
import { leverIssues, LEVERS, type Supposed } from '../levers';
import type { Work } from '../questions';
import { assumptions } from './assumptions';
import { runForecast } from './compute';
import type { ForecastFinding, PeriodForecast } from './finding';
import type { Band } from './summarise';
import { whatIfs, type Leeway, type WhatIfPeriod } from './whatIf';

type Whole = Band & Pick<PeriodForecast, 'probabilityOfGoal'>;

/** Of all months together. */
const figuresOf = ({ basis }: ForecastFinding, whole: Whole): readonly Figure[] => {
  const format = basis.unit === 'amount' ? 'money' : 'decimal';
  return [
    { id: 'mean', label: 'Forecast, mean', format, value: whole.mean },
    { id: 'p10', label: 'Forecast, P10', format, value: whole.p10 },
    { id: 'p50', label: 'Forecast, P50', format, value: whole.p50 },
    { id: 'p90', label: 'Forecast, P90', format, value: whole.p90 },
    { id: 'chance', label: 'Chance to reach the goal', format: 'percent1', value: whole.probabilityOfGoal },
  ];
};

/** What may change and leave the futures of the run as they are, each with its own chance. */
const ON_THE_SAME_FUTURES: ReadonlySet<string> = new Set([
  ...LEVERS.map(({ id }) => id),
  'forecastGoal',
  'forecastNew',
]);

const keepsFutures = (work: Work, { values }: Supposed): boolean =>
  assumptions.every(
    ({ id, initial }) =>
      ON_THE_SAME_FUTURES.has(id) || (values[id] ?? initial) === (work.values[id] ?? initial),
  );

/** Of the mean, future by future; of quantiles and the chance, what so many futures leave open of their difference. */
function spreadOf(
  { id, value: before }: Figure,
  { value }: Figure,
  { difference }: WhatIfPeriod,
  leeway: Leeway | null,
): { readonly low: number; readonly high: number } | null {
  if (id === 'mean') return { low: difference.p10, high: difference.p90 };
  const either = leeway?.[id as keyof Leeway]; // the ids of the figures above
  if (either === undefined || value === null || before === null) return null;
  return { low: value - before - either, high: value - before + either };
}

/**
 * A scenario on the very futures of the run: the difference of the mean is told future by future, those of quantiles and the chance by
 * how sure so many futures make them. Where it changes how the forecast is
 * made (its months, its correlation), all of it is made anew, and nothing is told of the difference's spread.
 */
export function compareForecast(work: Work, finding: ForecastFinding): Comparer {
  const { dataset, circumstances } = work;
  const baseline = figuresOf(finding, finding.total);
  // What the futures rest on is read again only if some scenario asks for it.
  let answer: ReturnType<typeof whatIfs> | undefined;
  return {
    baseline,
    under: (supposed) => {
      if (keepsFutures(work, supposed)) {
        answer ??= whatIfs(work, finding);
        const answered = answer({ ...supposed, quick: false });
        if (!answered) return { value: undefined, issues: [] };
        const { total, leeway, issues } = answered;
        const after = figuresOf(finding, total);
        return {
          value: baseline.map((figure, i) =>
            compared(figure, after[i]!.value, spreadOf(figure, after[i]!, total, leeway)),
          ),
          issues: [...leverIssues(supposed.tables, dataset.stages), ...issues],
        };
      }
      const quiet = { ...circumstances, progress: () => undefined };
      const { value, issues } = runForecast(dataset, supposed.values, quiet, supposed.tables);
      const after = value && figuresOf(finding, value.total);
      return {
        value: after && baseline.map((figure, i) => compared(figure, after[i]!.value)),
        issues,
      };
    },
  };
}
