import { useEffect, useMemo, useState } from 'react';
import type { AnalysisId } from '../../../engine/analyses/findings';
import type { WhatIfAnswer } from '../../../engine/analyses/forecast/whatIf';
import type { Supposed } from '../../../engine/analyses/levers';
import type { AnalysisFigure } from '../../../engine/analyses/scenarios/finding';
import { usePane } from '../../context';
import { useAnswer } from '../../useAnswer';
import { following } from './following';

/** Those that the page tells of beside the forecast. */
const ELSEWHERE = ['activityPlan', 'capacity', 'compensation'] as const satisfies readonly AnalysisId[];

/** Follows what is supposed: the forecast at once; activity need, team and cost of pay when the hand rests. */
export function useWhatIf(supposed: Supposed): {
  readonly told: WhatIfAnswer | undefined;
  readonly elsewhere: readonly AnalysisFigure[];
} {
  const { state, actions } = usePane();
  const run = state.run;
  const [told, setTold] = useState<WhatIfAnswer>();
  const [settled, setSettled] = useState<Supposed>();
  const asker = useMemo(
    () =>
      following<Supposed, WhatIfAnswer>(
        (now, quick) => actions.ask('forecast', { ...now, quick }),
        (forecast, of) => {
          setTold(forecast);
          if (of) setSettled(of);
        },
      ),
    // Each run has answers of its own.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [actions, run],
  );
  useEffect(() => () => asker.stop(), [asker]);
  const hasForecast = run?.view.analyses.forecast !== undefined;
  useEffect(() => {
    if (hasForecast) asker.follow(supposed);
  }, [asker, supposed, hasForecast]);
  const elsewhere = useAnswer('scenarios', settled && { ...settled, analyses: ELSEWHERE });
  return { told, elsewhere: elsewhere ?? [] };
}
