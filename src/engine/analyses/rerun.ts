import type { Analysis, AnalysisId, Findings } from './analysis';
import type { Supposed } from './levers';
import type { Work } from './questions';

/** Answers a what-if by running the analysis again with what is supposed, on what the last run read. */
export const rerun =
  <Id extends AnalysisId>(run: Analysis<Id>['run']) =>
  ({ dataset, values, tables, circumstances }: Work) =>
  (supposed: Supposed): Findings[Id] | undefined =>
    run(
      dataset,
      { ...values, ...supposed.values },
      { ...circumstances, progress: () => undefined },
      {
        ...tables,
        ...supposed.tables,
      },
    ).value;
