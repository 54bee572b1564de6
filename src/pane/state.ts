import type { AnalysisId } from '../engine/analyses/findings';
import { NOTHING_SUPPOSED, type Supposed } from '../engine/analyses/levers';
import type { AssumptionValue } from '../engine/core/assumption';
import type { Mapping } from '../engine/dataset/mapping';
import type { RecognisedView } from '../app/protocol';
import type { RunView } from '../app/runView';
import type { EditedRow } from '../engine/report/editableTable';
import type { Failure, ResultState, WrittenSheet } from './paneHost';
import { NO_SETTINGS, type PaneSettings } from './settings';

/** The whole state of the pane; pages are views of it, `actions.ts` moves it. */
export interface PaneState {
  readonly page: Page;
  readonly settings: PaneSettings;
  readonly task: Task | undefined;
  readonly recognised: RecognisedView | undefined;
  readonly run: FinishedRun | undefined;
  /** On the What-if page, in place of what the run had in force. */
  readonly supposed: Supposed;
  /** A sheet of the user's changed since it was read. */
  readonly dataChanged: boolean;
  /** The list of sheets to be made is shown: id → name of each, and whether it is there already. */
  readonly preview: WritePreview | undefined;
  readonly written: readonly WrittenSheet[] | undefined;
  /** Leadline's own sheets as they stood when last looked at. */
  readonly results: ResultState;
  readonly failure: Failure | undefined;
  /** Read out by screen readers. */
  readonly announcement: string;
}

export type Page = 'start' | 'data' | AnalysisId | 'whatIf' | 'about';
export type TaskKind = 'read' | 'recognise' | 'run' | 'write' | 'remove' | 'sample';
export interface Task {
  readonly kind: TaskKind;
  readonly share: number;
  readonly what: string;
}
export interface FinishedRun {
  readonly view: RunView;
  /** The settings it was made with. */
  readonly settings: PaneSettings;
  /** The names that its formulas and links use. */
  readonly sheetNames: Readonly<Record<string, string>>;
}
export interface WritePreview {
  readonly names: Readonly<Record<string, string>>;
  readonly existing: readonly string[];
}

export type PaneEvent =
  | { readonly type: 'settingsLoaded'; readonly settings: PaneSettings; readonly results: ResultState }
  | { readonly type: 'pageChosen'; readonly page: Page }
  | { readonly type: 'taskStarted'; readonly kind: TaskKind; readonly what: string }
  | { readonly type: 'progressed'; readonly share: number; readonly what: string }
  | { readonly type: 'taskEnded' }
  | { readonly type: 'cancelled' }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'failureDismissed' }
  | { readonly type: 'sheetsRead' }
  | { readonly type: 'recognised'; readonly view: RecognisedView }
  | { readonly type: 'ran'; readonly run: FinishedRun }
  | { readonly type: 'mappingChanged'; readonly mapping: Mapping }
  | { readonly type: 'valueChanged'; readonly id: string; readonly value: AssumptionValue | undefined }
  | { readonly type: 'tableChanged'; readonly id: string; readonly rows: readonly EditedRow[] }
  | { readonly type: 'supposed'; readonly supposed: Supposed }
  | { readonly type: 'seedChanged'; readonly seed: number }
  | { readonly type: 'asOfChanged'; readonly asOf: string }
  | { readonly type: 'dataChanged' }
  | { readonly type: 'previewOpened'; readonly preview: WritePreview }
  | { readonly type: 'previewClosed' }
  | { readonly type: 'written'; readonly sheets: readonly WrittenSheet[]; readonly results: ResultState }
  | { readonly type: 'resultsLookedAt'; readonly results: ResultState }
  | { readonly type: 'removed'; readonly results: ResultState }
  | { readonly type: 'startedOver' };

const NO_RESULTS: ResultState = { kind: 'none', sheets: [], stamp: undefined };

export const INITIAL: PaneState = {
  page: 'start',
  settings: NO_SETTINGS,
  task: undefined,
  recognised: undefined,
  run: undefined,
  supposed: NOTHING_SUPPOSED,
  dataChanged: false,
  preview: undefined,
  written: undefined,
  results: NO_RESULTS,
  failure: undefined,
  announcement: '',
};

export function reduce(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case 'settingsLoaded':
      return { ...state, settings: event.settings, results: event.results };
    case 'pageChosen':
      return { ...state, page: event.page };
    case 'taskStarted':
      return {
        ...state,
        task: { kind: event.kind, share: 0, what: event.what },
        failure: undefined,
        written: undefined,
        preview: undefined,
        announcement: event.what,
      };
    case 'progressed':
      if (!state.task) return state;
      return {
        ...state,
        // Never falls: a bar that runs back says nothing.
        task: { ...state.task, share: Math.max(state.task.share, event.share), what: event.what },
        announcement: event.what,
      };
    case 'taskEnded':
      return { ...state, task: undefined };
    case 'cancelled':
      return { ...state, announcement: 'Cancelled.' };
    case 'failed':
      return {
        ...state,
        failure: event.failure,
        announcement: `${event.failure.title} ${event.failure.message}`,
      };
    case 'failureDismissed':
      return { ...state, failure: undefined };
    case 'sheetsRead':
      return { ...state, dataChanged: false };
    case 'recognised':
      return {
        ...state,
        recognised: event.view,
        page: state.page === 'start' ? 'data' : state.page,
        announcement:
          event.view.questions.length > 0
            ? 'The workbook was read. There are questions to answer.'
            : 'The workbook was read.',
      };
    case 'ran':
      return {
        ...state,
        run: event.run,
        announcement: event.run.view.blocked
          ? 'The data do not allow a result yet. See the Data page.'
          : 'The result is ready.',
      };
    case 'mappingChanged':
      return { ...state, settings: { ...state.settings, mapping: event.mapping } };
    case 'valueChanged': {
      const { [event.id]: _, ...others } = state.settings.values;
      const values = event.value === undefined ? others : { ...others, [event.id]: event.value };
      return { ...state, settings: { ...state.settings, values } };
    }
    case 'tableChanged':
      return {
        ...state,
        settings: { ...state.settings, tables: { ...state.settings.tables, [event.id]: event.rows } },
      };
    case 'supposed':
      return { ...state, supposed: event.supposed };
    case 'seedChanged':
      return { ...state, settings: { ...state.settings, seed: event.seed } };
    case 'asOfChanged':
      return { ...state, settings: { ...state.settings, asOf: event.asOf } };
    case 'dataChanged':
      return state.recognised && !state.dataChanged
        ? { ...state, dataChanged: true, announcement: 'The data have changed.' }
        : state;
    case 'previewOpened':
      return { ...state, preview: event.preview };
    case 'previewClosed':
      return { ...state, preview: undefined };
    case 'written':
      return {
        ...state,
        written: event.sheets,
        results: event.results,
        announcement: `${event.sheets.length} sheets were written.`,
        ...settled(state, {
          ...state.settings,
          values: {},
          tables: {},
          mapping: withoutStages(state.settings.mapping),
        }),
      };
    case 'resultsLookedAt':
      return { ...state, results: event.results };
    case 'removed':
      return {
        ...state,
        written: undefined,
        results: event.results,
        announcement: 'The Leadline sheets were removed.',
        ...(state.run &&
          settled(state, {
            ...state.settings,
            values: { ...state.run.view.values, ...state.settings.values },
            tables: { ...state.run.view.tables, ...state.settings.tables },
          })),
      };
    case 'startedOver':
      return { ...INITIAL, results: state.results, announcement: 'Started over.' };
  }
}

/**
 * After writing, the sheet "Leadline Inputs" holds the values and the stages, and is where they are changed; after
 * removing it the pane holds them again. Neither makes the result stale.
 */
function settled(state: PaneState, settings: PaneSettings): Pick<PaneState, 'settings' | 'run'> {
  const stale = staleness(state) === 'inputs';
  return { settings, run: state.run && (stale ? state.run : { ...state.run, settings }) };
}
const withoutStages = ({ tables }: Mapping): Mapping => ({ tables });

/** Why the result shown is not the one that a run would give now. */
export function staleness(state: PaneState): 'data' | 'inputs' | undefined {
  if (!state.run) return undefined;
  if (state.dataChanged) return 'data';
  return JSON.stringify(state.run.settings) === JSON.stringify(state.settings) ? undefined : 'inputs';
}

/** Nothing may be started while a task is under way. */
export const isBusy = (state: PaneState): boolean => state.task !== undefined;
