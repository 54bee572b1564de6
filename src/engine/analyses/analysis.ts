import type { Assumption, AssumptionValues } from '../core/assumption';
import type { Circumstances } from '../core/circumstances';
import type { Outcome } from '../core/outcome';
import type { Stamp } from '../core/stamp';
import type { Dataset } from '../dataset/dataset';
import type { RoleId } from '../dataset/roles';
import type { EditableTable, EditedTables } from '../report/editableTable';
import type { Description } from '../report/report';
import type { Comparer } from './comparison';
import type { AnalysisId, Findings } from './findings';
import type { Answerer, Work } from './questions';

export type { AnalysisId, Description, Findings, Stamp };

/**
 * The one interface of an analysis. A finding is plain data (numbers, strings, arrays, objects, null; never NaN or
 * Infinity): it may be posted, written as JSON and compared.
 */
export interface Analysis<Id extends AnalysisId = AnalysisId> {
  readonly id: Id;
  readonly title: string;
  /** One line for `--help` and the pane's navigation. */
  readonly question: string;
  readonly needs: readonly RoleId[];
  readonly assumptions: readonly Assumption[];
  /** Tables in which a person says what no single cell can hold; read back on the next run. */
  readonly editableTables?: readonly EditableTable[];
  /**
   * `values` holds every assumption's value, checked against its range; `tables` the rows of the analysis' own editable
   * tables, unchecked. Never throws for data. Without a value and without an issue the analysis has nothing to say of
   * these data, and stays silent.
   */
  readonly run: (
    dataset: Dataset,
    values: AssumptionValues,
    circumstances: Circumstances,
    tables: EditedTables,
  ) => Outcome<Findings[Id]>;
  /** Figures by which scenarios are told apart from a run; absent where no scenario changes what is found. */
  readonly compare?: (work: Work, finding: Findings[Id]) => Comparer;
  readonly describe: (
    finding: Findings[Id],
    values: AssumptionValues,
    stamp: Stamp,
    tables: EditedTables,
  ) => Description;
  /**
   * For questions after a run: called when the first one is asked, so that what several answers share (tallies, fits)
   * is made once and kept until the next run.
   */
  readonly answers?: (work: Work, finding: Findings[Id]) => Answerer<Id>;
  /** For questions after a run that found nothing: a compensation plan is shaped before there is any. */
  readonly answersUnfound?: (work: Work) => Answerer<Id>;
}
