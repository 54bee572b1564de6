import { normalDraw } from '../../../src/engine/stats/normalDraws';
import { sectionedHalfWidths } from '../../../src/engine/stats/sectioning';
import { asOf } from '../../support/circumstances';

const mean = (draws: Float64Array) => [draws.reduce((a, b) => a + b, 0) / draws.length];
const median = (draws: Float64Array) => [draws.slice().sort()[Math.floor(draws.length / 2)]!];

describe('what the luck of the draws leaves open of a difference', () => {
  it('is Student’s interval of the sections’ differences', () => {
    // Each section holds two draws; the differences are 1 to 20, of variance 20·21 ÷ 12 = 35. Student's t table: 1.3277
    // at 19 degrees of freedom and 10% above.
    const after = Float64Array.from({ length: 40 }, (_, i) => (i % 20) + 1);
    expect(sectionedHalfWidths(after, new Float64Array(40), mean, 0.8)[0]).toBeCloseTo(
      1.3277 * Math.sqrt(35 / 20),
      3,
    );
  });

  it('is nought for equal simulations and for too few draws, and doubles with all amounts', () => {
    const draws = Float64Array.from({ length: 100 }, (_, i) => (i * 37) % 101);
    const zeros = new Float64Array(100);
    expect(sectionedHalfWidths(draws, draws, median, 0.8)).toEqual([0]);
    expect(sectionedHalfWidths(draws.subarray(0, 1), zeros.subarray(0, 1), median, 0.8)).toEqual([0]);
    const [once] = sectionedHalfWidths(draws, zeros, median, 0.8);
    const [twice] = sectionedHalfWidths(
      draws.map((x) => 2 * x),
      zeros,
      median,
      0.8,
    );
    expect(twice).toBe(2 * once!);
  });

  it('holds the true difference of medians as often as it says', () => {
    const random = asOf('2024-06-30').random.stream('sectioning');
    const runs = 400;
    let inside = 0;
    for (let run = 0; run < runs; run++) {
      const before = Float64Array.from({ length: 1000 }, () => normalDraw(random));
      // On the same draws, with more of its own: the medians of both are 0 and 0.3.
      const after = before.map((x) => x + 0.3 + 0.4 * normalDraw(random));
      const difference = median(after)[0]! - median(before)[0]!;
      if (Math.abs(difference - 0.3) <= sectionedHalfWidths(after, before, median, 0.8)[0]!) inside++;
    }
    // 80%, give or take four standard errors of so many runs.
    expect(Math.abs(inside / runs - 0.8)).toBeLessThan(4 * Math.sqrt(0.16 / runs));
  });
});
