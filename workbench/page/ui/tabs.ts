import type { Book, StoredSheet } from '../../store/book';
import { element } from './element';

export interface Tabs {
  readonly element: HTMLElement;
  readonly redraw: () => void;
}

/** Tabs of the sheets that are not hidden; a double click or F2 renames, the last button adds. */
export function makeTabs(
  book: Book,
  act: {
    readonly activate: (sheet: StoredSheet) => void;
    readonly rename: (sheet: StoredSheet, name: string) => void;
    readonly add: () => void;
  },
): Tabs {
  const list = element('div', { role: 'tablist', 'aria-label': 'Sheets', class: 'tabs' });
  const plus = element('button', { type: 'button', class: 'add-sheet', title: 'New sheet' }, '+');
  plus.setAttribute('aria-label', 'New sheet');
  plus.addEventListener('click', act.add);
  const root = element('div', { class: 'tab-bar' }, list, plus);
  const shown = (): readonly StoredSheet[] => book.sheets.filter((s) => s.visibility === 'Visible');
  let drawn = '';

  function redraw(): void {
    const now = JSON.stringify([book.active.id, shown().map((s) => [s.id, s.name, s.tabColor, s.protected])]);
    if (now === drawn || list.querySelector('input')) return;
    drawn = now;
    const hadFocus = list.contains(document.activeElement);
    list.replaceChildren(...shown().map(tabOf));
    const current = list.querySelector<HTMLElement>('[aria-selected="true"]');
    current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (hadFocus) current?.focus();
  }

  function tabOf(sheet: StoredSheet): HTMLElement {
    const isActive = sheet === book.active;
    const tab = element(
      'button',
      {
        type: 'button',
        role: 'tab',
        class: 'tab',
        'aria-selected': String(isActive),
        tabindex: isActive ? 0 : -1,
        title: `${sheet.name}${sheet.protected ? ' (protected)' : ''}. Double-click to rename.`,
      },
      sheet.protected ? `🔒 ${sheet.name}` : sheet.name,
    );
    if (sheet.tabColor) tab.style.setProperty('--tab', sheet.tabColor);
    tab.addEventListener('click', () => act.activate(sheet));
    tab.addEventListener('dblclick', () => rename(tab, sheet));
    tab.addEventListener('keydown', (event) => {
      const all = shown();
      const i = all.indexOf(sheet);
      const to = {
        ArrowRight: all[i + 1],
        ArrowLeft: all[i - 1],
        Home: all[0],
        End: all.at(-1),
      }[event.key];
      if (to) act.activate(to);
      else if (event.key === 'F2') rename(tab, sheet);
      else return;
      event.preventDefault();
    });
    return tab;
  }

  function rename(tab: HTMLElement, sheet: StoredSheet): void {
    const field = element('input', {
      class: 'tab-name',
      value: sheet.name,
      maxlength: 31,
      'aria-label': 'Name of the sheet',
    });
    let isOver = false;
    const end = (keep: boolean): void => {
      if (isOver) return;
      isOver = true;
      field.remove();
      drawn = '';
      if (keep && field.value !== sheet.name) act.rename(sheet, field.value);
      redraw();
    };
    field.addEventListener('blur', () => end(true));
    field.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Enter') end(true);
      if (event.key === 'Escape') end(false);
    });
    tab.replaceWith(field);
    field.focus();
    field.select();
  }
  return { element: root, redraw };
}
