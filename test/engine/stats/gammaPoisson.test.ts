import fc from 'fast-check';
import { gammaPoissonPosterior, pooledRate } from '../../../src/engine/stats/gammaPoisson';
import { poissonRate, sameRates, type Exposed } from '../../../src/engine/stats/poissonRate';
import { negativeBinomialLogLikelihood } from '../../../src/engine/stats/countModel';
import { gammaLowerTail } from '../../../src/engine/stats/gammaDistribution';
import { reference } from '../../support/reference';

interface Counts {
  readonly name: string;
  readonly input: { readonly counts: readonly number[] };
  readonly expected: {
    readonly mean: number;
    readonly dispersion_chisq: number;
    readonly dispersion_p_upper: number;
    readonly poisson_exact_ci_mean95: readonly [number, number];
  };
}
const { cases } = reference<Counts>('count_models');

describe.each(cases)('R 4.2.2, poisson.test and the test of dispersion: $name', ({ input, expected }) => {
  it('has exact limits of the rate', () => {
    const events = input.counts.reduce((sum, n) => sum + n, 0);
    const { estimate, low, high } = poissonRate({ events, exposure: input.counts.length }, 0.95);
    const [least, most] = expected.poisson_exact_ci_mean95;
    expect(estimate).toBeCloseTo(expected.mean, 12);
    expect(Math.abs(low / least - 1)).toBeLessThan(1e-9);
    expect(Math.abs(high / most - 1)).toBeLessThan(1e-9);
  });

  it('tests for one rate', () => {
    // Fewer than five are expected of each year: χ² is then not used. Four years together are as good as one.
    const [one, four] = [1, 4].map((years) =>
      sameRates(input.counts.map((events) => ({ events: years * events, exposure: 1 }))),
    );
    const few = expected.mean < 5;
    expect(one === null).toBe(few);
    expect(four!.statistic / 4).toBeCloseTo(expected.dispersion_chisq, 9);
    if (one) expect(Math.abs(one.p / expected.dispersion_p_upper - 1)).toBeLessThan(1e-6);
  });
});

it('has a rate of nobody between 0 and the limit of −log(tail) ÷ exposure', () => {
  const { estimate, low, high } = poissonRate({ events: 0, exposure: 10 }, 0.95);
  expect([estimate, low]).toEqual([0, 0]);
  expect(high).toBeCloseTo(-Math.log(0.025) / 10, 12);
});

const GROUPS: readonly Exposed[] = [
  { events: 30, exposure: 300 },
  { events: 4, exposure: 90 },
  { events: 0, exposure: 25 },
  { events: 21, exposure: 100 },
  { events: 70, exposure: 500 },
];

/** The same by sums over a fine plain grid of log μ and log α. */
function plainly(groups: readonly Exposed[], group: Exposed) {
  let [total, mean, square] = [0, 0, 0];
  const limits: { a: number; b: number; weight: number }[] = [];
  for (let i = 0; i <= 480; i++)
    for (let k = 0; k <= 120; k++) {
      const mu = Math.exp(-14 + (20 * i) / 480);
      const alpha = 0.1 * 100_000 ** (k / 120);
      const log =
        groups.reduce(
          (sum, { events, exposure }) => sum + negativeBinomialLogLikelihood([events], mu * exposure, alpha),
          0,
        ) -
        Math.log(alpha) / 2;
      const weight = Math.exp(log);
      const [a, b] = [alpha + group.events, alpha / mu + group.exposure];
      total += weight;
      mean += (weight * a) / b;
      square += (weight * a * (a + 1)) / (b * b);
      limits.push({ a, b, weight });
    }
  const all = limits.reduce((sum, { weight }) => sum + weight, 0);
  const heavy = limits.filter(({ weight }) => weight > 1e-7 * all);
  const lowerTail = (x: number): number =>
    heavy.reduce((sum, { a, b, weight }) => sum + weight * gammaLowerTail(x, a, b), 0) / total;
  return { mean: mean / total, sd: Math.sqrt(square / total - (mean / total) ** 2), lowerTail };
}

it('tests groups of few expected events as one, and not at all where that leaves no two', () => {
  const large = [
    { events: 60, exposure: 120 },
    { events: 55, exposure: 130 },
  ];
  const small = Array.from({ length: 6 }, () => ({ events: 1, exposure: 4 }));
  expect(sameRates([...large, ...small])).toEqual(sameRates([...large, { events: 6, exposure: 24 }]));
  expect(sameRates([...large, ...small])!.df).toBe(2);
  expect(sameRates([...large, small[0]!])).toEqual(sameRates(large));
  expect(sameRates(small.slice(1))).toBeNull();
  expect(sameRates([])).toBeNull();
});

describe('rates judged together', () => {
  const posterior = gammaPoissonPosterior(GROUPS)!;

  it.each(GROUPS)('agrees with sums over a fine plain grid: $events in $exposure', (group) => {
    const expected = plainly(GROUPS, group);
    const found = pooledRate(posterior, group, 0.9);
    expect(Math.abs(found.estimate / expected.mean - 1)).toBeLessThan(5e-3);
    expect(Math.abs(expected.lowerTail(found.low) - 0.05)).toBeLessThan(5e-3);
    expect(Math.abs(expected.lowerTail(found.high) - 0.95)).toBeLessThan(5e-3);
    expect(Math.abs(found.chanceAbove(0.12) - 1 + expected.lowerTail(0.12))).toBeLessThan(5e-3);
  });

  it('draws small groups towards the others, and leaves large ones where they are', () => {
    const of = (group: Exposed) => pooledRate(posterior, group, 0.95);
    expect(of({ events: 0, exposure: 25 }).estimate).toBeGreaterThan(0.02);
    expect(of({ events: 9, exposure: 30 }).estimate).toBeLessThan(0.3);
    expect(of({ events: 30_000, exposure: 100_000 }).estimate).toBeCloseTo(0.3, 3);
    const wide = of({ events: 1, exposure: 10 });
    const narrow = of({ events: 100, exposure: 1000 });
    expect(wide.high - wide.low).toBeGreaterThan(narrow.high - narrow.low);
  });

  it('is undefined without an event', () => {
    expect(gammaPoissonPosterior([{ events: 0, exposure: 5 }])).toBeUndefined();
    expect(gammaPoissonPosterior([])).toBeUndefined();
  });

  it('lies between the group’s own rate and the others’, in any unit of exposure', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ events: fc.nat(200), exposure: fc.integer({ min: 1, max: 2000 }) }), {
          minLength: 2,
          maxLength: 6,
        }),
        fc.integer({ min: 2, max: 500 }),
        (groups, unit) => {
          const made = gammaPoissonPosterior(groups);
          fc.pre(made !== undefined);
          const scaled = groups.map(({ events, exposure }) => ({ events, exposure: exposure * unit }));
          const again = gammaPoissonPosterior(scaled)!;
          const rates = groups.map(({ events, exposure }) => events / exposure);
          groups.forEach((group, i) => {
            const { estimate, low, high } = pooledRate(made!, group, 0.95);
            expect(Number.isFinite(estimate) && low >= 0 && low <= estimate && estimate <= high).toBe(true);
            expect(estimate).toBeGreaterThan(Math.min(...rates) * 0.3);
            expect(pooledRate(again, scaled[i]!, 0.95).estimate * unit).toBeCloseTo(estimate, 6);
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});
