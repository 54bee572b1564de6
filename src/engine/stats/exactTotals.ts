import { normalQuantile } from './normal';
import { normalNodes } from './normalNodes';
import { probabilityGiven } from './oneFactor';

/** Every total that can come about, ascending, and how likely it is. */
export interface TotalDistribution {
  readonly totals: Float64Array;
  readonly probability: Float64Array;
}

/** Events with an amount each; those of one group share the error of their group's estimate. */
export interface GroupedEvents {
  readonly p: ArrayLike<number>;
  readonly amount: ArrayLike<number>;
  /** Position in `spread`. */
  readonly group: ArrayLike<number>;
  /** Standard deviation of each group's estimate on the probit scale; 0: known exactly. */
  readonly spread: readonly number[];
  /** Correlation by the common factor, see `oneFactor.ts`. */
  readonly rho: number;
}

/** With more totals than this the enumeration is given up. */
export const MOST_TOTALS = 4096;

/** The totals of one group, and where each goes when the next event happens. */
interface Lattice {
  readonly totals: readonly number[];
  readonly thresholds: readonly number[];
  /** By event, by total so far: the position of the total with its amount added. */
  readonly next: readonly Int32Array[];
}

function latticeOf(thresholds: readonly number[], amounts: readonly number[]): Lattice | undefined {
  const totals = [0];
  const place = new Map([[0, 0]]);
  const next: Int32Array[] = [];
  for (const amount of amounts) {
    const known = totals.length;
    const to = new Int32Array(known);
    for (let k = 0; k < known; k++) {
      const total = totals[k]! + amount;
      let at = place.get(total);
      if (at === undefined) {
        at = totals.push(total) - 1;
        if (at >= MOST_TOTALS) return undefined;
        place.set(total, at);
      }
      to[k] = at;
    }
    next.push(to);
  }
  return { totals, thresholds, next };
}

/** Adds to `into` the group's distribution given the common factor, averaged over the error of its estimate. */
function massGiven(
  lattice: Lattice,
  spread: number,
  rho: number,
  z: number,
  errors: ReturnType<typeof normalNodes>,
): Float64Array {
  const sum = new Float64Array(lattice.totals.length);
  const [mass, moved] = [new Float64Array(sum.length), new Float64Array(sum.length)];
  for (let e = 0; e < errors.z.length; e++) {
    mass.fill(0);
    mass[0] = 1;
    lattice.next.forEach((to, i) => {
      const p = probabilityGiven(lattice.thresholds[i]! + spread * errors.z[e]!, rho, z);
      moved.fill(0);
      for (let k = 0; k < to.length; k++) {
        const here = mass[k]!;
        moved[k]! += here * (1 - p);
        moved[to[k]!]! += here * p;
      }
      mass.set(moved);
    });
    for (let k = 0; k < sum.length; k++) sum[k]! += errors.weight[e]! * mass[k]!;
  }
  return sum;
}

/** Where the total of two groups' totals stands, distinct totals once. */
function combined(a: readonly number[], b: readonly number[]) {
  const totals: number[] = [];
  const place = new Map<number, number>();
  const at = new Int32Array(a.length * b.length);
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < b.length; j++) {
      const total = a[i]! + b[j]!;
      let k = place.get(total);
      if (k === undefined) {
        k = totals.push(total) - 1;
        if (k >= MOST_TOTALS) return undefined;
        place.set(total, k);
      }
      at[i * b.length + j] = k;
    }
  return { totals, at };
}

/**
 * The distribution of the summed amounts of the events that happen, by adding up every combination, averaged over the
 * common factor and each group's error by quadrature. Undefined when more than `MOST_TOTALS` totals are possible.
 *
 * An event's threshold is √(1 + spread²)·Φ⁻¹(p), so that it keeps its probability p when the error is averaged out.
 */
export function exactTotals(events: GroupedEvents): TotalDistribution | undefined {
  const { p, amount, group, spread, rho } = events;
  const lattices: { readonly lattice: Lattice; readonly spread: number }[] = [];
  for (let g = 0; g < spread.length; g++) {
    const thresholds: number[] = [];
    const amounts: number[] = [];
    for (let i = 0; i < p.length; i++) {
      if (group[i] !== g || !(p[i]! > 0)) continue;
      thresholds.push(Math.sqrt(1 + spread[g]! ** 2) * normalQuantile(Math.min(1, p[i]!)));
      amounts.push(amount[i]!);
    }
    if (amounts.length === 0) continue;
    const lattice = latticeOf(thresholds, amounts);
    if (!lattice) return undefined;
    lattices.push({ lattice, spread: spread[g]! });
  }
  let totals: readonly number[] = [0];
  const joins: Int32Array[] = [];
  for (const { lattice } of lattices) {
    const joined = combined(totals, lattice.totals);
    if (!joined) return undefined;
    totals = joined.totals;
    joins.push(joined.at);
  }
  const factor = normalNodes(rho === 0 ? 1 : 97);
  const sum = new Float64Array(totals.length);
  for (let n = 0; n < factor.z.length; n++) {
    let mass = Float64Array.of(1);
    lattices.forEach(({ lattice, spread: sd }, g) => {
      const own = massGiven(lattice, sd, rho, factor.z[n]!, normalNodes(sd === 0 ? 1 : 33));
      const join = joins[g]!;
      const both = new Float64Array(join.reduce((most, k) => Math.max(most, k), 0) + 1);
      for (let i = 0; i < mass.length; i++)
        for (let j = 0; j < own.length; j++) both[join[i * own.length + j]!]! += mass[i]! * own[j]!;
      mass = both;
    });
    for (let k = 0; k < sum.length; k++) sum[k]! += factor.weight[n]! * mass[k]!;
  }
  const order = totals.map((_, k) => k).sort((a, b) => totals[a]! - totals[b]!);
  return {
    totals: Float64Array.from(order, (k) => totals[k]!),
    probability: Float64Array.from(order, (k) => sum[k]!),
  };
}

/** The smallest total that is not exceeded with probability u. */
export function totalAt({ totals, probability }: TotalDistribution, u: number): number {
  let below = 0;
  for (let k = 0; k < totals.length; k++) {
    below += probability[k]!;
    // As R's `which(cdf >= u)`: rounding must not skip a total at which the distribution reaches u exactly.
    if (below >= u - 1e-12) return totals[k]!;
  }
  return totals.at(-1) ?? 0;
}

export const probabilityAtLeast = ({ totals, probability }: TotalDistribution, target: number): number => {
  let sum = 0;
  for (let k = 0; k < totals.length; k++) if (totals[k]! >= target) sum += probability[k]!;
  return sum;
};

export const meanTotal = ({ totals, probability }: TotalDistribution): number =>
  totals.reduce((sum, total, k) => sum + total * probability[k]!, 0);
