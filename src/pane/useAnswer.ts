import { useEffect, useState } from 'react';
import type { AnswerOf, AskedId, QuestionTo } from '../engine/analyses/questions';
import { usePane } from './context';

/**
 * The answer to a question about the run shown, kept while a newer one is asked: what moves under the hand never goes
 * blank. Undefined: nothing is asked, or nothing answered yet. Each run has answers of its own; a question is the same
 * while its JSON is.
 */
export function useAnswer<Id extends AskedId>(
  analysis: Id,
  question: QuestionTo<Id> | undefined,
): AnswerOf<Id> | undefined {
  const { state, actions } = usePane();
  const [answer, setAnswer] = useState<AnswerOf<Id>>();
  const key = question === undefined ? undefined : JSON.stringify(question);
  const { run } = state;
  const busy = state.task !== undefined;
  useEffect(() => {
    if (key === undefined || run === undefined || busy) return undefined;
    let isWanted = true;
    // The hand may still move: a question that is overtaken before its turn is never asked.
    const timer = setTimeout(() => {
      // The JSON of a question of this analysis.
      void actions.ask(analysis, JSON.parse(key) as QuestionTo<Id>).then((found) => {
        if (isWanted && found) setAnswer(() => found);
      });
    }, 0);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [actions, analysis, key, run, busy]);
  return key === undefined ? undefined : answer;
}
