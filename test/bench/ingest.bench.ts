import assert from 'node:assert/strict';
import type { Dataset } from '../../src/engine/dataset/dataset';
import { OPEN, WON } from '../../src/engine/dataset/dataset';
import type { RawSheet } from '../../src/engine/dataset/rawTable';
import { readDataset } from '../../src/engine/dataset/read';
import { recognise } from '../../src/engine/dataset/recognise';
import type { BenchCase } from './case';
import { dealsSheet, LAST_DAY } from './dealsSheet';
import { idNumber, summaryOfCells } from './ingestSummary';
import type { IngestSummary } from './ingestSummary';
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

function summaryOfDataset({ opportunities: deals }: Dataset): IngestSummary {
  assert(deals?.stage);
  const { stage } = deals;
  const total = (values: Float64Array): number => values.reduce((sum, v) => (v === v ? sum + v : sum), 0);
  const unknown = (values: Float64Array): number => values.reduce((sum, v) => (v === v ? sum : sum + 1), 0);
  let ids = 0;
  for (let i = 0; i < deals.count; i++) {
    ids += idNumber(deals.ids.text(i));
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
