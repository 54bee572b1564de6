/** R's tolerance for "the curve lies exactly at the quantile", as in `quantileOf`. */
const EXACT = Math.sqrt(Number.EPSILON);

/** A part of an array that counts durations by whole days: those of d days stand at `counts[from + d]`, before `to`. */
export interface DaySpan {
  readonly counts: Int32Array;
  readonly from: number;
  readonly to: number;
}

const at = ({ counts, from, to }: DaySpan, day: number): number =>
  from + day < to ? counts[from + day]! : 0;

function sumOf({ counts, from, to }: DaySpan): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += counts[i]!;
  return sum;
}

/**
 * Times by which the shares (ascending, between 0 and 1) have had an event, by Kaplan–Meier over whole days: from the
 * durations that ended by either of two causes, and those that were last seen without; day 0 counts as half a day.
 * Equals the estimates of `quantileOf(kaplanMeier(riskTableFromDays([ended, endedOtherwise], censored), …), share)`,
 * without limits, the curve or an array of its own: for thousands of small groups that is what counts.
 */
export function quantilesOfDurations(
  ended: DaySpan,
  endedOtherwise: DaySpan,
  censored: DaySpan,
  shares: readonly number[],
): readonly (number | null)[] {
  let left = sumOf(ended) + sumOf(endedOtherwise) + sumOf(censored);

  const found: (number | null)[] = shares.map(() => null);
  let next = 0;
  let survival = 1;
  /** Where the curve came to lie exactly at the share: the quantile is the middle of the flat stretch. */
  let flatFrom: number | undefined;
  let last = 0;
  for (let day = 0; left > 0 && next < shares.length; day++) {
    const events = at(ended, day) + at(endedOtherwise, day);
    const gone = events + at(censored, day);
    if (gone === 0) continue;
    const time = day === 0 ? 0.5 : day;
    last = time;
    if (events > 0) {
      survival *= 1 - events / left;
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
