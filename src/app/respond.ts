import type { Cell, FormatRun, RawSheet } from '../engine/dataset/rawTable';
import type { Placement } from '../engine/report/placement';
import { groupIssues } from './issueGroups';
import { type FromWorker, sliceRows, type SheetHead, type ToWorker } from './protocol';
import type { Ask, RecogniseSheets, RunAnalysis } from './run';
import { questionsOf, viewOf } from './runView';
import { wordedIssue } from './wordedIssue';

/** What the worker needs of the engine. */
export interface EngineParts {
  readonly recogniseSheets: RecogniseSheets;
  readonly runAnalysis: RunAnalysis;
}

/** Holds the sheets and the last run's placements and answers, and answers messages one after the other. */
export function responder(engine: EngineParts, post: (message: FromWorker) => void) {
  let sheets: OpenSheet[] = [];
  let placements: readonly Placement[] = [];
  let ask: Ask = NOTHING_TO_ASK;

  function answer(message: ToWorker): void {
    switch (message.kind) {
      case 'begin':
        sheets = [];
        placements = [];
        ask = NOTHING_TO_ASK;
        return;
      case 'sheet':
        sheets.push({ head: message.head, rows: [], formats: [] });
        return;
      case 'rows': {
        const rows = sheets.at(-1)?.rows;
        for (const row of message.rows) rows?.push(row);
        return;
      }
      case 'formats': {
        const sheet = sheets.at(-1);
        if (sheet) sheet.formats = message.formats;
        return;
      }
      case 'recognise': {
        const { value, issues } = engine.recogniseSheets(rawSheets(sheets), message.mapping);
        post({
          kind: 'recognised',
          id: message.id,
          view: {
            tables: value ?? [],
            questions: questionsOf(issues),
            issues: groupIssues(issues.map(wordedIssue)),
          },
        });
        return;
      }
      case 'run': {
        const result = engine.runAnalysis(rawSheets(sheets), message.request, {
          progress: coarse((share, what) => post({ kind: 'progress', id: message.id, share, what })),
          signal: { cancelled: false },
        });
        placements = result.placements;
        ask = result.ask;
        post({ kind: 'ran', id: message.id, view: viewOf(result) });
        return;
      }
      case 'ask':
        post({ kind: 'answered', id: message.id, view: ask(message.analysis, message.question) });
        return;
      case 'placements':
        for (const placement of placements) postPlacement(placement, message.id, post);
        post({ kind: 'placed', id: message.id });
    }
  }

  return (message: ToWorker): void => {
    try {
      answer(message);
    } catch (error) {
      if (!('id' in message)) throw error;
      post({ kind: 'failed', id: message.id, ...told(error) });
    }
  };
}

const NOTHING_TO_ASK: Ask = () => undefined;

interface OpenSheet {
  readonly head: SheetHead;
  readonly rows: (readonly Cell[])[];
  formats: readonly (readonly FormatRun[])[];
}
const rawSheets = (sheets: readonly OpenSheet[]): readonly RawSheet[] =>
  sheets.map(({ head, rows, formats }) => ({ ...head, rows, formats }));

function postPlacement(placement: Placement, id: number, post: (message: FromWorker) => void): void {
  if (placement.kind !== 'cells') return post({ kind: 'placement', id, placement });
  const [first = [], ...rest] = sliceRows(placement.values);
  post({ kind: 'placement', id, placement: { ...placement, values: first } });
  for (const values of rest) post({ kind: 'moreCells', id, values });
}

/** Lets through a step only when a person could see the difference: a hundredth, or another thing being done. */
function coarse(progress: (share: number, what: string) => void) {
  let lastShare = -1;
  let lastWhat = '';
  return (share: number, what: string): void => {
    if (share - lastShare < 0.01 && what === lastWhat && share < 1) return;
    lastShare = share;
    lastWhat = what;
    progress(share, what);
  };
}

export const told = (error: unknown): { message: string; details: string } =>
  error instanceof Error
    ? { message: error.message, details: error.stack ?? error.message }
    : { message: String(error), details: String(error) };
