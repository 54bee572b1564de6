import type { Progress, CancelSignal } from '../engine/core/circumstances';
import type { Place } from '../engine/core/issue';
import type { Placement } from '../engine/report/placement';
import type { SavedInputs } from '../engine/report/savedInputs';
import type { SheetSink } from '../app/workerClient';

/** What went wrong in words, what to do next, and the technical part that only "Copy details" shows. */
export interface Failure {
  readonly title: string;
  readonly message: string;
  readonly nextStep: string;
  readonly details: string;
}

/** A sheet as it was written. */
export interface WrittenSheet {
  readonly id: string;
  readonly name: string;
  readonly refreshed: boolean;
}

/** Leadline's own sheets in the workbook. `broken`: a write did not come to its end. */
export interface ResultState {
  readonly kind: 'none' | 'complete' | 'broken';
  readonly sheets: readonly WrittenSheet[];
  readonly stamp: Readonly<Record<string, string | number>> | undefined;
}

export interface PaneTheme {
  readonly kind: 'light' | 'dark' | 'contrast';
}

/** What a host can do beyond reading and writing; where it cannot, the pane leaves the button out. */
export type Ability = 'showCell' | 'addSampleSheets' | 'removeResults';

/**
 * The workbook as the pane sees it. Every method may throw; `describe` turns what it threw into words. Excel is one
 * host (`excelPaneHost.ts`), the tests' memory another.
 */
export interface PaneHost {
  supports(ability: Ability): boolean;
  workbookName(): Promise<string>;
  /** Passes every sheet on, Leadline's own marked as such. */
  readSheets(sink: SheetSink, progress: Progress, signal: CancelSignal): Promise<void>;
  /** What stands on "Leadline Inputs"; undefined where there is no such sheet. */
  readSavedInputs(): Promise<SavedInputs | undefined>;
  /** Report sheet id → the name that writing would use: the sheet that is there already, or a free name. */
  sheetNames(
    sheets: readonly { readonly id: string; readonly title: string }[],
  ): Promise<Readonly<Record<string, string>>>;
  play(
    placements: readonly Placement[],
    progress: Progress,
    signal: CancelSignal,
  ): Promise<readonly WrittenSheet[]>;
  removeResults(): Promise<void>;
  resultState(): Promise<ResultState>;
  /** Unchecked; `settingsFrom` checks it. */
  loadSettings(): Promise<unknown>;
  saveSettings(settings: unknown): Promise<void>;
  showCell(place: Pick<Place, 'sheet' | 'row' | 'column'>): Promise<void>;
  addSampleSheets(progress: Progress): Promise<void>;
  readonly theme: PaneTheme;
  onThemeChanged(listener: () => void): () => void;
  /** Called when a sheet that is not Leadline's own changed. */
  onDataChanged(listener: () => void): () => void;
  describe(error: unknown): Failure;
}
