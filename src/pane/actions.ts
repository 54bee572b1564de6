import { NOTHING_SUPPOSED, type Supposed } from '../engine/analyses/levers';
import type { AnswerOf, AskedId, QuestionTo } from '../engine/analyses/questions';
import { Cancelled, type CancelSignal, type Progress } from '../engine/core/circumstances';
import { dayOf, dayOfIso } from '../engine/core/day';
import type { AssumptionValue } from '../engine/core/assumption';
import type { Place } from '../engine/core/issue';
import type { Mapping } from '../engine/dataset/mapping';
import type { EditedRow } from '../engine/report/editableTable';
import type { RunRequest } from '../app/run';
import type { RunView } from '../app/runView';
import { type Engine, EngineFailure, type SheetSink } from '../app/workerClient';
import type { Failure, PaneHost } from './paneHost';
import { type PaneSettings, settingsFrom } from './settings';
import { isBusy, type Page, type PaneState, type TaskKind } from './state';
import type { Store } from './store';

/** Everything a person can do in the pane. Each action ends in the store; none throws. */
export interface Actions {
  /** On opening: what the workbook remembers. */
  open(): Promise<void>;
  choosePage(page: Page): void;
  /** Reads the workbook, recognises its tables and, where nothing is in question, runs at once. */
  readWorkbook(): Promise<void>;
  addSample(): Promise<void>;
  changeMapping(mapping: Mapping): Promise<void>;
  changeValue(id: string, value: AssumptionValue | undefined): void;
  /** All rows of an editable table; they wait in the pane until they are written. */
  changeTable(id: string, rows: readonly EditedRow[]): void;
  /** On the What-if page; nothing runs. */
  suppose(supposed: Supposed): void;
  /** Puts what is supposed into force, and runs: every page and sheet then follows. */
  putSupposedIntoForce(): Promise<void>;
  /** A question to an analysis of the last run; undefined where it has no answer, or a failure is shown. */
  ask<Id extends AskedId>(analysis: Id, question: QuestionTo<Id>): Promise<AnswerOf<Id> | undefined>;
  changeSeed(seed: number): void;
  changeAsOf(asOf: string): void;
  run(): Promise<void>;
  openPreview(): Promise<void>;
  closePreview(): void;
  write(): Promise<void>;
  cancel(): void;
  removeResults(): Promise<void>;
  showCell(place: Pick<Place, 'sheet' | 'row' | 'column'>): Promise<void>;
  dismissFailure(): void;
  startOver(): void;
}

export function createActions(host: PaneHost, engine: Engine, store: Store, today: () => Date): Actions {
  const { dispatch, get } = store;
  let signal = { cancelled: false };

  /** One task at a time; true when it was not cancelled. One that was abandoned ends without a word, whenever it does. */
  async function task(
    kind: TaskKind,
    what: string,
    work: (mine: CancelSignal) => Promise<void>,
  ): Promise<boolean> {
    if (isBusy(get())) return false;
    const mine = { cancelled: false };
    signal = mine;
    dispatch({ type: 'taskStarted', kind, what });
    await attempt(() => work(mine), mine);
    if (signal !== mine) return false;
    dispatch({ type: 'taskEnded' });
    await recogniseChanges();
    return !mine.cancelled;
  }
  /** Cancelling is not a failure. */
  async function attempt(work: () => Promise<void>, mine = { cancelled: false }): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!mine.cancelled) dispatch({ type: 'failed', failure: describe(host, error) });
      else if (signal === mine) dispatch({ type: 'cancelled' });
    }
  }
  /** The task under way is no longer waited for: Excel may not answer while a person edits a cell. */
  function abandon(): void {
    signal.cancelled = true;
    signal = { cancelled: false };
    engine.cancel();
  }
  const progress: Progress = (share, what) => dispatch({ type: 'progressed', share, what });
  /** A part of a task, from one share of the whole to another. */
  const part =
    (from: number, to: number): Progress =>
    (share, what) =>
      progress(from + share * (to - from), what);

  async function read(report: Progress, mine: CancelSignal): Promise<void> {
    engine.begin();
    await host.readSheets(until(mine, engine), report, mine);
    stopIf(mine);
    dispatch({ type: 'sheetsRead' });
  }

  /** The tables decided when recognition last ran; decisions may change while another task is under way. */
  let recognisedWith: Mapping['tables'] | undefined;
  async function recognise(mine: CancelSignal): Promise<void> {
    const { mapping } = get().settings;
    recognisedWith = mapping.tables;
    const view = await engine.recognise(mapping);
    stopIf(mine);
    dispatch({ type: 'recognised', view });
  }
  async function recogniseChanges(): Promise<void> {
    if (recognisedWith === undefined || recognisedWith === get().settings.mapping.tables) return;
    await task('recognise', 'Looking at the columns again', async (mine) => {
      if (!engine.holdsSheets) await read(progress, mine);
      await recognise(mine);
    });
  }

  /** Reads again where the sheets have changed or were lost to a cancel; then recognises them again, too. */
  async function readIfNeeded(report: Progress, mine: CancelSignal): Promise<void> {
    if (engine.holdsSheets && !get().dataChanged) return;
    await read(report, mine);
    await recognise(mine);
  }

  /** A run whose formulas and links name the sheets that writing will use. */
  async function calculate(report: Progress, mine: CancelSignal): Promise<RunView> {
    const { settings, run } = get();
    const saved = await host.readSavedInputs();
    const workbook = await host.workbookName();
    stopIf(mine);
    const once = (sheetNames: SheetNames, told: Progress): Promise<RunView> =>
      engine.run({ ...requestOf(settings, today()), ...(saved && { saved }), workbook, sheetNames }, told);
    const expected = run?.sheetNames ?? {};
    const first = await once(expected, report);
    const sheetNames = await host.sheetNames(first.sheets);
    stopIf(mine);
    const view = isSameNaming(first, expected, sheetNames) ? first : await once(sheetNames, report);
    dispatch({ type: 'ran', run: { view, settings, sheetNames } });
    return view;
  }

  const save = (): Promise<void> => host.saveSettings(get().settings);

  async function readWorkbook(): Promise<void> {
    const isDone = await task('read', 'Reading the workbook', async (mine) => {
      await read(progress, mine);
      await recognise(mine);
    });
    if (isDone && canRun(get()) && engine.holdsSheets) await run();
  }

  async function run(): Promise<void> {
    await task('run', 'Calculating', async (mine) => {
      const mustRead = !engine.holdsSheets || get().dataChanged;
      await readIfNeeded(part(0, 0.5), mine);
      await calculate(mustRead ? part(0.5, 1) : progress, mine);
    });
  }

  return {
    open: () =>
      attempt(async () => {
        const settings = settingsFrom(await host.loadSettings());
        dispatch({ type: 'settingsLoaded', settings, results: await host.resultState() });
        host.onDataChanged(() => dispatch({ type: 'dataChanged' }));
      }),
    choosePage: (page) => dispatch({ type: 'pageChosen', page }),
    readWorkbook,
    async addSample() {
      await task('sample', 'Adding sample data', () => host.addSampleSheets(progress));
      if (!get().failure) await readWorkbook();
    },
    async changeMapping(mapping) {
      dispatch({ type: 'mappingChanged', mapping });
      await attempt(save);
      await recogniseChanges();
    },
    changeValue(id, value) {
      dispatch({ type: 'valueChanged', id, value });
      void attempt(save);
    },
    changeTable(id, rows) {
      dispatch({ type: 'tableChanged', id, rows });
      void attempt(save);
    },
    suppose: (supposed) => dispatch({ type: 'supposed', supposed }),
    async putSupposedIntoForce() {
      const { values, tables } = get().supposed;
      for (const [id, value] of Object.entries(values)) dispatch({ type: 'valueChanged', id, value });
      for (const [id, rows] of Object.entries(tables)) dispatch({ type: 'tableChanged', id, rows });
      dispatch({ type: 'supposed', supposed: NOTHING_SUPPOSED });
      await attempt(save);
      await run();
    },
    async ask(analysis, question) {
      try {
        return await engine.ask(analysis, question);
      } catch (error) {
        // What was given up to make way for a task is no failure.
        if (!(error instanceof Cancelled)) dispatch({ type: 'failed', failure: describe(host, error) });
        return undefined;
      }
    },
    changeSeed(seed) {
      dispatch({ type: 'seedChanged', seed });
      void attempt(save);
    },
    changeAsOf(asOf) {
      dispatch({ type: 'asOfChanged', asOf });
      void attempt(save);
    },
    run,
    openPreview: () =>
      attempt(async () => {
        const { run: finished } = get();
        if (!finished) return;
        const names = await host.sheetNames(finished.view.sheets);
        const { sheets } = await host.resultState();
        dispatch({ type: 'previewOpened', preview: { names, existing: sheets.map((s) => s.name) } });
      }),
    closePreview: () => dispatch({ type: 'previewClosed' }),
    async write() {
      await task('write', 'Writing the sheets', async (mine) => {
        await readIfNeeded(part(0, 0.2), mine);
        // Always anew: the names of the sheets and the cells of "Leadline Inputs" are those of this moment.
        if ((await calculate(part(0.2, 0.4), mine)).blocked) return;
        const placements = await engine.placements();
        try {
          const sheets = await host.play(placements, part(0.4, 1), mine);
          dispatch({ type: 'written', sheets, results: await host.resultState() });
        } catch (error) {
          // Broken off: say so on the page, whatever the reason was.
          dispatch({ type: 'resultsLookedAt', results: await host.resultState() });
          throw error;
        }
        await save();
      });
    },
    cancel() {
      const { task: underWay } = get();
      if (!underWay) return;
      // What changes the workbook stops at its next step, so that no sheet is left half known; everything else ends here.
      if (underWay.kind === 'write' || underWay.kind === 'sample') signal.cancelled = true;
      else {
        abandon();
        dispatch({ type: 'cancelled' });
        dispatch({ type: 'taskEnded' });
      }
    },
    async removeResults() {
      await task('remove', 'Removing the Leadline sheets', async () => {
        await host.removeResults();
        dispatch({ type: 'removed', results: await host.resultState() });
        await save();
      });
    },
    showCell: (place) => attempt(() => host.showCell(place)),
    dismissFailure: () => dispatch({ type: 'failureDismissed' }),
    startOver() {
      abandon();
      dispatch({ type: 'startedOver' });
      void attempt(save);
    },
  };
}

type SheetNames = Readonly<Record<string, string>>;

/** What a run called its sheets against what they will be called; a sheet without an own name is "Leadline <title>". */
const isSameNaming = (view: RunView, used: SheetNames, wanted: SheetNames): boolean =>
  view.sheets.every(({ id, title }) => {
    const usual = `Leadline ${title}`;
    return (used[id] ?? usual) === (wanted[id] ?? usual);
  });

function stopIf(signal: CancelSignal): void {
  if (signal.cancelled) throw new Cancelled();
}

/** A sink that a cancelled reading can no longer fill. */
const until = (signal: CancelSignal, sink: SheetSink): SheetSink => ({
  sheet: (head) => {
    stopIf(signal);
    sink.sheet(head);
  },
  rows: (rows) => {
    stopIf(signal);
    return sink.rows(rows);
  },
  formats: (formats) => {
    stopIf(signal);
    sink.formats(formats);
  },
});

const describe = (host: PaneHost, error: unknown): Failure =>
  error instanceof EngineFailure
    ? {
        title: 'The calculation stopped.',
        message: 'Leadline met something it does not know how to handle. Your workbook was not changed.',
        nextStep: 'Read the workbook again. If it happens again, copy the details and send them to us.',
        details: `${error.message}\n${error.details}`,
      }
    : host.describe(error);

/** Nothing is in question, and there are opportunities to look at. */
export const canRun = (state: PaneState): boolean =>
  state.failure === undefined && state.recognised !== undefined && state.recognised.questions.length === 0;

function requestOf(settings: PaneSettings, now: Date): RunRequest {
  const asOf = dayOfIso(settings.asOf);
  return {
    today: dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()),
    seed: settings.seed,
    mapping: settings.mapping,
    values: settings.values,
    tables: settings.tables,
    ...(asOf !== undefined && { asOf }),
  };
}
