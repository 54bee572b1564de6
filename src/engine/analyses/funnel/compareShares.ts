import type { RandomSource } from '../../core/random';
import { betaBinomialPosterior, type BetaBinomialPosterior } from '../../stats/betaBinomial';
import type { Counted } from '../../stats/pooledShare';
import { pooledShareQuickly } from '../../stats/pooledShareQuickly';
import { sameShares } from '../../stats/sameShares';
import { sum } from '../../stats/sum';
import type { Estimate, GroupTest } from './rates';

/** A group's share as the groups together tell it. */
export interface ComparedShare {
  /** Drawn towards the others, the more so the fewer there are; null where there are no others, or all or none succeed. */
  readonly pooled: Estimate;
  /** The probability that its true share lies above that of all groups together; null with `pooled`. */
  readonly chanceAbove: number | null;
  /** Above or below all groups together, where the groups differ beyond chance and the probability suffices. */
  readonly standing: 'above' | 'below' | 'unclear';
}

export interface Comparison {
  readonly test: GroupTest;
  readonly shares: readonly ComparedShare[];
  /** Null where nothing was pooled. */
  readonly posterior: BetaBinomialPosterior | null;
}

export interface Certainty {
  /** Of intervals; groups differ where p is below 1 − confidence. */
  readonly confidence: number;
  /** A group stands above or below where that has at least this probability. */
  readonly certainty: number;
  /** Of fewer nothing is said but counts: they stand neither above nor below. */
  readonly minimum: number;
}

/** Of a group that is not compared. */
export const NOT_COMPARED: ComparedShare = {
  pooled: { estimate: null, low: null, high: null },
  chanceAbove: null,
  standing: 'unclear',
};

/** Whether the groups differ at all, without a look at each of them. */
export const testShares = (
  groups: readonly Counted[],
  { confidence }: Certainty,
  random: RandomSource,
): Comparison => ({ ...notCompared(groups), test: testOf(groups, confidence, random) });

/** Groups that it makes no sense to compare. */
export const notCompared = (groups: readonly Counted[]): Comparison => ({
  test: { method: 'none', groups: 0, statistic: null, df: 0, p: 1, differ: false },
  shares: groups.map(() => NOT_COMPARED),
  posterior: null,
});

/** The posterior takes time by the number of different counts; so many groups of different sizes need no pooling. */
const MOST_DIFFERENT_COUNTS = 900;

/**
 * Compares groups with x successes of n: a test of whether they differ at all, and each group's share by partial pooling. Two
 * hurdles stand before a group is said to be above or below, because among thirty equal groups some pair looks different: the
 * groups must differ beyond chance, and the group's own difference must be probable enough.
 */
export function compareShares(
  groups: readonly Counted[],
  { confidence, certainty, minimum }: Certainty,
  random: RandomSource,
): Comparison {
  const test = testOf(groups, confidence, random);
  const counted = groups.filter(({ n }) => n > 0);
  const [x, n] = [counted.map((group) => group.x), counted.map((group) => group.n)];
  const all = sum(x) / sum(n);
  // Where all or none succeed there is nothing in which groups could differ, and no spread to pool by.
  const isMixed = all > 0 && all < 1;
  if (counted.length < 2 || !isMixed || differentCounts(counted) > MOST_DIFFERENT_COUNTS)
    return { test, shares: groups.map(() => NOT_COMPARED), posterior: null };
  const posterior = betaBinomialPosterior(x, n);
  const shareOf = pooledShareQuickly(posterior, confidence);
  const pooledOf = onceByCounts((group) => {
    const { estimate, low, high, chanceAbove } = shareOf(group);
    return { pooled: { estimate, low, high }, chanceAbove: chanceAbove(all) };
  });
  const shares = groups.map((group): ComparedShare => {
    const share = pooledOf(group);
    return {
      ...share,
      standing: standingOf(test.differ && group.n >= Math.max(1, minimum), share.chanceAbove, certainty),
    };
  });
  return { test, shares, posterior };
}

/** Of a thousand small groups hardly a hundred have counts of their own. */
function onceByCounts<T>(make: (group: Counted) => T): (group: Counted) => T {
  const made = new Map<number, Map<number, T>>();
  return ({ x, n }) => {
    const ofN = made.get(n) ?? new Map<number, T>();
    made.set(n, ofN);
    const found = ofN.get(x) ?? make({ x, n });
    ofN.set(x, found);
    return found;
  };
}

const standingOf = (differ: boolean, above: number, certainty: number): ComparedShare['standing'] =>
  differ && above >= certainty ? 'above' : differ && 1 - above >= certainty ? 'below' : 'unclear';

/** In an order that does not depend on the rows', so that a permutation test draws the same. */
function testOf(groups: readonly Counted[], confidence: number, random: RandomSource): GroupTest {
  const sorted = groups.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n || b.x - a.x);
  const { method, statistic, df, p } = sameShares(
    sorted.map(({ x }) => x),
    sorted.map(({ n }) => n),
    random,
  );
  return { method, groups: sorted.length, statistic, df, p, differ: p < 1 - confidence };
}

const differentCounts = (groups: readonly Counted[]): number =>
  new Set(groups.map(({ x }) => x)).size +
  new Set(groups.map(({ n }) => n)).size +
  new Set(groups.map(({ x, n }) => n - x)).size;
