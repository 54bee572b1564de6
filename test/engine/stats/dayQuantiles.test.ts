import fc from 'fast-check';
import { quantilesOfDurations } from '../../../src/engine/stats/dayQuantiles';
import type { DaySpan } from '../../../src/engine/stats/dayQuantiles';
import { kaplanMeier, quantileOf } from '../../../src/engine/stats/kaplanMeier';
import { riskTableFromDays } from '../../../src/engine/stats/riskTable';

const SHARES = [0.25, 0.5, 0.75];

/** The counts in the middle of an array, between others that are not to be read. */
const spanOf = (days: Int32Array): DaySpan => ({
  counts: Int32Array.of(9, ...days, 9),
  from: 1,
  to: 1 + days.length,
  n: days.reduce((sum, count) => sum + count, 0),
});

describe('quantilesOfDurations', () => {
  it('is what the whole curve gives', () => {
    const days = fc.array(fc.nat(3), { maxLength: 12 }).map((counts) => Int32Array.from(counts));
    fc.assert(
      fc.property(days, days, days, (ended, endedOtherwise, censored) => {
        const curve = kaplanMeier(riskTableFromDays([ended, endedOtherwise], censored), 0.95);
        expect(quantilesOfDurations(spanOf(ended), spanOf(endedOtherwise), spanOf(censored), SHARES)).toEqual(
          SHARES.map((share) => quantileOf(curve, share).estimate),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('takes the middle of a stretch that is flat exactly at the share', () => {
    // One event a day on days 1 to 4: the curve lies at ¾ from day 1 to 2, at ½ from 2 to 3, at ¼ from 3 to 4.
    const nobody = spanOf(new Int32Array(0));
    expect(quantilesOfDurations(spanOf(Int32Array.of(0, 1, 1, 1, 1)), nobody, nobody, SHARES)).toEqual([
      1.5, 2.5, 3.5,
    ]);
  });
});
