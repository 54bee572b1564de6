import { healthFinding, type HealthCheck } from './finding';

/** Share of target pay below which a jump is a step like others and no cliff. */
const LEAST = 0.05;

/** A lump at one point of attainment: worth holding a deal back for, or pulling one forward. */
export const cliff: HealthCheck = ({ curve: { cliffs, target } }) =>
  cliffs
    .filter(({ jump }) => jump > LEAST * target)
    .map(({ at, jump, before, near }) => healthFinding('cliff', 'watch', null, { at, jump, before, near }));
