import type { Day } from '../core/day';
import type { Issue } from '../core/issue';
import { activityAfterAsOf } from './checks/activityAfterAsOf';
import { activityWithoutDate } from './checks/activityWithoutDate';
import { review } from './checks/check';
import { troubles as troubledCells } from './checks/troubles';
import type { Trouble } from './columns';
import { readCounts, readDates, readFlags, readNumbers, readTexts, UNSAID } from './columns';
import { allRows, numbersAt, textsAt } from './compact';
import type { Activities, TextColumn } from './dataset';
import { findAll } from './historyColumns';
import type { Stack } from './stack';
import { hasField, originOf, stackedCells } from './stack';
import type { KeyIndex } from './values/keys';

/** How activities find their opportunity: by key, then from a row of its stack to a row of `Opportunities`. */
export interface OpportunityLookup {
  readonly keys: KeyIndex;
  readonly finalRow: Int32Array;
}

/** Records made of rows: a long row is one, a row of a wide table one for every count it holds. */
interface Records {
  readonly row: Int32Array;
  readonly type: TextColumn;
  readonly quantity: Float64Array;
}

function recordsOf(stack: Stack, long: TextColumn | undefined, troubles: Trouble[]): Records {
  const counts = readNumbers(stack, 'count', troubles)?.values;
  const wide = stack.parts.flatMap((part) =>
    part.table.mapping.activityCounts.map(({ type, header }) => ({
      part,
      type,
      values: readCounts(part, header, stack.count, troubles),
    })),
  );
  const quantityOf = (row: number): number => {
    if (!counts) return 1;
    const count = counts[row]!;
    return count === count ? count : 0;
  };
  if (wide.length === 0)
    return {
      row: allRows(stack.count),
      type: long ?? { codes: new Int32Array(stack.count).fill(-1), labels: [] },
      quantity: new Float64Array(stack.count).map((_, row) => quantityOf(row)),
    };
  const labels = [...(long?.labels ?? [])];
  const codeOf = (type: string): number => {
    if (!labels.includes(type)) labels.push(type);
    return labels.indexOf(type);
  };
  const row: number[] = [];
  const codes: number[] = [];
  const quantity: number[] = [];
  for (const part of stack.parts) {
    const columns = wide.filter((w) => w.part === part).map((w) => ({ ...w, code: codeOf(w.type) }));
    for (let at = part.from; at < part.from + part.rowOf.length; at++) {
      if (columns.length === 0) {
        row.push(at);
        codes.push(long?.codes[at] ?? -1);
        quantity.push(quantityOf(at));
      }
      for (const { code, values } of columns)
        if (values[at] === values[at]) {
          row.push(at);
          codes.push(code);
          quantity.push(values[at]!);
        }
    }
  }
  return {
    row: Int32Array.from(row),
    type: { codes: Int32Array.from(codes), labels },
    quantity: Float64Array.from(quantity),
  };
}

/**
 * Reads activities; those after the as-of day and those without a date are left out. One without a date of its own counts
 * on the day it ended or was completed.
 */
export function readActivities(
  stack: Stack,
  asOf: Day,
  opportunities: OpportunityLookup | undefined,
): { readonly activities: Activities; readonly excluded: Uint8Array; readonly issues: readonly Issue[] } {
  const troubles: Trouble[] = [];
  const dates = readDates(stack, ['date', 'end'], troubles);
  const [start, end] = dates.columns as [Float64Array, Float64Array]; // one per field
  const dateField = (row: number): 'date' | 'end' =>
    Number.isNaN(start[row]!) && !Number.isNaN(end[row]!) ? 'end' : 'date';
  const date = start.map((serial, row) => (dateField(row) === 'end' ? end[row]! : serial));
  const owner = readTexts(stack, 'owner', troubles);
  const records = recordsOf(stack, readTexts(stack, 'type', troubles), troubles);
  const texts = Object.entries({
    account: readTexts(stack, 'account', troubles),
    outcome: readTexts(stack, 'outcome', troubles),
  });
  const done = readFlags(stack, 'done');
  const numbers = Object.entries({
    duration: readNumbers(stack, 'duration', troubles)?.values,
    done: done && Float64Array.from(done, (flag) => (flag === UNSAID ? NaN : flag)),
  });
  const found =
    opportunities && hasField(stack, 'opportunity')
      ? findAll(opportunities.keys, stackedCells(stack, 'opportunity'))
      : undefined;
  const excluded = new Uint8Array(stack.count);
  const issues = review(
    stack,
    { stack, count: stack.count, asOf, date, dateField, troubles },
    [activityWithoutDate, activityAfterAsOf, troubledCells],
    excluded,
  );
  const kept = allRows(records.row.length).filter((i) => !excluded[records.row[i]!]);
  const rows = numbersAt(records.row, kept);
  return {
    excluded,
    issues: [...dates.issues, ...issues],
    activities: {
      count: rows.length,
      origin: originOf(stack, rows),
      date: numbersAt(date, rows),
      type: textsAt(records.type, kept),
      ...(owner && { owner: textsAt(owner, rows) }),
      ...(found && {
        opportunity: rows.map((row) => (found[row]! < 0 ? -1 : opportunities!.finalRow[found[row]!]!)),
      }),
      quantity: numbersAt(records.quantity, kept),
      texts: Object.fromEntries(texts.flatMap(([id, c]) => (c ? [[id, textsAt(c, rows)]] : []))),
      numbers: Object.fromEntries(numbers.flatMap(([id, c]) => (c ? [[id, numbersAt(c, rows)]] : []))),
    },
  };
}
