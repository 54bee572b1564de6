import { shareAtLeast } from '../attainment';
import { leadOf } from '../payTerms';
import { healthFinding, type HealthCheck } from './finding';

/** Plans are usually set so that 50 to 70 % of people reach their quota. */
const LEAST = 0.4;
const MOST = 0.8;
/** A quota is usually four to eight times the pay at target. */
const LEAST_TIMES = 3;

/** Who reaches the quota, and what it is beside what is paid for it. */
export const quota: HealthCheck = ({ model, mix: { quotaToOte }, modelled: { terms } }) => {
  const leading = terms[leadOf(terms)];
  const lead = leading?.days ?? [];
  if (!lead.some((day) => day.terms.some((term) => term && term.facts.quota !== null))) return [];
  const share = shareAtLeast(model, 1);
  return [
    ...(share < LEAST ? [healthFinding('quotaOutOfReach', 'watch', null, { share, wanted: LEAST })] : []),
    ...(share > MOST ? [healthFinding('quotaTooEasy', 'watch', null, { share, wanted: MOST })] : []),
    ...(leading?.component.basis === 'revenue' && quotaToOte !== null && quotaToOte < LEAST_TIMES
      ? [healthFinding('quotaToOteLow', 'watch', null, { ratio: quotaToOte, least: LEAST_TIMES })]
      : []),
  ];
};
