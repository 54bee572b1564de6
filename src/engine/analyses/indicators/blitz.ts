import { calendarOf } from './describe/calendar';
import { latelyOf, usualSeries } from './describe/pairs';
import { isPlausible, isPromoted } from './evidence';
import type { IndicatorFinding, IndicatorsFinding, LeadLine } from './finding';

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

/** The lever in whole: extra days in the coming period on one lead, when that shows, and what goes with it. */
export function blitzOf(
  finding: IndicatorsFinding,
  lead: Doable,
  days: number,
  perDay: number,
): Moved & {
  readonly doneIn: string;
  readonly showsIn: string;
  readonly extra: number;
  /** As much in one period, on top of what is done lately, was never seen: there the line says little. */
  readonly isBeyond: boolean;
} {
  const calendar = calendarOf(finding);
  const { values } = usualSeries(finding, calendar).indicator(lead.finding.name);
  const most = Math.max(...values.filter((value) => value !== null));
  const later = calendar.count + lead.lag;
  const extra = days * perDay;
  const isRate = finding.results.some(({ name, kind }) => name === lead.finding.result && kind === 'rate');
  const doneIn = calendar.businessDays(calendar.count);
  return {
    ...movedBy(lead, extra, { doneIn, showsIn: isRate ? doneIn : calendar.businessDays(later) }),
    doneIn: calendar.name(calendar.count),
    showsIn: calendar.name(later),
    extra,
    isBeyond: latelyOf(values).mean + (extra * calendar.usual) / doneIn > most,
  };
}
