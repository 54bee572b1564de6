import type { AssumptionValues } from '../core/assumption';
import type { Circumstances } from '../core/circumstances';
import type { Outcome } from '../core/outcome';
import type { Dataset } from '../dataset/dataset';
import type { EditedTables } from '../report/editableTable';
import type { Format } from '../report/report';
import type { Supposed } from './levers';
import type { Work } from './questions';

/** A figure by which scenarios are told apart. */
export interface Figure {
  readonly id: string;
  readonly label: string;
  readonly format: Extract<Format, 'money' | 'percent1' | 'decimal'>;
  readonly value: number | null;
}

/** A figure as the run has it, and under a scenario. */
export interface ComparedFigure extends Omit<Figure, 'value'> {
  readonly baseline: number | null;
  readonly value: number | null;
  /** Value less baseline; four futures in five differ by `low` to `high` on the same chance, null where no chance is in it. */
  readonly difference: {
    readonly value: number;
    readonly low: number | null;
    readonly high: number | null;
  } | null;
}

/** Compares one scenario after another with the run. */
export interface Comparer {
  readonly baseline: readonly Figure[];
  /** All values and rows in force in place of the run's. */
  readonly under: (supposed: Supposed) => Outcome<readonly ComparedFigure[]>;
}

export const compared = (
  { value: baseline, ...figure }: Figure,
  value: number | null,
  spread: { readonly low: number; readonly high: number } | null = null,
): ComparedFigure => ({
  ...figure,
  baseline,
  value,
  difference:
    value === null || baseline === null
      ? null
      : { value: value - baseline, low: spread?.low ?? null, high: spread?.high ?? null },
});

/** Compares by running the analysis anew on the same random streams. */
export function comparedByRunning<Finding>(
  run: (
    dataset: Dataset,
    values: AssumptionValues,
    circumstances: Circumstances,
    tables: EditedTables,
  ) => Outcome<Finding>,
  figures: (finding: Finding) => readonly Figure[],
): (work: Work, finding: Finding) => Comparer {
  return ({ dataset, circumstances }, finding) => {
    const baseline = figures(finding);
    return {
      baseline,
      under: ({ values, tables }) => {
        const { value, issues } = run(
          dataset,
          values,
          { ...circumstances, progress: () => undefined },
          tables,
        );
        const found = value && new Map(figures(value).map((figure) => [figure.id, figure.value]));
        return {
          value: found && baseline.map((figure) => compared(figure, found.get(figure.id) ?? null)),
          issues,
        };
      },
    };
  };
}
