import type { Day } from '../core/day';
import type { Issue } from '../core/issue';
import {
  bookingAfterAsOf,
  bookingWithoutAmount,
  bookingWithoutDate,
  negativeBooking,
} from './checks/bookings';
import { readDates } from './dateColumns';
import { readAmounts, readNumbers } from './numberColumns';
import { readTexts } from './textColumns';
import type { Trouble } from './trouble';
import { keysAt, noNumbers, numbersAt, numbersById, textsById } from './compact';
import type { Bookings } from './dataset';
import { keepPersonRows } from './personRows';
import type { Stack } from './stack';
import { hasField, stackedCells } from './stack';
import { indexKeys } from './values/keys';

const TEXTS = ['currency', 'account', 'type', 'product', 'segment', 'region'] as const;

/** Dates of orders, read before anything else: they say how fresh the data are. */
export const readBookingDates = (stack: Stack) => {
  const troubles: Trouble[] = [];
  return { ...readDates(stack, ['date', 'cancelled'], troubles), troubles };
};

/** Reads orders and bookings; rows without person, date or anything credited are left out, and those after the as-of day. */
export function readBookings(
  stack: Stack,
  dates: ReturnType<typeof readBookingDates>,
  asOf: Day,
): { readonly bookings: Bookings; readonly excluded: Uint8Array; readonly issues: readonly Issue[] } {
  const troubles: Trouble[] = [...dates.troubles];
  const [date, cancelled] = dates.columns as [Float64Array, Float64Array]; // one per field
  const person = readTexts(stack, 'person', troubles);
  const amount = readAmounts(stack, 'amount', troubles)?.values ?? noNumbers(stack.count);
  const quantity = readNumbers(stack, 'quantity', troubles)?.values;
  const texts = TEXTS.map((id) => [id, readTexts(stack, id, troubles)] as const);
  const numbers = [
    ['margin', readAmounts(stack, 'margin', troubles)?.values],
    ['paid', readAmounts(stack, 'paid', troubles)?.values],
    ['quantity', quantity],
    ['contractTerm', readNumbers(stack, 'contractTerm', troubles)?.values],
    ['cancelled', hasField(stack, 'cancelled') ? cancelled : undefined],
  ] as const;
  const ids = indexKeys(stackedCells(stack, 'id'));
  const { kept, columns, excluded, issues } = keepPersonRows(
    { stack, count: stack.count, asOf, ids, person, date, amount, quantity, troubles },
    [bookingWithoutDate, bookingWithoutAmount, bookingAfterAsOf, negativeBooking],
  );
  return {
    excluded,
    issues: [...dates.issues, ...issues],
    bookings: {
      ...columns,
      ids: keysAt(ids, kept),
      date: numbersAt(date, kept),
      amount: numbersAt(amount, kept),
      texts: textsById(texts, kept),
      numbers: numbersById(numbers, kept),
    },
  };
}
