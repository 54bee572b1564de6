import fc from 'fast-check';
import { roundCents, roundParts } from '../../../../src/engine/analyses/compensation/rounding';
import { reference } from '../../../support/reference';

interface RoundingCase {
  readonly name: string;
  readonly input: {
    readonly value?: string;
    readonly total_cents?: number;
    readonly weights?: readonly number[];
  };
  readonly expected: { readonly half_away_from_zero?: string; readonly cents?: readonly number[] };
}
const { cases } = reference<RoundingCase>('comp_fairness_rounding');
const roundings = cases.filter(({ expected }) => expected.half_away_from_zero !== undefined);
const splits = cases.filter(({ expected }) => expected.cents !== undefined);

test('there are cases', () => expect([roundings.length, splits.length]).toEqual([6, 6]));

test.each(roundings)('half away from zero: $name', ({ input, expected }) => {
  expect(roundCents(Number(input.value) * 100)).toBe(Number(expected.half_away_from_zero!.replace('.', '')));
});

test.each(splits)('$name', ({ input, expected }) => {
  const { total_cents: total = 0, weights = [] } = input;
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  expect(
    roundParts(
      weights.map((weight) => (total * weight) / all),
      total,
    ),
  ).toEqual(expected.cents);
});

test('parts of either sign add up to their rounded sum, and none is a cent off', () => {
  const cents = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(fc.array(cents, { minLength: 1, maxLength: 12 }), (parts) => {
      const total = roundCents(parts.reduce((sum, part) => sum + part, 0));
      const rounded = roundParts(parts, total);
      expect(rounded.reduce((sum, part) => sum + part, 0)).toBe(total);
      for (const [i, part] of parts.entries()) expect(Math.abs(rounded[i]! - part)).toBeLessThan(1.001);
    }),
  );
});

test('nothing is no negative nothing', () => {
  expect(Object.is(roundCents(-0.2), 0)).toBe(true);
  expect(roundParts([-0.2, 0.2], 0)).toEqual([0, 0]);
});
