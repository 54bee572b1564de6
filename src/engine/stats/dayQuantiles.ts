/** R's tolerance for "the curve lies exactly at the quantile", as in `quantileOf`. */
const EXACT = Math.sqrt(Number.EPSILON);

/**
 * Times by which the shares (ascending, between 0 and 1) have had an event, by Kaplan–Meier over whole days:
 * `events[d]` had one after d days, `censored[d]` were last seen after d days; day 0 counts as half a day. Equals the
 * estimates of `quantileOf(kaplanMeier(riskTableFromDays([events], censored), …), share)`, without limits and without
 * the curve: for thousands of small groups that is what counts.
 */
export function quantilesOfDurations(
  events: Int32Array,
  censored: Int32Array,
  shares: readonly number[],
): readonly (number | null)[] {
  const longest = Math.max(events.length, censored.length);
  let left = 0;
  for (let day = 0; day < events.length; day++) left += events[day]!;
  for (let day = 0; day < censored.length; day++) left += censored[day]!;

  const found: (number | null)[] = shares.map(() => null);
  let next = 0;
  let survival = 1;
  /** Where the curve came to lie exactly at the share: the quantile is the middle of the flat stretch. */
  let flatFrom: number | undefined;
  let last = 0;
  for (let day = 0; day < longest && next < shares.length; day++) {
    const ended = day < events.length ? events[day]! : 0;
    const gone = ended + (day < censored.length ? censored[day]! : 0);
    if (gone === 0) continue;
    const time = day === 0 ? 0.5 : day;
    last = time;
    if (ended > 0) {
      survival *= 1 - ended / left;
      while (next < shares.length && 1 - survival >= shares[next]! - EXACT) {
        if (1 - survival < shares[next]! + EXACT) {
          flatFrom ??= time;
          break;
        }
        found[next] = flatFrom === undefined ? time : (flatFrom + time) / 2;
        flatFrom = undefined;
        next++;
      }
    }
    left -= gone;
  }
  if (flatFrom !== undefined) found[next] = (flatFrom + last) / 2;
  return found;
}
