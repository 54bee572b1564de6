import { valueIn, type Assumption, type AssumptionValues } from '../../core/assumption';

export const BREAKDOWNS = {
  none: 'Nothing',
  owner: 'Owner',
  leadSource: 'Lead source',
  type: 'Type',
  product: 'Product',
  segment: 'Segment',
  region: 'Region',
  account: 'Account',
} as const;
export type BreakdownBy = keyof typeof BREAKDOWNS;

export const assumptions: readonly Assumption[] = [
  {
    kind: 'number',
    id: 'horizonDays',
    label: 'Horizon of a stage',
    unit: 'days',
    initial: 90,
    min: 1,
    max: 1826,
    step: 1,
    help: 'Moving on and being lost are read this many days after a deal enters a stage: “of the deals that enter, how many have moved on within 90 days?”',
    source: 'One quarter, the rhythm in which most sales teams plan.',
  },
  {
    kind: 'number',
    id: 'dealHorizonDays',
    label: 'Horizon of a deal',
    unit: 'days',
    initial: 0,
    min: 0,
    max: 3652,
    step: 1,
    help: 'Wins are read this many days after a deal is created, and a quarter of deals counts as comparable when all of them have been followed so long. 0 lets the data choose: the months of 30 days within which nine in ten of the wins came.',
    source: 'Leadline’s choice: long enough that few wins come later, so that quarters can be compared.',
  },
  {
    kind: 'number',
    id: 'confidence',
    label: 'Confidence',
    unit: 'share',
    initial: 0.95,
    min: 0.5,
    max: 0.999,
    step: 0.01,
    help: 'How sure an interval shall be to hold the true rate. Higher makes wider intervals.',
    source: 'Common practice in statistics.',
  },
  {
    kind: 'number',
    id: 'minimumForPercent',
    label: 'Smallest group shown as a percentage',
    unit: 'deals',
    initial: 5,
    min: 1,
    max: 1000,
    step: 1,
    help: 'Below this many deals only the counts are shown: “2 of 3” says more honestly what is known than “66.7%”.',
    source: 'Leadline’s choice; with 4 deals the interval of any rate is at least 49 percentage points wide.',
  },
  {
    kind: 'choice',
    id: 'breakdownBy',
    label: 'Break down by',
    unit: '',
    initial: 'owner',
    choices: Object.entries(BREAKDOWNS).map(([value, label]) => ({ value, label })),
    help: 'Outcomes and win rate are also shown for each value of this column.',
    source: 'Leadline’s choice.',
  },
];

export interface FunnelAssumptions {
  readonly horizonDays: number;
  /** 0: chosen from the data. */
  readonly dealHorizonDays: number;
  readonly confidence: number;
  readonly minimumForPercent: number;
  readonly breakdownBy: BreakdownBy;
}

/** The values by their names; absent ones are the initial values. `values` has been checked against the ranges. */
export function readAssumptions(values: AssumptionValues): FunnelAssumptions {
  const value = (id: keyof FunnelAssumptions) => valueIn(assumptions, values, id);
  return {
    horizonDays: Math.floor(Number(value('horizonDays'))),
    dealHorizonDays: Math.floor(Number(value('dealHorizonDays'))),
    confidence: Number(value('confidence')),
    minimumForPercent: Number(value('minimumForPercent')),
    // A checked choice is one of its values.
    breakdownBy: value('breakdownBy') as BreakdownBy,
  };
}
