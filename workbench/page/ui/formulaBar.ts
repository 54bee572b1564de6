import type { Book } from '../../store/book';
import { target } from '../../store/names';
import { addressOf, cellAddress, parseAddress } from '../../store/rect';
import { editText } from './cellContent';
import { element } from './element';
import type { Grid } from './grid';
import { selected, type Selection } from './keys';

export interface FormulaBar {
  readonly element: HTMLElement;
  readonly redraw: () => void;
}

/** Name box (where the selection is, and where to go) and formula bar (what stands in the active cell). */
export function makeFormulaBar(book: Book, grid: Grid, go: (reference: string) => boolean): FormulaBar {
  const name = element('input', {
    class: 'name-box',
    'aria-label': 'Name box: go to a cell or name',
    spellcheck: 'false',
  });
  const text = element('input', { class: 'formula', 'aria-label': 'Formula bar', spellcheck: 'false' });
  const root = element(
    'div',
    { class: 'formula-bar' },
    name,
    element('span', { class: 'fx', 'aria-hidden': 'true' }, 'fx'),
    text,
  );

  const nameOf = (at: Selection): string => {
    const area = selected(at);
    for (const known of book.names.values()) {
      const place = target(book, known.formula);
      if (place?.sheet === book.active && addressOf(place.area) === addressOf(area)) return known.name;
    }
    return cellAddress(at.row, at.column);
  };
  function redraw(): void {
    const at = grid.selection();
    if (document.activeElement !== name) name.value = nameOf(at);
    if (document.activeElement !== text) {
      text.value = editText(book, book.active, at.row, at.column);
      text.title = text.value;
    }
  }
  name.addEventListener('focus', () => name.select());
  name.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' || (event.key === 'Enter' && go(name.value.trim()))) {
      grid.focus();
      redraw();
    }
  });
  name.addEventListener('blur', redraw);
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') grid.focus();
    else if (event.key !== 'Enter' || !grid.commit(text.value)) return;
    grid.focus();
    text.blur();
    grid.focus();
    redraw();
  });
  text.addEventListener('blur', redraw);
  return { element: root, redraw };
}

/** The cells that a reference or a defined name means: "B4", "Deals!A1:C3", "leadline_confidence". */
export function placeNamed(book: Book, reference: string) {
  const named = book.names.get(reference.toLowerCase());
  if (named) return target(book, named.formula);
  const whole = reference.includes('!') ? target(book, `=${reference}`) : null;
  if (whole) return whole;
  try {
    return { sheet: book.active, area: parseAddress(reference) };
  } catch {
    return null; // neither a cell nor a name
  }
}
