import type { Plan } from '../../plan';
import type { EstimateLine } from '../dealEstimate';

/** "Sales, tier 2", "Sales, cap": the part of the plan that a deal earns by, or loses by. */
export function estimateWords(plan: Plan, { component, rule, row }: EstimateLine): string {
  const what = rule === 'tiers' && row >= 0 ? `tier ${row + 1}` : RULES[rule];
  return `${component === '' ? plan.name : component}, ${what}`;
}

const RULES: Readonly<Record<EstimateLine['rule'], string>> = {
  rate: 'rate',
  tiers: 'tiers',
  curve: 'payout curve',
  scorecard: 'scorecard',
  contest: 'contest',
  pool: 'team pool',
  threshold: 'threshold',
  gate: 'gate',
  multiplier: 'multiplier',
  cap: 'cap',
  yearToDate: 'paid before in this year',
  draw: 'draw',
  clawback: 'clawback',
  holdback: 'holdback',
};
