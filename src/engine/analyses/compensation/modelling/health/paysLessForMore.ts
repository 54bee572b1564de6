import { healthFinding, type HealthCheck } from './finding';

/** More attainment must never pay less: a tier that pays a lower rate on everything does, and so does a falling table. */
export const paysLessForMore: HealthCheck = ({ curve: { curve, cliffs } }) => {
  const falls = cliffs.find(({ jump }) => jump < 0);
  if (falls) return [healthFinding('paysLessForMore', 'problem', null, { at: falls.at, drop: -falls.jump })];
  const piece = curve.slope.findIndex((slope) => slope < -1e-6);
  if (piece < 0) return [];
  const [from, to] = [curve.from[piece]!, curve.from[piece + 1] ?? curve.from[piece]! + 1];
  return [
    healthFinding('paysLessForMore', 'problem', null, { at: from, drop: -curve.slope[piece]! * (to - from) }),
  ];
};
