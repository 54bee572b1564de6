import type { Credits } from '../book';
import type { Deal, Facts, Part, Piece } from '../facts';
import type { BandsOf, Component } from '../plan';

/** A property of a deal that bands and multipliers look at; NaN where its sheet does not say. */
export function propertyOf(
  credits: Credits | undefined,
  credit: number,
  property: string,
  marginOn: Component['marginOn'] = 'price',
): number {
  if (!credits) return NaN;
  const amount = credits.whole[credit]!;
  switch (property) {
    case 'margin': {
      // A markup is counted on the cost: 50 of 150 is a third of the price, and half of the cost.
      const margin = credits.wholeMargin?.[credit] ?? NaN;
      const of = marginOn === 'cost' ? amount - margin : amount;
      return of > 0 ? margin / of : NaN;
    }
    case 'term':
      return credits.term?.[credit] ?? NaN;
    case 'amount':
      return amount / 100;
    default:
      return NaN;
  }
}

export const isDealProperty = (name: string): boolean => ['margin', 'term', 'amount'].includes(name);

/** Whether bands look at single deals, so that each is paid alone (P9, P10). */
export const paysPerDeal = ({ perDeal, bandsOf }: Component): boolean =>
  perDeal === true || isProperty(bandsOf);
const isProperty = (bandsOf: BandsOf | undefined): boolean => bandsOf === 'margin' || bandsOf === 'term';

/**
 * Each deal is paid alone: the curve sees a period in which nothing else was sold. Pieces of the same row of different
 * deals are one piece, whose parts are the deals.
 */
export function eachDeal(
  facts: Facts,
  pay: (alone: Facts, deal: Deal) => readonly Piece[],
): readonly Piece[] {
  const rows = new Map<number, { readonly first: Piece; readonly parts: Part[] }>();
  for (const deal of facts.deals)
    for (const piece of pay({ ...facts, credited: deal.base, deals: [deal] }, deal)) {
      const row = rows.get(piece.row) ?? { first: piece, parts: [] };
      rows.set(piece.row, row);
      row.parts.push({ credit: deal.credit, base: piece.base ?? 0, amount: piece.amount });
    }
  return [...rows.values()].map(({ first, parts }) => ({
    ...first,
    base: first.base === null ? null : parts.reduce((sum, { base }) => sum + base, 0),
    amount: parts.reduce((sum, { amount }) => sum + amount, 0),
    parts: () => parts,
  }));
}
