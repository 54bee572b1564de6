import { isotonic } from '../../stats/isotonic';
import type { MonthlySales } from './sales';
import { RAMP_MONTHS } from './tables';

/** When a person worked, as month indexes; undefined: from before the data, or until today. */
export interface Tenure {
  readonly start: number | undefined;
  readonly end: number | undefined;
}

export interface Productivity {
  /** Mean won in a month by ramped people, cents, over the months looked back on; null: nobody was ramped. */
  readonly perMonth: number | null;
  readonly personMonths: number;
  /** By month of work 1 to 12. */
  readonly ramp: readonly { readonly learned: number | null; readonly n: number }[];
}

/** A month of work tells of the ramp from so many people on. */
const ENOUGH = 5;

/**
 * What ramped people win in a month, and how newcomers come up to it. A month in which somebody starts or leaves is
 * counted from its first full month on: month of work 1 is the month of the first day. Months before `warm` are left
 * out: an export that begins with deals created then cannot hold what was won by older ones.
 */
export function productivityOf(
  sales: MonthlySales,
  tenures: readonly Tenure[],
  warm: number,
  lookBack: number,
): Productivity {
  const { months, won } = sales;
  const span = Math.max(0, months.end - months.start);
  const sums = new Float64Array(RAMP_MONTHS);
  const counts = new Int32Array(RAMP_MONTHS);
  let [ramped, rampedMonths, recent, recentMonths] = [0, 0, 0, 0];
  tenures.forEach(({ start, end }, person) => {
    for (let m = 0; m < span; m++) {
      const month = months.start + m;
      if (month < warm || month < (start ?? -Infinity) || month >= (end ?? Infinity)) continue;
      const amount = won[person * span + m]!;
      const ofWork = start === undefined ? Infinity : month - start + 1;
      if (ofWork <= RAMP_MONTHS) {
        sums[ofWork - 1]! += amount;
        counts[ofWork - 1]!++;
        continue;
      }
      ramped += amount;
      rampedMonths++;
      if (month >= months.end - lookBack) {
        recent += amount;
        recentMonths++;
      }
    }
  });
  const base = rampedMonths > 0 ? ramped / rampedMonths : 0;
  const told = base > 0 && counts.every((n) => n >= ENOUGH);
  const shares = told
    ? isotonic(
        Array.from(sums, (sum, i) => sum / counts[i]! / base),
        Array.from(counts),
      )
    : [];
  return {
    perMonth: recentMonths > 0 && recent > 0 ? Math.round(recent / recentMonths) : null,
    personMonths: recentMonths,
    // Nobody is taken for more than ramped: that newcomers of the past did better is not counted on.
    ramp: Array.from(counts, (n, i) => ({ n, learned: told ? Math.min(1, shares[i]!) : null })),
  };
}
