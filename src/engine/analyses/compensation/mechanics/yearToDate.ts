import type { Money } from '../../../core/money';
import type { Slice } from '../payout';

/** What was paid before for the same year comes off (P16); the pay of a period may be negative when credit was taken back. */
export const lessPaidBefore = (component: string, before: Money): readonly Slice[] =>
  before === 0
    ? []
    : [
        {
          component,
          rule: 'yearToDate',
          row: -1,
          base: before,
          rate: null,
          unit: null,
          // The opposite of whole cents; 0 − 0 is no −0.
          amount: (0 - before) as Money,
          deals: [],
        },
      ];
