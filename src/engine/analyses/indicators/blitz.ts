import { isPlausible, isPromoted } from './evidence';
import type { IndicatorFinding, LeadLine } from './finding';

/** A lead that a day of extra work can move: counted, done by people, and with more of the result when there is more of it. */
export interface Doable {
  readonly finding: IndicatorFinding;
  readonly lag: number;
  readonly line: LeadLine;
}

/** Undefined for a lead that no extra work moves: amounts, ratios, deals that enter a stage, links of the wrong sign. */
export function doable(finding: IndicatorFinding): Doable | undefined {
  const { evidence, kind, source, lag, line, r, direction } = finding;
  return isPromoted(evidence) &&
    (kind === 'count' || kind === 'number') &&
    source !== 'deals' &&
    lag !== null &&
    line !== null &&
    line.slope > 0 &&
    isPlausible(r ?? 0, direction)
    ? { finding, lag, line }
    : undefined;
}

/** What goes with `extra` more of an indicator in one period, in the unit of the result's values. */
export interface Moved {
  readonly more: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The slope of the line times the extra work, with the slope's confidence interval. The line is one of usual periods, so work
 * in a short month counts for more, and a short month shows less: × business days of the later ÷ of the earlier period.
 */
export function movedBy(
  { line }: Doable,
  extra: number,
  days: { readonly doneIn: number; readonly showsIn: number },
): Moved {
  const scale = (extra * days.showsIn) / days.doneIn;
  return { more: line.slope * scale, low: line.slopeLow * scale, high: line.slopeHigh * scale };
}
