import type { Analysis } from '../analysis';
import { comparedByRunning } from '../comparison';
import { assumptions as forecastAssumptions } from '../forecast/assumptions';
import { DEAL_OVERRIDES } from '../forecast/overrides';
import { LEVERS, STAGE_LEVERS } from '../levers';
import { assumptions } from './assumptions';
import { runActivityPlan } from './compute';
import { planFigures } from './figures';
import { describeActivityPlan } from './report';

// What the first quarter rests on.
const SHARED = ['forecastNew', 'forecastLookBack', 'forecastPerson', 'forecastAtRisk', 'forecastCorrelation'];
const forecastShared = forecastAssumptions.filter(({ id }) => SHARED.includes(id));

export const activityPlan: Analysis<'activityPlan'> = {
  id: 'activityPlan',
  title: 'Activity plan',
  question: 'What must be done, by whom and how often, to reach the goal?',
  needs: ['opportunities', 'stageHistory', 'activities', 'people', 'quotas'],
  assumptions: [...assumptions, ...forecastShared, ...LEVERS],
  editableTables: [STAGE_LEVERS, DEAL_OVERRIDES],
  run: runActivityPlan,
  compare: comparedByRunning(runActivityPlan, planFigures),
  describe: describeActivityPlan,
};
