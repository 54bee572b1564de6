import { chiSquareUpperTail } from './chiSquareDistribution';
import { overCommonTimes } from './commonTimes';
import { quadraticForm } from './quadraticForm';
import type { RiskTable } from './riskTable';

export interface GrayTest {
  /** Null where nothing can differ: fewer than two groups, or nobody had an event of the cause. */
  readonly statistic: number | null;
  readonly df: number;
  readonly p: number;
}

/**
 * Gray's (1988) test of whether groups have the same cumulative incidence of a cause (1, 2, …), others being possible: is
 * the share that will be won, and when, the same? (R: `cmprsk::cuminc(time, event, group)$Tests`, rho = 0.) A group can have the
 * same rate of wins among deals still open and yet win fewer, because it loses more before: the log-rank test does not
 * see that, this does.
 *
 * Its cost grows with the cube of the number of groups. Not for delayed entry, for which its variance is not known.
 */
export function grayTest(tables: readonly RiskTable[], cause: number): GrayTest {
  if (tables.some((table) => table.entries)) throw new RangeError('Gray’s test knows no delayed entry.');
  const moments = momentsOf(overCommonTimes(tables), cause);
  const groups = tables.length;
  const scores = new Float64Array(groups);
  const variance = Array.from({ length: groups }, () => new Float64Array(groups));
  /** Σ of a·dF/(1 − F) over later times. */
  const later = Array.from({ length: groups }, () => new Float64Array(groups));
  const influence = new Float64Array(groups);
  const add = (weight: number): void => {
    for (let i = 0; i < groups; i++)
      for (let j = 0; j <= i; j++) variance[i]![j]! += weight * influence[i]! * influence[j]!;
  };

  // Backwards, because an event's influence on a score runs through all later times.
  for (const at of moments.reverse()) {
    const { h, ofCause, otherwise, atRisk, before, after, incidenceBefore, incidence } = at;
    const all = h.reduce((sum, value) => sum + value, 0);
    const step = sumOf(ofCause) / all;
    const a = (i: number, k: number): number => (h[i]! / all) * ((i === k ? all : 0) - h[k]!);
    const weighted = h.map((value, k) => value * (1 - at.own[k]!));
    const pool = sumOf(weighted);
    for (let i = 0; i < groups; i++)
      scores[i]! += ofCause[i]! - (pool > 0 ? (sumOf(ofCause) * weighted[i]!) / pool : 0);

    for (let k = 0; k < groups; k++) {
      if (!(atRisk[k]! > 0)) continue;
      const free = after[k]! > 0 ? (1 - incidence) / after[k]! : 0;
      if (step > 0) {
        const events = sumOf(ofCause);
        const ties = events > 1 ? 1 - (events - 1) / (all * before[k]! - 1) : 1;
        for (let i = 0; i < groups; i++) influence[i] = a(i, k) + (1 - free) * later[i]![k]!;
        add((ties * before[k]! * step) / atRisk[k]!);
      }
      const others = otherwise[k]!;
      if (others > 0 && free > 0) {
        const ties = others > 1 ? 1 - (others - 1) / (atRisk[k]! - 1) : 1;
        for (let i = 0; i < groups; i++) influence[i] = free * later[i]![k]!;
        add((ties * before[k]! * before[k]! * others) / (atRisk[k]! * atRisk[k]!));
      }
    }
    if (step > 0 && incidenceBefore < 1)
      for (let i = 0; i < groups; i++)
        for (let k = 0; k < groups; k++) later[i]![k]! += (a(i, k) * step) / (1 - incidenceBefore);
  }
  const { statistic, rank } = quadraticForm(scores, variance);
  return rank === 0
    ? { statistic: null, df: 0, p: 1 }
    : { statistic, df: rank, p: chiSquareUpperTail(statistic, rank) };
}

/** A time at which something ended, per group. */
interface Moment {
  readonly atRisk: Float64Array;
  /** Ended by the cause, and by another. */
  readonly ofCause: Float64Array;
  readonly otherwise: Float64Array;
  /** Survival over all causes just before and just after. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** At risk ÷ survival before: how many would still be followed if nothing had ended. */
  readonly h: Float64Array;
  /** The group's own incidence of the cause just before. */
  readonly own: Float64Array;
  /** The incidence that all groups share if the hypothesis holds, just before and just after. */
  readonly incidenceBefore: number;
  readonly incidence: number;
}

function momentsOf(tables: readonly RiskTable[], cause: number): Moment[] {
  const moments: Moment[] = [];
  let survival = new Float64Array(tables.length).fill(1);
  let own = new Float64Array(tables.length);
  let incidence = 0;
  for (let i = 0; i < (tables[0]?.times.length ?? 0); i++) {
    const ofCause = Float64Array.from(tables, ({ events }) => events[cause - 1]![i]!);
    const otherwise = Float64Array.from(
      tables,
      ({ events }, g) => events.reduce((sum, ofAny) => sum + ofAny[i]!, 0) - ofCause[g]!,
    );
    if (sumOf(ofCause) + sumOf(otherwise) === 0) continue;
    const atRisk = Float64Array.from(tables, (table) => table.atRisk[i]!);
    const before = survival;
    const h = atRisk.map((n, g) => (n > 0 ? n / before[g]! : 0));
    survival = before.map((s, g) =>
      atRisk[g]! > 0 ? (s * (atRisk[g]! - ofCause[g]! - otherwise[g]!)) / atRisk[g]! : s,
    );
    const incidenceBefore = incidence;
    incidence += sumOf(ofCause) / sumOf(h);
    moments.push({ atRisk, ofCause, otherwise, before, after: survival, h, own, incidenceBefore, incidence });
    own = own.map((f, g) => (atRisk[g]! > 0 ? f + (before[g]! * ofCause[g]!) / atRisk[g]! : f));
  }
  return moments;
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
