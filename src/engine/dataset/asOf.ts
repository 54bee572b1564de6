import type { Day } from '../core/day';
import { asDay, isoOf } from '../core/day';
import type { Issue } from '../core/issue';
import { issue } from '../core/issue';

/** Data whose last event is at most this old are taken to be of today. */
const FRESH_DAYS = 31;

/**
 * The day as of which the data are read: the one given; else today, when something happened within the last 31 days;
 * else the day of the last event, because an old export knows nothing of the days since. Where all
 * events are later it is today, and said: what is to come has not happened. `events` are serials of what did happen (created, changed, closed), NaN where unknown.
 */
export function chooseAsOf(
  given: Day | undefined,
  today: Day,
  events: readonly Float64Array[],
): { readonly asOf: Day; readonly issues: readonly Issue[] } {
  if (given !== undefined) return { asOf: given, issues: [] };
  let lastPast = -Infinity;
  let first = Infinity;
  for (const serials of events)
    for (const serial of serials) {
      if (serial < first) first = serial;
      if (serial < today + 1 && serial > lastPast) lastPast = serial;
    }
  if (first >= today + 1 && first < Infinity) {
    const facts = { first: isoOf(asDay(first)), today: isoOf(today) };
    return { asOf: today, issues: [issue('nothingUntilToday', 'warning', facts)] };
  }
  if (lastPast === -Infinity || lastPast >= today - FRESH_DAYS) return { asOf: today, issues: [] };
  const asOf = asDay(lastPast);
  return { asOf, issues: [issue('asOfInferred', 'note', { asOf: isoOf(asOf), today: isoOf(today) })] };
}
