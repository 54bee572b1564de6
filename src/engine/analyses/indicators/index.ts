import type { Analysis } from '../analysis';
import { assumptions } from './assumptions';
import { runIndicators } from './compute';
import { leadResultsTable } from './leadResults';
import { ownIndicatorsTable } from './ownIndicators';
import { describeIndicators } from './report';

export const indicators: Analysis<'indicators'> = {
  id: 'indicators',
  title: 'Leading indicators',
  question: 'What moves before our results, by how long, and what does it say of the months ahead?',
  needs: ['opportunities', 'stageHistory', 'activities', 'results', 'people', 'quotas'],
  assumptions,
  editableTables: [leadResultsTable, ownIndicatorsTable],
  run: runIndicators,
  describe: describeIndicators,
};
