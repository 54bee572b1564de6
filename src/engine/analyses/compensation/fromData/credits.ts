import { issue, type Issue } from '../../../core/issue';
import type { Day } from '../../../core/day';
import type { Dataset, Splits, TextColumn } from '../../../dataset/dataset';
import { keysAt } from '../../../dataset/compact';
import type { Credits, Person } from '../book';
import { percentText } from '../checks/planCheck';
import { roundCents, roundParts } from '../rounding';
import { dealsOf, marginsOf, sourceOf, type CreditSource, type DealRows } from './deals';
import { peopleOfLabels, rowsByName } from './people';

/** A share of a deal. */
interface Share {
  readonly person: number;
  readonly share: number;
}

/** The shares of the deals that are split, by the deal's id. */
function sharesById(
  splits: Splits | undefined,
  people: ReadonlyMap<string, number>,
): ReadonlyMap<string, { readonly shares: Share[]; readonly row: number }> {
  const byId = new Map<string, { shares: Share[]; row: number }>();
  const persons = splits ? peopleOfLabels(splits.person, people) : new Int32Array(0);
  for (let row = 0; splits && row < splits.count; row++) {
    const id = splits.deals.text(row);
    const deal = byId.get(id) ?? { shares: [], row };
    byId.set(id, deal);
    deal.shares.push({ person: persons[splits.person.codes[row]!] ?? -1, share: splits.share[row]! });
  }
  return byId;
}

/** Shares that add up to the deal share every cent of it; overlays beyond it are each rounded by themselves. */
function partsOf(whole: number, shares: readonly Share[]): readonly number[] {
  const sum = shares.reduce((all, { share }) => all + share, 0);
  const parts = shares.map(({ share }) => whole * share);
  if (Number.isNaN(whole)) return parts;
  return Math.abs(sum - 1) < 1e-9 ? roundParts(parts, whole) : parts.map(roundCents);
}

/**
 * Credits from won opportunities or from orders (P12): a deal goes to its owner, or, where a sheet splits it, to those
 * among whom it is split. Cancellations after the as-of day are not known yet.
 */
export function creditsOf(
  dataset: Dataset,
  people: readonly Person[],
  wanted: 'auto' | CreditSource,
  asOf: Day,
): { readonly credits: Credits | undefined; readonly issues: readonly Issue[] } {
  const source = sourceOf(dataset, wanted);
  if (!source) return { credits: undefined, issues: [] };
  const deals = dealsOf(dataset, source);
  const byName = rowsByName(people);
  const shares = sharesById(dataset.splits, byName);
  const owners = deals.person ? peopleOfLabels(deals.person, byName) : new Int32Array(0);
  const marginOf = marginsOf(dataset, deals);

  const row: number[] = [];
  const person: number[] = [];
  const share: number[] = [];
  const amount: number[] = [];
  const margin: number[] = [];
  for (const deal of deals.rows) {
    const split = shares.size > 0 ? shares.get(deals.ids.text(deal)) : undefined;
    const own = split?.shares ?? [{ person: owners[deals.person?.codes[deal] ?? -1] ?? -1, share: 1 }];
    const [amounts, margins] = [partsOf(deals.amount[deal]!, own), partsOf(marginOf(deal), own)];
    own.forEach((one, i) => {
      row.push(deal);
      person.push(one.person);
      share.push(one.share);
      amount.push(amounts[i]!);
      margin.push(margins[i]!);
    });
  }
  const rows = Int32Array.from(row);
  const at = (values: Float64Array): Float64Array => Float64Array.from(rows, (deal) => values[deal]!);
  const numbers = deals.numbers;
  const hasMargin = numbers['margin'] !== undefined;
  return {
    issues: splitIssues(dataset, deals, shares),
    credits: {
      count: rows.length,
      origin: {
        table: Uint16Array.from(rows, (deal) => deals.origin.table[deal]!),
        row: Int32Array.from(rows, (deal) => deals.origin.row[deal]!),
      },
      ids: keysAt(deals.ids, rows),
      person: Int32Array.from(person),
      day: at(deals.day),
      share: Float64Array.from(share),
      amount: Float64Array.from(amount),
      whole: at(deals.amount),
      ...(hasMargin && {
        margin: Float64Array.from(margin),
        wholeMargin: Float64Array.from(rows, marginOf),
      }),
      ...(numbers['quantity'] && {
        units: Float64Array.from(rows, (deal, i) => numbers['quantity']![deal]! * share[i]!),
      }),
      ...(numbers['contractTerm'] && { term: at(numbers['contractTerm']) }),
      ...(numbers['cancelled'] && {
        cancelled: at(numbers['cancelled']).map((serial) => (serial < asOf + 1 ? serial : NaN)),
      }),
      ...(numbers['paid'] && { paid: at(numbers['paid']) }),
      texts: Object.fromEntries(
        Object.entries(deals.texts).map(([field, column]): [string, TextColumn] => [
          field,
          { labels: column.labels, codes: Int32Array.from(rows, (deal) => column.codes[deal]!) },
        ]),
      ),
    },
  };
}

/** Splits that are not all of a deal, and those of deals that are not there. */
function splitIssues(
  { splits, inputs, opportunities }: Dataset,
  { rows, ids }: DealRows,
  shares: ReturnType<typeof sharesById>,
): readonly Issue[] {
  if (!splits) return [];
  const known = new Set<string>();
  for (const row of rows) known.add(ids.text(row));
  // A split of a deal that is not won is no mistake.
  for (let row = 0; opportunities && row < opportunities.count; row++) known.add(opportunities.ids.text(row));
  return [...shares].flatMap(([id, { shares: own, row }]): readonly Issue[] => {
    const input = inputs[splits.origin.table[row]!];
    const place = input && { source: input.source, sheet: input.sheet, row: splits.origin.row[row]! };
    if (!known.has(id)) return [issue('splitOfUnknownDeal', 'warning', { id }, place)];
    const sum = own.reduce((all, { share }) => all + share, 0);
    if (Math.abs(sum - 1) < 1e-9) return [];
    return [issue('splitNotWhole', 'warning', { id, sum: percentText(sum), over: sum > 1 }, place)];
  });
}
