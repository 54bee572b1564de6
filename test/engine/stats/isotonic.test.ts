import fc from 'fast-check';
import { isotonic } from '../../../src/engine/stats/isotonic';

it('agrees with R 4.2.2: isoreg(c(1,0,4,3,3,5,4,2,0))$yf', () => {
  const fitted = [0.5, 0.5, 3, 3, 3, 3, 3, 3, 3];
  expect(isotonic([1, 0, 4, 3, 3, 5, 4, 2, 0], new Array(9).fill(1))).toEqual(fitted);
});

it('weighs: 3 of weight 1 before 1 of weight 3 are 1.5 both', () => {
  expect(isotonic([3, 1], [1, 3])).toEqual([1.5, 1.5]);
});

it('never falls, keeps the weighted sum, and leaves alone what never falls', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 9 })), {
        maxLength: 20,
      }),
      (pairs) => {
        const [values, weights] = [pairs.map(([v]) => v), pairs.map(([, w]) => w)];
        const fitted = isotonic(values, weights);
        const sum = (of: readonly number[]) => of.reduce((s, v, i) => s + v * weights[i]!, 0);
        expect(sum(fitted)).toBeCloseTo(sum(values), 8);
        fitted.slice(1).forEach((v, i) => expect(v).toBeGreaterThanOrEqual(fitted[i]!));
        const sorted = [...values].sort((a, b) => a - b);
        expect(isotonic(sorted, weights)).toEqual(sorted);
      },
    ),
  );
});
