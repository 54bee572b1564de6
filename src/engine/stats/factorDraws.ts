import type { RandomSource } from '../core/random';
import { normalQuantile } from './normal';
import { normalDraw } from './normalDraws';

/**
 * Draws of all that events have in common: the common factor Z of `oneFactor.ts`, and for each group the error of its
 * estimate. An event of group g happens in a draw iff √(1−ρ)·e < √(1+s²)·Φ⁻¹(p) − c, where c = √ρ·Z + s·ξ is the factor of
 * the group in that draw, s the spread of the group's estimate on the probit scale and e the event's own chance.
 * Averaged over all draws each event keeps its probability p.
 */
export interface FactorDraws {
  readonly draws: number;
  readonly rho: number;
  /** The common factor by draw, ascending: each N-th of the normal distribution is drawn once (stratified). */
  readonly z: Float64Array;
  readonly groups: readonly GroupFactor[];
}

/** Draws in bins of about equal factor, so that within a bin one bound rejects nearly all that does not happen. */
export interface GroupFactor {
  readonly spread: number;
  /** Position → draw; bin b holds the positions `start[b]` to `start[b + 1]` (exclusive). */
  readonly draw: Int32Array;
  readonly start: Int32Array;
  /** The factor by position. */
  readonly factor: Float64Array;
  /** Ascending edges of the bins: bin b spans `edge[b]` to `edge[b + 1]`. */
  readonly edge: Float64Array;
}

/** Between the edges of so many bins a probability is interpolated, at most 1e-4 off. */
const BINS = 48;

/**
 * @param spread of each group's estimate on the probit scale, see `probitSpread`
 * @param random streams "common" and "group|<g>" are opened from it, so that a scenario and its baseline share them
 */
export function drawFactors(
  draws: number,
  rho: number,
  spread: readonly number[],
  random: RandomSource,
): FactorDraws {
  const z = commonFactor(draws, random.stream('common'));
  const groups = spread.map((s, g) => groupFactor(s, z, rho, random.stream(`group|${g}`)));
  return { draws, rho, z, groups };
}

function commonFactor(draws: number, common: RandomSource): Float64Array {
  const z = new Float64Array(draws);
  for (let d = 0; d < draws; d++) z[d] = normalQuantile((d + common.next()) / draws);
  return z;
}

function groupFactor(spread: number, z: Float64Array, rho: number, own: RandomSource): GroupFactor {
  const factor = new Float64Array(z.length);
  const share = Math.sqrt(rho);
  for (let d = 0; d < factor.length; d++)
    factor[d] = share * z[d]! + (spread === 0 ? 0 : spread * normalDraw(own));
  return binned(spread, factor);
}

function binned(spread: number, factor: Float64Array): GroupFactor {
  let [low, high] = [Infinity, -Infinity];
  for (const c of factor) {
    if (c < low) low = c;
    if (c > high) high = c;
  }
  const bins = high > low ? BINS : 1;
  const perUnit = high > low ? BINS / (high - low) : 0;
  const bin = new Uint8Array(factor.length);
  const start = new Int32Array(bins + 1);
  for (let d = 0; d < factor.length; d++) {
    const b = Math.min(bins - 1, ((factor[d]! - low) * perUnit) | 0);
    bin[d] = b;
    start[b + 1]!++;
  }
  for (let b = 0; b < bins; b++) start[b + 1]! += start[b]!;
  const next = start.slice();
  const draw = new Int32Array(factor.length);
  const sorted = new Float64Array(factor.length);
  for (let d = 0; d < factor.length; d++) {
    const at = next[bin[d]!]!++;
    draw[at] = d;
    sorted[at] = factor[d]!;
  }
  const edge = Float64Array.from({ length: bins + 1 }, (_, b) =>
    b === bins ? high : low + ((high - low) * b) / bins,
  );
  return { spread, draw, start, factor: sorted, edge };
}
