import { loadPeer } from './install';

/** What the bench uses of @duckdb/node-api. */
interface DuckDB {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> };
  readonly DuckDBDataChunk: { create(types: readonly unknown[], rows: number): Chunk };
  readonly INTEGER: unknown;
  readonly DOUBLE: unknown;
  readonly VARCHAR: unknown;
}

interface Chunk {
  setColumns(columns: readonly (readonly unknown[])[]): void;
}

interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRowsJS(): (readonly unknown[])[] }>;
  createAppender(
    table: string,
  ): Promise<{ appendDataChunk(chunk: Chunk): void; flushSync(): void; closeSync(): void }>;
}

export type SqlType = 'INTEGER' | 'DOUBLE' | 'VARCHAR';

export interface Column {
  readonly name: string;
  readonly type: SqlType;
  /** The value of a row; null is missing. */
  readonly of: (row: number) => string | number | null;
}

export interface Database {
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<readonly (readonly unknown[])[]>;
  /** Creates or replaces a table from columns, through data chunks: the fastest way in from JavaScript. */
  fill(table: string, columns: readonly Column[], count: number): Promise<void>;
}

/** Rows of one DuckDB vector. */
const CHUNK = 2048;

/** A new database in memory with as many threads as it chooses; undefined without DuckDB. */
export async function openDatabase(): Promise<Database | undefined> {
  const duckdb = await loadPeer<DuckDB>('@duckdb/node-api');
  if (!duckdb) return undefined;
  const connection = await (await duckdb.DuckDBInstance.create(':memory:')).connect();
  return {
    run: async (sql) => {
      await connection.run(sql);
    },
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowsJS(),
    fill: async (table, columns, count) => {
      const fields = columns.map(({ name, type }) => `${name} ${type}`);
      await connection.run(`CREATE OR REPLACE TABLE ${table} (${fields.join(', ')})`);
      const appender = await connection.createAppender(table);
      const types = columns.map(({ type }) => duckdb[type]);
      for (let from = 0; from < count; from += CHUNK) {
        const length = Math.min(CHUNK, count - from);
        const chunk = duckdb.DuckDBDataChunk.create(types, length);
        chunk.setColumns(columns.map(({ of }) => Array.from({ length }, (_, i) => of(from + i))));
        appender.appendDataChunk(chunk);
      }
      appender.closeSync();
    },
  };
}
