import { peer } from '../case';
import type { Peer } from '../case';
import { openDatabase } from './duckdb';
import { EXACT, LOST_STAGE, WON_STAGE } from './funnelLog';
import type { FunnelLog, FunnelRow } from './funnelLog';

/** The time by which share p ended, the middle of the stretch where the curve lies on it. */
const quartile = (p: number): string => {
  const first = `min(t) FILTER (ended >= ${p - EXACT})`;
  return `(${first} + coalesce(min(t) FILTER (ended >= ${p + EXACT}), max(t))) / 2`;
};

const QUERY = (asOf: number): string => `
  WITH visit AS (
    SELECT deal, stage, min(seq) AS seq, min(day) AS since FROM event WHERE stage < ${WON_STAGE} GROUP BY deal, stage
  ), moved AS (
    SELECT v.deal, v.stage, v.since, min(e.day) AS advanced
    FROM visit v LEFT JOIN event e
      ON e.deal = v.deal AND e.seq > v.seq AND e.stage > v.stage AND e.stage < ${LOST_STAGE}
    GROUP BY v.deal, v.stage, v.since
  ), ended AS (
    SELECT m.stage, d.grp, year(d.created) * 4 + quarter(d.created) - 1 AS quarter,
      CASE WHEN advanced IS NOT NULL THEN 0 WHEN d.outcome = 2 THEN 1 ELSE 2 END AS ending,
      coalesce(advanced, CASE WHEN d.outcome = 2 THEN d.closed ELSE ${asOf} END) - since AS days
    FROM moved m JOIN deal d ON d.id = m.deal
  ), counted AS (
    SELECT 0 AS kind, grp AS code, stage, ending, days, count(*) AS n FROM ended GROUP BY ALL
    UNION ALL
    SELECT 1, quarter, stage, ending, days, count(*) FROM ended GROUP BY ALL
  ), daily AS (
    SELECT kind, code, stage, days, sum(n) AS n, coalesce(sum(n) FILTER (ending = 0), 0) AS advanced,
      coalesce(sum(n) FILTER (ending = 1), 0) AS lost
    FROM counted GROUP BY kind, code, stage, days
  ), risk AS (
    SELECT *, sum(n) OVER (PARTITION BY kind, code, stage ORDER BY days DESC) AS at_risk FROM daily
  ), curve AS (
    SELECT *, CASE WHEN days = 0 THEN 0.5 ELSE days END::DOUBLE AS t, 1 - product(1 - (advanced + lost)::DOUBLE / at_risk)
      OVER (PARTITION BY kind, code, stage ORDER BY days) AS ended
    FROM risk
  )
  SELECT kind::INTEGER, code::INTEGER, stage::INTEGER, sum(advanced)::INTEGER, sum(lost)::INTEGER,
    sum(n - advanced - lost)::INTEGER, ${quartile(0.25)}, ${quartile(0.5)}, ${quartile(0.75)}
  FROM curve GROUP BY kind, code, stage`;

export async function funnelByDuckdb(
  { deals, events, asOf }: FunnelLog,
  check: (rows: FunnelRow[]) => void,
): Promise<Peer | undefined> {
  const db = await openDatabase();
  if (!db) return undefined;
  await db.fill(
    'deal_raw',
    [
      { name: 'id', type: 'INTEGER', of: (i) => i },
      { name: 'grp', type: 'INTEGER', of: (i) => deals.group[i]! },
      { name: 'created', type: 'INTEGER', of: (i) => deals.created[i]! },
      { name: 'outcome', type: 'INTEGER', of: (i) => deals.outcome[i]! },
      { name: 'closed', type: 'INTEGER', of: (i) => deals.closed[i]! },
    ],
    deals.count,
  );
  await db.run(
    `CREATE TABLE deal AS SELECT * REPLACE (DATE '1899-12-30' + created AS created) FROM deal_raw`,
  );
  await db.fill(
    'event',
    [
      { name: 'deal', type: 'INTEGER', of: (e) => events.deal[e]! },
      { name: 'seq', type: 'INTEGER', of: (e) => e },
      { name: 'stage', type: 'INTEGER', of: (e) => events.stage[e]! },
      { name: 'day', type: 'INTEGER', of: (e) => events.day[e]! },
    ],
    events.count,
  );
  const sql = QUERY(asOf);
  // The query's columns are those of a row, in their order.
  return peer('DuckDB', async () => (await db.rows(sql)) as unknown as FunnelRow[], check);
}
