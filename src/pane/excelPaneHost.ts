import { addSheets } from '../hosts/excel/addSheets';
import { problemOf } from '../hosts/excel/errors';
import { removeResults, resultState, sheetNames } from '../hosts/excel/ownership';
import { play } from '../hosts/excel/play';
import { readSavedInputs } from '../hosts/excel/readSavedInputs';
import { streamSheets, workbookName } from '../hosts/excel/readTables';
import { loadSettings, saveSettings } from '../hosts/excel/settings';
import { showCell } from '../hosts/excel/showCell';
import { watchData } from '../hosts/excel/watch';
import type { PaneHost, PaneTheme } from './paneHost';

/** Excel as the pane sees it. Only joins: what Excel needs stands in hosts/excel. */
export function excelPaneHost(): PaneHost {
  let theme = themeNow();
  const listeners = new Set<() => void>();
  const retheme = (): void => {
    theme = themeNow();
    for (const listener of listeners) listener();
  };
  PREFERENCES.forEach((query) => matchMedia(query).addEventListener('change', retheme));

  return {
    supports: () => true,
    workbookName,
    readSheets: streamSheets,
    readSavedInputs,
    sheetNames,
    play,
    removeResults,
    resultState,
    loadSettings,
    saveSettings,
    showCell,
    async addSampleSheets(progress) {
      progress(0, 'Opening the sample data');
      const response = await fetch(SAMPLE);
      if (!response.ok) throw new Error(`The sample data answered ${response.status}.`);
      // Only for this: the reader of workbook files is loaded when it is wanted.
      const { readWorkbookFile } = await import(
        /* webpackChunkName: "workbook-reader" */ '../hosts/workbookFile/readWorkbookFile'
      );
      const { value } = await readWorkbookFile(SAMPLE, new Uint8Array(await response.arrayBuffer()));
      if (!value) throw new Error('The sample data could not be read.');
      await addSheets(value.sheets, progress);
    },
    get theme() {
      return theme;
    },
    onThemeChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onDataChanged(listener) {
      const watching = watchData(listener);
      // Without the event a result cannot be seen to be out of date; everything else works.
      watching.catch(() => undefined);
      return () => void watching.then((stop) => stop()).catch(() => undefined);
    },
    describe: problemOf,
  };
}

const SAMPLE = 'assets/samples/leadline-sample.xlsx';

const PREFERENCES = ['(prefers-color-scheme: dark)', '(forced-colors: active)'] as const;

/** Office's theme where it tells one, else the system's. */
function themeNow(): PaneTheme {
  const [dark, forced] = PREFERENCES.map((query) => matchMedia(query).matches);
  if (forced) return { kind: 'contrast' };
  const ground = Office.context.officeTheme?.bodyBackgroundColor;
  return { kind: ground === undefined ? (dark ? 'dark' : 'light') : isDark(ground) ? 'dark' : 'light' };
}

/** "#262626" is dark; the middle of the eye's scale decides. */
function isDark(color: string): boolean {
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(color);
  if (!parts) return false;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
