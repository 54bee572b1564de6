import { needsQuota } from '../units';
import type { PayFinding } from '../finding';
import type { Component, Plan } from '../plan';

const usesTarget = ({ kind, unit, rate, tiers, target }: Component): boolean =>
  target === undefined &&
  kind !== 'measure' &&
  ((kind === 'rate' && (rate === undefined ? unit !== 'ofAmount' : needsQuota(unit ?? 'ofAmount'))) ||
    kind === 'scorecard' ||
    tiers.some(({ unit: own }) => own === 'timesTarget' || own === 'ofTarget'));

const needsTarget = ({ components }: Plan): boolean => components.some(usesTarget);

/** What these data and plans cannot tell, in sentences. */
export function limitsOf({ basis, plans }: PayFinding): readonly string[] {
  const last = basis.periods[basis.periods.length - 1];
  return [
    ...(last && !last.over
      ? [
          `The last period, ${last.label}, is not over: its payouts are of what is credited up to ${basis.asOf}, against the whole period’s quota.`,
        ]
      : []),
    ...(plans.some(({ document, totals }) => totals.target === 0 && needsTarget(document))
      ? [
          'No target variable pay is known, so that what is paid as a part of it is nothing. Add “Target variable” to the list of people, or target pay to the plan’s components.',
        ]
      : []),
    ...(basis.credits === null
      ? ['There are no won deals and no orders: only attainments typed by hand are paid.']
      : []),
    ...(basis.dealsLeftOut
      ? ['The deals behind the payouts are too many to be listed; the statement shows sums by rule.']
      : []),
  ];
}
