import { healthFinding, type HealthCheck } from './finding';

/** Spend that serves no named objective; silent where the plan names none at all. */
export const noObjective: HealthCheck = ({ spend }) => {
  const none = spend.find(({ objective }) => objective === null);
  return none && spend.length > 1
    ? [healthFinding('noObjective', 'watch', null, { share: none.share ?? 0 })]
    : [];
};
