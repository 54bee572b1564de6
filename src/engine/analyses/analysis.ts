import type { Assumption, AssumptionValues } from '../core/assumption';
import type { Circumstances } from '../core/circumstances';
import type { Outcome } from '../core/outcome';
import type { Stamp } from '../core/stamp';
import type { Dataset } from '../dataset/dataset';
import type { RoleId } from '../dataset/roles';
import type { Description } from '../report/report';

export type AnalysisId = 'funnel';

export type { Description, Stamp };

/**
 * The one interface of an analysis. `Finding` is plain data (numbers, strings, arrays, objects, null; never NaN or
 * Infinity): it may be posted, written as JSON and compared.
 */
export interface Analysis<Finding> {
  readonly id: AnalysisId;
  readonly title: string;
  /** One line for `--help` and the pane's navigation. */
  readonly question: string;
  readonly needs: readonly RoleId[];
  readonly assumptions: readonly Assumption[];
  /** `values` holds every assumption's value, checked against its range. Never throws for data. */
  readonly run: (
    dataset: Dataset,
    values: AssumptionValues,
    circumstances: Circumstances,
  ) => Outcome<Finding>;
  readonly describe: (finding: Finding, values: AssumptionValues, stamp: Stamp) => Description;
}
