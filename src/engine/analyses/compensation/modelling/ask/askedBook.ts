import { asDay, isoOf, type Day } from '../../../../core/day';
import { orNull } from '../../../../core/orNull';
import { OPEN, type Dataset } from '../../../../dataset/dataset';
import { sameName } from '../../../../dataset/values/sameName';
import { dealsAsOf } from '../../../funnel/deals';
import { dealsOf, marginsOf } from '../../fromData/deals';
import type { Plan } from '../../plan';
import { dealFacts, type DealFacts } from '../dealFacts';
import type { PlanDesk } from '../planDesk';
import type { AskedBook, OpenDeal } from './question';

/** Open deals that are offered: the largest. */
const MOST_DEALS = 200;

/** Who is paid by a plan, which deals are open, and what the plan asks of a deal. */
export function askedBook(plan: Plan, desk: PlanDesk, dataset: Dataset, asOf: Day): AskedBook {
  const { year } = desk;
  const { prepared } = desk.open(plan);
  const asks = dealFacts(plan);
  return {
    people: year.book.people.flatMap(({ name }, p) => (prepared.applies[p] ? [name] : [])),
    deals: openDeals(dataset, asks, asOf),
    asks: { ...asks, texts: withValuesOf(dataset, asks.texts) },
    from: isoOf(year.book.periods[year.from]!.start),
    to: isoOf(year.book.periods[year.book.periods.length - 1]!.end),
  };
}

function openDeals(dataset: Dataset, asks: DealFacts, asOf: Day): readonly OpenDeal[] {
  const { opportunities, history, stages } = dataset;
  if (!opportunities) return [];
  const { outcome } = dealsAsOf(opportunities, history, stages, asOf);
  const { texts, numbers } = opportunities;
  const rows = Array.from({ length: opportunities.count }, (_, row) => row)
    .filter((row) => outcome[row] === OPEN && opportunities.amount[row]! > 0)
    .sort((a, b) => opportunities.amount[b]! - opportunities.amount[a]!)
    .slice(0, MOST_DEALS);
  const marginOf = marginsOf(dataset, dealsOf(dataset, 'opportunities'));
  const labelOf = (field: string, row: number): string => {
    const column = texts[field];
    return column?.labels[column.codes[row]!] ?? '';
  };
  return rows.map((row) => {
    const closes = orNull(opportunities.expectedClose[row]);
    const id = opportunities.ids.text(row);
    return {
      id,
      name: labelOf('name', row) || id,
      person: labelOf('owner', row),
      amount: opportunities.amount[row]!,
      closes: closes === null ? '' : isoOf(asDay(Math.floor(closes))),
      margin: orNull(marginOf(row)),
      units: orNull(numbers['quantity']?.[row]),
      term: orNull(numbers['contractTerm']?.[row]),
      texts: Object.fromEntries(Object.keys(asks.texts).map((field) => [field, labelOf(field, row)])),
    };
  });
}

/** The values that a field has in the data, and those that the plan names and no deal has yet. */
function withValuesOf({ opportunities, bookings }: Dataset, texts: DealFacts['texts']): DealFacts['texts'] {
  return Object.fromEntries(
    Object.entries(texts).map(([field, named]) => {
      const labels = [opportunities, bookings].flatMap((table) => table?.texts[field]?.labels ?? []);
      const values = new Map([...named, ...labels].map((label) => [sameName(label), label]));
      return [field, [...values.values()].filter((label) => label.trim() !== '')];
    }),
  );
}
