import type { Figure } from '../comparison';
import type { CompensationFinding } from './finding';

/** What of the plans' cost a scenario moves. */
export const payFigures = ({ cost }: CompensationFinding): readonly Figure[] => [
  { id: 'cost', label: 'Expected cost of the plans', format: 'money', value: cost.mean },
  { id: 'costHigh', label: 'Cost of the plans, 90th percentile', format: 'money', value: cost.p90 },
];
