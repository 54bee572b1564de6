import type { Analysis } from '../analysis';
import { comparedByRunning } from '../comparison';
import { LEVERS, STAGE_LEVERS } from '../levers';
import { assumptions } from './assumptions';
import { runActivityPlan } from './compute';
import { planFigures } from './figures';
import { describeActivityPlan } from './report';

export const activityPlan: Analysis<'activityPlan'> = {
  id: 'activityPlan',
  title: 'Activity plan',
  question: 'What must be done, by whom and how often, to reach the goal?',
  needs: ['opportunities', 'stageHistory', 'activities', 'people', 'quotas'],
  assumptions: [...assumptions, ...LEVERS],
  editableTables: [STAGE_LEVERS],
  run: runActivityPlan,
  compare: comparedByRunning(runActivityPlan, planFigures),
  describe: describeActivityPlan,
};
