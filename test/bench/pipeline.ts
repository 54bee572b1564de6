import { asDay, dayOf } from '../../src/engine/core/day';
import type { Day } from '../../src/engine/core/day';
import { splitmix32 } from '../../src/engine/core/random';
import type { Dataset, Opportunities, StageHistory, TextColumn } from '../../src/engine/dataset/dataset';
import { LOST, WON } from '../../src/engine/dataset/dataset';
import type { StageMap } from '../../src/engine/dataset/mapping';
import { stageMapOf } from '../support/dataset';

export interface Pipeline {
  readonly stages: StageMap;
  readonly opportunities: Opportunities;
  readonly history: StageHistory;
  readonly asOf: Day;
}

const MONTHS_OF_DAYS = 1200;
const OWNERS = 200;
const SEGMENTS = 5;

/** A pipeline of seven stages with about four entries a deal, over forty months; equal seeds give equal pipelines. */
export function pipeline(count: number, seed = 7): Pipeline {
  const word = splitmix32(seed);
  const chance = (): number => word() / 2 ** 32;
  const stages = stageMapOf('New', 'Contacted', 'Qualified', 'Demo', 'Proposal', 'Negotiation', 'Contract');
  const [won, lost] = [7, 8];
  const first = dayOf(2022, 1, 3);
  const asOf = asDay(first + MONTHS_OF_DAYS);
  const start = new Int32Array(count + 1);
  const stage: number[] = [];
  const changed: number[] = [];
  const outcome = new Uint8Array(count);
  const created = new Float64Array(count);
  const closed = new Float64Array(count).fill(NaN);
  const amount = new Float64Array(count);
  const owner = new Int32Array(count);
  const segment = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    let time = first + chance() * MONTHS_OF_DAYS;
    created[i] = time;
    amount[i] = Math.floor(100_000 + chance() * 5_000_000);
    owner[i] = Math.floor(OWNERS * chance() ** 1.3);
    segment[i] = Math.floor(SEGMENTS * chance());
    let rank = 0;
    while (time < asOf + 1) {
      stage.push(rank);
      changed.push(time);
      if (rank === won || rank === lost) {
        outcome[i] = rank === won ? WON : LOST;
        closed[i] = time;
        break;
      }
      time += -18 * Math.log(1 - chance());
      const u = chance();
      if (u < 0.22) rank = lost;
      else if (u < 0.27 && rank > 0) rank--;
      else if (u < 0.33 && rank < 5) rank += 2;
      else rank++;
    }
    start[i + 1] = stage.length;
  }
  const text = (codes: Int32Array, size: number, name: string): TextColumn => ({
    codes,
    labels: Array.from({ length: size }, (_, k) => `${name} ${k + 1}`),
  });
  return {
    stages,
    asOf,
    history: {
      shape: 'events',
      start,
      stage: Int32Array.from(stage),
      changed: Float64Array.from(changed),
    },
    opportunities: {
      count,
      origin: { table: new Uint16Array(count), row: Int32Array.from({ length: count }, (_, i) => i + 2) },
      ids: { count, text: (row) => `D${row + 1}` },
      outcome,
      created,
      closed,
      expectedClose: new Float64Array(count).fill(NaN),
      amount,
      texts: { owner: text(owner, OWNERS, 'Owner'), segment: text(segment, SEGMENTS, 'Segment') },
      numbers: {},
    },
  };
}

/** The same as a reader gives it. */
export const datasetOfPipeline = ({ opportunities, history, stages }: Pipeline): Dataset => ({
  opportunities,
  history,
  stages,
  inputs: [],
  activities: undefined,
  people: undefined,
  quotas: undefined,
});
