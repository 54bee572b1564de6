import { useEffect, useState } from 'react';
import type { PlanAnswers, PlanQuestion } from '../../../engine/analyses/compensation/modelling/ask/question';
import { usePane } from '../../context';

/**
 * The answer to a question about a plan, kept while a newer one is asked: what moves under the hand never goes blank. One
 * question is under way at a time; the next is the latest. Undefined: nothing is asked, or nothing answered yet.
 */
export function usePlanAnswer<A extends PlanQuestion['ask']>(
  question: (PlanQuestion & { readonly ask: A }) | undefined,
): PlanAnswers[A] | undefined {
  const { state, actions } = usePane();
  const [answer, setAnswer] = useState<PlanAnswers[A]>();
  const key = question && JSON.stringify(question);
  const { run } = state;
  const busy = state.task !== undefined;
  useEffect(() => {
    if (key === undefined || run === undefined || busy) return undefined;
    let isWanted = true;
    // The hand may still move: a question that is overtaken before its turn is never asked.
    const timer = setTimeout(() => {
      // An answer is of its question's kind.
      void actions.ask('compensation', JSON.parse(key) as PlanQuestion).then((found) => {
        if (isWanted && found) setAnswer(found as PlanAnswers[A]);
      });
    }, 0);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [actions, key, run, busy]);
  return key === undefined ? undefined : answer;
}
