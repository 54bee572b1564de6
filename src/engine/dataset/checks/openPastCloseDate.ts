import { asDay, isoOf } from '../../core/day';
import { OPEN } from '../dataset';
import type { Part } from '../stack';
import type { Remark } from './check';
import { doubt } from './check';
import type { OpportunityRows } from './opportunities';

/** More of them in one table are a habit and no slips: one line says it, where a line each would hide all else. */
const MOST_LISTED = 20;

/** An open deal that should have closed before the as-of day: the date was not kept up, or the deal is dead. */
export function openPastCloseDate(rows: OpportunityRows): Remark[] {
  return rows.stack.parts.flatMap((part) => {
    const late = lateRows(rows, part);
    const [first] = late;
    return first !== undefined && late.length > MOST_LISTED
      ? [manyLate(rows, first, late.length)]
      : late.map((row) => oneLate(rows, row));
  });
}

function lateRows(
  { outcome, expectedClose, asOf, standsFor, excluded }: OpportunityRows,
  { from, rowOf }: Part,
): number[] {
  const late: number[] = [];
  for (let row = from; row < from + rowOf.length; row++)
    if (outcome[row] === OPEN && expectedClose[row]! < asOf && standsFor[row] === row && !excluded[row])
      late.push(row);
  return late;
}

const isExpected = ({ expectedGiven }: OpportunityRows, row: number): boolean =>
  !Number.isNaN(expectedGiven[row]!);

const fieldOf = (expected: boolean): string => (expected ? 'expectedClose' : 'closed');

function oneLate(rows: OpportunityRows, row: number): Remark {
  const expected = isExpected(rows, row);
  const closeDate = isoOf(asDay(rows.expectedClose[row]!));
  const facts = { id: rows.keys.text(row), closeDate, expected };
  return doubt(row, 'openPastCloseDate', facts, fieldOf(expected), 'note');
}

function manyLate(rows: OpportunityRows, first: number, deals: number): Remark {
  const expected = isExpected(rows, first);
  return doubt(first, 'manyOpenPastCloseDate', { deals, expected }, fieldOf(expected), 'note');
}
