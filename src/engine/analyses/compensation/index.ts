import type { Analysis } from '../analysis';
import { assumptions } from './assumptions';
import { runCompensation } from './compute';
import { PLAN_TABLES } from './planRows/planTables';
import { describeCompensation } from './report';

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
  assumptions,
  editableTables: PLAN_TABLES,
  run: runCompensation,
  describe: describeCompensation,
};
