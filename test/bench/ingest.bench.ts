import assert from 'node:assert/strict';
import type { Dataset } from '../../src/engine/dataset/dataset';
import { OPEN, WON } from '../../src/engine/dataset/dataset';
import type { RawSheet } from '../../src/engine/dataset/rawTable';
import { readDataset } from '../../src/engine/dataset/read';
import { recognise } from '../../src/engine/dataset/recognise';
import type { BenchCase } from './case';
import { DEAL_HEADERS, dealsSheet, LAST_DAY, NO_AMOUNT, NO_DATE } from './dealsSheet';
import { ingestPeers } from './peers/ingest';

/** The work W6: what the table is, then its cells as typed columns, with every check of the data. */
export function ingest(sheet: RawSheet) {
  const sheets = [sheet];
  const recognition = recognise(sheets, undefined).value;
  if (!recognition) throw new Error('The deals were not recognised.');
  const { value, issues } = readDataset(sheets, recognition, {
    asOf: LAST_DAY,
    today: LAST_DAY,
    stages: undefined,
    progress: () => {},
    signal: { cancelled: false },
  });
  if (!value) throw new Error(`The deals were not read: ${JSON.stringify(issues.slice(0, 3))}`);
  return { dataset: value.dataset, issues };
}

/** What can be said of the table without the engine: counts, sums and distinct values, by column. */
export interface IngestSummary {
  readonly rows: number;
  /** Sum of the numbers of the ids. */
  readonly ids: number;
  readonly cents: number;
  readonly noAmount: number;
  readonly noDate: number;
  readonly created: number;
  readonly closed: number;
  readonly open: number;
  /** Rows by label of Owner, Stage, Segment, Lead Source and Product. */
  readonly labels: readonly Readonly<Record<string, number>>[];
}

export const LABELLED = ['Owner', 'Stage', 'Segment', 'Lead Source', 'Product'] as const;

const numbersIn = (id: string): number => Number(id.slice('OPP-'.length));

function summaryOfCells({ rows }: RawSheet): IngestSummary {
  const cells = rows.slice(1);
  const column = (header: (typeof DEAL_HEADERS)[number]) => {
    const at = DEAL_HEADERS.indexOf(header);
    return cells.map((row) => row[at]);
  };
  const total = (values: readonly unknown[]): number =>
    values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0);
  return {
    rows: cells.length,
    ids: total(column('Opportunity ID').map((id) => numbersIn(String(id)))),
    cents: total(column('Amount').map((a) => (typeof a === 'number' ? Math.round(a * 100) : 0))),
    noAmount: column('Amount').filter((a) => a === NO_AMOUNT).length,
    noDate: column('Created Date').filter((d) => d === NO_DATE).length,
    created: total(column('Created Date')),
    closed: total(column('Close Date')),
    open: column('Close Date').filter((d) => d === null).length,
    labels: LABELLED.map((header) => {
      const counts: Record<string, number> = {};
      for (const cell of column(header)) counts[String(cell)] = (counts[String(cell)] ?? 0) + 1;
      return counts;
    }),
  };
}

function summaryOfDataset({ opportunities: deals }: Dataset): IngestSummary {
  assert(deals?.stage);
  const { stage } = deals;
  const total = (values: Float64Array): number => values.reduce((sum, v) => (v === v ? sum + v : sum), 0);
  const unknown = (values: Float64Array): number => values.reduce((sum, v) => (v === v ? sum : sum + 1), 0);
  let ids = 0;
  for (let i = 0; i < deals.count; i++) {
    ids += numbersIn(deals.ids.text(i));
    const label = stage.labels[stage.codes[i]!];
    assert.equal(deals.outcome[i] === OPEN, !label?.startsWith('Closed'));
    assert.equal(deals.outcome[i] === WON, label === 'Closed Won');
  }
  const { owner, segment, leadSource, product } = deals.texts;
  return {
    rows: deals.count,
    ids,
    cents: total(deals.amount),
    noAmount: unknown(deals.amount),
    noDate: unknown(deals.created),
    created: total(deals.created),
    closed: total(deals.closed),
    open: unknown(deals.closed),
    labels: [owner, stage, segment, leadSource, product].map((column) => {
      assert(column);
      const counts = new Int32Array(column.labels.length);
      for (const code of column.codes) counts[code]!++;
      return Object.fromEntries(column.labels.map((label, code) => [label, counts[code]!]));
    }),
  };
}

export const W6: BenchCase = {
  id: 'W6',
  title:
    'Ingest: rows of 10 cells recognised and read into typed columns with dictionaries, every check made',
  sizes: [10_000, 100_000, 1_000_000],
  prepare: (size) => {
    const sheet = dealsSheet(size);
    const expected = summaryOfCells(sheet);
    return {
      check: () => {
        const { dataset, issues } = ingest(sheet);
        assert.deepEqual(summaryOfDataset(dataset), expected);
        const said = (code: string): number => issues.filter((i) => i.code === code).length;
        assert.equal(said('unparsableAmount'), expected.noAmount);
        assert.equal(said('unparsableDate'), expected.noDate);
      },
      run: () => {
        ingest(sheet);
      },
      peers: () => ingestPeers(sheet, expected),
    };
  },
};
