import { capDemotivates } from './capDemotivates';
import { cliff } from './cliff';
import { expectedCost } from './expectedCost';
import type { HealthCheck, HealthContext, HealthFinding } from './finding';
import { measures } from './measures';
import { noObjective } from './noObjective';
import { noUpside } from './noUpside';
import { paysLessForMore } from './paysLessForMore';
import { quota } from './quota';
import { thresholdUnreachable } from './thresholdUnreachable';

/** Every check of a plan's health (C14), in the order in which their findings are listed. */
const HEALTH_CHECKS: readonly HealthCheck[] = [
  paysLessForMore,
  thresholdUnreachable,
  noUpside,
  measures,
  cliff,
  capDemotivates,
  expectedCost,
  quota,
  noObjective,
];

/** What the checks find, problems first. */
export const healthOf = (context: HealthContext): readonly HealthFinding[] =>
  HEALTH_CHECKS.flatMap((check) => check(context)).sort(
    (a, b) => Number(b.tone === 'problem') - Number(a.tone === 'problem'),
  );
