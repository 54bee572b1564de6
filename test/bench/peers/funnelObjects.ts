import { asDay, civilOf } from '../../../src/engine/core/day';
import { peer } from '../case';
import type { Peer } from '../case';
import { EXACT, LOST_STAGE, WON_STAGE } from './funnelLog';
import type { FunnelLog, FunnelRow } from './funnelLog';

interface Deal {
  readonly group: number;
  readonly created: number;
  readonly outcome: number;
  readonly closed: number;
  readonly events: { readonly stage: number; readonly day: number }[];
}

interface Tally {
  readonly by: number;
  readonly group: number;
  readonly stage: number;
  readonly counts: [number, number, number];
  readonly durations: { readonly days: number; readonly ended: boolean }[];
}

const QUARTILES = [0.25, 0.5, 0.75];

function quartiles(durations: Tally['durations']): (number | null)[] {
  const sorted = [...durations].sort((a, b) => a.days - b.days);
  const curve: { days: number; ended: number }[] = [];
  let survival = 1;
  for (let i = 0; i < sorted.length;) {
    const { days } = sorted[i]!;
    let [events, next] = [0, i];
    for (; next < sorted.length && sorted[next]!.days === days; next++) if (sorted[next]!.ended) events++;
    survival *= 1 - events / (sorted.length - i);
    curve.push({ days: days === 0 ? 0.5 : days, ended: 1 - survival });
    i = next;
  }
  return QUARTILES.map((p) => {
    const first = curve.find(({ ended }) => ended >= p - EXACT);
    const beyond = curve.find(({ ended }) => ended >= p + EXACT) ?? curve.at(-1);
    return first && beyond ? (first.days + beyond.days) / 2 : null;
  });
}

function funnelOf(deals: readonly Deal[], asOf: number): FunnelRow[] {
  const tallies = new Map<string, Tally>();
  for (const { group, created, outcome, closed, events } of deals) {
    const { year, month } = civilOf(asDay(created));
    const quarter = year * 4 + Math.floor((month - 1) / 3);
    const seen = new Set<number>();
    events.forEach(({ stage, day }, at) => {
      if (stage >= WON_STAGE || seen.has(stage)) return;
      seen.add(stage);
      const next = events.slice(at + 1).find((e) => e.stage > stage && e.stage < LOST_STAGE);
      const ending = next ? 0 : outcome === 2 ? 1 : 2;
      const days = (next ? next.day : outcome === 2 ? closed : asOf) - day;
      for (const [by, code] of [group, quarter].entries()) {
        const key = `${by} ${code} ${stage}`;
        let tally = tallies.get(key);
        if (!tally) {
          tally = { by, group: code, stage, counts: [0, 0, 0], durations: [] };
          tallies.set(key, tally);
        }
        tally.counts[ending]++;
        tally.durations.push({ days, ended: ending < 2 });
      }
    });
  }
  return [...tallies.values()].map(({ by, group, stage, counts, durations }) => {
    const [q25 = null, median = null, q75 = null] = quartiles(durations);
    return [by, group, stage, ...counts, q25, median, q75];
  });
}

/** Objects, Maps and comparison sorts: as a script over rows is usually written, without a filter per cell. */
export function funnelByObjects(
  { deals, events, asOf }: FunnelLog,
  check: (rows: FunnelRow[]) => void,
): Peer {
  const rows: Deal[] = Array.from({ length: deals.count }, (_, i) => ({
    group: deals.group[i]!,
    created: deals.created[i]!,
    outcome: deals.outcome[i]!,
    closed: deals.closed[i]!,
    events: [],
  }));
  for (let e = 0; e < events.count; e++)
    rows[events.deal[e]!]!.events.push({ stage: events.stage[e]!, day: events.day[e]! });
  return peer('objects', () => funnelOf(rows, asOf), check);
}
