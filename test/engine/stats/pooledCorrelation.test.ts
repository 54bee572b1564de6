import fc from 'fast-check';
import { pooledCorrelation } from '../../../src/engine/stats/pooledCorrelation';
import { signAgreement } from '../../../src/engine/stats/signAgreement';
import { expectClose, reference } from '../../support/reference';

interface MetaCase {
  readonly name: string;
  readonly input: Readonly<Record<'r' | 'n', readonly number[]>>;
  readonly expected: Readonly<Record<'Q' | 'Q_p' | 'I2_from_Q_pct', number>> & {
    readonly DL: Readonly<Record<'tau2' | 'z' | 'se' | 'r', number>>;
    readonly DL_hartung_knapp: Readonly<Record<'se' | 'p', number>> & {
      readonly ci_z: readonly [number, number];
    };
    readonly sign_test: Readonly<Record<'n_positive' | 'k' | 'p_two_sided', number>>;
  };
}
const CLOSE = { relative: 1e-6, absolute: 1e-9 };
const { cases } = reference<MetaCase>('fisher_z_meta');
const peopleOf = ({ r, n }: MetaCase['input']) => r.map((value, i) => ({ r: value, n: n[i]! }));

it.each(cases)('agrees with R metafor: $name', ({ input, expected }) => {
  const pooled = pooledCorrelation(peopleOf(input), 0.95)!;
  const { DL, DL_hartung_knapp: knha } = expected;
  expect(pooled.people).toBe(input.r.length);
  expectClose(
    [pooled.tau2, pooled.z, pooled.error, pooled.r, pooled.hartungKnappError],
    [DL.tau2, DL.z, DL.se, DL.r, knha.se],
    'DerSimonian and Laird',
    CLOSE,
  );
  expectClose(
    [pooled.q, pooled.qP, 100 * pooled.i2],
    [expected.Q, expected.Q_p, expected.I2_from_Q_pct],
    'heterogeneity',
    CLOSE,
  );
  const { low, high } = pooled.interval!;
  if (knha.se >= DL.se) {
    expectClose([low, high], knha.ci_z.map(Math.tanh), 'interval', CLOSE);
    expectClose([pooled.p], [knha.p], 'p', CLOSE);
  } else {
    // People who agree by chance make no narrower interval, and no smaller p.
    expect(Math.atanh(low)).toBeLessThan(knha.ci_z[0]);
    expect(Math.atanh(high)).toBeGreaterThan(knha.ci_z[1]);
    expect(pooled.p).toBeGreaterThan(knha.p);
  }
});

it.each(cases)('has the sign test of R binom.test: $name', ({ input, expected: { sign_test } }) => {
  const { agree, of, p } = signAgreement(input.r, 1);
  expect([agree, of]).toEqual([sign_test.n_positive, sign_test.k]);
  expectClose([p], [sign_test.p_two_sided], 'p', CLOSE);
  expect(signAgreement(input.r, -1)).toEqual({ agree: of - agree, of, p });
});

it('has both of these tests, with people who agree more and less than chance', () =>
  expect(
    new Set(cases.map(({ expected: { DL, DL_hartung_knapp } }) => DL_hartung_knapp.se >= DL.se)).size,
  ).toBe(2));

it('leaves out who has no correlation, and says little of one person', () => {
  expect(pooledCorrelation([], 0.9)).toBeNull();
  expect(
    pooledCorrelation(
      [
        { r: null, n: 30 },
        { r: 0.5, n: 3 },
      ],
      0.9,
    ),
  ).toBeNull();
  const one = pooledCorrelation(
    [
      { r: 0.5, n: 12 },
      { r: null, n: 30 },
    ],
    0.9,
  )!;
  expect(one).toMatchObject({
    people: 1,
    interval: null,
    p: null,
    hartungKnappError: null,
    tau2: 0,
    i2: 0,
    qP: 1,
  });
  expect(one.r).toBeCloseTo(0.5, 12);
  // All alike: nothing differs, and the error is that of the pairs.
  const alike = pooledCorrelation(
    Array.from({ length: 5 }, () => ({ r: 1, n: 20 })),
    0.9,
  )!;
  expect(alike).toMatchObject({ tau2: 0, i2: 0, q: 0, qP: 1, hartungKnappError: 0 });
  expect(alike.interval!.high).toBeLessThanOrEqual(1);
  expect(alike.p).toBeGreaterThan(0);
  // One person differs from nobody, whatever rounding makes of the mean of one.
  expect(pooledCorrelation([{ r: -3.689138293759425e-103, n: 13 }], 0.8)).toMatchObject({ q: 0, i2: 0 });
  expect(signAgreement([], 1)).toEqual({ agree: 0, of: 0, p: 1 });
  expect(signAgreement([0, null, 0.2], 1)).toEqual({ agree: 1, of: 1, p: 1 });
});

it('turns round with the signs, and lies within the people', () => {
  const person = fc.record({
    r: fc.double({ min: -1, max: 1, noNaN: true }),
    n: fc.integer({ min: 4, max: 60 }),
  });
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 20 }), (people) => {
      const pooled = pooledCorrelation(people, 0.8)!;
      const turned = pooledCorrelation(
        people.map(({ r, n }) => ({ r: -r, n })),
        0.8,
      )!;
      expectClose([turned.r, turned.tau2, turned.i2], [-pooled.r, pooled.tau2, pooled.i2], 'turned');
      const rs = people.map(({ r }) => r);
      expect(pooled.r).toBeLessThanOrEqual(Math.max(...rs) + 1e-3);
      expect(pooled.r).toBeGreaterThanOrEqual(Math.min(...rs) - 1e-3);
      expect(pooled.i2 >= 0 && pooled.i2 < 1).toBe(true);
      if (!pooled.interval) return;
      expect(pooled.interval.low <= pooled.r && pooled.r <= pooled.interval.high).toBe(true);
      expect(0 <= pooled.p! && pooled.p! <= 1).toBe(true);
    }),
  );
});
