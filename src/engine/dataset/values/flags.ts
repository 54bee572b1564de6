import type { Cell } from '../rawTable';
import { folded, trimmed } from './text';

const YES: ReadonlySet<string> = new Set(
  'true yes y 1 x on done won closed completed complete ja j wahr erledigt oui o vrai fait si s verdadero hecho sim verdadeiro feito waar gedaan ✓ ✔ ☑'.split(
    ' ',
  ),
);
const NO: ReadonlySet<string> = new Set(
  'false no n 0 off undone open not nein falsch offen non faux falso nao nee onwaar'.split(' '),
);

/** Yes, no, or undefined for a blank cell or a text that is neither ("Maybe"). 1 and 0, TRUE, Ja, Oui, Done, Undone, ✓. */
export function flagOf(cell: Cell | undefined): boolean | undefined {
  if (typeof cell === 'boolean') return cell;
  if (typeof cell === 'number') return cell === 1 ? true : cell === 0 ? false : undefined;
  if (typeof cell !== 'string') return undefined;
  const text = trimmed(cell);
  if (text === '' || text.length > 20) return undefined;
  const word = folded(text) || text;
  return YES.has(word) ? true : NO.has(word) ? false : undefined;
}
