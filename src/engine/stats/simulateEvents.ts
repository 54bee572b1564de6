import type { RandomSource } from '../core/random';
import type { FactorDraws, GroupFactor } from './factorDraws';
import { normalLowerTail, normalQuantile } from './normal';

/** Events that may happen in one of several periods, each once at most. */
export interface TimedEvents {
  readonly count: number;
  readonly periods: number;
  /** `probability[i × periods + m]`: event i has happened by the end of period m; not falling in m. */
  readonly probability: Float64Array;
  readonly amount: Float64Array;
  /** Position in the groups of the factor draws. */
  readonly group: Int32Array;
  /** Names the event's own stream: the same key draws the same chance, whatever else changes. */
  readonly key: (i: number) => string;
}

/** By period and draw: what happened. Position m × draws + d. */
export interface SimulatedTotals {
  readonly draws: number;
  readonly periods: number;
  readonly amount: Float64Array;
  readonly happened: Uint32Array;
}

export const noTotals = (draws: number, periods: number): SimulatedTotals => ({
  draws,
  periods,
  amount: new Float64Array(draws * periods),
  happened: new Uint32Array(draws * periods),
});

const WORD = 2 ** 32;
const PER_WORD = 2 ** -32;
/** Equal parts of a uniform number, each with the first period that it may mean. */
const GUIDES = 64;

/** What `simulateOne` works with, made once. */
interface Scratch {
  readonly words: Uint32Array;
  /** Positions at which the event may happen, by the bound of their bin. */
  readonly candidates: Int32Array;
  readonly share: Float64Array;
  readonly guide: Uint16Array;
}

/** Adds to `totals` what happens to the events, draw by draw. Amounts that are whole numbers add up exactly. */
export function simulateEvents(
  events: TimedEvents,
  factors: FactorDraws,
  random: RandomSource,
  totals: SimulatedTotals,
): void {
  const { count, periods, probability } = events;
  const scratch: Scratch = {
    words: new Uint32Array(factors.draws),
    candidates: new Int32Array(factors.draws),
    share: new Float64Array(periods),
    guide: new Uint16Array(GUIDES),
  };
  const { share, guide, words } = scratch;
  for (let i = 0; i < count; i++) {
    const last = probability[(i + 1) * periods - 1]!;
    const group = factors.groups[events.group[i]!];
    if (!(last > 0) || !group) continue;
    for (let m = 0; m < periods; m++) share[m] = probability[i * periods + m]! / last;
    share[periods - 1] = 1;
    for (let at = 0, m = 0; at < GUIDES; at++) {
      while (at / GUIDES >= share[m]!) m++;
      guide[at] = m;
    }
    random.stream(events.key(i)).fill(words);
    simulateOne(last, events.amount[i]!, group, factors.rho, scratch, totals);
  }
}

/**
 * One event in all draws: it happens where its uniform u lies below its probability given the factor, which is
 * interpolated within a bin; and u ÷ that probability is again uniform, and says in which period.
 *
 * Candidates are collected without a branch first: one that comes out by chance costs more than all else.
 */
function simulateOne(
  p: number,
  amount: number,
  { spread, start, factor, edge, draw }: GroupFactor,
  rho: number,
  { words, candidates, share, guide }: Scratch,
  { draws, amount: amounts, happened }: SimulatedTotals,
): void {
  const threshold = Math.sqrt(1 + spread * spread) * normalQuantile(Math.min(1, p));
  const scale = 1 / Math.sqrt(1 - rho);
  let left = normalLowerTail((threshold - edge[0]!) * scale);
  for (let b = 0; b + 1 < edge.length; b++) {
    const right = edge.length === 2 ? left : normalLowerTail((threshold - edge[b + 1]!) * scale);
    // The probability falls in the factor, so that of the left edge bounds the bin. Halved words are 31-bit integers,
    // of which the sign of a difference tells which is less.
    const bound = Math.min(2 ** 31 - 1, Math.floor((left * WORD) / 2));
    const to = start[b + 1]!;
    let found = 0;
    for (let j = start[b]!; j < to; j++) {
      candidates[found] = j;
      found += ((words[j]! >>> 1) - bound - 1) >>> 31;
    }
    const slope = right === left ? 0 : (right - left) / (edge[b + 1]! - edge[b]!);
    const base = left - slope * edge[b]!;
    for (let k = 0; k < found; k++) {
      const j = candidates[k]!;
      const u = (words[j]! + 0.5) * PER_WORD;
      const here = base + slope * factor[j]!;
      if (u >= here) continue;
      const when = u / here;
      let m = guide[(when * GUIDES) | 0]!;
      while (when > share[m]!) m++;
      const at = m * draws + draw[j]!;
      amounts[at]! += amount;
      happened[at]!++;
    }
    left = right;
  }
}
