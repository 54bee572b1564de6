import fc from 'fast-check';
import { betaLowerTail, logBeta } from '../../../src/engine/stats/beta';
import { betaBinomialPosterior } from '../../../src/engine/stats/betaBinomial';
import { chanceHigher } from '../../../src/engine/stats/chanceHigher';
import { chanceAbove, pooledShare, type Counted } from '../../../src/engine/stats/pooledShare';
import { expectClose, reference, type Tolerance } from '../../support/reference';

interface PoolingCase {
  readonly name: string;
  readonly input: { readonly x: readonly number[]; readonly n: readonly number[] };
  readonly expected: Readonly<Record<'grid_mean_mu' | 'grid_mean_logM', number>> &
    Readonly<Record<'grid_post_mean' | 'grid_post_sd', readonly number[]>>;
}
const { cases } = reference<PoolingCase>('eb_betabinomial');
/** R's own grid carries some rounding of thousands of logarithms of gamma functions. */
const GRID: Tolerance = { relative: 1e-8, absolute: 0 };
const groupsOf = ({ input }: PoolingCase): readonly Counted[] =>
  input.x.map((x, i) => ({ x, n: input.n[i]! }));
const posteriorOf = ({ input }: PoolingCase): ReturnType<typeof betaBinomialPosterior> =>
  betaBinomialPosterior(input.x, input.n);

/** The same grid written down plainly: every node, without thinning. */
function plainGrid({ x, n }: PoolingCase['input']): readonly (readonly [number, number, number])[] {
  const steps = [...Array(201).keys()].map((i) => i / 200);
  const nodes = steps.flatMap((u) =>
    steps.map((v) => {
      const mu = 1 / (1 + Math.exp(-(2 * u - 1) * Math.log(999)));
      const m = Math.exp(Math.log(0.5) + v * Math.log(4000));
      const [a, b] = [mu * m, (1 - mu) * m];
      const prior = Math.log(mu * (1 - mu)) - Math.log(m) / 2;
      const log = x.reduce((sum, xi, i) => sum + logBeta(a + xi, b + n[i]! - xi) - logBeta(a, b), prior);
      return [log, a, b] as const;
    }),
  );
  const best = Math.max(...nodes.map(([log]) => log));
  const total = nodes.reduce((sum, [log]) => sum + Math.exp(log - best), 0);
  return nodes.flatMap(([log, a, b]) => {
    const weight = Math.exp(log - best) / total;
    return weight > 1e-9 ? [[weight, a, b] as const] : [];
  });
}

it('has six reference cases', () => expect(cases.length).toBe(6));

describe.each(cases)('agrees with the grid in R 4.2.2: $name', (c) => {
  const posterior = posteriorOf(c);

  it('mean and likeness of the groups, mean and spread of each', () => {
    expectClose(
      [posterior.mean, posterior.logConcentration],
      [c.expected.grid_mean_mu, c.expected.grid_mean_logM],
      'hyperparameters',
      GRID,
    );
    const shares = groupsOf(c).map((group) => pooledShare(posterior, group, 0.95));
    expectClose(
      shares.map((s) => s.estimate),
      c.expected.grid_post_mean,
      'means',
      GRID,
    );
    expectClose(
      shares.map((s) => s.sd),
      c.expected.grid_post_sd,
      'standard deviations',
      GRID,
    );
  });

  it('limits, to a hundredth of a percentage point, of the mixture over all nodes', () => {
    const grid = plainGrid(c.input);
    const group = groupsOf(c)[0]!;
    const below = (t: number): number =>
      grid.reduce((sum, [w, a, b]) => sum + w * betaLowerTail(t, a + group.x, b + group.n - group.x), 0);
    const { estimate, low, high } = pooledShare(posterior, group, 0.9);
    for (const [limit, tail] of [
      [low, 0.05],
      [high, 0.95],
    ] as const) {
      expect(below(Math.max(0, limit - 1e-4))).toBeLessThan(tail);
      expect(below(limit + 1e-4)).toBeGreaterThan(tail);
    }
    expect(chanceAbove(posterior, group, estimate)).toBeCloseTo(1 - below(estimate), 3);
  });
});

describe('chanceHigher', () => {
  it.each(cases.filter(({ name }) => ['reps_seed2024', 'two_reps'].includes(name)))(
    'is what integrating over the shares gives: $name',
    (c) => {
      const [one, other] = [groupsOf(c).at(-1)!, groupsOf(c)[0]!];
      const step = 1 / 300;
      const middles = [...Array(300).keys()].map((i) => (i + 0.5) * step);
      let [chance, seen] = [0, 0];
      for (const [w, a, b] of plainGrid(c.input)) {
        // Nodes that weigh next to nothing take most of the time.
        if (w < 1e-6) continue;
        seen += w;
        const [a1, b1, a2, b2] = [a + one.x, b + one.n - one.x, a + other.x, b + other.n - other.x];
        const [log1, log2] = [logBeta(a1, b1), logBeta(a2, b2)];
        let below = 0;
        for (const t of middles) {
          const [log, rest] = [Math.log(t), Math.log1p(-t)];
          const density = Math.exp((a2 - 1) * log + (b2 - 1) * rest - log2) * step;
          chance += w * step * Math.exp((a1 - 1) * log + (b1 - 1) * rest - log1) * (below + density / 2);
          below += density;
        }
      }
      expectClose([chanceHigher(posteriorOf(c), one, other)], [chance / seen], 'chance', {
        relative: 0,
        absolute: 2e-3,
      });
    },
  );

  it('of two groups of nobody, or of equal ones, is even', () => {
    const posterior = betaBinomialPosterior([3, 5], [9, 9]);
    for (const group of [
      { x: 0, n: 0 },
      { x: 3, n: 9 },
    ])
      expect(chanceHigher(posterior, group, group)).toBeCloseTo(0.5, 12);
  });

  it('hardly changes where it turns to the normal distribution', () => {
    const posterior = betaBinomialPosterior([370, 2900, 50], [720, 5720, 80]);
    const chances = [5720, 5721].map((n) => chanceHigher(posterior, { x: 2900, n }, { x: 370, n: 720 }));
    expect(chances[0]).toBeGreaterThan(0.2);
    expect(Math.abs(chances[0]! - chances[1]!)).toBeLessThan(1e-3);
  });

  const counts = fc.integer({ min: 0, max: 60 }).chain((n) => fc.record({ x: fc.nat(n), n: fc.constant(n) }));

  it('and its opposite make one; it rises with each success', () => {
    fc.assert(
      fc.property(fc.array(counts, { maxLength: 5 }), counts, counts, (others, one, other) => {
        const all = [...others, one, other];
        const posterior = betaBinomialPosterior(
          all.map((g) => g.x),
          all.map((g) => g.n),
        );
        const chance = chanceHigher(posterior, one, other);
        expect(chance + chanceHigher(posterior, other, one)).toBeCloseTo(1, 9);
        if (one.x === one.n) return;
        expect(chanceHigher(posterior, { ...one, x: one.x + 1 }, other)).toBeGreaterThanOrEqual(
          chance - 1e-12,
        );
      }),
      { numRuns: 15 },
    );
  });
});

describe('pooled shares', () => {
  const counts = fc
    .integer({ min: 1, max: 200 })
    .chain((n) => fc.record({ x: fc.nat(n), n: fc.constant(n) }));

  it('lie between the raw share and the mean of the groups, inside their limits', () => {
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 12 }), (groups) => {
        const posterior = betaBinomialPosterior(
          groups.map((g) => g.x),
          groups.map((g) => g.n),
        );
        const spread = groups.map((g) => g.x / g.n);
        for (const group of groups) {
          const { estimate, sd, low, high } = pooledShare(posterior, group, 0.95);
          expect(0 <= low && low < high && high <= 1 && low < estimate && estimate < high && sd > 0).toBe(
            true,
          );
          const widest = [Math.min(posterior.mean, ...spread), Math.max(posterior.mean, ...spread)] as const;
          expect(widest[0] - 1e-3 <= estimate && estimate <= widest[1] + 1e-3).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('do not depend on the order of groups, and mirror when successes and failures change places', () => {
    fc.assert(
      fc.property(fc.array(counts, { minLength: 2, maxLength: 8 }), (groups) => {
        const [xs, ns] = [groups.map((g) => g.x), groups.map((g) => g.n)];
        const group = groups[0]!;
        const here = pooledShare(betaBinomialPosterior(xs, ns), group, 0.95);
        const reversed = betaBinomialPosterior([...xs].reverse(), [...ns].reverse());
        expect(pooledShare(reversed, group, 0.95).estimate).toBeCloseTo(here.estimate, 9);
        const failures = betaBinomialPosterior(
          ns.map((n, i) => n - xs[i]!),
          ns,
        );
        const mirrored = pooledShare(failures, { x: group.n - group.x, n: group.n }, 0.95);
        expect(mirrored.estimate).toBeCloseTo(1 - here.estimate, 7);
        expect(mirrored.high).toBeCloseTo(1 - here.low, 5);
      }),
      { numRuns: 15 },
    );
  });

  it('of a group of hundreds of thousands stay where they are', () => {
    const posterior = betaBinomialPosterior([60_000, 0, 2], [200_000, 4000, 3]);
    const { estimate, low, high } = pooledShare(posterior, { x: 60_000, n: 200_000 }, 0.95);
    expect(estimate).toBeCloseTo(0.3, 3);
    expect([low, high].map((limit) => limit.toFixed(3))).toEqual(['0.298', '0.302']);
    const none = pooledShare(posterior, { x: 0, n: 4000 }, 0.95);
    expect(none.low >= 0 && none.high < 0.002).toBe(true);
    expect(chanceHigher(posterior, { x: 60_000, n: 200_000 }, { x: 0, n: 4000 })).toBeCloseTo(1, 12);
  });

  it('of nobody are what the prior says', () => {
    const posterior = betaBinomialPosterior([], []);
    expect(posterior.mean).toBeCloseTo(0.5, 12);
    const { estimate, low, high } = pooledShare(posterior, { x: 0, n: 0 }, 0.95);
    expect(estimate).toBeCloseTo(0.5, 12);
    expect(low < 0.05 && high > 0.95 && low >= 0 && high <= 1).toBe(true);
  });

  it('refuse what cannot be', () => {
    for (const [x, n] of [
      [2, 1],
      [-1, 5],
      [0.5, 5],
      [NaN, 5],
    ] as const)
      expect(() => betaBinomialPosterior([x], [n])).toThrow(RangeError);
    expect(() => betaBinomialPosterior([1, 2], [3])).toThrow(RangeError);
    const posterior = betaBinomialPosterior([1], [3]);
    for (const confidence of [0, 1, 95])
      expect(() => pooledShare(posterior, { x: 1, n: 3 }, confidence)).toThrow(RangeError);
  });
});
