import {
  choiceAssumption,
  numberAssumption,
  valueIn,
  type Assumption,
  type AssumptionValues,
} from '../../core/assumption';
import { DIMENSION_IDS, dimensionLabel, type DimensionId } from './dimensions';
import type { PeriodUnit } from './grouping';
import type { SkipPolicy } from './stages';

/** Which way of a deal that moved back counts. */
export type MovesBackPolicy = 'first' | 'last';

const WITH_NOTHING = {
  none: 'Nothing',
  ...Object.fromEntries(DIMENSION_IDS.map((id) => [id, dimensionLabel(id)])),
};

export const assumptions: readonly Assumption[] = [
  numberAssumption(
    'horizonDays',
    'Horizon of a stage',
    'days',
    { initial: 90, min: 1, max: 1826 },
    'Moving on and being lost are read this many days after a deal enters a stage: “of the deals that enter, how many have moved on within 90 days?”',
    'One quarter, the rhythm in which most sales teams plan.',
  ),
  numberAssumption(
    'dealHorizonDays',
    'Horizon of a deal',
    'days',
    { initial: 0, min: 0, max: 3652 },
    'Wins are read this many days after a deal is created, and a quarter of deals counts as comparable when all of them have been followed so long. 0 lets the data choose: the months of 30 days within which nine in ten of the wins came.',
    'Leadline’s choice: long enough that few wins come later, so that quarters can be compared.',
  ),
  numberAssumption(
    'confidence',
    'Confidence',
    'share',
    { initial: 0.95, min: 0.5, max: 0.999, step: 0.01 },
    'How sure an interval shall be to hold the true rate. Higher makes wider intervals, and differences are called so less easily.',
    'Common practice in statistics.',
  ),
  numberAssumption(
    'minimumForPercent',
    'Smallest group shown as a percentage',
    'deals',
    { initial: 5, min: 1, max: 1000 },
    'Below this many deals only the counts are shown: “2 of 3” says more honestly what is known than “66.7%”.',
    'Leadline’s choice; with 4 deals the interval of any rate is at least 49 percentage points wide.',
  ),
  choiceAssumption(
    'skips',
    'Skipped stages',
    { passed: 'Passed over, not entered', entered: 'Counted as entered and moved on' },
    'A deal that goes from the first stage to the third has skipped the second. Times in a stage are those of the deals that entered it, either way.',
    'Leadline’s choice: nothing is known of a deal in a stage that it never entered.',
  ),
  choiceAssumption(
    'movesBack',
    'Deals that move back',
    { first: 'First time through counts', last: 'Last time through counts' },
    'First: moving back undoes nothing, and the clock of a stage runs from the first entry. Last: what a deal had entered after the stage that it came back to is forgotten, and the clock begins again.',
    'Leadline’s choice: a deal that advanced has advanced.',
  ),
  choiceAssumption(
    'cohortBy',
    'Cohorts by',
    { quarter: 'Quarter of creation', month: 'Month of creation' },
    'Deals created in the same quarter or month are followed together.',
    'Leadline’s choice: months are often too small to tell.',
  ),
  numberAssumption(
    'recordsDays',
    'Closed deals on record for',
    'days',
    { initial: 0, min: 0, max: 36_520 },
    'Where older closed deals are missing from the data, the older deals that are there are those that lasted. Say for how many days before the as-of day every closed deal is there; 0 lets the data show it.',
    'Your data.',
  ),
  choiceAssumption(
    'breakdownBy',
    'Break down by',
    WITH_NOTHING,
    'Outcomes and win rate are also shown for each value of this column.',
    'Leadline’s choice.',
    'owner',
  ),
  choiceAssumption(
    'breakdownAndBy',
    'And by',
    WITH_NOTHING,
    'A second column: every value of the first together with every value of the second.',
    'Leadline’s choice.',
  ),
  numberAssumption(
    'rankCertainty',
    'Certainty of a difference',
    'share',
    { initial: 0.9, min: 0.6, max: 0.999, step: 0.01 },
    'People are ranked, and banded A or C, only where their true win rate is higher or lower with this probability, and only if people differ beyond chance at all.',
    'Nine in ten: a manager who acts on ten such differences is wrong about one of them.',
  ),
  numberAssumption(
    'untouchedDays',
    'Untouched after',
    'days',
    { initial: 30, min: 1, max: 3652 },
    'An open deal without an activity for so many days, and with none planned, is untouched.',
    'One month; set what your team holds for long.',
  ),
  numberAssumption(
    'leverChange',
    'Change of a lever',
    'share',
    { initial: 0.1, min: 0.01, max: 0.9, step: 0.01 },
    'Velocity is also shown with each of its four levers moved by this much for the better.',
    'A tenth is what a team may achieve.',
  ),
  numberAssumption(
    'driftRatio',
    'Shift looked for',
    'times',
    { initial: 1.5, min: 1.05, max: 10, step: 0.05 },
    'The alarm is made to find a lasting change of the odds of a win by this factor, up or down, soonest. 1.5 is from 25% to 33%, or to 18%.',
    'Leadline’s choice: a change that a manager would want to hear of.',
  ),
];

export interface FunnelAssumptions {
  readonly horizonDays: number;
  /** 0: chosen from the data. */
  readonly dealHorizonDays: number;
  readonly confidence: number;
  readonly minimumForPercent: number;
  readonly skips: SkipPolicy;
  readonly movesBack: MovesBackPolicy;
  readonly cohortBy: PeriodUnit;
  /** 0: found in the data. */
  readonly recordsDays: number;
  readonly breakdownBy: DimensionId | 'none';
  readonly breakdownAndBy: DimensionId | 'none';
  readonly rankCertainty: number;
  readonly untouchedDays: number;
  readonly leverChange: number;
  readonly driftRatio: number;
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
    skips: value('skips') as SkipPolicy,
    movesBack: value('movesBack') as MovesBackPolicy,
    cohortBy: value('cohortBy') as PeriodUnit,
    recordsDays: Math.floor(Number(value('recordsDays'))),
    breakdownBy: value('breakdownBy') as FunnelAssumptions['breakdownBy'],
    breakdownAndBy: value('breakdownAndBy') as FunnelAssumptions['breakdownAndBy'],
    rankCertainty: Number(value('rankCertainty')),
    untouchedDays: Math.floor(Number(value('untouchedDays'))),
    leverChange: Number(value('leverChange')),
    driftRatio: Number(value('driftRatio')),
  };
}
