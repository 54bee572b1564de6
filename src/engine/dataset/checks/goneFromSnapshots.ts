import type { Issue } from '../../core/issue';
import { issue } from '../../core/issue';
import type { Dataset } from '../dataset';
import { OPEN } from '../dataset';

/** How many deals were open when last listed and are missing from later lists; the place is the first one's last row. */
export function goneFromSnapshots({ inputs, opportunities }: Dataset): Issue[] {
  const lastListed = opportunities?.lastListed;
  if (!opportunities || !lastListed) return [];
  const gone = (serial: number, i: number): boolean =>
    opportunities.outcome[i] === OPEN && !Number.isNaN(serial);
  const deals = lastListed.filter(gone).length;
  if (deals === 0) return [];
  const first = lastListed.findIndex(gone);
  const { source, sheet } = inputs[opportunities.origin.table[first]!]!;
  return [
    issue('goneFromSnapshots', 'note', { deals }, { source, sheet, row: opportunities.origin.row[first]! }),
  ];
}
