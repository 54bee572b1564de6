import { healthFinding, type HealthCheck } from './finding';

/** Cents: a line that falls by less than one unit of money is nothing that anyone sells less for. */
const LEAST_DROP = 100;

/** More attainment must never pay less: a tier that pays a lower rate on everything does, and so does a falling table. */
export const paysLessForMore: HealthCheck = ({ curve: { curve, cliffs } }) => {
  const falls = cliffs.find(({ jump }) => jump < 0);
  if (falls) return [healthFinding('paysLessForMore', 'problem', null, { at: falls.at, drop: -falls.jump })];
  const drops = Array.from(curve.from, (from, piece) => ({
    at: from,
    drop: -curve.slope[piece]! * ((curve.from[piece + 1] ?? from + 1) - from),
  }));
  const first = drops.find(({ drop }) => drop >= LEAST_DROP);
  return first ? [healthFinding('paysLessForMore', 'problem', null, first)] : [];
};
