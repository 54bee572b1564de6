import type { Assumption } from '../../src/engine/core/assumption';

/** A number with a unit, a share and a choice. */
export const ASSUMPTIONS: readonly Assumption[] = [
  {
    id: 'horizonDays',
    kind: 'number',
    label: 'Horizon',
    help: '',
    source: '',
    unit: 'days',
    initial: 90,
    min: 1,
    max: 1000,
    step: 1,
  },
  {
    id: 'confidence',
    kind: 'number',
    label: 'Confidence',
    help: '',
    source: '',
    unit: 'share',
    initial: 0.95,
    min: 0.5,
    max: 0.999,
    step: 0.01,
  },
  {
    id: 'cohort',
    kind: 'choice',
    label: 'Cohort',
    help: '',
    source: '',
    unit: '',
    initial: 'quarter',
    choices: [
      { value: 'month', label: 'By month' },
      { value: 'quarter', label: 'By quarter' },
    ],
  },
];
