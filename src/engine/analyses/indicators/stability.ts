import { correlationOf } from '../../stats/correlation';
import { overlap } from '../../stats/lagCorrelation';
import type { IndicatorFinding } from './finding';

/** Pairs of a window: a year of months. */
const WINDOW = 12;

/**
 * r over every stretch of twelve pairs, one period further each time: how many there are, and how often the sign changes from one
 * to the next. A lead that is one keeps its sign. Null with fewer than two stretches.
 */
export function stabilityOf(x: Float64Array, y: Float64Array, lag: number): IndicatorFinding['stability'] {
  const [a, b] = overlap(x, y, lag);
  const signs: number[] = [];
  for (let from = 0; from + WINDOW <= a.length; from++) {
    const [ofX, ofY] = [a.subarray(from, from + WINDOW), b.subarray(from, from + WINDOW)];
    if (ofX.some(Number.isNaN) || ofY.some(Number.isNaN)) continue;
    const r = correlationOf(ofX, ofY);
    if (r !== null && r !== 0) signs.push(Math.sign(r));
  }
  if (signs.length < 2) return null;
  return { windows: signs.length, flips: signs.slice(1).filter((sign, i) => sign !== signs[i]).length };
}
