import fc from 'fast-check';
import { moneyOf } from '../../../src/engine/core/money';
import { reference } from '../../support/reference';

interface MoneyCase {
  readonly name: string;
  readonly input: { readonly value?: string };
  readonly expected: { readonly half_away_from_zero?: string };
}
const { cases } = reference<MoneyCase>('comp_fairness_rounding');
const roundings = cases.filter((c) => c.expected.half_away_from_zero !== undefined);

describe('moneyOf', () => {
  it('has reference cases to agree with', () => {
    expect(roundings.length).toBeGreaterThanOrEqual(6);
  });

  it.each(roundings)('rounds half away from zero: $name', ({ input, expected }) => {
    const expectedCents = Number(expected.half_away_from_zero?.replace('.', ''));
    expect(moneyOf(input.value ?? '')).toBe(expectedCents);
    expect(moneyOf(Number(input.value))).toBe(expectedCents);
  });

  it('rounds the decimal that is seen, not the double below it', () => {
    expect(moneyOf(1.005)).toBe(101);
    expect(moneyOf(-1.005)).toBe(-101);
    expect(moneyOf(1.0049999)).toBe(100);
    expect(moneyOf(8.345)).toBe(835);
    expect(moneyOf(0.1 + 0.2)).toBe(30);
  });

  it('reads plain decimal text and nothing else', () => {
    expect(['1234.5', '+.5', '-2.', '1e3', '5e-3', '0'].map(moneyOf)).toEqual([
      123450, 50, -200, 100000, 1, 0,
    ]);
    for (const text of ['', '.', '-', '1,5', '$5', '1 000', 'NaN', 'Infinity', '0x10', '1.2.3', '1e', ' 1'])
      expect([text, moneyOf(text)]).toEqual([text, undefined]);
  });

  it('is undefined where cents are no longer exact', () => {
    expect([NaN, Infinity, -Infinity, 1e15, 9.1e13, '90071992547410'].map(moneyOf)).toEqual(
      Array(6).fill(undefined),
    );
    expect(moneyOf('90071992547409.91')).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('has no negative zero', () => {
    expect([moneyOf(-0), moneyOf('-0.001'), moneyOf(-0.001)]).toEqual([0, 0, 0]);
  });

  it('gives every number of cents back from its decimal, as a number and as text', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (n) => {
        const text = (n / 100).toFixed(2);
        expect([moneyOf(text), moneyOf(Number(text))]).toEqual([n + 0, n + 0]);
      }),
    );
  });

  it('rounds a number as it rounds its decimal text', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e10, max: 1e10, noNaN: true }), (amount) => {
        expect(moneyOf(amount)).toBe(moneyOf(String(amount)));
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), (thousandths) => {
        const halfAway = Math.sign(thousandths) * Math.floor((Math.abs(thousandths) + 5) / 10);
        expect(moneyOf(thousandths / 1000)).toBe(halfAway + 0);
      }),
      { numRuns: 500 },
    );
  });
});
