import type { AnswerOf, AskedId, QuestionTo } from '../engine/analyses/questions';
import { Cancelled, type Progress } from '../engine/core/circumstances';
import type { Mapping } from '../engine/dataset/mapping';
import type { Cell, FormatRun } from '../engine/dataset/rawTable';
import type { PlacedCell, Placement } from '../engine/report/placement';
import { type FromWorker, type RecognisedView, type SheetHead, sliceRows, type ToWorker } from './protocol';
import { type EngineParts, responder } from './respond';
import type { RunRequest } from './run';
import type { RunView } from './runView';

/** Where a host puts the sheets while it reads them. `rows` waits, so that the pane stays answerable meanwhile. */
export interface SheetSink {
  sheet(head: SheetHead): void;
  /** More rows of the sheet announced last. */
  rows(rows: readonly (readonly Cell[])[]): Promise<void>;
  /** Ends the sheet announced last. */
  formats(formats: readonly (readonly FormatRun[])[]): void;
}

/** The engine as the pane sees it: sheets go in, views and placements come out. */
export interface Engine extends SheetSink {
  /** Forgets the sheets held so far. */
  begin(): void;
  /** False before the first `begin` and after a cancel or a crash: read again. */
  readonly holdsSheets: boolean;
  recognise(mapping: Mapping | undefined): Promise<RecognisedView>;
  run(request: RunRequest, progress: Progress): Promise<RunView>;
  /** Puts a question to an analysis of the last run; undefined where that has nothing to answer from. */
  ask<Id extends AskedId>(analysis: Id, question: QuestionTo<Id>): Promise<AnswerOf<Id> | undefined>;
  /** Of the last run. */
  placements(): Promise<readonly Placement[]>;
  /** Stops whatever is under way (its promise is rejected with `Cancelled`); the sheets are gone with it. */
  cancel(): void;
}

/** A failure inside the engine, carried over from the worker. */
export class EngineFailure extends Error {
  constructor(
    message: string,
    readonly details: string,
  ) {
    super(message);
    this.name = 'EngineFailure';
  }
}

/** A worker, or what stands in for one. */
export interface Port {
  post(message: ToWorker): void;
  close(): void;
}
export type OpenPort = (onMessage: (message: FromWorker) => void, onCrash: (message: string) => void) => Port;

/** A worker per client, started on first use and again after each cancel. */
export function engineClient(open: OpenPort): Engine {
  let port: Port | undefined;
  let holdsSheets = false;
  let nextId = 1;
  const waiting = new Map<number, Waiting>();

  function stop(reason: Error): void {
    port?.close();
    port = undefined;
    holdsSheets = false;
    const left = [...waiting.values()];
    waiting.clear();
    for (const { reject } of left) reject(reason);
  }

  function receive(message: FromWorker): void {
    const asked = waiting.get(message.id);
    if (!asked) return;
    if (message.kind === 'progress') return asked.progress(message.share, message.what);
    if (message.kind === 'placement') return void asked.placements.push(opened(message.placement));
    if (message.kind === 'moreCells') return append(asked.placements.at(-1), message.values);
    waiting.delete(message.id);
    if (message.kind === 'failed') asked.reject(new EngineFailure(message.message, message.details));
    else asked.resolve(message.kind === 'placed' ? asked.placements : message.view);
  }

  const openPort = (): Port =>
    (port ??= open(receive, (message) => stop(new EngineFailure(message, 'The worker stopped.'))));

  function request<T>(message: (id: number) => ToWorker, progress: Progress = () => undefined): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const id = nextId++;
      // A reply's view belongs to its request's kind; `receive` hands it over unlooked at.
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject, progress, placements: [] });
      openPort().post(message(id));
    });
  }

  return {
    begin() {
      openPort().post({ kind: 'begin' });
      holdsSheets = true;
    },
    get holdsSheets() {
      return holdsSheets;
    },
    sheet: (head) => openPort().post({ kind: 'sheet', head }),
    async rows(rows) {
      for (const slice of sliceRows(rows)) {
        openPort().post({ kind: 'rows', rows: slice });
        await nextTask();
      }
    },
    formats: (formats) => openPort().post({ kind: 'formats', formats }),
    recognise: (mapping) => request((id) => ({ kind: 'recognise', id, mapping })),
    run: (asked, progress) => request((id) => ({ kind: 'run', id, request: asked }), progress),
    ask: (analysis, question) => request((id) => ({ kind: 'ask', id, analysis, question })),
    placements: () => request((id) => ({ kind: 'placements', id })),
    cancel: () => stop(new Cancelled()),
  };
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: Error) => void;
  readonly progress: Progress;
  readonly placements: Placement[];
}

/** Cells with an array of their own, to which further rows may be appended. */
const opened = (placement: Placement): Placement =>
  placement.kind === 'cells' ? { ...placement, values: [...placement.values] } : placement;

function append(placement: Placement | undefined, rows: readonly (readonly PlacedCell[])[]): void {
  if (placement?.kind !== 'cells') return;
  // `opened` above made this array; nobody else has it yet.
  const values = placement.values as (readonly PlacedCell[])[];
  for (const row of rows) values.push(row);
}

/** Lets the browser paint and answer before the next message. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** A port to a web worker. */
export const workerPort =
  (start: () => Worker): OpenPort =>
  (onMessage, onCrash) => {
    const worker = start();
    worker.onmessage = (event: MessageEvent<FromWorker>) => onMessage(event.data);
    worker.onerror = (event) => onCrash(event.message || 'The calculation could not be started.');
    return { post: (message) => worker.postMessage(message), close: () => worker.terminate() };
  };

/** The same port without a worker, for tests and for places that have none: each message is answered in its own task. */
export const localPort =
  (engine: EngineParts): OpenPort =>
  (onMessage) => {
    let isOpen = true;
    const answer = responder(engine, (message) => {
      const copy = structuredClone(message);
      setTimeout(() => isOpen && onMessage(copy), 0);
    });
    return {
      post: (message) => {
        const copy = structuredClone(message);
        setTimeout(() => isOpen && answer(copy), 0);
      },
      close: () => {
        isOpen = false;
      },
    };
  };
