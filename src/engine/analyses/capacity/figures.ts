import type { Figure } from '../comparison';
import type { CapacityFinding } from './finding';

/** What of the hiring plan a scenario moves. */
export const hiringFigures = ({ total, gap, solved, months }: CapacityFinding): readonly Figure[] => [
  { id: 'canWin', label: 'Can win in 24 months', format: 'money', value: total },
  {
    id: 'short',
    label: 'Short of the goal at the end',
    format: 'money',
    value: gap === null ? null : Math.max(0, gap),
  },
  { id: 'hires', label: 'Hires that reach the goal', format: 'decimal', value: solved?.hires.length ?? null },
  {
    id: 'ramped',
    label: 'Ramped equivalents at the end',
    format: 'decimal',
    value: months.at(-1)?.ramped ?? null,
  },
];
