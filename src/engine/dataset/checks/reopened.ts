import type { Issue } from '../../core/issue';
import { issue } from '../../core/issue';
import type { Dataset } from '../dataset';

/** More of them are a habit and no slips: one line says it, where a line each would hide all else. */
const MOST_LISTED = 50;

/**
 * Deals that were closed and then entered an open stage, or were won and then lost or the reverse. They count by their
 * last close. From one won stage to another nothing is reopened.
 */
export function reopened({ inputs, history, opportunities, stages }: Dataset): Issue[] {
  if (!history || !opportunities) return [];
  const found: number[] = [];
  const kinds = stages.map(({ kind }) => kind);
  for (let i = 0; i < opportunities.count; i++) {
    let close: 'won' | 'lost' | undefined;
    for (let at = history.start[i]!; at < history.start[i + 1]!; at++) {
      const kind = kinds[history.stage[at]!];
      if (kind === undefined || kind === 'ignored') continue;
      if (close !== undefined && kind !== close) {
        found.push(i);
        break;
      }
      if (kind !== 'open') close = kind;
    }
  }
  const placeOf = (i: number) => {
    const { source, sheet } = inputs[opportunities.origin.table[i]!]!;
    return { source, sheet, row: opportunities.origin.row[i]! };
  };
  const [first] = found;
  if (first !== undefined && found.length > MOST_LISTED)
    return [issue('manyReopened', 'note', { deals: found.length }, placeOf(first))];
  return found.map((i) => issue('reopened', 'note', { id: opportunities.ids.text(i) }, placeOf(i)));
}
