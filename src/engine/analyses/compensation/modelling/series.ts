import { quantile } from '../../../stats/quantile';
import { crossedShares } from '../../../stats/crossedShares';
import type { CompensationBook } from '../book';
import { activeDays } from '../mechanics/proration';
import { timesAttainment, type AttainmentModel } from './attainment';
import type { SeriesSpread } from './drawAttainment';
import { fitAttainment } from './fitAttainment';
import type { ComponentTerms } from './payTerms';

/** One attainment of history. */
export interface PastAttainment {
  readonly person: number;
  readonly period: number;
  readonly attainment: number;
}

/** Components that count the same credit against the same quotas have one series: they rise and fall together. */
export function seriesKey({ component, days }: ComponentTerms): string {
  const { basis, only, whose, marginOn, starts, ends, period, yearToDate } = component;
  const quotas = days[0]?.terms.map((term) => term?.facts.quota ?? null);
  return JSON.stringify([basis, only, whose, marginOn, starts, ends, period, yearToDate, quotas]);
}

/**
 * The attainments of a component in periods that are over, of everyone who worked in all of the period. Where there are
 * quotas, of those who had one. Periods before anybody sold anything are before the data begin: no attainments of nought.
 */
export function historyOf(
  { days }: ComponentTerms,
  { periods, people }: CompensationBook,
  asOf: number,
): readonly PastAttainment[] {
  const quotas = days.some(({ terms }) => terms.some((term) => term !== null && term.facts.quota !== null));
  const begins = days.find(({ terms }) => terms.some((term) => term !== null && term.facts.credited !== 0));
  return days.flatMap(({ period, terms }) => {
    if (!begins || period < begins.period) return [];
    const when = periods[period]!;
    if (when.end > asOf) return [];
    return terms.flatMap((term, person) => {
      const { active, days: all } = activeDays(people[person]!, when);
      return term && active === all && (!quotas || term.facts.quota !== null)
        ? [{ person, period, attainment: Math.max(0, term.facts.credited / term.volume) }]
        : [];
    });
  });
}

/** What a person set in place of what history says; 0 or absent leaves it to history. */
export interface SpreadChoice {
  /** Mean attainment, 1 for 100 %. */
  readonly mean: number;
  /** Standard deviation of ln attainment. */
  readonly sigma: number;
  /** Under a what-if everybody sells so many times as much; absent: as it is. */
  readonly times?: number;
}

/** Without history: on average the quota is met, and two in three people lie between 53 % and 145 %. */
export const UNKNOWN_SPREAD: SpreadChoice = { mean: 1, sigma: 0.5 };

export interface Series {
  readonly spread: SeriesSpread;
  readonly history: readonly PastAttainment[];
  /** Where the spread comes from. */
  readonly source: 'history' | 'given' | 'assumed';
}

/** How a series is spread: as history says, unless a person sets mean or σ; as assumed where there is no history. */
export function seriesOf(history: readonly PastAttainment[], choice: SpreadChoice): Series {
  const fitted = fitAttainment(history.map(({ attainment }) => attainment));
  const given = choice.mean > 0 || choice.sigma > 0;
  const model = timesAttainment(given || !fitted ? chosen(fitted, choice) : fitted, choice.times ?? 1);
  const positive = history.filter(({ attainment }) => attainment > 0);
  const shares = crossedShares(
    positive.map(({ attainment }) => Math.log(attainment)),
    positive.map(({ person }) => person),
    positive.map(({ period }) => period),
  );
  const curve = model.kind === 'lognormal';
  return {
    spread: { model, together: curve ? shares.ofTime : 0, persistent: curve ? shares.ofPerson : 0 },
    history,
    source: given ? 'given' : fitted ? 'history' : 'assumed',
  };
}

/** A lognormal of a mean and σ, each as a person chose it, else as history has it, else as assumed. */
function chosen(fitted: AttainmentModel | null, choice: SpreadChoice): AttainmentModel {
  const [zero, mean, sigma] =
    fitted?.kind === 'lognormal'
      ? [
          fitted.distribution.zero,
          Math.exp(fitted.distribution.mu + fitted.distribution.sigma ** 2 / 2),
          fitted.distribution.sigma,
        ]
      : fitted
        ? observedMoments(fitted.values)
        : [0, UNKNOWN_SPREAD.mean, UNKNOWN_SPREAD.sigma];
  const s = choice.sigma > 0 ? choice.sigma : sigma;
  // The mean that a person types is that of everyone, people at zero included.
  const m = choice.mean > 0 ? choice.mean / (1 - zero) : mean;
  return { kind: 'lognormal', distribution: { zero, mu: Math.log(m) - s ** 2 / 2, sigma: s } };
}

function observedMoments(values: readonly number[]): readonly [zero: number, mean: number, sigma: number] {
  const positive = values.filter((a) => a > 0);
  if (positive.length === 0) return [0, UNKNOWN_SPREAD.mean, UNKNOWN_SPREAD.sigma];
  const mean = positive.reduce((sum, a) => sum + a, 0) / positive.length;
  const logs = positive.map(Math.log);
  const middle = quantile(logs, 0.5)!;
  const squares = logs.reduce((sum, x) => sum + (x - middle) ** 2, 0) / Math.max(1, logs.length - 1);
  return [1 - positive.length / values.length, mean, Math.sqrt(squares) || UNKNOWN_SPREAD.sigma];
}
