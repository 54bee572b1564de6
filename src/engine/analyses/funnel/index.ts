import type { Analysis } from '../analysis';
import { LEVERS, STAGE_LEVERS } from '../levers';
import { assumptions } from './assumptions';
import { breakdownAnswers } from './breakdowns';
import { compareFunnel } from './compare';
import { runFunnel } from './compute';
import { noDecisionTable } from './noDecisionTable';
import { describeFunnel } from './report';

export const funnel: Analysis<'funnel'> = {
  id: 'funnel',
  title: 'Funnel',
  question:
    'Of the deals that enter a stage, how many go on, how many are lost, how long does it take, and for whom?',
  needs: ['opportunities', 'stageHistory', 'activities', 'people'],
  assumptions: [...assumptions, ...LEVERS.filter(({ id }) => id === 'leverConversion')],
  editableTables: [STAGE_LEVERS, noDecisionTable],
  run: runFunnel,
  compare: compareFunnel,
  describe: describeFunnel,
  answers: breakdownAnswers,
};
