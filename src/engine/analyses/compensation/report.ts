import { heading } from '../../report/blocks';
import { columnOf, live, type Part } from '../../report/formula';
import { formatValue } from '../../report/formats';
import type { Block, Description, KeyFigure } from '../../report/report';
import { counted } from '../../report/wording';
import type { CompensationFinding, PayFinding } from './finding';
import { modellingSheets } from './modelling/describe';
import { expectedPay, modellingNotes } from './modelling/describe/headline';
import { MODELLING_LIMITS } from './modelling/describe/limits';
import { limitsOf } from './sheet/limits';
import { payoutSheet } from './sheet/payoutSheet';
import { planSheet } from './sheet/planSheet';
import { statementSheet } from './sheet/statementSheet';
import { totalsId } from './sheet/totals';

/** Cost of sales and payout of the plans in force, live over the Payout sheet. */
function figures({ plans, basis }: PayFinding, more: readonly KeyFigure[]): Block {
  const paying = plans.flatMap((plan, p) => (plan.alternativeTo === null ? [{ plan, p }] : []));
  const sum = (of: (plan: (typeof paying)[number]['plan']) => number): number =>
    paying.reduce((all, { plan }) => all + of(plan), 0);
  const payout = sum(({ totals }) => totals.payout);
  const credited = sum(({ totals }) => totals.credited ?? 0);
  const target = sum(({ totals }) => totals.target);
  const parts = paying
    .filter(({ plan }) => plan.people.length > 0)
    .flatMap(({ p }, i): readonly Part[] => [i === 0 ? 'SUM(' : ')+SUM(', columnOf(totalsId(p), 'payout')]);
  const [first, last] = [basis.periods[0], basis.periods[basis.periods.length - 1]];
  const people = sum(({ totals }) => totals.people);
  return {
    block: 'keyFigures',
    id: 'payHeadline',
    figures: [
      {
        id: 'payout',
        label: `Payout, ${first?.label === last?.label ? first?.label : `${first?.label} to ${last?.label}`}`,
        value: parts.length === 0 ? payout : live(payout, ...parts, ')'),
        format: 'cents',
        detail: `${counted(people, 'person', 'people')}, ${counted(paying.length, 'plan')}`,
      },
      {
        id: 'ccos',
        label: 'Cost of sales so far',
        value: credited > 0 ? payout / credited : null,
        format: 'percent1',
        detail:
          credited > 0
            ? `payout ÷ ${formatValue(credited, 'money')} credited`
            : 'nothing in money is credited',
      },
      {
        id: 'ofTarget',
        label: 'Of target pay so far',
        value: target > 0 ? payout / target : null,
        format: 'percent1',
        detail: target > 0 ? `target pay ${formatValue(target, 'money')}` : 'no target variable pay is known',
      },
      ...more,
    ],
  };
}

/**
 * What people are paid: the plans, the payouts live over them, and a statement for each person.
 *
 * @param more figures beside those of the payouts
 */
export function describePay(finding: PayFinding, more: readonly KeyFigure[] = []): Description {
  return {
    headline: [heading('Compensation'), figures(finding, more)],
    limits: limitsOf(finding),
    sheets: [planSheet(finding), payoutSheet(finding), statementSheet(finding)],
  };
}

/** What people are paid, and then what the plans would pay and cost: curve, comparison, cost, health, quotas, objectives. */
export function describeCompensation(finding: CompensationFinding): Description {
  const { headline, limits, sheets } = describePay(finding, [expectedPay(finding)]);
  return {
    headline: [...headline, ...modellingNotes(finding)],
    limits: [...limits, ...finding.modelLimits.map((limit) => MODELLING_LIMITS[limit])],
    sheets: [...sheets, ...modellingSheets(finding)],
  };
}
