import { tUpperQuantile } from './studentT';

/** Enough for a spread of its own, few enough for quantiles within each. */
const SECTIONS = 20;

/**
 * How far the luck of the draws may have taken differences between statistics of two simulations whose draws belong
 * together in pairs: half the width of each one's interval, by sectioning (Asmussen and Glynn 2007, Stochastic Simulation,
 * III.5). Draws are dealt out to 20 sections in turn, so that a factor drawn in ascending order is spread over all of them
 * alike; the differences found in the sections are independent, about normal, and a twentieth of their variance is that of
 * the difference of all. Two equal simulations leave nothing open; 0 also for fewer draws than two sections.
 *
 * @param statistics of some draws; in the order of the answer
 */
export function sectionedHalfWidths(
  after: Float64Array,
  before: Float64Array,
  statistics: (draws: Float64Array) => readonly number[],
  confidence: number,
): readonly number[] {
  const sections = Math.min(SECTIONS, after.length);
  const section = (of: Float64Array, k: number): Float64Array =>
    Float64Array.from({ length: Math.ceil((of.length - k) / sections) }, (_, i) => of[i * sections + k]!);
  const found = Array.from({ length: sections }, (_, k) => {
    const earlier = statistics(section(before, k));
    return statistics(section(after, k)).map((value, s) => value - earlier[s]!);
  });
  if (sections < 2) return (found[0] ?? []).map(() => 0);
  const t = tUpperQuantile((1 - confidence) / 2, sections - 1);
  return found[0]!.map((_, s) => {
    const mean = found.reduce((sum, of) => sum + of[s]!, 0) / sections;
    const squares = found.reduce((sum, of) => sum + (of[s]! - mean) ** 2, 0);
    return t * Math.sqrt(squares / (sections - 1) / sections);
  });
}
