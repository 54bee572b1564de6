import type { Analysis } from '../analysis';
import { assumptions } from './assumptions';
import { runFunnel } from './compute';
import { describeFunnel } from './report';

export const funnel: Analysis<'funnel'> = {
  id: 'funnel',
  title: 'Funnel',
  question: 'Of the deals that enter a stage, how many go on, how many are lost, and how long does it take?',
  needs: ['opportunities', 'stageHistory'],
  assumptions,
  run: runFunnel,
  describe: describeFunnel,
};
