import { monthIndexOf, asDay } from '../../core/day';
import type { Months } from '../../core/months';
import type { Dataset, People } from '../../dataset/dataset';
import { WON } from '../../dataset/dataset';
import { sameName } from '../../dataset/values/sameName';
import type { Deals } from '../funnel/deals';

/** Amounts won (cents) by person and month; one pass over the deals. Mergeable: amounts add up. */
export interface MonthlySales {
  readonly months: Months;
  readonly names: readonly string[];
  /** At person × months + month. */
  readonly won: Float64Array;
}

/** Sales of the persons named, over these months; those of others are left out. */
export function monthlySales(
  names: readonly string[],
  dataset: Dataset,
  deals: Deals,
  months: Months,
): MonthlySales {
  const span = Math.max(0, months.end - months.start);
  const won = new Float64Array(names.length * span);
  const { opportunities } = dataset;
  const owner = opportunities?.texts['owner'];
  if (opportunities && owner) {
    const at = new Map(names.map((name, i) => [sameName(name), i]));
    const personOf = owner.labels.map((label) => at.get(sameName(label)) ?? -1);
    for (let i = 0; i < deals.count; i++) {
      const person = personOf[owner.codes[i]!] ?? -1;
      const amount = opportunities.amount[i]!;
      if (person < 0 || deals.outcome[i] !== WON || deals.ended[i]! < 0 || !(amount === amount)) continue;
      const month = monthIndexOf(asDay(deals.ended[i]!)) - months.start;
      if (month >= 0 && month < span) won[person * span + month]! += amount;
    }
  }
  return { months, names, won };
}

const serialIn = (people: People, field: string, row: number): number => people.numbers[field]?.[row] ?? NaN;

/** Index of the month in which a person started or ended; undefined where it is not told. */
export const monthIn = (people: People, field: 'start' | 'end', row: number): number | undefined => {
  const serial = serialIn(people, field, row);
  return Number.isNaN(serial) ? undefined : monthIndexOf(asDay(serial));
};
