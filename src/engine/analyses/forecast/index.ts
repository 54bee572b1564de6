import type { Analysis } from '../analysis';
import { STAGE_LEVERS } from '../levers';
import { assumptions } from './assumptions';
import { compareForecast } from './compare';
import { runForecast } from './compute';
import { DEAL_OVERRIDES } from './overrides';
import { describeForecast } from './report';
import { whatIfs } from './whatIf';

export const forecast: Analysis<'forecast'> = {
  id: 'forecast',
  title: 'Forecast',
  question: 'What will the months ahead bring, how sure is that, and what would change it?',
  needs: ['opportunities', 'stageHistory', 'people', 'quotas', 'activities'],
  assumptions,
  editableTables: [STAGE_LEVERS, DEAL_OVERRIDES],
  run: runForecast,
  answers: whatIfs,
  compare: compareForecast,
  describe: describeForecast,
};
