import type { Peer } from '../case';
import type { Pipeline } from '../pipeline';
import { funnelByArquero } from './funnelArquero';
import { funnelByDuckdb } from './funnelDuckdb';
import { funnelLog, sameRows } from './funnelLog';
import type { FunnelRow } from './funnelLog';
import { funnelByObjects } from './funnelObjects';
import { funnelByPolars } from './funnelPolars';

/** The work W1 by other means; `expected` are our cells. */
export async function funnelPeers(data: Pipeline, expected: readonly FunnelRow[]): Promise<readonly Peer[]> {
  const log = funnelLog(data);
  const check = sameRows(expected);
  const peers = [
    await funnelByDuckdb(log, check),
    await funnelByPolars(log, check),
    await funnelByArquero(log, check),
    funnelByObjects(log, check),
  ];
  return peers.filter((peer) => peer !== undefined);
}
