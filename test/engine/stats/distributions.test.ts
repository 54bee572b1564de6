import fc from 'fast-check';
import {
  betaLowerTail,
  betaQuantile,
  betaUpperQuantile,
  betaUpperTail,
} from '../../../src/engine/stats/beta';
import {
  chiSquareLowerTail,
  chiSquareQuantile,
  chiSquareUpperTail,
} from '../../../src/engine/stats/chiSquareDistribution';
import {
  binomialLowerTail,
  binomialMass,
  binomialUpperTail,
  negativeBinomialLowerTail,
  negativeBinomialMass,
  poissonLowerTail,
  poissonMass,
  poissonUpperTail,
} from '../../../src/engine/stats/countDistributions';
import { fLowerTail, fQuantile, fUpperTail } from '../../../src/engine/stats/fDistribution';
import { gammaLowerTail, gammaQuantile, gammaUpperTail } from '../../../src/engine/stats/gammaDistribution';
import { lognormalPart } from '../../../src/engine/stats/lognormal';
import {
  criticalValue,
  normalLowerTail,
  normalQuantile,
  normalUpperTail,
} from '../../../src/engine/stats/normal';
import {
  tLowerTail,
  tQuantile,
  tTwoSided,
  tUpperQuantile,
  tUpperTail,
} from '../../../src/engine/stats/studentT';
import { expectClose, reference, type Tolerance } from '../../support/reference';

interface DistributionCase {
  readonly name: string;
  readonly input: { readonly fn: string; readonly args: Readonly<Record<string, number | boolean>> };
  readonly expected: number;
}
const { cases } = reference<DistributionCase>('distributions');
const of = (fn: string): readonly DistributionCase[] => cases.filter((c) => c.input.fn === fn);
/** Relative, down to the smallest tail that a double holds. */
const PURE: Tolerance = { relative: 1e-10, absolute: 1e-320 };

const arg = (c: DistributionCase, name: string): number => {
  const value = c.input.args[name];
  if (typeof value !== 'number') throw new Error(`${c.name} has no ${name}`);
  return value;
};
const isUpper = (c: DistributionCase): boolean => c.input.args['lower.tail'] === false;

type Side = (...args: readonly number[]) => number;
/** The upper tail where R was asked for it. */
const tail =
  (lower: Side, upper: Side, ...names: readonly string[]) =>
  (c: DistributionCase): number =>
    (isUpper(c) ? upper : lower)(...names.map((name) => arg(c, name)));

interface LargeShape {
  readonly name: string;
  readonly input: { readonly shape: number; readonly x: number };
  readonly expected: { readonly lower: number; readonly upper: number };
}
test('large shapes of the gamma distribution, against mpmath 1.3.0 with 60 digits', () => {
  const { cases: large } = reference<LargeShape>('gamma_large_shapes');
  expect(large.length).toBe(124);
  for (const { name, input, expected } of large) {
    const { shape, x } = input;
    const tails = [gammaLowerTail(x, shape, 1), gammaUpperTail(x, shape, 1)];
    expectClose(tails, [expected.lower, expected.upper], name, PURE);
    // Where a tail is 1 to all digits no quantile is to be had from it.
    const p = expected.lower;
    if (p > 1e-300 && p < 0.5) expectClose([gammaQuantile(p, shape, 1)], [x], name, PURE);
    if (p >= 0.5 && p < 0.999) expectClose([gammaQuantile(p, shape, 1)], [x], name, PURE);
  }
});

describe('against R 4.2.2', () => {
  it.each([
    ['pnorm', 24, tail(normalLowerTail, normalUpperTail, 'q')],
    ['qnorm', 11, (c) => normalQuantile(arg(c, 'p'))],
    ['pt', 84, tail(tLowerTail, tUpperTail, 'q', 'df')],
    ['qt', 42, (c) => tQuantile(arg(c, 'p'), arg(c, 'df'))],
    ['pf', 72, tail(fLowerTail, fUpperTail, 'q', 'df1', 'df2')],
    ['qf', 12, (c) => fQuantile(arg(c, 'p'), arg(c, 'df1'), arg(c, 'df2'))],
    ['pchisq', 84, tail(chiSquareLowerTail, chiSquareUpperTail, 'q', 'df')],
    ['qchisq', 20, (c) => chiSquareQuantile(arg(c, 'p'), arg(c, 'df'))],
    ['pbeta', 112, tail(betaLowerTail, betaUpperTail, 'q', 'shape1', 'shape2')],
    ['qbeta', 48, (c) => betaQuantile(arg(c, 'p'), arg(c, 'shape1'), arg(c, 'shape2'))],
    ['pgamma', 24, tail(gammaLowerTail, gammaUpperTail, 'q', 'shape', 'rate')],
    ['qgamma', 9, (c) => gammaQuantile(arg(c, 'p'), arg(c, 'shape'), arg(c, 'rate'))],
    ['pbinom', 108, tail(binomialLowerTail, binomialUpperTail, 'q', 'size', 'prob')],
    ['dbinom', 54, (c) => binomialMass(arg(c, 'x'), arg(c, 'size'), arg(c, 'prob'))],
    ['ppois', 48, tail(poissonLowerTail, poissonUpperTail, 'q', 'lambda')],
    ['dpois', 24, (c) => poissonMass(arg(c, 'x'), arg(c, 'lambda'))],
    ['pnbinom', 36, (c) => negativeBinomialLowerTail(arg(c, 'q'), arg(c, 'mu'), arg(c, 'size'))],
    ['dnbinom', 36, (c) => negativeBinomialMass(arg(c, 'x'), arg(c, 'mu'), arg(c, 'size'))],
    [
      'plnorm',
      18,
      (c) => lognormalPart({ zero: 0, mu: arg(c, 'meanlog'), sigma: arg(c, 'sdlog') }, 0, arg(c, 'q'), 0),
    ],
  ] as const satisfies readonly (readonly [string, number, (c: DistributionCase) => number])[])(
    '%s',
    (fn, count, ours) => {
      const found = of(fn);
      expect(found.length).toBe(count);
      for (const c of found) expectClose([ours(c)], [c.expected], c.name, PURE);
    },
  );

  it('covers every case there is', () => {
    expect(cases.length).toBe(866);
    expect(new Set(cases.map((c) => c.input.fn)).size).toBe(19);
  });
});

describe('tails and quantiles', () => {
  it('has the critical values of every table', () => {
    // R 4.2.2: qnorm(c(.9, .95, .975, .995))
    expectClose(
      [0.8, 0.9, 0.95, 0.99].map(criticalValue),
      [1.2815515655446004, 1.6448536269514722, 1.959963984540054, 2.5758293035489004],
      'critical values',
      PURE,
    );
    for (const confidence of [0, 1, -1, 95, NaN]) expect(() => criticalValue(confidence)).toThrow(RangeError);
  });

  it('takes quantiles from the upper tail as from the lower of the mirrored distribution', () => {
    for (const [a, b] of [
      [0.5, 20.5],
      [10, 90],
      [500, 1500],
    ] as const)
      for (const p of [1e-9, 0.025, 0.5, 0.9])
        expectClose([betaUpperQuantile(p, a, b)], [1 - betaQuantile(p, b, a)], `${p} of ${a}, ${b}`);
  });

  it('has all of χ², gamma and F above nought, and no count below it', () => {
    for (const x of [-1, 0]) {
      expect([chiSquareLowerTail(x, 3), chiSquareUpperTail(x, 3)]).toEqual([0, 1]);
      expect([gammaLowerTail(x, 3, 2), gammaUpperTail(x, 3, 2)]).toEqual([0, 1]);
      expect([fLowerTail(x, 3, 4), fUpperTail(x, 3, 4)]).toEqual([0, 1]);
    }
    expect([binomialMass(-1, 3, 0.5), binomialLowerTail(-1, 3, 0.5), binomialUpperTail(-1, 3, 0.5)]).toEqual([
      0, 0, 1,
    ]);
    expect([binomialMass(4, 3, 0.5), binomialLowerTail(3, 3, 0.5), binomialUpperTail(3, 3, 0.5)]).toEqual([
      0, 1, 0,
    ]);
    expect([poissonMass(-1, 2), poissonLowerTail(-1, 2), poissonUpperTail(-1, 2)]).toEqual([0, 0, 1]);
    expect([negativeBinomialMass(-1, 2, 1), negativeBinomialLowerTail(-1, 2, 1)]).toEqual([0, 0]);
  });

  it('is certain of what has probability 0 or 1', () => {
    expect([binomialMass(0, 5, 0), binomialMass(5, 5, 1), binomialMass(1, 5, 0)]).toEqual([1, 1, 0]);
    expect([poissonMass(0, 0), poissonMass(1, 0)]).toEqual([1, 0]);
    expect([tTwoSided(Infinity, 4), tUpperTail(-Infinity, 4), fUpperTail(Infinity, 2, 3)]).toEqual([0, 1, 0]);
    expect([tUpperQuantile(0, 3), tUpperQuantile(1, 3)]).toEqual([Infinity, -Infinity]);
  });

  it('gives of a t its square as F, its quantile back, and the masses of a tail', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -40, max: 40, noNaN: true }),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 0, max: 30 }),
        fc.double({ min: 1e-3, max: 0.999, noNaN: true }),
        (t, df, k, p) => {
          const both = tTwoSided(t, df);
          expectClose([fUpperTail(t * t, 1, df)], [both], 'F of t²', { relative: 1e-9, absolute: 1e-300 });
          expectClose([tUpperTail(t, df) + tLowerTail(t, df)], [1], 'both sides');
          const back = tUpperTail(tUpperQuantile(p, df), df);
          expectClose([back, tLowerTail(tQuantile(p, df), df)], [p, p], 'of the quantile', PURE);
          const upTo = Array.from({ length: k + 1 }, (_, j) => j);
          const sums = [
            upTo.reduce((sum, j) => sum + binomialMass(j, 30, p), 0),
            upTo.reduce((sum, j) => sum + poissonMass(j, 20 * p), 0),
            upTo.reduce((sum, j) => sum + negativeBinomialMass(j, 20 * p, df), 0),
          ];
          expectClose(
            [
              binomialLowerTail(k, 30, p),
              poissonLowerTail(k, 20 * p),
              negativeBinomialLowerTail(k, 20 * p, df),
            ],
            sums,
            'sums',
          );
        },
      ),
    );
  });

  it('has no quantile outside [0, 1]', () => {
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(-0.1), normalQuantile(1.1)]).toEqual([
      -Infinity,
      Infinity,
      NaN,
      NaN,
    ]);
  });
});
