import fc from 'fast-check';
import { randomFrom } from '../../../src/engine/core/random';
import { grangerTest } from '../../../src/engine/stats/granger';
import { expectClose, reference } from '../../support/reference';

interface Pair {
  readonly name: string;
  readonly input: { readonly x: readonly number[]; readonly y: readonly number[] };
}
interface LmtestCase extends Pair {
  readonly expected: readonly Readonly<
    Record<
      | 'order'
      | 'x_causes_y_F'
      | 'x_causes_y_df_num'
      | 'x_causes_y_df_den'
      | 'x_causes_y_p'
      | 'y_causes_x_F'
      | 'y_causes_x_p',
      number
    >
  >[];
}
/** Degrees of freedom stand with one direction only: both have the same. */
type SsrTest = Readonly<Record<'stat' | 'p', number> & Partial<Record<'df_num' | 'df_denom', number>>>;
interface StatsmodelsCase extends Pair {
  readonly expected: readonly {
    readonly order: number;
    readonly x_causes_y: { readonly ssr_ftest: SsrTest };
    readonly y_causes_x: { readonly ssr_ftest: SsrTest };
  }[];
}

/** Levels in the hundred thousands beside their own lags: both programs lose as many digits on the way. */
const CLOSE = { relative: 1e-8, absolute: 1e-12 };
const testOf = (x: readonly number[], y: readonly number[], order: number) =>
  grangerTest(Float64Array.from(x), Float64Array.from(y), order)!;

it.each(reference<LmtestCase>('granger').cases)(
  "agrees with R 4.2.2, lmtest's grangertest: $name",
  ({ input: { x, y }, expected }) => {
    expect(expected.length).toBeGreaterThan(0);
    for (const theirs of expected) {
      const there = testOf(x, y, theirs.order);
      const back = testOf(y, x, theirs.order);
      expectClose(
        [there.f, there.between, there.within, there.p, back.f, back.p],
        [
          theirs.x_causes_y_F,
          theirs.x_causes_y_df_num,
          theirs.x_causes_y_df_den,
          theirs.x_causes_y_p,
          theirs.y_causes_x_F,
          theirs.y_causes_x_p,
        ],
        `order ${theirs.order}`,
        CLOSE,
      );
    }
  },
);

it.each(reference<StatsmodelsCase>('granger_statsmodels').cases)(
  "agrees with statsmodels 0.13.5's grangercausalitytests: $name",
  ({ input: { x, y }, expected }) => {
    expect(expected.length).toBeGreaterThan(0);
    for (const { order, x_causes_y, y_causes_x } of expected)
      for (const [ours, { ssr_ftest: theirs }] of [
        [testOf(x, y, order), x_causes_y],
        [testOf(y, x, order), y_causes_x],
      ] as const)
        expectClose(
          [ours.f, ours.p, ours.between, ours.within],
          [theirs.stat, theirs.p, x_causes_y.ssr_ftest.df_num!, x_causes_y.ssr_ftest.df_denom!],
          `order ${order}`,
          CLOSE,
        );
  },
);

it('answers the question that Thurman and Fisher (1988) asked: the egg came first', () => {
  const { x: eggs, y: chickens } = reference<Pair>('granger').cases[0]!.input;
  const there = testOf(eggs, chickens, 3);
  const back = testOf(chickens, eggs, 3);
  expect([there.f.toFixed(3), there.p.toFixed(5)]).toEqual(['5.405', '0.00297']);
  expect([back.f.toFixed(3), back.p.toFixed(3)]).toEqual(['0.592', '0.624']);
});

const noise = (n: number, seed: number): Float64Array => {
  const random = randomFrom(seed);
  return Float64Array.from({ length: n }, () => random.next() + random.next() + random.next());
};

it('sees a lead of three periods with an order of three, not of two', () => {
  const x = noise(60, 1);
  const y = noise(60, 2).map((value, t) => value + 2 * (x[t - 3] ?? 1.5));
  expect(grangerTest(x, y, 2)!.p).toBeGreaterThan(0.05);
  expect(grangerTest(x, y, 3)!.p).toBeLessThan(1e-6);
});

it('does not depend on units and levels, and its p is a share', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 16, max: 60 }),
      fc.integer({ min: -1000, max: 1000 }),
      (seed, order, n, level) => {
        const [x, y] = [noise(n, seed), noise(n, seed + 1)];
        const plain = grangerTest(x, y, order)!;
        const other = grangerTest(
          x.map((value) => -1e4 * value),
          y.map((value) => level + 7 * value),
          order,
        )!;
        expectClose([other.f, other.p], [plain.f, plain.p], 'F', { relative: 1e-5, absolute: 1e-9 });
        expect(plain.f >= 0 && plain.p >= 0 && plain.p <= 1).toBe(true);
        expect([plain.between, plain.within]).toEqual([order, n - 3 * order - 1]);
      },
    ),
    { numRuns: 60 },
  );
});

it('uses the longest stretch without a gap', () => {
  const [x, y] = [noise(40, 1), noise(40, 2)];
  const gap = y.map((value, t) => (t === 9 ? NaN : value));
  expect(grangerTest(x, gap, 2)).toEqual(grangerTest(x.slice(10), y.slice(10), 2));
});

it('is none where too little is left, where x says nothing new by its make, and where y is foretold by itself', () => {
  const [x, y] = [noise(40, 1), noise(40, 2)];
  const none = (a: Float64Array, b: Float64Array, order: number): void =>
    expect(grangerTest(a, b, order)).toBeNull();
  none(new Float64Array(), new Float64Array(), 1);
  none(x, y, 0);
  // 3 periods a coefficient, and one for the level: with none left over there is no error to compare with.
  none(x.slice(0, 7), y.slice(0, 7), 2);
  expect(grangerTest(x.slice(0, 8), y.slice(0, 8), 2)!.within).toBe(1);
  none(new Float64Array(40).fill(3), y, 1);
  none(y, y, 2);
  none(x, new Float64Array(40).fill(3), 1);
  none(
    x,
    Float64Array.from({ length: 40 }, (_, t) => 2 + 3 * t),
    2,
  );
  none(x.fill(NaN), y, 1);
});
