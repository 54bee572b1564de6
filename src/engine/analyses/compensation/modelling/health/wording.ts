import { formatValue } from '../../../../report/formats';
import type { HealthCheckId, HealthFacts, HealthFinding } from './finding';

const percent = (share: number): string => formatValue(share, 'percent');
const money = (cents: number): string => formatValue(cents, 'money');
const times = (ratio: number): string => `${formatValue(ratio, 'decimal')}×`;

/** What is so, and what to do about it: one line for each check. */
const SENTENCES: {
  readonly [C in HealthCheckId]: (facts: HealthFacts[C]) => readonly [says: string, advice: string];
} = {
  cliff: ({ at, jump, before, near }) => [
    `At ${percent(at)} of quota the pay of a typical person jumps from ${money(before)} by ${money(jump)}.`,
    `${percent(near)} of people are expected within five points below it, where it pays to hold back or to pull forward a deal. Consider a rate that rises in smaller steps.`,
  ],
  paysLessForMore: ({ at, drop }) => [
    `From ${percent(at)} of quota on more attainment pays less, by up to ${money(drop)} for a typical person.`,
    'Raise the rate there, or let the tiers be marginal.',
  ],
  capDemotivates: ({ at, beyond }) => [
    `Nothing more is paid beyond ${percent(at)} of quota, where ${percent(beyond)} of people are expected.`,
    'Consider a slower rate in place of the cap.',
  ],
  thresholdUnreachable: ({ at, reach }) => [
    `Pay begins at ${percent(at)} of quota, which ${percent(reach)} of people are expected to reach.`,
    'Lower the threshold, or the quota.',
  ],
  noUpside: () => [
    'What goes beyond the quota pays nothing.',
    'Pay at least the rate below it, or deals will wait for the next period.',
  ],
  slowsDown: ({ leverage }) => [
    `A point beyond the quota pays ${times(leverage)} of what a point below it pays.`,
    'Check that sales beyond the quota shall be worth less.',
  ],
  tooManyMeasures: ({ measures, most }) => [
    `${measures} components pay; people steer by ${most} at most.`,
    'Put small ones together, or leave them out.',
  ],
  weightTooLight: ({ weight, least }) => [
    `Its weight is ${percent(weight)} of target pay.`,
    `Below ${percent(least)} a measure moves nobody. Raise it, or leave it out.`,
  ],
  weightsNotWhole: ({ sum }) => [
    `The weights of the components add up to ${percent(sum)}.`,
    'At target they pay as much of target pay. Let them add up to 100%.',
  ],
  noObjective: ({ share }) => [
    `${percent(share)} of what is paid serves no objective of the plan.`,
    'Name the objective of each component, or leave out what serves none.',
  ],
  costAboveTarget: ({ cost, target, ratio, atMean }) => [
    `At a mean attainment of ${percent(atMean)} the plan is expected to cost ${money(cost)}, which is ${percent(ratio)} of the ${money(target)} paid at target.`,
    'Budget at the expected cost: accelerators pay more above the quota than is saved below it.',
  ],
  costBelowTarget: ({ cost, target, ratio }) => [
    `The plan is expected to cost ${money(cost)}, which is ${percent(ratio)} of the ${money(target)} promised at target.`,
    'People will earn less than they were told. Check quotas and thresholds.',
  ],
  quotaOutOfReach: ({ share, wanted }) => [
    `${percent(share)} of people are expected to reach their quota.`,
    `Where fewer than ${percent(wanted)} do, the rest stop trying. Check how quotas are set.`,
  ],
  quotaTooEasy: ({ share, wanted }) => [
    `${percent(share)} of people are expected to reach their quota.`,
    `Where more than ${percent(wanted)} do, accelerators are paid for usual work. Check how quotas are set.`,
  ],
  quotaToOteLow: ({ ratio, least }) => [
    `The quota of a typical person is ${times(ratio)} the pay at target.`,
    `Less than ${times(least)} is rarely worth its pay. Check quota and target pay.`,
  ],
};

/** A finding of the health check in words. */
export function healthWords({ check, facts }: HealthFinding): readonly [says: string, advice: string] {
  // The finding pairs its check with its facts; a union of functions cannot know that.
  const words = SENTENCES[check] as (facts: HealthFinding['facts']) => readonly [string, string];
  return words(facts);
}
