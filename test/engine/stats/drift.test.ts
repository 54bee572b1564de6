import fc from 'fast-check';
import { randomFrom } from '../../../src/engine/core/random';
import { trendTest } from '../../../src/engine/stats/cochranArmitage';
import { cumulativeExcess, standardizedShares } from '../../../src/engine/stats/controlChart';
import { driftAlarm, likelihoodCusum } from '../../../src/engine/stats/driftAlarm';
import { olsCusum } from '../../../src/engine/stats/olsCusum';
import { supF } from '../../../src/engine/stats/supF';
import { expectClose, reference } from '../../support/reference';

interface SharesCase {
  readonly name: string;
  readonly input: {
    readonly converted: readonly number[];
    readonly n: readonly number[];
    readonly odds_ratio_alternative: number;
  };
  readonly expected: Readonly<Record<'cochran_armitage_chisq' | 'cochran_armitage_p', number>> &
    Readonly<Record<'p_chart_z' | 'cusum_up_k0.5' | 'cusum_down_k0.5' | 'llr_cusum_down', readonly number[]>>;
}
interface LevelCase {
  readonly name: string;
  readonly input: { readonly y: readonly number[] };
  readonly expected: { readonly ols_cusum_process: readonly number[] } & Readonly<
    Record<'ols_cusum_stat' | 'ols_cusum_p' | 'supF_stat' | 'supF_p' | 'supF_break_index', number>
  >;
}
const { cases } = reference<SharesCase | LevelCase>('drift');
const shares = cases.filter((c): c is SharesCase => 'converted' in c.input);
const levels = cases.filter((c): c is LevelCase => 'y' in c.input);

it('has two reference cases of shares and two of levels', () =>
  expect([shares.length, levels.length]).toEqual([2, 2]));

describe.each(shares)(
  'agrees with R 4.2.2: $name',
  ({ input: { converted, n, odds_ratio_alternative }, expected }) => {
    it('trend', () => {
      const { statistic, p } = trendTest(converted, n);
      expectClose([statistic, p], [expected.cochran_armitage_chisq, expected.cochran_armitage_p], 'trend');
    });

    it('control chart', () => {
      const z = standardizedShares(converted, n);
      expectClose(z, expected.p_chart_z, 'z');
      expectClose(cumulativeExcess(z, 0.5), expected['cusum_up_k0.5'], 'upwards');
      expectClose(
        cumulativeExcess(
          z.map((v) => -v),
          0.5,
        ),
        expected['cusum_down_k0.5'],
        'downwards',
      );
      expectClose(
        likelihoodCusum(converted, n, odds_ratio_alternative),
        expected.llr_cusum_down,
        'likelihood ratios',
        { relative: 1e-9, absolute: 1e-13 },
      );
    });
  },
);

describe.each(levels)("agrees with R's strucchange 1.5-3: $name", ({ input: { y }, expected }) => {
  it('OLS-CUSUM', () => {
    const { process, statistic, p } = olsCusum(y);
    expectClose(process, expected.ols_cusum_process, 'process', { relative: 1e-9, absolute: 1e-13 });
    expectClose([statistic, p], [expected.ols_cusum_stat, expected.ols_cusum_p], 'test');
  });

  it('supF', () => {
    const { statistic, p, before } = supF(y);
    expectClose([statistic, before], [expected.supF_stat, expected.supF_break_index], 'statistic');
    // R's p is Hansen's approximation, which ends at 2e-16.
    expect(p / expected.supF_p).toBeGreaterThan(0.8);
    expect(p / expected.supF_p).toBeLessThan(25);
    if (expected.supF_p > 1e-10) expect(p / expected.supF_p).toBeLessThan(1.25);
  });
});

/**
 * The same tail exactly: an Ornstein–Uhlenbeck process stays within ±√x for a time of log(.85/.15) with a probability that
 * is a sum over the zeros λ of Kummer's M(−λ/2, ½, x/2) (DeLong 1981).
 */
function exactSupFTail(x: number): number {
  const kummer = (a: number, z: number): number => {
    let [term, sum] = [1, 1];
    for (let n = 0; n < 300; n++) sum += term *= (((a + n) / (0.5 + n)) * z) / (n + 1);
    return sum;
  };
  const atEdge = (lambda: number): number => kummer(-lambda / 2, x / 2);
  const zeros: number[] = [];
  for (let at = 0; zeros.length < 6; at += 0.05) {
    if (atEdge(at) * atEdge(at + 0.05) > 0) continue;
    let [low, high] = [at, at + 0.05];
    for (let i = 0; i < 60; i++) {
      const middle = (low + high) / 2;
      if (atEdge(low) * atEdge(middle) <= 0) high = middle;
      else low = middle;
    }
    zeros.push(low);
  }
  const [edge, cells] = [Math.sqrt(x), 1000];
  const stays = zeros.reduce((sum, lambda) => {
    let [once, twice] = [0, 0];
    for (let i = 0; i < cells; i++) {
      const u = (edge * (i + 0.5)) / cells;
      const mass = (2 * Math.exp((-u * u) / 2) * edge) / cells / Math.sqrt(2 * Math.PI);
      const wave = kummer(-lambda / 2, (u * u) / 2);
      once += wave * mass;
      twice += wave * wave * mass;
    }
    return sum + (once ** 2 / twice) * Math.exp(-lambda * Math.log(0.85 / 0.15));
  }, 0);
  return 1 - stays;
}

describe('supF', () => {
  it("has Andrews' critical values, and the exact tail of the process behind them", () => {
    // Andrews 1993, Econometrica 61:821–856, Table I: p = 1, π₀ = .15; 5 % and 1 %.
    expect(exactSupFTail(8.85)).toBeCloseTo(0.05, 2);
    expect(exactSupFTail(12.35)).toBeCloseTo(0.01, 3);
    // Two levels with as much noise as gives a middling and a high F.
    for (const shift of [1.1, 1.6, 2.2]) {
      const values = Array.from({ length: 40 }, (_, i) => Math.sin(i * i) + (i < 20 ? 0 : shift / 2));
      const { statistic, p } = supF(values);
      const exact = exactSupFTail(statistic!);
      expect(Math.abs(p / exact - 1)).toBeLessThan(0.03);
    }
  });

  it('finds a break, and none in values too few or all equal', () => {
    expect(supF([1, 2, 1, 2, 1, 8, 9, 8, 9, 8]).before).toBe(5);
    const none = { statistic: null, p: 1, before: null };
    for (const values of [[], [1], [1, 2, 3, 4, 5, 6], Array<number>(20).fill(3)])
      expect(supF(values)).toEqual(none);
    expect(supF([1, 1, 1, 1, 2, 2, 2, 2])).toEqual({ statistic: Infinity, p: 0, before: 4 });
  });
});

describe('OLS-CUSUM', () => {
  it('sees no shift in values too few or all equal', () => {
    for (const values of [[], [5], [2, 2, 2]])
      expect(olsCusum(values)).toEqual({ process: new Float64Array(values.length), statistic: null, p: 1 });
  });

  it('does not depend on the unit or the origin, and its p is a probability', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 40 }), (values) => {
        const { statistic, p } = olsCusum(values);
        const other = olsCusum(values.map((v) => 7 * v - 3));
        expect(0 <= p && p <= 1).toBe(true);
        expectClose([other.statistic, other.p], [statistic, p], 'other unit', {
          relative: 1e-7,
          absolute: 1e-12,
        });
      }),
    );
  });
});

const periods = fc.array(
  fc.nat(40).chain((n) => fc.tuple(fc.nat(n), fc.constant(n))),
  { minLength: 1, maxLength: 24 },
);

describe('trend', () => {
  it('rises where shares rise, whatever the unit of the scores; turned round it falls as much', () => {
    fc.assert(
      fc.property(periods, (drawn) => {
        const [x, n] = [drawn.map(([xi]) => xi), drawn.map(([, ni]) => ni)];
        const here = trendTest(x, n);
        const back = trendTest([...x].reverse(), [...n].reverse());
        const years = trendTest(
          x,
          n,
          n.map((_, i) => 2020 + i / 12),
        );
        if (here.slope === null) {
          expect([back, years]).toEqual([here, here]);
          return;
        }
        const loose = { relative: 1e-6, absolute: 1e-9 };
        expect(0 <= here.p && here.p <= 1).toBe(true);
        expectClose(
          [back.slope, back.p, years.slope, years.p],
          [-here.slope, here.p, 12 * here.slope, here.p],
          'trend',
          loose,
        );
      }),
    );
    expect(trendTest([1, 2, 3], [9, 9, 9]).slope).toBeGreaterThan(0);
  });

  it('is none where there is nothing to see one in', () => {
    const none = { slope: null, statistic: null, p: 1 };
    expect(trendTest([], [])).toEqual(none);
    expect(trendTest([2], [5])).toEqual(none);
    expect(trendTest([0, 0], [5, 5])).toEqual(none);
    expect(trendTest([5, 6], [5, 6])).toEqual(none);
    expect(trendTest([1, 2], [5, 6], [3, 3])).toEqual(none);
    expect(trendTest([1, 0, 2], [5, 0, 6])).toEqual(trendTest([1, 2], [5, 6], [0, 2]));
  });

  it('is none in a swing that comes back each quarter', () => {
    const quarterEnds = Array.from({ length: 24 }, (_, i) => (i % 3 === 2 ? 18 : 6));
    expect(
      trendTest(
        quarterEnds,
        quarterEnds.map(() => 30),
      ).p,
    ).toBeGreaterThan(0.2);
  });
});

describe('drift alarm', () => {
  const falling = shares[0]!.input;

  it('rings for the falling months of the reference, and says since when', () => {
    const alarm = driftAlarm(falling.converted, falling.n, 0.6, 0.2, randomFrom(1));
    // A slow fall through all months: the whole is hardly a standard to see it by, and the trend test sees it better.
    expect(alarm.p).toBeGreaterThan(0.1);
    expect(alarm.p).toBeLessThan(0.2);
    expect([alarm.alarm, alarm.since]).toEqual([9, 7]);
    expect(alarm.path[9]).toBeGreaterThan(alarm.threshold!);
    const stepDown = Array.from({ length: 12 }, (_, i) => (i < 8 ? 15 : 5));
    const step = driftAlarm(
      stepDown,
      stepDown.map(() => 40),
      0.6,
      0.05,
      randomFrom(1),
    );
    expect(step.p).toBeLessThan(0.01);
    expect(step.since).toBe(8);
    const stable = shares[1]!.input;
    expect(driftAlarm(stable.converted, stable.n, 0.6, 0.05, randomFrom(1))).toMatchObject({
      p: 1,
      alarm: null,
    });
  });

  it('rings exactly when p is within the share of false alarms', () => {
    fc.assert(
      fc.property(
        periods,
        fc.constantFrom(0.6, 1.6),
        fc.constantFrom(0.05, 0.2),
        (drawn, ratio, falseAlarms) => {
          const [x, n] = [drawn.map(([xi]) => xi), drawn.map(([, ni]) => ni)];
          const { path, p, alarm, since } = driftAlarm(x, n, ratio, falseAlarms, randomFrom(5));
          expect(0 < p && p <= 1).toBe(true);
          expect(alarm !== null).toBe(p <= falseAlarms);
          expect(path.every((sum) => sum >= 0 && sum < Infinity)).toBe(true);
          if (alarm !== null)
            expect(since! <= alarm && path.slice(since!, alarm + 1).every((sum) => sum > 0)).toBe(true);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('cries wolf no more often than allowed in stable months', () => {
    const random = randomFrom(11);
    let alarms = 0;
    for (let run = 0; run < 100; run++) {
      const source = random.stream(`run ${run}`);
      const n = Array.from({ length: 12 }, () => 10 + Math.floor(source.next() * 20));
      const x = n.map(
        (size) => Array.from({ length: size }, () => source.next() < 0.3).filter(Boolean).length,
      );
      if (driftAlarm(x, n, 0.6, 0.1, source).alarm !== null) alarms++;
    }
    // Of 100 histories 10 are expected to, and 99.9 % of such hundreds hold 2 to 20.
    expect(alarms).toBeGreaterThan(1);
    expect(alarms).toBeLessThan(21);
  });

  it('has no threshold where nothing can differ, and refuses what is no shift', () => {
    expect(driftAlarm([0, 0], [4, 5], 0.6, 0.05, randomFrom(1))).toEqual({
      path: new Float64Array(2),
      threshold: null,
      p: 1,
      alarm: null,
      since: null,
    });
    expect(driftAlarm([], [], 0.6, 0.05, randomFrom(1)).p).toBe(1);
    for (const ratio of [0, 1, -1, Infinity, NaN])
      expect(() => driftAlarm([1], [2], ratio, 0.05, randomFrom(1))).toThrow(RangeError);
    for (const share of [0, 1, NaN])
      expect(() => driftAlarm([1], [2], 0.6, share, randomFrom(1))).toThrow(RangeError);
  });
});

describe('control chart', () => {
  it('lies on its line where nothing can differ, and in periods of nobody', () => {
    expect(standardizedShares([0, 0], [3, 4])).toEqual(Float64Array.of(0, 0));
    expect(standardizedShares([3, 4], [3, 4])).toEqual(Float64Array.of(0, 0));
    expect(standardizedShares([3, 0, 1], [4, 0, 4])[1]).toBe(0);
    expect(cumulativeExcess([], 0.5)).toEqual(new Float64Array(0));
  });
});
