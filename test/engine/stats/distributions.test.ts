import {
  betaLowerTail,
  betaQuantile,
  betaUpperQuantile,
  betaUpperTail,
} from '../../../src/engine/stats/beta';
import { chiSquareLowerTail, chiSquareUpperTail } from '../../../src/engine/stats/chiSquareDistribution';
import {
  criticalValue,
  normalLowerTail,
  normalQuantile,
  normalUpperTail,
} from '../../../src/engine/stats/normal';
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

describe('against R 4.2.2', () => {
  it.each([
    ['pnorm', 24, (c) => (isUpper(c) ? normalUpperTail : normalLowerTail)(arg(c, 'q'))],
    ['qnorm', 11, (c) => normalQuantile(arg(c, 'p'))],
    [
      'pbeta',
      112,
      (c) => (isUpper(c) ? betaUpperTail : betaLowerTail)(arg(c, 'q'), arg(c, 'shape1'), arg(c, 'shape2')),
    ],
    ['pchisq', 84, (c) => (isUpper(c) ? chiSquareUpperTail : chiSquareLowerTail)(arg(c, 'q'), arg(c, 'df'))],
    ['qbeta', 48, (c) => betaQuantile(arg(c, 'p'), arg(c, 'shape1'), arg(c, 'shape2'))],
  ] as const satisfies readonly (readonly [string, number, (c: DistributionCase) => number])[])(
    '%s',
    (fn, count, ours) => {
      const found = of(fn);
      expect(found.length).toBe(count);
      for (const c of found) expectClose([ours(c)], [c.expected], c.name, PURE);
    },
  );
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

  it('has all of χ² above nought', () => {
    for (const x of [-1, 0]) expect([chiSquareLowerTail(x, 3), chiSquareUpperTail(x, 3)]).toEqual([0, 1]);
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
