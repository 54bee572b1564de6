import fc from 'fast-check';
import { solveMonotone } from '../../../src/engine/stats/solveMonotone';

describe('the search for a target', () => {
  const tight = { tolerance: 1e-12 };

  it('finds a known root from either direction', () => {
    expect(solveMonotone((x) => x * x, 2, 0, 5, tight)).toMatchObject({
      found: 'solution',
      x: expect.closeTo(Math.SQRT2, 10),
    });
    expect(solveMonotone((x) => -x * x, -2, 0, 5, tight)).toMatchObject({
      x: expect.closeTo(Math.SQRT2, 10),
    });
  });

  it('names the nearest bound where the target cannot be reached', () => {
    expect(solveMonotone((x) => x, 7, 0, 5, tight)).toEqual({ found: 'outOfReach', x: 5, y: 5 });
    expect(solveMonotone((x) => x, -1, 0, 5, tight)).toEqual({ found: 'outOfReach', x: 0, y: 0 });
    expect(solveMonotone((x) => -x, -7, 0, 5, tight)).toEqual({ found: 'outOfReach', x: 5, y: -5 });
    expect(solveMonotone(() => 3, 4, 0, 5, tight)).toEqual({ found: 'outOfReach', x: 5, y: 3 });
  });

  it('says where f turns', () => {
    expect(solveMonotone((x) => (x - 2) ** 2, 1, 0, 4, tight)).toMatchObject({ found: 'notMonotone' });
  });

  it('takes a flat stretch for what it is', () => {
    const f = (x: number): number => Math.max(1, x);
    expect(solveMonotone(f, 1, 0, 4, tight)).toMatchObject({ found: 'solution', y: 1 });
    expect(solveMonotone(f, 2, 0, 4, tight)).toMatchObject({ found: 'solution', x: expect.closeTo(2, 9) });
  });

  it('stops at a jump over the target, on the nearer side', () => {
    const found = solveMonotone((x) => (x < Math.E ? 0 : 10), 7, 0, 5, tight);
    expect(found).toMatchObject({ found: 'solution', x: expect.closeTo(Math.E, 12), y: 10 });
  });

  it('finds every target that a rising function takes', () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(number(0, 3), number(0.01, 4), number(-50, 50), (power, factor, x0) => {
        const f = (x: number): number => factor * x + Math.sinh((power * x) / 50);
        const found = solveMonotone(f, f(x0), -50, 50, { tolerance: 1e-9 });
        expect(found.found).toBe('solution');
        if (found.found === 'solution') expect(Math.abs(found.y - f(x0))).toBeLessThanOrEqual(1e-9);
      }),
    );
  });
});
