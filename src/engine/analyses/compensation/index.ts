import type { Analysis } from '../analysis';
import { assumptions as activityPlan } from '../activityPlan/assumptions';
import { assumptions as capacity } from '../capacity/assumptions';
import { LEVERS, STAGE_LEVERS } from '../levers';
import { assumptions } from './assumptions';
import { comparePay } from './compare';
import { runCompensation } from './compute';
import { INCOME_GOAL, modellingAssumptions, OVER_ASSIGNMENT } from './modelling/assumptions';
import { planAnswers } from './modelling/ask/answer';
import { PLAN_SEEKS } from './modelling/soughtBudgets';
import { PLAN_TABLES } from './planRows/planTables';
import { describeCompensation } from './report';

// Asked for by the plans of activities and of hiring too: one cell for all of them.
const shared = [...activityPlan, ...capacity].filter(
  ({ id }) => id === INCOME_GOAL || id === OVER_ASSIGNMENT,
);

export const compensation: Analysis<'compensation'> = {
  id: 'compensation',
  title: 'Compensation',
  question: 'Who is paid what under the plan, and why?',
  needs: [
    'planComponents',
    'planTiers',
    'planModifiers',
    'bookings',
    'opportunities',
    'splits',
    'attainments',
    'people',
    'quotas',
  ],
  assumptions: [
    ...assumptions,
    ...modellingAssumptions,
    ...shared,
    ...LEVERS.filter(({ id }) => id !== 'leverCycle'),
  ],
  editableTables: [STAGE_LEVERS, ...PLAN_TABLES, PLAN_SEEKS],
  run: runCompensation,
  answers: planAnswers,
  answersUnfound: planAnswers,
  compare: comparePay,
  describe: describeCompensation,
};
