import { asDay, dayOf, isoOf } from '../../src/engine/core/day';
import { randomFrom } from '../../src/engine/core/random';
import type { Cell, RawSheet } from '../../src/engine/dataset/rawTable';
import { sheetOf } from './rawSheets';

/** Calls, visits and wins kept by hand, month by month, as a manager without a CRM has them: wins follow calls by two months. */
export const LOG_MONTHS = 40;
export const LOG_HEADERS = ['Month', 'Calls', 'Visits', 'Wins'];
const monthOf = (month: number): string =>
  isoOf(asDay(dayOf(2022 + Math.floor(month / 12), (month % 12) + 1, 1)));
const random = randomFrom(1);
const CALLS = Array.from({ length: LOG_MONTHS + 2 }, () => 100 + Math.floor(200 * random.next()));

export const LOG_ROWS: readonly (readonly Cell[])[] = Array.from({ length: LOG_MONTHS }, (_, month) => [
  monthOf(month),
  CALLS[month + 2]!,
  20 + Math.floor(40 * random.next()),
  Math.round(CALLS[month]! / 10 + 3 * random.next()),
]);

export const logSheet = (
  rows: readonly (readonly Cell[])[] = LOG_ROWS,
  headers: readonly string[] = LOG_HEADERS,
): RawSheet => sheetOf('Log', [headers, ...rows]);

/** The same, half of it by each of two people. */
export const logOfPeople = (): RawSheet =>
  logSheet(
    LOG_ROWS.flatMap(([month, ...numbers]) =>
      ['Ann', 'Bob'].map((person, i): readonly Cell[] => [
        month!,
        person,
        ...numbers.map((n) => (i === 0 ? Math.floor(Number(n) / 2) : Math.ceil(Number(n) / 2))),
      ]),
    ),
    ['Month', 'Person', ...LOG_HEADERS.slice(1)],
  );
