import type { AskedId } from '../engine/analyses/questions';
import type { Issue } from '../engine/core/issue';
import type { Mapping } from '../engine/dataset/mapping';
import type { Cell, FormatRun, RawSheet } from '../engine/dataset/rawTable';
import type { Recognition } from '../engine/dataset/recognise';
import type { PlacedCell, Placement } from '../engine/report/placement';
import type { IssueGroup } from './issueGroups';
import type { RunRequest } from './run';
import type { RunView } from './runView';

/**
 * Messages between the pane and the worker. The sheets live in the worker only: the pane passes rows on as it reads
 * them and gets back what it shows, so neither side copies a whole sheet in one piece.
 */

/** A sheet before its rows are known. */
export type SheetHead = Omit<RawSheet, 'rows' | 'formats'>;

/** What recognition found, with its issues in words. */
export interface RecognisedView {
  readonly tables: Recognition;
  /** Blocking issues that a person can answer, as facts (the pane offers the choices) and in words. */
  readonly questions: readonly Question[];
  readonly issues: readonly IssueGroup[];
}
export interface Question {
  readonly issue: Issue;
  readonly title: string;
  readonly message: string;
}

export type ToWorker =
  /** Forget the sheets held so far. */
  | { readonly kind: 'begin' }
  | { readonly kind: 'sheet'; readonly head: SheetHead }
  /** Rows of the sheet announced last. */
  | { readonly kind: 'rows'; readonly rows: readonly (readonly Cell[])[] }
  /** Ends the sheet announced last. */
  | { readonly kind: 'formats'; readonly formats: readonly (readonly FormatRun[])[] }
  | { readonly kind: 'recognise'; readonly id: number; readonly mapping: Mapping | undefined }
  | { readonly kind: 'run'; readonly id: number; readonly request: RunRequest }
  /** A question to an analysis of the last run. */
  | { readonly kind: 'ask'; readonly id: number; readonly analysis: AskedId; readonly question: unknown }
  /** The placements of the last run. */
  | { readonly kind: 'placements'; readonly id: number };

export type FromWorker =
  | { readonly kind: 'progress'; readonly id: number; readonly share: number; readonly what: string }
  | { readonly kind: 'recognised'; readonly id: number; readonly view: RecognisedView }
  | { readonly kind: 'ran'; readonly id: number; readonly view: RunView }
  /** `view` is the answer, of the question's kind; undefined where there is nothing to answer from. */
  | { readonly kind: 'answered'; readonly id: number; readonly view: unknown }
  | { readonly kind: 'placement'; readonly id: number; readonly placement: Placement }
  /** More rows of the `cells` placement sent last. */
  | {
      readonly kind: 'moreCells';
      readonly id: number;
      readonly values: readonly (readonly PlacedCell[])[];
    }
  | { readonly kind: 'placed'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string; readonly details: string };

/** A message holds at most so many cells: about 5 ms of structured clone, well under the pane's 50 ms on a slow machine too. */
export const CELLS_PER_MESSAGE = 25_000;

/** Slices of whole rows with at most `cells` cells each (a single wider row is a slice of its own). */
export function sliceRows<T>(
  rows: readonly (readonly T[])[],
  cells = CELLS_PER_MESSAGE,
): (readonly (readonly T[])[])[] {
  const slices: (readonly (readonly T[])[])[] = [];
  let from = 0;
  let held = 0;
  rows.forEach((row, i) => {
    if (i > from && held + row.length > cells) {
      slices.push(rows.slice(from, i));
      from = i;
      held = 0;
    }
    held += row.length;
  });
  if (from < rows.length) slices.push(rows.slice(from));
  return slices;
}
