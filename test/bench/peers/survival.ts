import assert from 'node:assert/strict';
import { peer } from '../case';
import type { Peer } from '../case';
import { loadArquero } from './arquero';
import type { Arquero, Table } from './arquero';
import { openDatabase } from './duckdb';
import { loadPolars } from './polars';
import type { Frame, Polars } from './polars';

/** The work W2 (W2f with fractions of days) as a peer gets it; endings are 0 advanced, 1 lost, 2 still open. */
export interface Visits {
  readonly count: number;
  readonly stage: Uint8Array;
  /** Whole days, or fractions of days. */
  readonly days: Int32Array | Float64Array;
  readonly ending: Uint8Array;
}

/** Every step of every curve, by stage and time. Peers give estimates only, ours gives their limits as well. */
export interface SurvivalSteps {
  /** Kaplan–Meier: stage, time, share still in the stage. */
  readonly survival: readonly (readonly [stage: number, time: number, survival: number])[];
  /** Aalen–Johansen over all stages: time, share advanced, share lost. */
  readonly incidence: readonly (readonly [time: number, advanced: number, lost: number])[];
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

const sameSteps =
  (expected: SurvivalSteps) =>
  (found: SurvivalSteps): void => {
    for (const curve of ['survival', 'incidence'] as const) {
      const sorted = [...found[curve]].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
      assert.equal(sorted.length, expected[curve].length);
      expected[curve].forEach((row, i) =>
        assert.ok(
          row.every((value, k) => near(value, sorted[i]![k]!)),
          `${curve}: ${sorted[i]!.join()} is not ${row.join()}`,
        ),
      );
    }
  };

const timeOf = (day: number): number => (day === 0 ? 0.5 : day);

interface Row {
  readonly stage: number;
  readonly days: number;
  readonly ending: number;
}

function stepsOfObjects(rows: readonly Row[]): SurvivalSteps {
  const byStage = new Map<number, Row[]>();
  for (const row of rows) {
    const same = byStage.get(row.stage);
    if (same) same.push(row);
    else byStage.set(row.stage, [row]);
  }
  const daily = (of: readonly Row[]): [day: number, counts: number[]][] => {
    const counts = new Map<number, number[]>();
    for (const { days, ending } of of) {
      let count = counts.get(days);
      if (!count) counts.set(days, (count = [0, 0, 0]));
      count[ending]!++;
    }
    return [...counts].sort(([a], [b]) => a - b);
  };
  const survival = [...byStage].flatMap(([stage, of]) => {
    let [left, share] = [of.length, 1];
    return daily(of).map(([day, [a = 0, b = 0, c = 0]]) => {
      share *= 1 - (a + b) / left;
      left -= a + b + c;
      return [stage, timeOf(day), share] as const;
    });
  });
  let [left, share, advanced, lost] = [rows.length, 1, 0, 0];
  const incidence = daily(rows).map(([day, [a = 0, b = 0, c = 0]]) => {
    advanced += (share * a) / left;
    lost += (share * b) / left;
    share *= 1 - (a + b) / left;
    left -= a + b + c;
    return [timeOf(day), advanced, lost] as const;
  });
  return { survival, incidence };
}

const COUNTED = `count(*) AS n, count(*) FILTER (ending = 0) AS a, count(*) FILTER (ending = 1) AS b`;
const TIME = `CASE WHEN days = 0 THEN 0.5 ELSE days END::DOUBLE`;
const SURVIVAL_SQL = `
  WITH daily AS (SELECT stage, days, ${COUNTED} FROM visit GROUP BY stage, days),
  risk AS (SELECT *, sum(n) OVER (PARTITION BY stage ORDER BY days DESC) AS at_risk FROM daily)
  SELECT stage, ${TIME}, product(1 - (a + b)::DOUBLE / at_risk) OVER (PARTITION BY stage ORDER BY days) FROM risk`;
const INCIDENCE_SQL = `
  WITH daily AS (SELECT days, ${COUNTED} FROM visit GROUP BY days),
  risk AS (SELECT *, sum(n) OVER (ORDER BY days DESC)::DOUBLE AS at_risk FROM daily),
  curve AS (SELECT *, product(1 - (a + b) / at_risk) OVER (ORDER BY days) AS share FROM risk),
  before AS (SELECT *, coalesce(lag(share) OVER (ORDER BY days), 1) AS s FROM curve)
  SELECT ${TIME}, sum(s * a / at_risk) OVER (ORDER BY days), sum(s * b / at_risk) OVER (ORDER BY days) FROM before`;

async function survivalByDuckdb(visits: Visits, check: (steps: SurvivalSteps) => void) {
  const db = await openDatabase();
  if (!db) return undefined;
  await db.fill(
    'visit',
    [
      { name: 'stage', type: 'INTEGER', of: (i) => visits.stage[i]! },
      {
        name: 'days',
        type: visits.days instanceof Int32Array ? 'INTEGER' : 'DOUBLE',
        of: (i) => visits.days[i]!,
      },
      { name: 'ending', type: 'INTEGER', of: (i) => visits.ending[i]! },
    ],
    visits.count,
  );
  const run = async (): Promise<SurvivalSteps> => ({
    // The queries' columns are those of the steps, in their order.
    survival: (await db.rows(SURVIVAL_SQL)) as unknown as SurvivalSteps['survival'],
    incidence: (await db.rows(INCIDENCE_SQL)) as unknown as SurvivalSteps['incidence'],
  });
  return peer('DuckDB', run, check);
}

function stepsOfPolars(pl: Polars, frame: Frame): SurvivalSteps {
  const { col } = pl;
  const counted = [0, 1].map((ending) =>
    col('ending')
      .filter(col('ending').eq(ending))
      .count()
      .cast(pl.Float64)
      .alias(ending === 0 ? 'a' : 'b'),
  );
  const left = pl.lit(1);
  const survival = frame
    .groupBy('stage', 'days')
    .agg(pl.len().cast(pl.Float64).alias('n'), ...counted)
    .sort(['stage', 'days'])
    .withColumns(col('n').cumSum(true).over('stage').alias('risk'))
    .withColumns(left.minus(col('a').add(col('b')).div(col('risk'))).alias('factor'))
    .select('stage', 'days', col('factor').cumProd().over('stage').alias('share'));
  const incidence = frame
    .groupBy('days')
    .agg(pl.len().cast(pl.Float64).alias('n'), ...counted)
    .sort(['days'])
    .withColumns(col('n').cumSum(true).alias('risk'))
    .withColumns(left.minus(col('a').add(col('b')).div(col('risk'))).alias('factor'))
    .withColumns(col('factor').cumProd().shift(1).fillNull(1).alias('before'))
    .select(
      'days',
      col('before').mul(col('a')).div(col('risk')).cumSum().alias('advanced'),
      col('before').mul(col('b')).div(col('risk')).cumSum().alias('lost'),
    );
  // The frames' columns are numbers, in the order of the steps.
  const [km, aj] = [survival.rows(), incidence.rows()] as [number[][], number[][]];
  return {
    survival: km.map(([stage = NaN, day = NaN, share = NaN]) => [stage, timeOf(day), share]),
    incidence: aj.map(([day = NaN, advanced = NaN, lost = NaN]) => [timeOf(day), advanced, lost]),
  };
}

function stepsOfArquero(aq: Arquero, table: Table): SurvivalSteps {
  const upToHere = [-Infinity, 0] as const;
  const counted = {
    n: 'd => op.count()',
    a: 'd => op.sum(d.ending === 0)',
    b: 'd => op.sum(d.ending === 1)',
  };
  const shares = (daily: Table): Table =>
    daily
      .derive({ all: 'd => op.sum(d.n)', gone: aq.rolling('d => op.sum(d.n)', upToHere) })
      .derive({ risk: 'd => d.all - d.gone + d.n' })
      .derive({ factor: 'd => 1 - (d.a + d.b) / d.risk' })
      .derive({ share: aq.rolling('d => op.product(d.factor)', upToHere) });
  const survival = shares(table.groupby('stage', 'days').rollup(counted).groupby('stage').orderby('days'));
  const incidence = shares(table.groupby('days').rollup(counted).orderby('days'))
    .derive({ before: 'd => op.lag(d.share, 1, 1)' })
    .derive({ x: 'd => d.before * d.a / d.risk', y: 'd => d.before * d.b / d.risk' })
    .derive({
      advanced: aq.rolling('d => op.sum(d.x)', upToHere),
      lost: aq.rolling('d => op.sum(d.y)', upToHere),
    });
  return {
    survival: survival.objects().map((o) => [Number(o.stage), timeOf(Number(o.days)), Number(o.share)]),
    incidence: incidence.objects().map((o) => [timeOf(Number(o.days)), Number(o.advanced), Number(o.lost)]),
  };
}

/** The work W2 by other means; `expected` are the steps of our curves. */
export async function survivalPeers(visits: Visits, expected: SurvivalSteps): Promise<readonly Peer[]> {
  const check = sameSteps(expected);
  const duckdb = await survivalByDuckdb(visits, check);
  const [pl, aq] = [await loadPolars(), await loadArquero()];
  const columns = {
    stage: Int32Array.from(visits.stage),
    days: visits.days,
    ending: Int32Array.from(visits.ending),
  };
  const frame = pl?.DataFrame(columns);
  const table = aq?.table(columns);
  const rows = Array.from({ length: visits.count }, (_, i) => ({
    stage: visits.stage[i]!,
    days: visits.days[i]!,
    ending: visits.ending[i]!,
  }));
  return [
    ...(duckdb ? [duckdb] : []),
    ...(pl && frame ? [peer('Polars', () => stepsOfPolars(pl, frame), check)] : []),
    ...(aq && table ? [peer('Arquero', () => stepsOfArquero(aq, table), check)] : []),
    peer('objects', () => stepsOfObjects(rows), check),
  ];
}
