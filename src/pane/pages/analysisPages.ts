import { type ComponentType, lazy } from 'react';
import type { AnalysisId } from '../../engine/analyses/findings';
import { FunnelPage } from './funnel/FunnelPage';

/** A page for each analysis, in the order of the navigation. All but the first are loaded when they are first shown. */
export const ANALYSIS_PAGES: readonly {
  readonly page: AnalysisId;
  readonly label: string;
  readonly Shown: ComponentType;
}[] = [
  { page: 'funnel', label: 'Funnel', Shown: FunnelPage },
  {
    page: 'activityPlan',
    label: 'Activity',
    Shown: lazy(() =>
      import(/* webpackChunkName: "page-activity-plan" */ './activityPlan/ActivityPlanPage').then((m) => ({
        default: m.ActivityPlanPage,
      })),
    ),
  },
];
