import fc from 'fast-check';
import { betaQuantile } from '../../../src/engine/stats/beta';
import { inverseProductQuantiles, productMoments, rateAfter } from '../../../src/engine/stats/productOfBetas';
import { expectClose, reference } from '../../support/reference';

interface Case {
  readonly name: string;
  readonly input: { readonly converted: readonly number[]; readonly entered: readonly number[] };
  readonly expected: Readonly<Record<string, number>> & {
    readonly leads_needed_quantiles_10_50_90_MC2e6: readonly number[];
    readonly wins_needed: number;
  };
}
const { cases } = reference<Case>('reverse_funnel');
const shapesOf = ({ input }: Case) => input.converted.map((x, j) => rateAfter(x, input.entered[j] ?? 0));

describe('a chain of stages', () => {
  it.each(cases)('has the moments of R 4.2.2: $name', (c) => {
    const m = productMoments(shapesOf(c));
    const e = c.expected;
    expectClose(
      [m.mean, m.sd, m.meanInverse, m.sdInverse],
      [
        e['posterior_mean_conversion']!,
        e['posterior_sd_conversion']!,
        e['posterior_mean_inverse']!,
        e['posterior_sd_inverse']!,
      ],
      c.name,
    );
  });

  it.each(cases)('needs what two million draws in R 4.2.2 need, within their 5 in 1,000: $name', (c) => {
    const quantiles = inverseProductQuantiles(shapesOf(c), [0.1, 0.5, 0.9]);
    expectClose(
      quantiles.map((q) => q * c.expected.wins_needed),
      c.expected.leads_needed_quantiles_10_50_90_MC2e6,
      c.name,
      { relative: 5e-3, absolute: 0 },
    );
  });

  it('has no mean need where a stage may have a rate of nought', () => {
    expect(productMoments([rateAfter(0, 10)]).meanInverse).toBeNull();
    expect(inverseProductQuantiles([rateAfter(0, 10)], [0.5])[0]).toBeGreaterThan(20);
  });

  it('is, for one stage, its beta distribution', () => {
    fc.assert(
      fc.property(
        fc.nat(300),
        fc.nat(300),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (x, lost, p) => {
          const { a, b } = rateAfter(x, x + lost);
          const [q] = inverseProductQuantiles([{ a, b }], [p]);
          expect(Math.abs(Math.log(q!) + Math.log(betaQuantile(1 - p, a, b)))).toBeLessThan(
            2e-3 * Math.max(1, Math.log(q!)),
          );
        },
      ),
    );
  });

  it('needs more the surer one wants to be, and never fewer than one', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { minLength: 1, maxLength: 5 }), (stages) => {
        const shapes = stages.map(([x, lost]) => rateAfter(x, x + lost));
        const [low, middle, high] = inverseProductQuantiles(shapes, [0.1, 0.5, 0.9]);
        expect(low).toBeGreaterThanOrEqual(1);
        expect(middle).toBeGreaterThanOrEqual(low!);
        expect(high).toBeGreaterThanOrEqual(middle!);
      }),
      { numRuns: 50 },
    );
  });
});
