import type { Day } from '../core/day';
import type { Issue } from '../core/issue';
import { review } from './checks/check';
import { resultPeriodNotOver } from './checks/resultPeriodNotOver';
import { resultPeriodsMixed } from './checks/resultPeriodsMixed';
import type { ResultRows } from './checks/results';
import { resultTwice } from './checks/resultTwice';
import { resultWithoutPeriod } from './checks/resultWithoutPeriod';
import { resultWithoutValue } from './checks/resultWithoutValue';
import { troubles as troubledCells } from './checks/troubles';
import { readDates } from './dateColumns';
import { readNumbers } from './numberColumns';
import { readTexts } from './textColumns';
import { type Trouble, shown } from './trouble';
import { allRows, noNumbers, noTexts, numbersAt, textsAt } from './compact';
import type { Results, TextColumn } from './dataset';
import { recordsOf, type WideColumn } from './records';
import { periodsOfRows, type PeriodDates } from './resultPeriods';
import type { Part, Stack } from './stack';
import { headerOf, originOf, stackedCells } from './stack';

const measureColumns = ({ table }: Part): readonly WideColumn[] =>
  table.mapping.measures.map(({ measure, header }) => ({ kind: measure, header }));

/** What a long row's value is called: by its measure, or where the table has none by the header of the value. */
function namesOfValues(stack: Stack, measure: TextColumn | undefined): TextColumn {
  const { codes, labels } = measure ?? noTexts(stack.count);
  const all = [...labels];
  const named = codes.slice();
  for (const part of stack.parts) {
    const header = headerOf(part, 'value');
    if (header === undefined) continue;
    if (!all.includes(header)) all.push(header);
    for (let row = part.from; row < part.from + part.rowOf.length; row++)
      if (named[row]! < 0) named[row] = all.indexOf(header);
  }
  return { codes: named, labels: all };
}

/** The fields of the role that tell a result's period and person; those of wide activities that hold results beside. */
interface ResultFields {
  readonly start: string;
  readonly end: string;
  readonly period: string;
  readonly person: string;
}
const OWN: ResultFields = { start: 'start', end: 'end', period: 'period', person: 'person' };
const BESIDE: ResultFields = { start: 'date', end: 'end', period: 'date', person: 'owner' };

/**
 * Results that stand beside counts of activities ("Month, Calls, Visits, Wins"). The reader of activities accounts for
 * the rows and says what is wrong with their dates; here only what concerns the results is said.
 */
export function readResultsBeside(stack: Stack, asOf: Day): ReturnType<typeof readResults> {
  const { results, issues } = readResults(stack, asOf, BESIDE);
  return {
    results,
    excluded: new Uint8Array(stack.count),
    issues: issues.flatMap(({ excludes: _, ...issue }) =>
      issue.code === 'resultTwice' || issue.code === 'resultPeriodsMixed' ? [issue] : [],
    ),
  };
}

/** The records of both, in this order. */
export function joinedResults(a: Results | undefined, b: Results | undefined): Results | undefined {
  if (!a || !b) return a ?? b;
  const numbers = <A extends Float64Array | Int32Array | Uint16Array>(x: A, y: A): A => {
    // A typed array is constructed by its own constructor, which the union of the three hides.
    const all = new (x.constructor as new (length: number) => A)(x.length + y.length);
    all.set(x);
    all.set(y, x.length);
    return all;
  };
  const texts = (x: TextColumn, y: TextColumn): TextColumn => ({
    codes: numbers(
      x.codes,
      y.codes.map((code) => (code < 0 ? -1 : code + x.labels.length)),
    ),
    labels: [...x.labels, ...y.labels],
  });
  const person =
    a.person || b.person ? texts(a.person ?? noTexts(a.count), b.person ?? noTexts(b.count)) : undefined;
  return {
    count: a.count + b.count,
    origin: { table: numbers(a.origin.table, b.origin.table), row: numbers(a.origin.row, b.origin.row) },
    start: numbers(a.start, b.start),
    end: numbers(a.end, b.end),
    measure: texts(a.measure, b.measure),
    value: numbers(a.value, b.value),
    ...(person && { person }),
  };
}

/** The last days of the periods, before it is known which of them are over. */
export const lastDays = (stack: Stack): Float64Array => periodsIn(stack, OWN, []).end;

function periodsIn(
  stack: Stack,
  { start, end, period }: ResultFields,
  troubles: Trouble[],
): PeriodDates & { readonly issues: readonly Issue[] } {
  const { columns, issues } = readDates(stack, [start, end], troubles);
  // One column per field.
  return { ...periodsOfRows(stack, { start: columns[0]!, end: columns[1]! }, period), issues };
}

/** Reads results; a period that is not over, has no value or stood there before is left out. */
export function readResults(
  stack: Stack,
  asOf: Day,
  fields: ResultFields = OWN,
): { readonly results: Results; readonly excluded: Uint8Array; readonly issues: readonly Issue[] } {
  const troubles: Trouble[] = [];
  const { start, end, issues: dateIssues } = periodsIn(stack, fields, troubles);
  const measure = readTexts(stack, 'measure', troubles);
  const person = readTexts(stack, fields.person, troubles);
  const values = readNumbers(stack, 'value', troubles)?.values;
  const long = {
    kind: namesOfValues(stack, measure),
    number: values ?? noNumbers(stack.count),
  };
  const records = recordsOf(stack, long, measureColumns, 'value', troubles);
  const filled = new Uint8Array(stack.count);
  records.row.forEach((row, i) => {
    if (records.number[i] === records.number[i]) filled[row] = 1;
  });
  const [periods, starts] = [fields.period, fields.start].map((field) => stackedCells(stack, field));
  const rows: ResultRows = {
    stack,
    count: stack.count,
    asOf,
    start,
    end,
    filled,
    measure,
    person,
    written: (row) => shown(periods?.[row] ?? starts?.[row] ?? ''),
    troubles,
  };
  const excluded = new Uint8Array(stack.count);
  const issues = review(
    stack,
    rows,
    [
      resultWithoutPeriod,
      resultPeriodNotOver,
      resultWithoutValue,
      resultPeriodsMixed,
      resultTwice,
      troubledCells,
    ],
    excluded,
  );
  const kept = allRows(records.row.length).filter(
    (i) => !excluded[records.row[i]!] && records.number[i] === records.number[i],
  );
  const at = numbersAt(records.row, kept);
  return {
    excluded,
    issues: [...dateIssues, ...issues],
    results: {
      count: at.length,
      origin: originOf(stack, at),
      start: numbersAt(start, at),
      end: numbersAt(end, at),
      measure: textsAt(records.kind, kept),
      value: numbersAt(records.number, kept),
      ...(person && { person: textsAt(person, at) }),
    },
  };
}
