import type {
  Bookings,
  Dataset,
  KeyColumn,
  Opportunities,
  Origin,
  TextColumn,
} from '../../../dataset/dataset';
import { WON } from '../../../dataset/dataset';
import { normaliseHeader } from '../../../dataset/headers';

export type CreditSource = 'opportunities' | 'bookings';

/** Deals that may be credited, whatever sheet they come from: row i is a deal. */
export interface DealRows {
  readonly rows: Int32Array;
  readonly origin: Origin;
  readonly ids: KeyColumn;
  readonly person: TextColumn | undefined;
  readonly day: Float64Array;
  readonly amount: Float64Array;
  readonly texts: Readonly<Record<string, TextColumn>>;
  readonly numbers: Readonly<Record<string, Float64Array>>;
}

/** Where credits come from: as said; else orders where there are any, for they are what was really booked. */
export const sourceOf = (
  { opportunities, bookings }: Dataset,
  wanted: 'auto' | CreditSource,
): CreditSource | undefined => {
  if (wanted === 'bookings' || (wanted === 'auto' && bookings)) return bookings && 'bookings';
  return opportunities && 'opportunities';
};

const every = (count: number, is: (row: number) => boolean): Int32Array =>
  Int32Array.from({ length: count }, (_, row) => row).filter(is);

/** Won deals on the day of their close, or orders on their day. */
export function dealsOf(dataset: Dataset, source: CreditSource): DealRows {
  if (source === 'bookings') {
    const bookings: Bookings = dataset.bookings!; // the source was chosen because it is there
    const { person, date: day } = bookings;
    return { ...bookings, person, day, rows: every(bookings.count, () => true) };
  }
  const deals: Opportunities = dataset.opportunities!;
  return {
    ...deals,
    person: deals.texts['owner'],
    day: deals.closed,
    rows: every(deals.count, (row) => deals.outcome[row] === WON && deals.closed[row]! > 0),
  };
}

const COST_WORDS = /\b(cost|costs|cogs|kosten|cout|couts|coste|costo|custo)\b/;

/** The gross margin of a deal in cents: as told, or its amount less the cost where the column holds that; NaN where neither. */
export function marginsOf(dataset: Dataset, { numbers, amount, origin }: DealRows): (row: number) => number {
  const isCost = costColumns(dataset);
  return (row) => {
    const told = numbers['margin']?.[row] ?? NaN;
    return isCost[origin.table[row]!] ? amount[row]! - told : told;
  };
}

/** By input table whether its column "Margin or cost" holds the cost: its header says so. */
const costColumns = ({ inputs }: Dataset): readonly boolean[] =>
  inputs.map(({ mapping }) => COST_WORDS.test(normaliseHeader(mapping.columns['margin'] ?? '')));
