import type { Activities, Results } from '../../src/engine/dataset/dataset';
import { asDay, monthIndexOf, monthStart } from '../../src/engine/core/day';
import { serial, textColumn } from './dataset';

/** An activity as a test writes it. */
export interface ActivityRow {
  readonly type: string;
  readonly date: number | string;
  readonly owner?: string;
  /** Row of the deals. */
  readonly deal?: number;
  readonly account?: string;
  readonly quantity?: number;
}

export function activitiesOf(rows: readonly ActivityRow[]): Activities {
  const has = (field: keyof ActivityRow): boolean => rows.some((row) => row[field] !== undefined);
  return {
    count: rows.length,
    origin: { table: new Uint16Array(rows.length), row: Int32Array.from(rows, (_, i) => i + 2) },
    date: Float64Array.from(rows, ({ date }) => serial(date)),
    type: textColumn(rows.map(({ type }) => type)),
    ...(has('owner') && { owner: textColumn(rows.map(({ owner }) => owner)) }),
    ...(has('deal') && { opportunity: Int32Array.from(rows, ({ deal }) => deal ?? -1) }),
    quantity: Float64Array.from(rows, ({ quantity }) => quantity ?? 1),
    texts: has('account') ? { account: textColumn(rows.map(({ account }) => account)) } : {},
    numbers: {},
  };
}

/** A result as a test writes it: of the month that a day lies in, unless an end is given. */
export interface ResultRow {
  readonly measure: string;
  readonly start: number | string;
  readonly end?: number | string;
  readonly value: number;
  readonly person?: string;
}

export function resultsOf(rows: readonly ResultRow[]): Results {
  const endOf = ({ start, end }: ResultRow): number =>
    end === undefined ? monthStart(monthIndexOf(asDay(serial(start))) + 1) - 1 : serial(end);
  return {
    count: rows.length,
    origin: { table: new Uint16Array(rows.length), row: Int32Array.from(rows, (_, i) => i + 2) },
    start: Float64Array.from(rows, ({ start }) => serial(start)),
    end: Float64Array.from(rows, endOf),
    measure: textColumn(rows.map(({ measure }) => measure)),
    value: Float64Array.from(rows, ({ value }) => value),
    ...(rows.some(({ person }) => person !== undefined) && {
      person: textColumn(rows.map(({ person }) => person)),
    }),
  };
}
