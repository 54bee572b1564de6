import { loadPeer } from './install';

/** What the bench uses of Arquero. Expressions are its functions over a row, or strings in its own language. */
export type Expression = string | object;

export interface Table {
  numRows(): number;
  filter(expression: Expression): Table;
  derive(columns: Readonly<Record<string, Expression>>): Table;
  groupby(...columns: (string | Readonly<Record<string, Expression>>)[]): Table;
  ungroup(): Table;
  orderby(...columns: string[]): Table;
  rollup(columns: Readonly<Record<string, Expression>>): Table;
  join(other: Table, on: string): Table;
  join_left(other: Table, on: readonly (readonly string[])[]): Table;
  select(...columns: string[]): Table;
  rename(names: Readonly<Record<string, string>>): Table;
  params(values: Readonly<Record<string, unknown>>): Table;
  objects(): Record<string, unknown>[];
}

export interface Arquero {
  table(columns: Readonly<Record<string, unknown>>): Table;
  rolling(expression: string, frame: readonly [number, number]): Expression;
}

export const loadArquero = async (): Promise<Arquero | undefined> => loadPeer<Arquero>('arquero');
