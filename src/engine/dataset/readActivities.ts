import type { Day } from '../core/day';
import type { Issue } from '../core/issue';
import { activityAfterAsOf } from './checks/activityAfterAsOf';
import { activityWithoutDate } from './checks/activityWithoutDate';
import { review } from './checks/check';
import { troubles as troubledCells } from './checks/troubles';
import { readDates } from './dateColumns';
import { UNSAID, YES, readFlags } from './flagColumns';
import { readNumbers } from './numberColumns';
import { readTexts } from './textColumns';
import type { Trouble } from './trouble';
import { allRows, noTexts, numbersAt, numbersById, textsAt, textsById } from './compact';
import type { Activities } from './dataset';
import { findAll } from './historyColumns';
import { recordsOf, type Records, type WideColumn } from './records';
import type { Part, Stack } from './stack';
import { hasField, originOf, stackedCells } from './stack';
import type { KeyIndex } from './values/keys';

/** How activities find their opportunity: by key, then from a row of its stack to a row of `Opportunities`. */
export interface OpportunityLookup {
  readonly keys: KeyIndex;
  readonly finalRow: Int32Array;
}

/** What each row counts for where the table is long: 1, or the number written. */
function longRecords(stack: Stack, troubles: Trouble[]): Omit<Records, 'row'> {
  const counts = readNumbers(stack, 'count', troubles)?.values;
  return {
    kind: readTexts(stack, 'type', troubles) ?? noTexts(stack.count),
    number: counts
      ? counts.map((count) => (count === count ? count : 0))
      : new Float64Array(stack.count).fill(1),
  };
}

const countColumns = ({ table }: Part): readonly WideColumn[] =>
  table.mapping.activityCounts.map(({ type, header }) => ({ kind: type, header }));

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
  const records = recordsOf(stack, longRecords(stack, troubles), countColumns, 'count', troubles);
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
  const opportunityOf = (row: number): number =>
    found && found[row]! >= 0 ? opportunities!.finalRow[found[row]!]! : -1;
  const planned = found
    ? allRows(stack.count)
        .filter((row) => date[row]! >= asOf + 1 && done?.[row] !== YES)
        .map(opportunityOf)
        .filter((deal) => deal >= 0)
    : undefined;
  return {
    excluded,
    issues: [...dates.issues, ...issues],
    activities: {
      count: rows.length,
      origin: originOf(stack, rows),
      date: numbersAt(date, rows),
      type: textsAt(records.kind, kept),
      ...(owner && { owner: textsAt(owner, rows) }),
      ...(found && { opportunity: rows.map(opportunityOf) }),
      ...(planned && planned.length > 0 && { planned: Int32Array.from(new Set(planned)) }),
      quantity: numbersAt(records.number, kept),
      texts: textsById(texts, rows),
      numbers: numbersById(numbers, rows),
    },
  };
}
