import type { Figure } from '../comparison';
import type { ActivityPlanFinding } from './finding';

/** What of the plan a scenario moves. */
export function planFigures({
  winsNeeded,
  steps,
  volumeForGoal,
  firstQuarter,
  basis,
}: ActivityPlanFinding): readonly Figure[] {
  const first = steps[0]?.needed ?? null;
  const sure = `${Math.round(basis.assurance * 100)}%`;
  return [
    { id: 'winsNeeded', label: 'Wins needed for the goal', format: 'decimal', value: winsNeeded },
    { id: 'newDeals', label: 'New deals needed', format: 'decimal', value: first?.median ?? null },
    {
      id: 'newDealsSure',
      label: `New deals to be ${sure} sure`,
      format: 'decimal',
      value: first?.sure ?? null,
    },
    {
      id: 'firstQuarter',
      label: 'First-quarter goal to suggest',
      format: 'money',
      value: firstQuarter?.suggested ?? null,
    },
    { id: 'volume', label: 'Times today’s new deals', format: 'decimal', value: volumeForGoal },
  ];
}
