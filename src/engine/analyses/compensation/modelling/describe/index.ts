import type { ReportSheet } from '../../../../report/report';
import type { ModellingFinding } from '../finding';
import { comparisonSheet } from './comparisonSheet';
import { costSheet } from './costSheet';
import { curveSheet } from './curveSheet';
import { healthSheet } from './healthSheet';
import { objectivesSheet } from './objectivesSheet';
import { quotaSheet } from './quotaSheet';

/** The sheets that speak of plans, and not of what a person is paid. */
export const modellingSheets = (finding: ModellingFinding): readonly ReportSheet[] => [
  ...curveSheet(finding),
  ...comparisonSheet(finding),
  costSheet(finding),
  healthSheet(finding),
  ...quotaSheet(finding),
  ...objectivesSheet(finding),
];
