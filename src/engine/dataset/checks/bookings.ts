import { isoOf, type Day } from '../../core/day';
import type { Trouble } from '../trouble';
import type { KeyColumn, TextColumn } from '../dataset';
import type { Stack } from '../stack';
import { amountText } from './amountText';
import { doubt, unusable, type Remark } from './check';

/** What the checks of orders and bookings look at. */
export interface BookingRows {
  readonly stack: Stack;
  readonly count: number;
  readonly asOf: Day;
  readonly ids: KeyColumn;
  readonly person: TextColumn | undefined;
  readonly date: Float64Array;
  readonly amount: Float64Array;
  readonly quantity: Float64Array | undefined;
  readonly troubles: readonly Trouble[];
}

const rowsWhere = (
  rows: BookingRows,
  is: (row: number) => boolean,
  of: (row: number) => Remark,
): Remark[] => {
  const remarks: Remark[] = [];
  for (let row = 0; row < rows.count; row++) if (is(row)) remarks.push(of(row));
  return remarks;
};

/** A booking without a date belongs to no period. */
export const bookingWithoutDate = (rows: BookingRows): Remark[] =>
  rowsWhere(
    rows,
    (row) => !(rows.date[row]! > 0),
    (row) => unusable(row, 'bookingWithoutDate', { id: rows.ids.text(row) }, 'date'),
  );

/** A booking without an amount and without a quantity credits nothing. */
export const bookingWithoutAmount = (rows: BookingRows): Remark[] =>
  rowsWhere(
    rows,
    (row) => Number.isNaN(rows.amount[row]!) && Number.isNaN(rows.quantity?.[row] ?? NaN),
    (row) => unusable(row, 'bookingWithoutAmount', { id: rows.ids.text(row) }, 'amount'),
  );

/** What is booked after the as-of day is not known yet. */
export const bookingAfterAsOf = (rows: BookingRows): Remark[] =>
  rowsWhere(
    rows,
    (row) => rows.date[row]! >= rows.asOf + 1,
    (row) => {
      const date = isoOf(Math.floor(rows.date[row]!) as Day); // a serial's day
      return unusable(
        row,
        'bookingAfterAsOf',
        { id: rows.ids.text(row), date, asOf: isoOf(rows.asOf) },
        'date',
        'note',
      );
    },
  );

/** Returns and corrections are no mistake, and worth knowing. */
export const negativeBooking = (rows: BookingRows): Remark[] =>
  rowsWhere(
    rows,
    (row) => rows.amount[row]! < 0,
    (row) =>
      doubt(
        row,
        'negativeBooking',
        {
          id: rows.ids.text(row),
          person: rows.person?.labels[rows.person.codes[row]!] ?? '',
          amount: amountText(rows.amount[row]!),
        },
        'amount',
        'note',
      ),
  );
