import assert from 'node:assert/strict';
import { z } from 'zod';
import type { Cell, RawSheet } from '../../../src/engine/dataset/rawTable';
import { peer } from '../case';
import type { Peer } from '../case';
import { DEAL_HEADERS } from '../dealsSheet';
import type { IngestSummary } from '../ingestSummary';
import { loadArquero } from './arquero';
import type { Table } from './arquero';
import { openDatabase } from './duckdb';
import { loadPolars } from './polars';
import type { Frame } from './polars';

/**
 * The work W6 by other means. Peers are told what each column is; ours finds that out, and makes every check of the
 * data. All peers check that amounts and dates are numbers; objects also finds duplicate ids and codes its labels in
 * dictionaries, DuckDB and Polars have enumerations and categories, Arquero and zod keep the text.
 */

const NAMES = [
  'id',
  'owner',
  'stage',
  'amount',
  'currency',
  'created',
  'closed',
  'segment',
  'source',
  'product',
] as const;
type Name = (typeof NAMES)[number];
const LABELLED = ['owner', 'stage', 'segment', 'source', 'product'] as const satisfies readonly Name[];
/** The serials that Excel's dates may have. */
const [EARLIEST, LATEST] = [1, 2958465];

/** A column of the sheet without its header. */
const columnOf = ({ rows }: RawSheet, at: number): Cell[] => {
  const cells = new Array<Cell>(rows.length - 1);
  for (let i = 1; i < rows.length; i++) cells[i - 1] = rows[i]![at] ?? null;
  return cells;
};

const columnsOf = (sheet: RawSheet): Record<Name, Cell[]> =>
  // One column for each name.
  Object.fromEntries(NAMES.map((name, at) => [name, columnOf(sheet, at)])) as Record<Name, Cell[]>;

/** What of the summary every peer's table can be asked for. */
type Asked = Pick<IngestSummary, 'rows' | 'cents' | 'noAmount' | 'noDate' | 'created' | 'closed' | 'open'> & {
  readonly distinct: readonly number[];
};

const sameAs =
  ({ rows, cents, noAmount, noDate, created, closed, open, labels }: IngestSummary) =>
  (found: Asked): void =>
    assert.deepEqual(found, {
      rows,
      cents,
      noAmount,
      noDate,
      created,
      closed,
      open,
      distinct: labels.map((counts) => Object.keys(counts).length),
    });

// ---- Objects

interface Deal {
  readonly id: string;
  /** Labels, or their codes in a dictionary. */
  readonly owner: string | number;
  readonly stage: string | number;
  readonly amount: number | null;
  readonly currency: string;
  readonly created: number | null;
  readonly closed: number | null;
  readonly segment: string | number;
  readonly source: string | number;
  readonly product: string | number;
}

interface Objects {
  readonly deals: readonly Deal[];
  readonly problems: readonly { readonly row: number; readonly field: string; readonly value: Cell }[];
}

const text = (cell: Cell | undefined): string => String(cell ?? '').trim();

function objectsOf({ rows }: RawSheet): Objects {
  const deals: Deal[] = [];
  const problems: { row: number; field: string; value: Cell }[] = [];
  const seen = new Set<string>();
  const dictionaries = LABELLED.map(() => new Map<string, number>());
  const coded = (which: number, cell: Cell | undefined): number => {
    const label = text(cell);
    const codes = dictionaries[which]!;
    let code = codes.get(label);
    if (code === undefined) codes.set(label, (code = codes.size));
    return code;
  };
  for (let i = 1; i < rows.length; i++) {
    const row = rows[i]!;
    const number = (at: number, field: string): number | null => {
      const cell = row[at] ?? null;
      if (cell === null || cell === '') return null;
      if (typeof cell === 'number' && Number.isFinite(cell)) return cell;
      problems.push({ row: i + 1, field, value: cell });
      return null;
    };
    const date = (at: number, field: string): number | null => {
      const serial = number(at, field);
      if (serial === null || (serial >= EARLIEST && serial <= LATEST)) return serial;
      problems.push({ row: i + 1, field, value: serial });
      return null;
    };
    const amount = number(3, 'amount');
    const id = text(row[0]);
    if (seen.has(id)) problems.push({ row: i + 1, field: 'id', value: id });
    seen.add(id);
    deals.push({
      id,
      owner: coded(0, row[1]),
      stage: coded(1, row[2]),
      amount: amount === null ? null : Math.round(amount * 100),
      currency: text(row[4]),
      created: date(5, 'created'),
      closed: date(6, 'closed'),
      segment: coded(2, row[7]),
      source: coded(3, row[8]),
      product: coded(4, row[9]),
    });
  }
  return { deals, problems };
}

function askObjects({ deals }: Objects): Asked {
  const sum = (field: 'amount' | 'created' | 'closed'): number =>
    deals.reduce((total, deal) => total + (deal[field] ?? 0), 0);
  const missing = (field: 'amount' | 'created' | 'closed'): number =>
    deals.filter((deal) => deal[field] === null).length;
  return {
    rows: deals.length,
    cents: sum('amount'),
    noAmount: missing('amount'),
    noDate: missing('created'),
    created: sum('created'),
    closed: sum('closed'),
    open: missing('closed'),
    distinct: LABELLED.map((name) => new Set(deals.map((deal) => deal[name])).size),
  };
}

// ---- zod

const label = z.string().trim().min(1);
const serial = z.number().min(EARLIEST).max(LATEST).nullable().catch(null);
const SCHEMA = z.object({
  id: label,
  owner: label,
  stage: label,
  amount: z
    .number()
    .transform((amount) => Math.round(amount * 100))
    .nullable()
    .catch(null),
  currency: label,
  created: serial,
  closed: serial,
  segment: label,
  source: label,
  product: label,
});

const parsedOf = ({ rows }: RawSheet): Objects => ({
  deals: rows
    .slice(1)
    .map((row) => SCHEMA.parse(Object.fromEntries(NAMES.map((name, at) => [name, row[at] ?? null])))),
  problems: [],
});

// ---- DuckDB, Polars, Arquero

/** Columns in which a number is expected are handed over as text where the sheet has text in them. */
const written = (cell: Cell | undefined): string | null =>
  cell === null || cell === undefined ? null : String(cell);

async function byDuckdb(sheet: RawSheet, check: (asked: Asked) => void): Promise<Peer | undefined> {
  const db = await openDatabase();
  if (!db) return undefined;
  const isClosed = (name: Name): boolean => name === 'closed';
  const run = async (): Promise<void> => {
    await db.fill(
      'raw',
      NAMES.map((name, at) => ({
        name,
        type: isClosed(name) ? ('DOUBLE' as const) : ('VARCHAR' as const),
        // Only the closing dates are numbers throughout.
        of: (i: number) =>
          isClosed(name) ? (sheet.rows[i + 1]![at] as number | null) : written(sheet.rows[i + 1]![at]),
      })),
      sheet.rows.length - 1,
    );
    for (const name of LABELLED) {
      await db.run(`DROP TYPE IF EXISTS ${name}_label CASCADE`);
      await db.run(`CREATE TYPE ${name}_label AS ENUM (SELECT DISTINCT trim(${name}) FROM raw)`);
    }
    const labelled = LABELLED.map((name) => `trim(${name})::${name}_label AS ${name}`).join(', ');
    await db.run(
      `CREATE OR REPLACE TABLE deals AS SELECT trim(id) AS id, trim(currency) AS currency, ${labelled},
        round(TRY_CAST(amount AS DOUBLE) * 100)::BIGINT AS cents,
        TRY_CAST(created AS DOUBLE) AS created, closed FROM raw`,
    );
  };
  return peer('DuckDB', run, async () => {
    const distinct = LABELLED.map((name) => `count(DISTINCT ${name})`).join(', ');
    const [row] = await db.rows(
      `SELECT count(*), sum(cents), count(*) - count(cents), count(*) - count(created), sum(created), sum(closed),
        count(*) - count(closed), ${distinct} FROM deals`,
    );
    const [
      rows = NaN,
      cents = NaN,
      noAmount = NaN,
      noDate = NaN,
      created = NaN,
      closed = NaN,
      open = NaN,
      ...rest
    ] = row!.map(Number);
    check({ rows, cents, noAmount, noDate, created, closed, open, distinct: rest });
  });
}

async function byPolars(sheet: RawSheet, check: (asked: Asked) => void): Promise<Peer | undefined> {
  const pl = await loadPolars();
  if (!pl) return undefined;
  const { col } = pl;
  const run = (): Frame => {
    const cells = columnsOf(sheet);
    return pl
      .DataFrame({ ...cells, amount: cells.amount.map(written), created: cells.created.map(written) })
      .withColumns(
        col('amount').cast(pl.Float64, false).mul(100).round(0).alias('cents'),
        col('created').cast(pl.Float64, false).alias('created'),
        col('closed').cast(pl.Float64).alias('closed'),
        ...LABELLED.map((name) => col(name).cast(pl.Categorical)),
      );
  };
  return peer('Polars', run, (frame) => {
    const asked = frame.select(
      col('cents').sum(),
      col('cents').isNull().sum().alias('noAmount'),
      col('created').isNull().sum().alias('noDate'),
      col('created').sum(),
      col('closed').sum(),
      col('closed').isNull().sum().alias('open'),
      ...LABELLED.map((name) => col(name).nUnique()),
    );
    const [cents = NaN, noAmount = NaN, noDate = NaN, created = NaN, closed = NaN, open = NaN, ...distinct] =
      asked.rows()[0]!.map(Number);
    check({ rows: frame.height, cents, noAmount, noDate, created, closed, open, distinct });
  });
}

async function byArquero(sheet: RawSheet, check: (asked: Asked) => void): Promise<Peer | undefined> {
  const aq = await loadArquero();
  if (!aq) return undefined;
  // Arquero has neither typed columns nor dictionaries to turn them into: its columns stay arrays of cells.
  const run = (): Table =>
    aq.table(columnsOf(sheet)).derive({
      cents: 'd => op.is_finite(d.amount) ? op.round(d.amount * 100) : null',
      created: 'd => op.is_finite(d.created) ? d.created : null',
      closed: 'd => op.is_finite(d.closed) ? d.closed : null',
    });
  return peer('Arquero', run, (table) => {
    const [asked] = table
      .rollup({
        rows: 'd => op.count()',
        cents: 'd => op.sum(d.cents)',
        noAmount: 'd => op.sum(d.cents == null)',
        noDate: 'd => op.sum(d.created == null)',
        created: 'd => op.sum(d.created)',
        closed: 'd => op.sum(d.closed)',
        open: 'd => op.sum(d.closed == null)',
        ...Object.fromEntries(LABELLED.map((name) => [name, `d => op.distinct(d.${name})`])),
      })
      .objects();
    const number = (name: string): number => Number(asked![name]);
    check({
      rows: number('rows'),
      cents: number('cents'),
      noAmount: number('noAmount'),
      noDate: number('noDate'),
      created: number('created'),
      closed: number('closed'),
      open: number('open'),
      distinct: LABELLED.map(number),
    });
  });
}

export async function ingestPeers(sheet: RawSheet, expected: IngestSummary): Promise<readonly Peer[]> {
  assert.equal(NAMES.length, DEAL_HEADERS.length);
  const check = sameAs(expected);
  const peers = [
    await byDuckdb(sheet, check),
    await byPolars(sheet, check),
    await byArquero(sheet, check),
    peer(
      'objects',
      () => objectsOf(sheet),
      (objects) => check(askObjects(objects)),
    ),
    peer(
      'zod',
      () => parsedOf(sheet),
      (objects) => check(askObjects(objects)),
    ),
  ];
  return peers.filter((found) => found !== undefined);
}
