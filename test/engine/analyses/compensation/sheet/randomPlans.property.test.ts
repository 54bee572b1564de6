import fc from 'fast-check';
import type { Plan } from '../../../../../src/engine/analyses/compensation/plan';
import { findingOf, sheetsOf } from '../../../../support/compensationSheets';
import { disagreeing } from '../../../../support/described';
import { recalculated } from '../../../../support/formulaEngine';
import { halfYear } from '../../../../support/mechanicCases';
import { arbitraryWholePlan } from '../../../../support/randomPlan';

test('200 random plans, recomputed by IronCalc, pay what the engine pays to the cent', () => {
  // Ten plans a workbook: opening one costs more than its formulas.
  const plans = fc
    .array(arbitraryWholePlan('month'), { minLength: 10, maxLength: 10 })
    .map((found) => found.map((own, i): Plan => ({ ...own, name: `Plan ${i + 1}` })));
  fc.assert(
    fc.property(plans, fc.integer({ min: 0, max: 10_000_000 }), (found, shift) => {
      const base = halfYear();
      const credits = base.credits!;
      const amount = credits.amount.map((cents, i) => cents + ((shift * (i + 1)) % 2_000_000));
      const cells = recalculated(sheetsOf(findingOf(found, { ...base, credits: { ...credits, amount } })));
      expect(disagreeing(cells)).toEqual([]);
    }),
    { numRuns: 20 },
  );
});
