import { monthStart, type Day } from '../../src/engine/core/day';
import { randomFrom } from '../../src/engine/core/random';
import type { Dataset } from '../../src/engine/dataset/dataset';
import { activitiesOf, resultsOf, type ActivityRow, type ResultRow } from './activities';
import { datasetOf, stageMapOf } from './dataset';

/** The first month of every such world: January 2022. */
const FIRST = 2022 * 12;
export const lastDayOf = (months: number): Day => (monthStart(FIRST + months) - 1) as Day;

export interface HandKept {
  readonly months: number;
  readonly seed?: number;
  /** By how many months calls lead wins; 0: not at all. */
  readonly lag?: number;
  readonly people?: readonly string[];
}

/**
 * Calls and visits counted by month, and wins kept on a sheet, as a manager without a CRM has them. Wins follow calls by `lag`
 * months, person by person; visits go their own way.
 */
export function handKept({
  months,
  seed = 1,
  lag = 2,
  people = ['Ann', 'Bob', 'Cid', 'Dee', 'Eve'],
}: HandKept): {
  readonly activities: readonly ActivityRow[];
  readonly results: readonly ResultRow[];
  readonly dataset: Dataset;
} {
  const activities: ActivityRow[] = [];
  const results: ResultRow[] = [];
  for (const person of people) {
    const random = randomFrom(seed).stream(person);
    const calls = Array.from({ length: months + lag }, () => 20 + Math.floor(40 * random.next()));
    for (let month = 0; month < months; month++) {
      const date = monthStart(FIRST + month);
      activities.push({ type: 'Calls', date, owner: person, quantity: calls[month + lag]! });
      activities.push({ type: 'Visits', date, owner: person, quantity: 5 + Math.floor(10 * random.next()) });
      const led = lag === 0 ? 30 : calls[month]!;
      results.push({ measure: 'Wins', start: date, value: Math.round(led / 4 + 4 * random.next()), person });
    }
  }
  return {
    activities,
    results,
    dataset: {
      ...datasetOf([], stageMapOf()),
      opportunities: undefined,
      history: undefined,
      activities: activitiesOf(activities),
      results: resultsOf(results),
    } as Dataset, // without deals
  };
}
