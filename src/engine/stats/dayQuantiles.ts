/** R's tolerance for "the curve lies exactly at the quantile", as in `quantileOf`. */
const EXACT = Math.sqrt(Number.EPSILON);

/** A part of an array that counts durations by whole days: those of d days stand at `counts[from + d]`, before `to`. */
export interface DaySpan {
  readonly counts: Int32Array;
  readonly from: number;
  readonly to: number;
  /** How many durations that are: the sum of the counts. */
  readonly n: number;
}

const at = ({ counts, from, to }: DaySpan, day: number): number =>
  from + day < to ? counts[from + day]! : 0;

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
  const found: (number | null)[] = [];
  let left = ended.n + endedOtherwise.n + censored.n;
  let survival = 1;
  let day = -1;
  // Each share twice: to where the curve has come up to it, and to where it has gone beyond. Where the curve lies exactly at
  // the share these are the ends of a flat stretch, whose middle is the quantile.
  for (let k = 0, first = 0; k < 2 * shares.length; k++) {
    const isBeyond = k % 2 === 1;
    const share = shares[k >> 1]! + (isBeyond ? EXACT : -EXACT);
    while (left > 0 && 1 - survival < share) {
      day++;
      // Most days have no durations: that they change nothing is sooner worked out than asked.
      const events = at(ended, day) + at(endedOtherwise, day);
      survival *= 1 - events / left;
      left -= events + at(censored, day);
    }
    const time = day === 0 ? 0.5 : day;
    if (isBeyond) found.push((first + time) / 2);
    else if (1 - survival < share) break;
    else first = time;
  }
  while (found.length < shares.length) found.push(null);
  return found;
}
