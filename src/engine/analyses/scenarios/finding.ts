import type { AnalysisId } from '../findings';
import type { ComparedFigure } from '../comparison';

/** Scenarios beside what is in force. Documented in docs/json.md; conventions in docs/methods/scenarios.md. */
export interface ScenariosFinding {
  readonly baseline: string;
  readonly scenarios: readonly ScenarioFinding[];
}

export interface ScenarioFinding {
  readonly name: string;
  /** In words: "Change of deal size: 0% → 5%". */
  readonly changes: readonly string[];
  readonly figures: readonly AnalysisFigure[];
}

export interface AnalysisFigure extends ComparedFigure {
  readonly analysis: AnalysisId;
}
