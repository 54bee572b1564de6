import type { PlanAnswers, PlanQuestion } from '../../../engine/analyses/compensation/modelling/ask/question';
import { useAnswer } from '../../useAnswer';

/** The answer to a question about a plan. */
export const usePlanAnswer = <A extends PlanQuestion['ask']>(
  question: (PlanQuestion & { readonly ask: A }) | undefined,
): PlanAnswers[A] | undefined =>
  // An answer is of its question's kind.
  useAnswer('compensation', question) as PlanAnswers[A] | undefined;
