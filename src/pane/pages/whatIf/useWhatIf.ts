import { useEffect, useMemo, useState } from 'react';
import type { ActivityPlanFinding } from '../../../engine/analyses/activityPlan/finding';
import type { CapacityFinding } from '../../../engine/analyses/capacity/finding';
import type { WhatIfAnswer } from '../../../engine/analyses/forecast/whatIf';
import type { Supposed } from '../../../engine/analyses/levers';
import { usePane } from '../../context';
import { following } from './following';

/** What comes of what is supposed. */
export interface Told {
  readonly forecast: WhatIfAnswer;
  /** Of all futures, and of what is supposed now. */
  readonly isSettled: boolean;
}
export interface AlsoTold {
  readonly plan: ActivityPlanFinding | undefined;
  readonly hiring: CapacityFinding | undefined;
}

/** Follows what is supposed: the forecast at once, activity need and hiring plan when the hand rests. */
export function useWhatIf(supposed: Supposed): {
  readonly told: Told | undefined;
  readonly also: AlsoTold | undefined;
} {
  const { state, actions } = usePane();
  const run = state.run;
  const [told, setTold] = useState<Told>();
  const [also, setAlso] = useState<AlsoTold>();
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
    void Promise.all([actions.ask('activityPlan', supposed), actions.ask('capacity', supposed)]).then(
      ([plan, hiring]) => {
        if (isWanted) setAlso({ plan, hiring });
      },
    );
    return () => {
      isWanted = false;
    };
    // Asked once the forecast of what is supposed has settled.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [actions, told]);
  return { told, also };
}
