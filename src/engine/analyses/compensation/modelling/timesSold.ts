import type { AssumptionValues } from '../../../core/assumption';
import type { Day } from '../../../core/day';
import type { Dataset } from '../../../dataset/dataset';
import type { EditedTables } from '../../../report/editableTable';
import { salesUnder } from '../../activityPlan/steps';
import { dealsAsOf } from '../../funnel/deals';
import { isAsInData, readLevers } from '../../levers';

/** How many times as much as measured the team sells under the levers of the what-if. */
export function timesSoldIn(
  dataset: Dataset,
  values: AssumptionValues,
  tables: EditedTables,
  asOf: Day,
): number {
  const levers = readLevers(values, tables);
  const { opportunities, history, stages } = dataset;
  if (!opportunities || isAsInData(levers)) return levers.dealSize * levers.newDeals;
  return salesUnder(levers, dataset, dealsAsOf(opportunities, history, stages, asOf));
}
