import type { Host } from '../../host';
import { openFile } from '../../files/openFile';
import { saveFile } from '../../files/saveFile';
import type { BookContent } from '../../store/makeBook';
import { hasFormulas } from '../../store/calculate';
import { clearCells } from '../../store/cells';
import { HostFailure } from '../../store/failure';
import { formulaEngineReady } from '../../store/formulaEngine';
import { cellAddress } from '../../store/rect';
import { addSheet, renameSheet } from '../../store/sheets';
import type { Exit } from '../../transports/webProtocol';
import type { Theme } from './colors';
import { button, element } from './element';
import { makeFaultMenu } from './faultMenu';
import { makeFormulaBar, placeNamed } from './formulaBar';
import { makeGrid } from './grid';
import { makeSplitter } from './splitter';
import { STYLES } from './styles';
import { makeTabs } from './tabs';

export interface Page {
  /** Another workbook takes the place of this one, with a fresh pane. */
  readonly open: (content: BookContent) => void;
  readonly sample: () => Promise<Uint8Array>;
  /** Where the pane stands, at the right; given a splitter. */
  readonly pane: HTMLElement;
  /** The keyboard goes into the pane. */
  readonly enterPane: () => void;
}

export interface Ui {
  /** The keyboard comes out of the pane. */
  readonly takeFocus: (to: Exit) => void;
  readonly unmount: () => void;
}

export const SAMPLE = 'leadline-sample.xlsx';
const PANE_WIDTH = 350;
/** Milliseconds after a change. */
const LATEST_REDRAW = 500;
const THEME = 'leadline-workbench-theme';

/** Shows the workbook of a host in `root`. */
export function mountUi(host: Host, root: HTMLElement, page: Page): Ui {
  const { book } = host;
  adoptStyles();
  const status = element('div', { role: 'status', class: 'status' });
  const say = (message: string): void => void (status.textContent = message);
  let theme = startTheme();

  /** Runs what a person asked for; what the workbook refuses is said. */
  const attempt = (act: () => void): void => {
    try {
      act();
    } catch (failure) {
      if (!(failure instanceof HostFailure)) throw failure;
      say(failure.message);
    }
    redraw();
  };

  const grid = makeGrid(host, {
    typed: (row, column, text) => {
      if (book.active.protected) return say('This sheet is protected: its cells cannot be changed.');
      say('');
      attempt(() => host.personTypes(book.active.name, cellAddress(row, column), text));
    },
    cleared: (area) => {
      if (book.active.protected) return say('This sheet is protected: its cells cannot be changed.');
      if (area.rows * area.columns === 1)
        return attempt(() => host.personTypes(book.active.name, cellAddress(area.row, area.column), ''));
      attempt(() => clearCells(book.active, area));
    },
    selected: () => bar.redraw(),
    follow: (reference) => void go(reference),
    otherSheet: (by) => {
      const shown = book.sheets.filter((s) => s.visibility === 'Visible');
      const next = shown[shown.indexOf(book.active) + by];
      if (next) activate(next);
    },
    say,
    theme: () => theme,
  });
  const activate = (sheet: typeof book.active): void => {
    book.active = sheet;
    // Excel's selection is the active sheet's.
    book.selection = { sheet, area: { row: 0, column: 0, rows: 1, columns: 1 } };
    redraw();
    const { row, column, toRow, toColumn } = grid.selection();
    grid.select({ row, column, toRow, toColumn });
  };
  const go = (reference: string): boolean => {
    const place = placeNamed(book, reference);
    if (!place || place.sheet.visibility !== 'Visible') {
      say(`There is no cell or name “${reference}”.`);
      return false;
    }
    book.active = place.sheet;
    book.selection = { sheet: place.sheet, area: place.area };
    redraw();
    const { row, column, rows, columns } = place.area;
    grid.select({ row, column, toRow: row + rows - 1, toColumn: column + columns - 1 });
    return true;
  };
  const bar = makeFormulaBar(book, grid, go);
  const tabs = makeTabs(book, {
    activate,
    rename: (sheet, name) => attempt(() => renameSheet(book, sheet, name)),
    add: () => attempt(() => void (book.active = addSheet(book, null))),
  });

  async function load(name: string, bytes: Uint8Array): Promise<void> {
    say(`Opening ${name}…`);
    const { value, issues } = await openFile(name, bytes);
    if (value) page.open(value);
    else say(`${name} could not be opened: ${issues.map((i) => i.code).join(', ')}.`);
  }
  const picker = element('input', {
    type: 'file',
    accept: '.xlsx,.xlsm,.csv,.tsv,.txt,.gz',
    hidden: true,
    'aria-label': 'A workbook to open',
  });
  picker.addEventListener('change', () => {
    const [file] = picker.files ?? [];
    if (file) void file.arrayBuffer().then((content) => load(file.name, new Uint8Array(content)));
  });
  async function save(): Promise<void> {
    say('Saving…');
    const { bytes, remarks } = await saveFile(book);
    const name = `${book.name.replace(/\.[^.]+$/, '')}.xlsx`;
    const address = URL.createObjectURL(new Blob([bytes.slice()], { type: XLSX }));
    element('a', { href: address, download: name }).click();
    URL.revokeObjectURL(address);
    say([`${name} was saved.`, ...remarks].join(' '));
  }

  const faultMenu = element(
    'details',
    { class: 'menu' },
    element('summary', {}, 'Faults'),
    makeFaultMenu(host, () => redraw(), say),
  );
  const themeButton = button('', () => {
    theme = theme === 'light' ? 'dark' : 'light';
    localStorage.setItem(THEME, theme);
    showTheme();
    grid.redraw();
  });
  const showTheme = (): void => {
    document.documentElement.dataset['theme'] = theme;
    themeButton.textContent = theme === 'light' ? 'Dark' : 'Light';
    themeButton.setAttribute('aria-label', `Show the workbook ${theme === 'light' ? 'dark' : 'light'}`);
  };
  showTheme();
  const toolbar = element(
    'div',
    { class: 'toolbar', role: 'toolbar', 'aria-label': 'Workbook' },
    element('span', { class: 'book-name' }, book.name),
    button('Open…', () => picker.click()),
    button('Save .xlsx', () => void save().catch((failure: unknown) => say(String(failure)))),
    button('Sample workbook', () => void page.sample().then((bytes) => load(SAMPLE, bytes))),
    faultMenu,
    themeButton,
    picker,
  );
  const view = element(
    'div',
    { class: 'workbook' },
    toolbar,
    bar.element,
    grid.element,
    element('div', { class: 'foot' }, tabs.element, status),
  );
  const splitter = makeSplitter(page.pane, PANE_WIDTH);
  root.append(view, splitter);

  function redraw(): void {
    grid.redraw();
    tabs.redraw();
    bar.redraw();
  }
  let waiting = false;
  const stop = host.onChange(() => {
    // Many requests in a row are one change to look at.
    if (waiting) return;
    waiting = true;
    // The pane may share the page's thread: it goes first.
    requestIdleCallback(
      () => {
        waiting = false;
        redraw();
        if (hasFormulas(book)) void formulaEngineReady().then(redraw);
      },
      { timeout: LATEST_REDRAW },
    );
  });
  // As in Excel, Tab goes from cell to cell, and F6 leaves them for the pane.
  const onward = (event: KeyboardEvent): void => {
    if (event.key !== 'F6') return;
    event.preventDefault();
    page.pane.querySelector('iframe')?.focus();
    page.enterPane();
  };
  document.addEventListener('keydown', onward);
  redraw();
  return {
    takeFocus: (to) => {
      if (to === 'cells') return grid.focus();
      const next = to === 'previous' ? splitter : toolbar.querySelector('button');
      next?.focus();
    },
    unmount: () => {
      stop();
      document.removeEventListener('keydown', onward);
      view.remove();
      splitter.remove();
    },
  };
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function startTheme(): Theme {
  const kept = localStorage.getItem(THEME);
  if (kept === 'dark' || kept === 'light') return kept;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

let adopted = false;
function adoptStyles(): void {
  if (adopted) return;
  adopted = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  document.adoptedStyleSheets.push(sheet);
}
