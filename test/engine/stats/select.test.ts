import fc from 'fast-check';
import { selectInPlace, valuesAtRanks } from '../../../src/engine/stats/select';

describe('the k-th smallest', () => {
  it('is where sorting would put it, with none larger before and none smaller behind (property)', () => {
    // Few different values, so that ties are the rule.
    const value = fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: 0, max: 3 })).map((v) => v + 0);
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), fc.nat(), (list, at) => {
        const k = at % list.length;
        const values = Float64Array.from(list);
        const sorted = values.slice().sort();
        expect(selectInPlace(values, k)).toBe(sorted[k]);
        expect(values.slice().sort()).toEqual(sorted);
        values.forEach((v, i) => expect(i < k ? v <= sorted[k]! : i > k ? v >= sorted[k]! : true).toBe(true));
      }),
    );
  });
});

describe('values at ranks', () => {
  const sameAsSorted = (list: readonly number[], ranks: readonly number[]): void => {
    const values = Float64Array.from(list);
    const sorted = values.slice().sort();
    expect(valuesAtRanks(values, ranks)).toEqual(ranks.map((rank) => sorted[rank]));
    expect(values).toEqual(Float64Array.from(list));
  };

  it('are what sorting puts there, whatever the range and however many are the same (property)', () => {
    const value = fc
      .oneof(fc.double({ noNaN: true }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: -1e6, max: 1e6 }))
      .map((v) => v + 0);
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 80 }),
        fc.array(fc.nat(), { maxLength: 4 }),
        (list, at) =>
          sameAsSorted(
            list,
            at.map((k) => k % list.length),
          ),
      ),
    );
  });

  it.each([
    ['all the same', [7, 7, 7]],
    ['a range that a number cannot hold', [-1.7e308, 3, 1.7e308]],
    ['neighbours', [5e-324, 0, 1e-323]],
    ['one far away', [...Array.from({ length: 50 }, (_, i) => i), 1e12]],
  ])('%s', (_, list) =>
    sameAsSorted(
      list,
      list.map((__, i) => i),
    ),
  );

  it('are none of no ranks', () => {
    expect(valuesAtRanks(new Float64Array(0), [])).toEqual([]);
  });
});
