import { dayOfIso } from '../../src/engine/core/day';
import type { Dataset, KeyColumn, StageHistory, TextColumn } from '../../src/engine/dataset/dataset';
import { LOST, OPEN, WON } from '../../src/engine/dataset/dataset';
import type { StageMap } from '../../src/engine/dataset/mapping';

/** A deal as a test writes it. Days are serials, or ISO dates; absent is missing. */
export interface DealRow {
  readonly id?: string;
  readonly outcome?: 'open' | 'won' | 'lost';
  readonly created?: number | string;
  readonly closed?: number | string;
  /** In cents. */
  readonly amount?: number;
  readonly stage?: string;
  readonly texts?: Readonly<Record<string, string>>;
  /** Stage entries in order. */
  readonly path?: readonly (readonly [stage: string, day: number | string])[];
}

/** "Lead, Demo" open in this order, then Won and Lost. */
export const stageMapOf = (...open: readonly string[]): StageMap => [
  ...open.map((name) => ({ name, kind: 'open' as const })),
  { name: 'Won', kind: 'won' },
  { name: 'Lost', kind: 'lost' },
];

export function serial(day: number | string | undefined): number {
  if (day === undefined) return NaN;
  if (typeof day === 'number') return day;
  const found = dayOfIso(day);
  if (found === undefined) throw new Error(`No day: ${day}`);
  return found;
}

export function textColumn(values: readonly (string | undefined)[]): TextColumn {
  const labels = [...new Set(values.filter((value) => value !== undefined))];
  return { labels, codes: Int32Array.from(values, (v) => (v === undefined ? -1 : labels.indexOf(v))) };
}

const CODES = { open: OPEN, won: WON, lost: LOST };

/** A dataset of opportunities, with a stage history unless `shape` is "none". */
export function datasetOf(
  rows: readonly DealRow[],
  stages: StageMap,
  shape: StageHistory['shape'] | 'none' = 'events',
): Dataset {
  const numbers = (value: (row: DealRow) => number): Float64Array => Float64Array.from(rows, value);
  const ids: KeyColumn = {
    count: rows.length,
    text: (row) => rows[row]?.id ?? `D${row + 1}`,
  };
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row.texts ?? {})))];
  const entries = rows.map((row) => row.path ?? []);
  const start = new Int32Array(rows.length + 1);
  entries.forEach((path, i) => (start[i + 1] = start[i]! + path.length));
  return {
    inputs: [],
    stages,
    opportunities: {
      count: rows.length,
      origin: {
        table: new Uint16Array(rows.length),
        row: Int32Array.from(rows, (_, i) => i + 2),
      },
      ids,
      outcome: Uint8Array.from(rows, (row) => CODES[row.outcome ?? 'open']),
      created: numbers((row) => serial(row.created)),
      closed: numbers((row) => serial(row.closed)),
      expectedClose: numbers(() => NaN),
      amount: numbers((row) => row.amount ?? NaN),
      ...(rows.some((row) => row.stage !== undefined) && { stage: textColumn(rows.map((row) => row.stage)) }),
      texts: Object.fromEntries(
        fields.map((field) => [field, textColumn(rows.map((row) => row.texts?.[field]))]),
      ),
      numbers: {},
    },
    history:
      shape === 'none'
        ? undefined
        : {
            shape,
            start,
            stage: Int32Array.from(entries.flat(), ([stage]) =>
              stages.findIndex(({ name }) => name === stage),
            ),
            changed: Float64Array.from(entries.flat(), ([, day]) => serial(day)),
          },
    activities: undefined,
    people: undefined,
    quotas: undefined,
  };
}
