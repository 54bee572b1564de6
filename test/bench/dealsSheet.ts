import { dayOf } from '../../src/engine/core/day';
import { splitmix32 } from '../../src/engine/core/random';
import type { Cell, RawSheet } from '../../src/engine/dataset/rawTable';

export const DEAL_HEADERS = [
  'Opportunity ID',
  'Owner',
  'Stage',
  'Amount',
  'Currency',
  'Created Date',
  'Close Date',
  'Segment',
  'Lead Source',
  'Product',
] as const;

export const STAGES = [
  'Prospecting',
  'Qualification',
  'Needs Analysis',
  'Proposal',
  'Negotiation',
  'Contract Sent',
  'Closed Won',
  'Closed Lost',
] as const;
const SEGMENTS = ['Enterprise', 'Mid-market', 'Small business', 'Public', 'Partner'];
const SOURCES = ['Web', 'Referral', 'Event', 'Outbound', 'Advertisement', 'Partner'];
const OWNERS = Array.from({ length: 200 }, (_, i) => `Salesperson ${i + 1}`);
const PRODUCTS = Array.from({ length: 40 }, (_, i) => `Product ${i + 1}`);

/** What stands in one amount and in one creation date in a thousand. */
export const NO_AMOUNT = 'to be agreed';
export const NO_DATE = 'last spring';
const SLIP = 1 / 1000;

export const FIRST_DAY = dayOf(2022, 1, 3);
const SPAN = 1000;
export const LAST_DAY = dayOf(2025, 6, 30);

/** Rows that a host asks Excel for at once. */
const BLOCK = 5000;

/**
 * A table of deals as Excel hands it over: rows of cells, dates as serial numbers with a date format, a blank close date
 * where a deal is open, text where someone had no number to write. Values cross from Excel as JSON, so they do here:
 * a text cell shares its memory with no other.
 */
export function dealsSheet(count: number, seed = 5): RawSheet {
  const word = splitmix32(seed);
  const chance = (): number => word() / 2 ** 32;
  const pick = (from: readonly string[]): string => from[Math.floor(from.length * chance())]!;
  const rows: Cell[][] = [[...DEAL_HEADERS]];
  let block: Cell[][] = [];
  for (let i = 0; i < count; i++) {
    const stage = pick(STAGES);
    const created = Math.floor(FIRST_DAY + SPAN * chance() ** 0.8);
    const isClosed = stage.startsWith('Closed');
    block.push([
      `OPP-${String(i + 1).padStart(7, '0')}`,
      pick(OWNERS),
      stage,
      chance() < SLIP ? NO_AMOUNT : Math.round(100 * (500 + 90_000 * chance() ** 3)) / 100,
      'EUR',
      chance() < SLIP ? NO_DATE : created,
      isClosed ? created + Math.floor(240 * chance()) : null,
      pick(SEGMENTS),
      pick(SOURCES),
      pick(PRODUCTS),
    ]);
    if (block.length < BLOCK && i < count - 1) continue;
    // What was an array of rows of cells is one again.
    for (const row of JSON.parse(JSON.stringify(block)) as Cell[][]) rows.push(row);
    block = [];
  }
  const isDate = (header: string): boolean => header.endsWith('Date');
  return {
    source: 'pipeline.xlsx',
    sheet: 'Deals',
    top: 0,
    left: 0,
    columnCount: DEAL_HEADERS.length,
    rows,
    formats: DEAL_HEADERS.map((header) => (isDate(header) ? [{ from: 1, format: 'yyyy-mm-dd' }] : [])),
    hidden: false,
    date1904: false,
    tables: [],
    merges: [],
    filteredRows: 0,
    owned: false,
  };
}
