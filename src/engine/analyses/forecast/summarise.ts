import { valuesAtRanks } from '../../stats/select';
import type { Draws } from './project';

/** What of the draws is added up. */
export type Part = 'all' | 'open';
export type Measure = 'amount' | 'wins';

/**
 * By draw: the total of some periods; of all, with what is won already and what recalibration adds. Numbers of wins, and
 * open deals alone, are as simulated.
 */
export function totalsOf(
  draws: Draws,
  months: readonly number[],
  measure: Measure,
  part: Part,
): Float64Array {
  const total = new Float64Array(draws.draws);
  const columns = [draws.open, ...(part === 'all' && draws.fresh ? [draws.fresh] : [])].map((totals) =>
    measure === 'amount' ? totals.amount : totals.happened,
  );
  const stray = part === 'all' && measure === 'amount' ? draws.stray : undefined;
  for (const m of months) {
    const booked = part === 'all' ? draws.booked[measure][m]! : 0;
    for (let d = 0; d < draws.draws; d++) total[d]! += booked;
    for (const column of columns)
      for (let d = 0; d < draws.draws; d++) total[d]! += column[m * draws.draws + d]!;
    if (!stray) continue;
    const [open, fresh] = columns;
    for (let at = m * draws.draws, d = 0; d < draws.draws; at++, d++)
      // A what-if may leave less than is to be taken.
      total[d]! += Math.max(stray[at]!, -Math.max(0, open![at]! + (fresh ? fresh[at]! : 0)));
  }
  return total;
}

/** P10, P50 and P90: one in ten draws is at or below P10. */
export interface Band {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly mean: number;
}

/**
 * Quantiles are drawn totals themselves (the smallest that so many draws do not exceed), never between two of them: all
 * amounts doubled doubles each exactly.
 */
export function bandOf(totals: Float64Array): Band {
  if (totals.length === 0) return { p10: 0, p50: 0, p90: 0, mean: 0 };
  const ranks = [0.1, 0.5, 0.9].map((p) => rankOf(p, totals.length));
  const [p10, p50, p90] = valuesAtRanks(totals, ranks);
  let sum = 0;
  for (let d = 0; d < totals.length; d++) sum += totals[d]!;
  return { p10: p10!, p50: p50!, p90: p90!, mean: sum / totals.length };
}

/** Of the smallest total that a share p of all does not exceed. */
const rankOf = (p: number, length: number): number => Math.max(0, Math.ceil(p * length - 1e-9) - 1);

/** The smallest total that a share p of all does not exceed. */
export const quantileOf = (totals: Float64Array, p: number): number =>
  valuesAtRanks(totals, totals.length === 0 ? [] : [rankOf(p, totals.length)])[0] ?? 0;

/** Middles of so many equally likely parts of the totals, ascending. */
export function partsOf(totals: Float64Array, parts: number): readonly number[] {
  const sorted = totals.slice().sort();
  return Array.from({ length: parts }, (_, i) => sorted[rankOf((i + 0.5) / parts, sorted.length)] ?? 0);
}

export function shareAtLeast(totals: Float64Array, goal: number): number {
  let count = 0;
  for (const total of totals) if (total >= goal) count++;
  return count / totals.length;
}
