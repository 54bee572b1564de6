import type { AssumptionValues } from '../core/assumption';
import type { Circumstances } from '../core/circumstances';
import type { Dataset } from '../dataset/dataset';
import type { EditedTables } from '../report/editableTable';
import type { ActivityPlanFinding } from './activityPlan/finding';
import type { CapacityFinding } from './capacity/finding';
import type { AnalysisId } from './findings';
import type { WhatIfAnswer, WhatIfQuestion } from './forecast/whatIf';
import type { Supposed } from './levers';

/**
 * What a person may ask of an analysis after a run (a break-down, a plan tried, a what-if), by its id; an analysis adds
 * its line here. Questions and answers are plain data: they are posted.
 */
export interface Questions {
  readonly forecast: { readonly question: WhatIfQuestion; readonly answer: WhatIfAnswer | undefined };
  readonly activityPlan: { readonly question: Supposed; readonly answer: ActivityPlanFinding | undefined };
  readonly capacity: { readonly question: Supposed; readonly answer: CapacityFinding | undefined };
}

/** The analyses that answer questions. */
export type AskedId = keyof Questions & AnalysisId;
type PairOf<Id> = Id extends keyof Questions
  ? Questions[Id] extends { readonly question: infer Question; readonly answer: infer Answer }
    ? { readonly question: Question; readonly answer: Answer }
    : never
  : never;
export type QuestionTo<Id extends AnalysisId> = PairOf<Id>['question'];
export type AnswerOf<Id extends AnalysisId> = PairOf<Id>['answer'];

/** What a run has read and was made with: all that an answer may rest on. `random` is the analysis' own stream of the run. */
export interface Work {
  readonly dataset: Dataset;
  readonly values: AssumptionValues;
  readonly tables: EditedTables;
  readonly circumstances: Circumstances;
}

/** Answers from what the last run has read. Never throws for data. */
export type Answerer<Id extends AnalysisId> = (question: QuestionTo<Id>) => AnswerOf<Id>;
