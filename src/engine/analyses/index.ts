import type { Analysis, AnalysisId } from './analysis';
import { activityPlan } from './activityPlan';
import { capacity } from './capacity';
import { compensation } from './compensation';
import { forecast } from './forecast';
import { funnel } from './funnel';
import { indicators } from './indicators';

/** One analysis, whichever it is. */
export type AnyAnalysis = { [Id in AnalysisId]: Analysis<Id> }[AnalysisId];

/** Every analysis, in the order in which their sheets appear. */
export const ANALYSES: readonly AnyAnalysis[] = [
  funnel,
  indicators,
  forecast,
  activityPlan,
  capacity,
  compensation,
];
