import { quantileSorted } from 'simple-statistics';

/*
 * Sample quantiles of type 7 (Hyndman and Fan 1996), as R's default and Excel's PERCENTILE.INC: the k-th of n sorted
 * values stands at p = (k − 1)/(n − 1), and between two of them the line is straight. The median of an even number of
 * values is therefore the mean of the middle two. Without values there is no quantile: null.
 */
function checkShare(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A quantile's share lies between 0 and 1: ${p}.`);
}

/** Of values in any order; a value that is not a number is an error of the caller, for it has no rank. */
export function quantile(values: ArrayLike<number>, p: number): number | null {
  checkShare(p);
  const sorted = Array.from(values).sort((a, b) => a - b);
  if (sorted.some(Number.isNaN)) throw new RangeError('NaN has no rank.');
  return sorted.length === 0 ? null : quantileSorted(sorted, p);
}

/** Of whole days tallied by length: `counts[d]` values are d. Equals `quantile` of the values written out. */
export function quantileOfDays(counts: ArrayLike<number>, p: number): number | null {
  checkShare(p);
  let n = 0;
  for (let day = 0; day < counts.length; day++) n += counts[day] ?? 0;
  if (n === 0) return null;
  const dayAt = (rank: number): number => {
    let day = 0;
    for (let seen = counts[0] ?? 0; seen <= rank; seen += counts[day] ?? 0) day++;
    return day;
  };
  const position = (n - 1) * p;
  const rank = Math.floor(position);
  const low = dayAt(rank);
  return rank === position ? low : low + (position - rank) * (dayAt(rank + 1) - low);
}
