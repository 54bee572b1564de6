import type { Analysis } from '../analysis';
import { assumptions } from './assumptions';
import { runFunnel } from './compute';
import { noDecisionTable } from './noDecisionTable';
import { describeFunnel } from './report';

export const funnel: Analysis<'funnel'> = {
  id: 'funnel',
  title: 'Funnel',
  question:
    'Of the deals that enter a stage, how many go on, how many are lost, how long does it take, and for whom?',
  needs: ['opportunities', 'stageHistory', 'activities', 'people'],
  assumptions,
  editableTables: [noDecisionTable],
  run: runFunnel,
  describe: describeFunnel,
};
