import type { Analysis } from '../analysis';
import { comparedByRunning } from '../comparison';
import { LEVERS, STAGE_LEVERS } from '../levers';
import { assumptions } from './assumptions';
import { runCapacity } from './compute';
import { hiringFigures } from './figures';
import { describeCapacity } from './report';
import { hiresTable, leaversTable, rampTable } from './tables';

export const capacity: Analysis<'capacity'> = {
  id: 'capacity',
  title: 'Hiring plan',
  question: 'What can the team of the next 24 months win, and whom must we hire when?',
  needs: ['opportunities', 'stageHistory', 'people', 'quotas'],
  assumptions: [...assumptions, ...LEVERS.filter(({ id }) => id !== 'leverCycle')],
  editableTables: [STAGE_LEVERS, hiresTable, leaversTable, rampTable],
  run: runCapacity,
  compare: comparedByRunning(runCapacity, hiringFigures),
  describe: describeCapacity,
};
