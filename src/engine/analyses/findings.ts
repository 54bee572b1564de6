import type { FunnelFinding } from './funnel/finding';

/** What each analysis finds, by its id; `analyses` of the findings file. An analysis adds its line here. */
export interface Findings {
  readonly funnel: FunnelFinding;
}
export type AnalysisId = keyof Findings;
