import { peer } from '../case';
import type { Peer } from '../case';
import { loadArquero } from './arquero';
import type { Arquero, Table } from './arquero';
import { EXACT, LOST_STAGE, WON_STAGE } from './funnelLog';
import type { FunnelLog, FunnelRow } from './funnelLog';

/** Day 0 of Arquero's dates is 1970-01-01. */
const EPOCH = 25569;
const DAY_MS = 86_400_000;
const UP_TO_HERE = [-Infinity, 0] as const;
const QUARTILES = [0.25, 0.5, 0.75];

function cellsBy(aq: Arquero, ended: Table, group: string): Table {
  const by = [group, 'stage'];
  const times = Object.fromEntries(
    QUARTILES.flatMap((p, i) => [
      [`first${i}`, `d => op.min(d.share >= ${p - EXACT} ? d.t : null)`],
      [`beyond${i}`, `d => op.min(d.share >= ${p + EXACT} ? d.t : null)`],
    ]),
  );
  return ended
    .groupby(...by, 'days')
    .rollup({
      advanced: 'd => op.sum(d.ending === 0)',
      lost: 'd => op.sum(d.ending === 1)',
      open: 'd => op.sum(d.ending === 2)',
    })
    .groupby(...by)
    .orderby('days')
    .derive({
      t: 'd => d.days === 0 ? 0.5 : d.days',
      d: 'd => d.advanced + d.lost',
      n: 'd => d.advanced + d.lost + d.open',
    })
    .derive({ all: 'd => op.sum(d.n)', gone: aq.rolling('d => op.sum(d.n)', UP_TO_HERE) })
    .derive({ factor: 'd => 1 - d.d / (d.all - d.gone + d.n)' })
    .derive({ survival: aq.rolling('d => op.product(d.factor)', UP_TO_HERE) })
    .derive({ share: 'd => 1 - d.survival' })
    .rollup({
      advanced: 'd => op.sum(d.advanced)',
      lost: 'd => op.sum(d.lost)',
      open: 'd => op.sum(d.open)',
      last: 'd => op.max(d.t)',
      ...times,
    });
}

function funnelOf(aq: Arquero, deals: Table, events: Table, asOf: number): Table[] {
  const visits = events
    .filter(`d => d.stage < ${WON_STAGE}`)
    .groupby('deal', 'stage')
    .rollup({ first: 'd => op.min(d.seq)', since: 'd => op.min(d.day)' });
  const advanced = visits
    .join(events.rename({ stage: 'to' }), 'deal')
    .filter(`d => d.seq > d.first && d.to > d.stage && d.to < ${LOST_STAGE}`)
    .groupby('deal', 'stage')
    .rollup({ advancedOn: 'd => op.min(d.day)' });
  const ended = visits
    .join_left(advanced, [
      ['deal', 'stage'],
      ['deal', 'stage'],
    ])
    .join(deals, 'deal')
    .derive({
      ending: 'd => d.advancedOn != null ? 0 : d.outcome === 2 ? 1 : 2',
      days: `d => (d.advancedOn != null ? d.advancedOn : d.outcome === 2 ? d.closed : ${asOf}) - d.since`,
      quarter: `d => op.utcyear((d.created - ${EPOCH}) * ${DAY_MS}) * 4 + op.utcquarter((d.created - ${EPOCH}) * ${DAY_MS})`,
    });
  return [cellsBy(aq, ended, 'group'), cellsBy(aq, ended, 'quarter')];
}

/** Arquero's minimum of nothing is undefined. */
const middle = (first: unknown, beyond: unknown, last: unknown): number | null =>
  first === undefined ? null : (Number(first) + Number(beyond ?? last)) / 2;

export async function funnelByArquero(
  { deals, events, asOf }: FunnelLog,
  check: (rows: FunnelRow[]) => void,
): Promise<Peer | undefined> {
  const aq = await loadArquero();
  if (!aq) return undefined;
  const dealTable = aq.table({
    deal: Int32Array.from({ length: deals.count }, (_, i) => i),
    group: deals.group,
    created: deals.created,
    outcome: deals.outcome,
    closed: deals.closed,
  });
  const eventTable = aq.table({
    deal: events.deal,
    seq: Int32Array.from({ length: events.count }, (_, e) => e),
    stage: events.stage,
    day: events.day,
  });
  return peer(
    'Arquero',
    () => funnelOf(aq, dealTable, eventTable, asOf),
    (tables) =>
      check(
        tables.flatMap((table, by) =>
          table.objects().map((o): FunnelRow => {
            const quartile = (i: number): number | null => middle(o[`first${i}`], o[`beyond${i}`], o['last']);
            return [
              by,
              Number(o[by === 0 ? 'group' : 'quarter']),
              Number(o['stage']),
              Number(o['advanced']),
              Number(o['lost']),
              Number(o['open']),
              quartile(0),
              quartile(1),
              quartile(2),
            ];
          }),
        ),
      ),
  );
}
