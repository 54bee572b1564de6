import type { AssumptionValues } from '../core/assumption';
import type { Circumstances } from '../core/circumstances';
import type { Dataset } from '../dataset/dataset';
import type { EditedTables } from '../report/editableTable';
import type { PlanAnswer, PlanQuestion } from './compensation/modelling/ask/question';
import type { AnalysisId } from './findings';
import type { WhatIfAnswer, WhatIfQuestion } from './forecast/whatIf';
import type { BreakdownAnswer, BreakdownQuestion } from './funnel/breakdowns';
import type { Supposed } from './levers';
import type { AnalysisFigure } from './scenarios/finding';

/**
 * What a person may ask of an analysis after a run (a break-down, a plan tried, a what-if), by its id; an analysis adds
 * its line here. Questions and answers are plain data: they are posted.
 */
export interface Questions {
  readonly compensation: { readonly question: PlanQuestion; readonly answer: PlanAnswer };
  readonly funnel: { readonly question: BreakdownQuestion; readonly answer: BreakdownAnswer };
  readonly forecast: { readonly question: WhatIfQuestion; readonly answer: WhatIfAnswer | undefined };
  /** The figures by which scenarios are told apart, under what is supposed: of these analyses. */
  readonly scenarios: {
    readonly question: Supposed & { readonly analyses: readonly AnalysisId[] };
    readonly answer: readonly AnalysisFigure[];
  };
}

/** Whom questions are put to: analyses, and the scenarios over all of them. */
export type AskedId = keyof Questions;
type PairOf<Id> = Id extends keyof Questions
  ? Questions[Id] extends { readonly question: infer Question; readonly answer: infer Answer }
    ? { readonly question: Question; readonly answer: Answer }
    : never
  : never;
export type QuestionTo<Id extends AnalysisId | AskedId> = PairOf<Id>['question'];
export type AnswerOf<Id extends AnalysisId | AskedId> = PairOf<Id>['answer'];

/** What a run has read and was made with: all that an answer may rest on. `random` is the analysis' own stream of the run. */
export interface Work {
  readonly dataset: Dataset;
  readonly values: AssumptionValues;
  readonly tables: EditedTables;
  readonly circumstances: Circumstances;
}

/** Answers from what the last run has read. Never throws for data. */
export type Answerer<Id extends AnalysisId> = (question: QuestionTo<Id>) => AnswerOf<Id>;
