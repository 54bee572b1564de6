import assert from 'node:assert/strict';
import { bandOf, type Band } from '../../src/engine/analyses/forecast/summarise';
import { randomFrom, splitmix32 } from '../../src/engine/core/random';
import { drawFactors } from '../../src/engine/stats/factorDraws';
import { noTotals, simulateEvents, type TimedEvents } from '../../src/engine/stats/simulateEvents';
import type { BenchCase } from './case';
import { monteCarloPeers } from './peers/monteCarlo';

/** Open deals, each of which may be won in one of the months ahead. */
export interface OpenPipeline {
  readonly deals: number;
  /** `within[i × MONTHS + m]`: won by the end of month m. */
  readonly within: Float64Array;
  /** Cents. */
  readonly amount: Float64Array;
}

export const DRAWS = 10_000;
export const MONTHS = 12;
/** Correlation and spread of the estimates by stage, as a forecast of a few years of history has them. */
const RHO = 0.1;
const SPREAD = [0.2, 0.15, 0.1, 0.1, 0.1, 0.15, 0.05];

/** Win chances between a few and sixty in a hundred, late deals sooner than early ones; a few large amounts. */
function openPipeline(deals: number): OpenPipeline {
  const word = splitmix32(4);
  const chance = (): number => word() / 2 ** 32;
  const within = new Float64Array(deals * MONTHS);
  const amount = new Float64Array(deals);
  for (let i = 0; i < deals; i++) {
    const ever = 0.02 + 0.6 * chance() ** 2;
    const monthly = 0.15 + 0.5 * chance();
    for (let m = 0; m < MONTHS; m++) within[i * MONTHS + m] = ever * (1 - (1 - monthly) ** (m + 1));
    amount[i] = Math.round(100_000 + 5_000_000 * chance() ** 3);
  }
  return { deals, within, amount };
}

const eventsOf = ({ deals, within, amount }: OpenPipeline): TimedEvents => ({
  count: deals,
  periods: MONTHS,
  probability: within,
  amount,
  group: Int32Array.from({ length: deals }, (_, i) => i % SPREAD.length),
  key: (i) => `deal|${i}`,
});

/** Totals of each future with their band: month by month, and of the year. */
export type Drawn = readonly { readonly totals: Float64Array; readonly band: Band }[];

export function drawnOf(amount: Float64Array): Drawn {
  const year = new Float64Array(DRAWS);
  const months = Array.from({ length: MONTHS }, (_, m) => amount.subarray(m * DRAWS, (m + 1) * DRAWS));
  for (const month of months) for (let d = 0; d < DRAWS; d++) year[d]! += month[d]!;
  return [...months, year].map((totals) => ({ totals, band: bandOf(totals) }));
}

function simulate(pipeline: OpenPipeline): Drawn {
  const random = randomFrom(1);
  const totals = noTotals(DRAWS, MONTHS);
  simulateEvents(
    eventsOf(pipeline),
    drawFactors(DRAWS, RHO, SPREAD, random.stream('factors')),
    random,
    totals,
  );
  return drawnOf(totals.amount);
}

/** Throws unless every mean lies as close to Σ amount × probability as so many draws must bring it. */
export function checkDrawn({ deals, within, amount }: OpenPipeline, drawn: Drawn): void {
  assert.equal(drawn.length, MONTHS + 1);
  drawn.forEach(({ totals, band: { p10, p50, p90, mean } }, m) => {
    assert.ok(p10 <= p50 && p50 <= p90);
    let expected = 0;
    for (let i = 0; i < deals; i++) {
      const upTo = within[i * MONTHS + Math.min(m, MONTHS - 1)]!;
      const before = m === 0 || m === MONTHS ? 0 : within[i * MONTHS + m - 1]!;
      expected += amount[i]! * (upTo - before);
    }
    const squares = totals.reduce((sum, total) => sum + (total - mean) ** 2, 0);
    const error = Math.sqrt(squares) / DRAWS;
    assert.ok(Math.abs(mean - expected) < 5 * error, `month ${m}: ${mean} is not ${expected} ± ${error}`);
  });
}

export const W4: BenchCase = {
  id: 'W4',
  title: `Monte Carlo of open deals over ${MONTHS} months, ${DRAWS.toLocaleString('en')} futures; rows are open deals`,
  sizes: [50, 500, 5000],
  prepare: (size) => {
    const deals = openPipeline(size);
    return {
      check: () => checkDrawn(deals, simulate(deals)),
      run: () => simulate(deals),
      peers: async () => monteCarloPeers(deals),
    };
  },
};
