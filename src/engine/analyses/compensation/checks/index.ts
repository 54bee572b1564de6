import type { Issue } from '../../../core/issue';
import type { PlanRow } from '../../../dataset/dataset';
import type { Plan } from '../plan';
import { bands } from './bands';
import { measures } from './measures';
import { modifierNumbers } from './modifierNumbers';
import { multiplierBands } from './multiplierBands';
import { names } from './names';
import { located, type PlanCheck, type PlanRemark } from './planCheck';
import { rates } from './rates';

const CHECKS: readonly PlanCheck[] = [bands, rates, measures, multiplierBands, modifierNumbers];

/** What of these plans makes no sense by itself, whatever the data: overlapping or gapped bands, unknown measures … */
export const remarksOn = (plans: readonly Plan[]): readonly PlanRemark[] =>
  plans.flatMap((plan) => [...names(plan, plans), ...CHECKS.flatMap((check) => check(plan))]);

/** The same as issues; `rowOf` tells where a part was typed. */
export const checkPlans = (
  plans: readonly Plan[],
  rowOf: ReadonlyMap<object, PlanRow> = new Map(),
): readonly Issue[] => located(remarksOn(plans), rowOf);
