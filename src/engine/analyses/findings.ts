import type { ActivityPlanFinding } from './activityPlan/finding';
import type { CapacityFinding } from './capacity/finding';
import type { CompensationFinding } from './compensation/finding';
import type { ForecastFinding } from './forecast/finding';
import type { FunnelFinding } from './funnel/finding';
import type { IndicatorsFinding } from './indicators/finding';

/** What each analysis finds, by its id; `analyses` of the findings file. An analysis adds its line here. */
export interface Findings {
  readonly funnel: FunnelFinding;
  readonly indicators: IndicatorsFinding;
  readonly forecast: ForecastFinding;
  readonly activityPlan: ActivityPlanFinding;
  readonly capacity: CapacityFinding;
  readonly compensation: CompensationFinding;
}
export type AnalysisId = keyof Findings;
