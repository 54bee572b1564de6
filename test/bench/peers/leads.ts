import assert from 'node:assert/strict';
import { sampleCorrelation, sampleRankCorrelation } from 'simple-statistics';
import { splitmix32 } from '../../../src/engine/core/random';
import { peer, type Peer } from '../case';
import {
  DRAWS,
  MONTHS,
  MOST_LAG,
  PEOPLE,
  plainR,
  plainRho,
  plainSums,
  RESULTS,
  resultOf,
  teamResult,
  TYPES,
  type LeadData,
} from '../leads.bench';
import { loadArquero } from './arquero';
import { openDatabase } from './duckdb';
import { loadPolars } from './polars';

type Correlate = (x: readonly number[], y: readonly number[]) => number;

/** Both correlations of the people, and how often a shuffled result shows as much as the team's best lead. */
interface Found {
  /** At ((person × TYPES + type) × RESULTS + result) × (MOST_LAG + 1) + lag. */
  readonly r: readonly number[];
  readonly rho: readonly number[];
  readonly p: readonly number[];
}

const key = (type: number, person: number): string => `${type}|${person}`;

/** Month by month by type and person, through a Map of lists. */
function seriesOf(rows: readonly { type: number; person: number; month: number }[]): Map<string, number[]> {
  const sums = new Map<string, number[]>();
  for (const { type, person, month } of rows) {
    let series = sums.get(key(type, person));
    if (!series) sums.set(key(type, person), (series = Array.from({ length: MONTHS }, () => 0)));
    series[month]!++;
  }
  return sums;
}

/** The work W3 as one writes it first; chance by shuffling the result, without taking trend, season or memory out. */
function lead(data: LeadData, rows: Parameters<typeof seriesOf>[0], r: Correlate, rho: Correlate): Found {
  const sums = seriesOf(rows);
  const none = Array.from({ length: MONTHS }, () => 0);
  const of = (type: number, person: number): number[] => sums.get(key(type, person)) ?? none;
  const lags = Array.from({ length: MOST_LAG + 1 }, (_, lag) => lag);
  const types = Array.from({ length: TYPES }, (_, type) => type);
  const people = Array.from({ length: PEOPLE }, (_, person) => person);
  const results = Array.from({ length: RESULTS }, (_, result) => result);
  const found: { r: number[]; rho: number[]; p: number[] } = { r: [], rho: [], p: [] };
  for (const person of people)
    for (const type of types)
      for (const result of results) {
        const [x, y] = [of(type, person), [...resultOf(data, person, result)]];
        for (const lag of lags) {
          const [a, b] = [x.slice(0, MONTHS - lag), y.slice(lag)];
          found.r.push(r(a, b));
          found.rho.push(rho(a, b));
        }
      }
  const team = types.map((type) =>
    people.reduce((total, person) => total.map((sum, m) => sum + of(type, person)[m]!), none),
  );
  const word = splitmix32(1);
  for (const result of results) {
    const y = [...teamResult(data, result)];
    const best = (of: readonly number[]): number =>
      Math.max(
        ...team.flatMap((x) => lags.map((lag) => Math.abs(r(x.slice(0, MONTHS - lag), of.slice(lag))))),
      );
    const seen = best(y);
    let asHigh = 0;
    for (let draw = 0; draw < DRAWS; draw++) {
      for (let i = y.length - 1; i > 0; i--) {
        const j = Math.floor(((i + 1) * word()) / 2 ** 32);
        [y[i], y[j]] = [y[j]!, y[i]!];
      }
      if (best(y) >= seen) asHigh++;
    }
    found.p.push((1 + asHigh) / (1 + DRAWS));
  }
  return found;
}

/** Ranks of a sorted list, ties sharing theirs. */
function ranksOf(values: readonly number[]): readonly number[] {
  const order = values.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value);
  const ranks = values.map(() => 0);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && order[to]!.value === order[from]!.value) to++;
    for (let k = from; k < to; k++) ranks[order[k]!.i] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}

const ownR: Correlate = (x, y) => plainR(x, y, 0) ?? NaN;

export function leadPeers(data: LeadData): readonly Peer[] {
  const rows = Array.from({ length: data.count }, (_, i) => ({
    type: data.type[i]!,
    person: data.person[i]!,
    month: data.month[i]!,
  }));
  const sums = plainSums(data);
  const check = ({ r, rho, p }: Found): void => {
    for (let person = 0; person < PEOPLE; person += 37)
      for (const lag of [0, 5, MOST_LAG]) {
        const at = person * TYPES * RESULTS * (MOST_LAG + 1) + lag;
        const x = sums.subarray(person * MONTHS, (person + 1) * MONTHS);
        const y = resultOf(data, person, 0);
        for (const [found, expected] of [
          [r[at]!, plainR(x, y, lag)],
          [rho[at]!, plainRho(x, y, lag)],
        ] as const)
          assert.ok(expected === null || Math.abs(found - expected) < 1e-9);
      }
    for (const each of p) assert.ok(each <= 0.05);
  };
  return [
    peer('objects', () => lead(data, rows, ownR, (x, y) => ownR(ranksOf(x), ranksOf(y))), check),
    peer(
      'simple-statistics',
      // Its types want lists that may be changed; it changes none.
      () =>
        lead(
          data,
          rows,
          (x, y) => sampleCorrelation(x as number[], y as number[]),
          (x, y) => sampleRankCorrelation(x as number[], y as number[]),
        ),
      check,
    ),
  ];
}

type SumRow = readonly [type: number, person: number, month: number, n: number];

export async function sumPeers(data: LeadData): Promise<readonly Peer[]> {
  const expected = plainSums(data);
  const check = (rows: readonly SumRow[]): void => {
    let total = 0;
    for (const [type, person, month, n] of rows) {
      assert.equal(Number(n), expected[(type * PEOPLE + person) * MONTHS + month]);
      total += Number(n);
    }
    assert.equal(total, data.count);
  };
  const rows = Array.from({ length: data.count }, (_, i) => ({
    type: data.type[i]!,
    person: data.person[i]!,
    month: data.month[i]!,
  }));
  const objects = peer(
    'objects',
    (): readonly SumRow[] =>
      [...seriesOf(rows)].flatMap(([name, series]) => {
        const [type = 0, person = 0] = name.split('|').map(Number);
        return series.map((n, month) => [type, person, month, n] as const);
      }),
    check,
  );
  const peers = await Promise.all([
    sumsByDuckdb(data, check),
    sumsByPolars(data, check),
    sumsByArquero(data, check),
  ]);
  return [...peers.filter((one) => one !== undefined), objects];
}

type CheckSums = (rows: readonly SumRow[]) => void;

async function sumsByDuckdb(data: LeadData, check: CheckSums): Promise<Peer | undefined> {
  const db = await openDatabase();
  if (!db) return undefined;
  const column = (name: 'type' | 'person' | 'month') =>
    ({ name, type: 'INTEGER', of: (i: number) => data[name][i]! }) as const;
  await db.fill('activity', [column('type'), column('person'), column('month')], data.count);
  const sql = 'SELECT type, person, month, count(*)::INTEGER FROM activity GROUP BY type, person, month';
  // The query's columns are those of the rows, in their order.
  return peer('DuckDB', async () => (await db.rows(sql)) as unknown as readonly SumRow[], check);
}

async function sumsByPolars(data: LeadData, check: CheckSums): Promise<Peer | undefined> {
  const pl = await loadPolars();
  if (!pl) return undefined;
  const frame = pl.DataFrame({ type: [...data.type], person: [...data.person], month: [...data.month] });
  const run = () =>
    frame.groupBy('type', 'person', 'month').agg(pl.len().alias('n')).rows() as unknown as readonly SumRow[]; // as grouped
  return peer('Polars', run, check);
}

async function sumsByArquero(data: LeadData, check: CheckSums): Promise<Peer | undefined> {
  const aq = await loadArquero();
  if (!aq) return undefined;
  const table = aq.table({ type: data.type, person: data.person, month: data.month });
  const run = (): readonly SumRow[] =>
    table
      .groupby('type', 'person', 'month')
      .rollup({ n: 'count()' })
      .objects()
      .map(({ type, person, month, n }) => [Number(type), Number(person), Number(month), Number(n)]);
  return peer('Arquero', run, check);
}
