import { useEffect, useMemo, useState } from 'react';
import type { AnalysisId } from '../../../engine/analyses/findings';
import type { WhatIfAnswer } from '../../../engine/analyses/forecast/whatIf';
import type { Supposed } from '../../../engine/analyses/levers';
import type { AnalysisFigure } from '../../../engine/analyses/scenarios/finding';
import { usePane } from '../../context';
import { following } from './following';

/** What comes of what is supposed. */
export interface Told {
  readonly forecast: WhatIfAnswer;
  /** Of all futures, and of what is supposed now. */
  readonly isSettled: boolean;
}

/** Those that the page tells of beside the forecast. */
const ELSEWHERE = ['activityPlan', 'capacity', 'compensation'] as const satisfies readonly AnalysisId[];

/** Follows what is supposed: the forecast at once; activity need, team and cost of pay when the hand rests. */
export function useWhatIf(supposed: Supposed): {
  readonly told: Told | undefined;
  readonly elsewhere: readonly AnalysisFigure[];
} {
  const { state, actions } = usePane();
  const run = state.run;
  const [told, setTold] = useState<Told>();
  const [elsewhere, setElsewhere] = useState<readonly AnalysisFigure[]>([]);
  const asker = useMemo(
    () =>
      following<Supposed, WhatIfAnswer>(
        (now, quick) => actions.ask('forecast', { ...now, quick }),
        (forecast, isSettled) => setTold({ forecast, isSettled }),
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
  useEffect(() => {
    if (told?.isSettled !== true) return undefined;
    let isWanted = true;
    void actions.ask('scenarios', { ...supposed, analyses: ELSEWHERE }).then((figures) => {
      if (isWanted) setElsewhere(figures ?? []);
    });
    return () => {
      isWanted = false;
    };
    // Asked once the forecast of what is supposed has settled.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [actions, told]);
  return { told, elsewhere };
}
