import fc from 'fast-check';
import { selectInPlace } from '../../../src/engine/stats/select';

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

  it('looks only between the bounds given', () => {
    const values = Float64Array.of(9, 8, 3, 2, 1, 0);
    expect(selectInPlace(values, 2, 2, 5)).toBe(1);
    expect(Array.from(values.slice(0, 2))).toEqual([9, 8]);
    expect(values[5]).toBe(0);
  });
});
