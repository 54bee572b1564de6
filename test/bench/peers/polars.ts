import { loadPeer } from './install';

/** What the bench uses of nodejs-polars' expressions; every step gives an expression again. */
export interface Expr {
  readonly dt: { year(): Expr; month(): Expr };
  add(other: Expr | number): Expr;
  minus(other: Expr | number): Expr;
  mul(other: Expr | number): Expr;
  div(other: Expr | number): Expr;
  gt(other: Expr | number): Expr;
  gtEq(other: Expr | number): Expr;
  lt(other: Expr | number): Expr;
  eq(other: Expr | number): Expr;
  and(other: Expr): Expr;
  isNotNull(): Expr;
  isNull(): Expr;
  round(decimals: number): Expr;
  fillNull(value: Expr | number): Expr;
  filter(predicate: Expr): Expr;
  cumSum(reverse?: boolean): Expr;
  cumProd(): Expr;
  shift(rows: number): Expr;
  over(...columns: string[]): Expr;
  cast(type: unknown, strict?: boolean): Expr;
  min(): Expr;
  max(): Expr;
  sum(): Expr;
  count(): Expr;
  nUnique(): Expr;
  alias(name: string): Expr;
}

export interface Frame {
  readonly height: number;
  filter(predicate: Expr): Frame;
  select(...columns: (Expr | string)[]): Frame;
  withColumns(...columns: Expr[]): Frame;
  groupBy(...columns: string[]): { agg(...columns: Expr[]): Frame };
  join(other: Frame, how: { on: string | string[]; how: 'inner' | 'left' }): Frame;
  sort(columns: string[]): Frame;
  rows(): unknown[][];
}

export interface Polars {
  DataFrame(columns: Readonly<Record<string, unknown>>): Frame;
  col(name: string): Expr;
  lit(value: unknown): Expr;
  len(): Expr;
  when(test: Expr): { then(value: Expr): { otherwise(value: Expr): Expr } };
  readonly Int32: unknown;
  readonly Float64: unknown;
  readonly Date: unknown;
  readonly Categorical: unknown;
}

export const loadPolars = async (): Promise<Polars | undefined> =>
  (await loadPeer<{ readonly pl: Polars }>('nodejs-polars'))?.pl;
