import fc from 'fast-check';
import type { Plan } from '../../../../../src/engine/analyses/compensation/plan';
import { paid } from '../../../../support/compensation';
import { modelled } from '../../../../support/planHealth';
import { arbitraryPlan } from '../../../../support/randomPlan';

/** A person of `TEAM`. */
const YEAR = { quota: 500_000, target: 100_000 };
const around = (sold: number): readonly number[] => (sold > 0 ? [sold - 0.01, sold + 0.01] : [0.01]);
/**
 * Just below and just above every bound that a random plan may have (each 5%), to beyond the last one. What exactly a
 * bound pays is no stretch of the curve.
 */
const BOUNDS = Array.from({ length: 61 }, (_, i) => i * 0.05 * YEAR.quota).flatMap(around);

/** Whether somewhere along these credits more of it is paid less, by more than so many units of money. */
const falls = (plan: Plan, credits: readonly number[], by: number): boolean => {
  const payouts = credits.map((sold) => paid(plan, { ...YEAR, sold }));
  return payouts.some((pay, i) => i > 0 && pay < payouts[i - 1]! - by);
};

test('150 random plans: whoever sells more is never paid less, unless the health check says so', () => {
  let falling = 0;
  fc.assert(
    fc.property(arbitraryPlan(), (plan) => {
      const found = modelled([plan]).health.find(({ check }) => check === 'paysLessForMore');
      if (found?.check !== 'paysLessForMore') {
        expect(falls(plan, BOUNDS, 1)).toBe(false);
        return;
      }
      falling++;
      // A jump lies at the place that it names; a line that falls goes on from there, at least to the next 5%.
      const at = found.facts.at * YEAR.quota;
      expect(falls(plan, [...around(at), at + 0.01 * YEAR.quota, at + 0.04 * YEAR.quota], 0.005)).toBe(true);
    }),
    { numRuns: 150 },
  );
  // The check is put to the test both ways.
  expect(falling).toBeGreaterThan(20);
  expect(falling).toBeLessThan(130);
});
