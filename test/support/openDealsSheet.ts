import { dayOf } from '../../src/engine/core/day';
import type { Cell, RawSheet } from '../../src/engine/dataset/rawTable';
import { dealsSheet } from './paneEngine';

/** Ann and Bob win a deal and lose one every month of 2022 and 2023, three weeks after it began; some are open now. */
const closed = Array.from({ length: 24 }, (_, m) =>
  dayOf(2022 + Math.floor(m / 12), (m % 12) + 1, 3),
).flatMap((day): Cell[][] =>
  ['Ann', 'Bob'].flatMap((owner) => [
    [owner, 'Won', day, day + 20, 10_000],
    [owner, 'Lost', day, day + 25, 10_000],
  ]),
);
const open = Array.from({ length: 12 }, (_, i): Cell[] => [
  'Ann',
  'Open',
  dayOf(2024, 3, 1) - i,
  null,
  5_000 + 1_000 * i,
]);
const rows = [...closed, ...open].map((row, i) => [`D${i + 1}`, ...row]);
const DATE = [{ from: 1, format: 'yyyy-mm-dd' }];
export const openDealsSheet: RawSheet = {
  ...dealsSheet,
  columnCount: 6,
  rows: [['Deal ID', 'Owner', 'Status', 'Created', 'Closed', 'Amount'], ...rows],
  formats: [[], [], [], DATE, DATE, []],
};
