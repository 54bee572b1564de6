import { Cancelled } from '../../src/engine/core/circumstances';
import type { RawSheet } from '../../src/engine/dataset/rawTable';
import type { Placement } from '../../src/engine/report/placement';
import type { SavedInputs } from '../../src/engine/report/savedInputs';
import type { Ability, PaneHost, PaneTheme, ResultState, WrittenSheet } from '../../src/pane/paneHost';

/** A workbook in memory: what the pane reads, and what it did to it. */
export interface MemoryHost extends PaneHost {
  sheets: readonly RawSheet[];
  readonly sample: readonly RawSheet[];
  results: ResultState;
  settings: unknown;
  saved: SavedInputs | undefined;
  played: readonly Placement[];
  readonly shown: { sheet: string; row?: number; column?: string }[];
  /** Thrown by the next call that touches the workbook. */
  failNext: Error | undefined;
  setTheme(kind: PaneTheme['kind']): void;
  changeData(): void;
}

/** Rows of one `rows` call. */
const CHUNK = 500;
const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

export function memoryHost(options: {
  readonly sheets?: readonly RawSheet[];
  readonly sample?: readonly RawSheet[];
  readonly theme?: PaneTheme['kind'];
  readonly abilities?: readonly Ability[];
}): MemoryHost {
  const themeListeners = new Set<() => void>();
  const dataListeners = new Set<() => void>();
  const abilities = options.abilities ?? ['showCell', 'addSampleSheets', 'removeResults'];
  let theme: PaneTheme = { kind: options.theme ?? 'light' };

  function touch(): void {
    const error = host.failNext;
    host.failNext = undefined;
    if (error) throw error;
  }

  const host: MemoryHost = {
    sheets: options.sheets ?? [],
    sample: options.sample ?? [],
    results: { kind: 'none', sheets: [], stamp: undefined },
    settings: undefined,
    saved: undefined,
    played: [],
    shown: [],
    failNext: undefined,
    setTheme(kind) {
      theme = { kind };
      for (const listener of themeListeners) listener();
    },
    changeData() {
      for (const listener of dataListeners) listener();
    },
    supports: (ability) => abilities.includes(ability),
    workbookName: () => Promise.resolve('Pipeline.xlsx'),
    async readSheets(sink, progress, signal) {
      touch();
      for (const [i, { rows, formats, ...head }] of host.sheets.entries()) {
        sink.sheet(head);
        for (let from = 0; from < rows.length; from += CHUNK) {
          progress((i + from / rows.length) / host.sheets.length, `Reading ${head.sheet}`);
          await sink.rows(rows.slice(from, from + CHUNK));
          if (signal.cancelled) return;
        }
        sink.formats(formats);
      }
      progress(1, 'Reading');
    },
    readSavedInputs: () => Promise.resolve(host.saved),
    sheetNames: (sheets) =>
      Promise.resolve(
        Object.fromEntries(
          sheets.map(({ id, title }) => {
            const usual = `Leadline ${title}`;
            return [id, host.sheets.some((s) => s.sheet === usual) ? `${usual} (2)` : usual];
          }),
        ),
      ),
    async play(placements, progress, signal) {
      touch();
      const before = new Set(host.results.sheets.map((s) => s.name));
      const written: WrittenSheet[] = [];
      for (const [i, placement] of placements.entries()) {
        if (placement.kind === 'sheet')
          written.push({ id: placement.sheet, name: placement.name, refreshed: before.has(placement.name) });
        progress(i / placements.length, 'Writing the sheets');
        if (i % 50 === 0) await aMoment();
        if (signal.cancelled) {
          host.results = { kind: 'broken', sheets: written, stamp: undefined };
          throw new Cancelled();
        }
      }
      const stamp = placements.find((p) => p.kind === 'stamp');
      host.played = placements;
      host.results = { kind: 'complete', sheets: written, stamp: stamp?.stamp };
      return written;
    },
    removeResults() {
      touch();
      host.results = { kind: 'none', sheets: [], stamp: undefined };
      return Promise.resolve();
    },
    resultState: () => Promise.resolve(host.results),
    loadSettings: () => Promise.resolve(host.settings),
    saveSettings(settings) {
      host.settings = structuredClone(settings);
      return Promise.resolve();
    },
    showCell(place) {
      touch();
      host.shown.push(place);
      return Promise.resolve();
    },
    addSampleSheets() {
      touch();
      host.sheets = [...host.sheets, ...host.sample];
      return Promise.resolve();
    },
    get theme() {
      return theme;
    },
    onThemeChanged(listener) {
      themeListeners.add(listener);
      return () => themeListeners.delete(listener);
    },
    onDataChanged(listener) {
      dataListeners.add(listener);
      return () => dataListeners.delete(listener);
    },
    describe: (error) => ({
      title: 'The workbook did not answer.',
      message: error instanceof Error ? error.message : String(error),
      nextStep: 'Try again.',
      details: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }),
  };
  return host;
}
