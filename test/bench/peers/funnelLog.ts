import assert from 'node:assert/strict';
import type { Pipeline } from '../pipeline';

/** The work W1 as a peer gets it: deals and stage entries, in columns of whole days and small integers. */
export interface FunnelLog {
  readonly deals: {
    readonly count: number;
    /** Owner × segments + segment. */
    readonly group: Int32Array;
    readonly created: Int32Array;
    /** 0 open, 1 won, 2 lost. */
    readonly outcome: Uint8Array;
    readonly closed: Int32Array;
  };
  /** In order of time within each deal; `seq` is the place in the log. */
  readonly events: {
    readonly count: number;
    readonly deal: Int32Array;
    readonly stage: Int32Array;
    readonly day: Int32Array;
  };
  readonly asOf: number;
}

/** Stages 0 to 6 are open, 7 is won, 8 is lost. */
export const WON_STAGE = 7;
export const LOST_STAGE = 8;

/** How close to a quartile a curve counts as lying on it. */
export const EXACT = 1.5e-8;

/**
 * One cell of the answer. `by` is 0 for owner × segment and 1 for the quarter of creation, `group` the group's code and
 * for quarters year × 4 + quarter − 1.
 */
export type FunnelRow = readonly [
  by: number,
  group: number,
  stage: number,
  advanced: number,
  lost: number,
  open: number,
  q25: number | null,
  median: number | null,
  q75: number | null,
];

export function funnelLog({ opportunities, history, asOf }: Pipeline): FunnelLog {
  const { count, created, outcome, closed, texts } = opportunities;
  const { owner, segment } = texts;
  const deal = new Int32Array(history.stage.length);
  for (let i = 0; i < count; i++) deal.fill(i, history.start[i], history.start[i + 1]);
  return {
    deals: {
      count,
      group: owner!.codes.map((code, i) => code * segment!.labels.length + segment!.codes[i]!),
      created: Int32Array.from(created, Math.floor),
      outcome,
      closed: Int32Array.from(closed, (day) => (Number.isNaN(day) ? -1 : Math.floor(day))),
    },
    events: {
      count: deal.length,
      deal,
      stage: history.stage,
      day: Int32Array.from(history.changed, Math.floor),
    },
    asOf,
  };
}

const order = (a: FunnelRow, b: FunnelRow): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

/** Throws unless the peer's cells are ours, one by one. */
export const sameRows =
  (expected: readonly FunnelRow[]) =>
  (found: readonly FunnelRow[]): void => {
    const sorted = [...found].sort(order);
    assert.equal(sorted.length, expected.length);
    const ours = [...expected].sort(order);
    sorted.forEach((row, i) => assert.deepEqual(row, ours[i]));
  };
