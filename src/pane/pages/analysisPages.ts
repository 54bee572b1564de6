import { type ComponentType, lazy } from 'react';
import type { Page } from '../state';

/** A page for each analysis, and one to try things out, in the order of the navigation; each is loaded when it is first shown. */
export const ANALYSIS_PAGES: readonly {
  readonly page: Page;
  readonly label: string;
  readonly Shown: ComponentType;
}[] = [
  {
    page: 'funnel',
    label: 'Funnel',
    Shown: lazy(() =>
      import(/* webpackChunkName: "page-funnel" */ './funnel/FunnelPage').then((m) => ({
        default: m.FunnelPage,
      })),
    ),
  },
  {
    page: 'indicators',
    label: 'Leads',
    Shown: lazy(() =>
      import(/* webpackChunkName: "page-indicators" */ './indicators/IndicatorsPage').then((m) => ({
        default: m.IndicatorsPage,
      })),
    ),
  },
  {
    page: 'forecast',
    label: 'Forecast',
    Shown: lazy(() =>
      import(/* webpackChunkName: "page-forecast" */ './forecast/ForecastPage').then((m) => ({
        default: m.ForecastPage,
      })),
    ),
  },
  {
    page: 'whatIf',
    label: 'What if',
    Shown: lazy(() =>
      import(/* webpackChunkName: "page-what-if" */ './whatIf/WhatIfPage').then((m) => ({
        default: m.WhatIfPage,
      })),
    ),
  },
  {
    page: 'activityPlan',
    label: 'Activity',
    Shown: lazy(() =>
      import(/* webpackChunkName: "page-activity-plan" */ './activityPlan/ActivityPlanPage').then((m) => ({
        default: m.ActivityPlanPage,
      })),
    ),
  },
  {
    page: 'capacity',
    label: 'Hiring',
    Shown: lazy(() =>
      import(/* webpackChunkName: "page-capacity" */ './capacity/CapacityPage').then((m) => ({
        default: m.CapacityPage,
      })),
    ),
  },
  {
    page: 'compensation',
    label: 'Pay',
    Shown: lazy(() =>
      import(/* webpackChunkName: "page-compensation" */ './compensation/CompensationPage').then((m) => ({
        default: m.CompensationPage,
      })),
    ),
  },
];
