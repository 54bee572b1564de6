import {
  amountAssumption,
  choiceAssumption,
  numberAssumption,
  valueIn,
  type Assumption,
  type AssumptionValue,
  type AssumptionValues,
} from '../../core/assumption';
import { assumptions as funnelAssumptions } from '../funnel/assumptions';
import { LEVERS } from '../levers';
import { SEGMENTS_BY, type SegmentBy } from './segments';

const shared = (id: string): Assumption => funnelAssumptions.find((assumption) => assumption.id === id)!;

const YES_NO = { yes: 'Yes', no: 'No' };
const LEADLINE = 'Leadline’s choice.';
const OF_ALL = { min: 0, max: 1, step: 0.05 };

/** The correlation of each choice; `fitted` when the past is long enough, else as `usual`. */
export const CORRELATIONS = { none: 0, usual: 0.1, strong: 0.3 } as const;

export const assumptions: readonly Assumption[] = [
  numberAssumption(
    'forecastMonths',
    'Months of the forecast',
    'months',
    { initial: 6, min: 1, max: 24 },
    'The forecast covers so many calendar months, beginning with the month of the day after the as-of day.',
    'Two quarters.',
  ),
  amountAssumption(
    'forecastGoal',
    'Goal of the forecast',
    'Amount to be won in all months of the forecast together; each month has an equal part. 0 takes the quotas of these months. Where no deal has an amount, a number of deals.',
    'Your data.',
  ),
  choiceAssumption(
    'forecastNew',
    'Count deals that do not exist yet',
    YES_NO,
    'Deals that will begin within the months of the forecast and be won in them, as often and as fast as in the past.',
    LEADLINE,
  ),
  numberAssumption(
    'forecastLookBack',
    'Months that new deals are judged by',
    'months',
    { initial: 12, min: 3, max: 60 },
    'How many deals begin in a month is taken from so many whole months before the as-of day, amounts from the deals won in them.',
    'One year, so that every season counts once.',
  ),
  choiceAssumption(
    'forecastPerson',
    'Let the owner’s record count',
    YES_NO,
    'The odds of a deal are multiplied by those of its owner’s win rate, pooled with all others’, over the team’s, among deals that were in the same stage.',
    LEADLINE,
  ),
  numberAssumption(
    'forecastAtRisk',
    'Fewest deals behind a probability',
    'deals',
    { initial: 20, min: 5, max: 1000 },
    'Where fewer past deals were still in the stage at a deal’s age, the last age with so many stands in and the deal is flagged as stale; where a stage never had so many, all stages together do.',
    'Leadline’s choice.',
  ),
  choiceAssumption(
    'forecastCorrelation',
    'How much deals win and lose together',
    {
      fitted: 'As in the past',
      none: 'Not at all (0)',
      usual: 'A little (0.1)',
      strong: 'Strongly (0.3)',
    },
    'Good and bad months hit all deals alike. The more, the wider the band. “As in the past” fits it to how far monthly wins strayed from what was to be expected; with fewer than 12 months 0.1 is taken.',
    LEADLINE,
  ),
  numberAssumption(
    'forecastDraws',
    'Simulated futures',
    '',
    { initial: 10_000, min: 500, max: 100_000 },
    'More take longer and give steadier figures. Where there are very many open deals fewer are drawn, and the sheet says so.',
    'Leadline’s choice; P50 then moves by about 1% of the band from seed to seed.',
  ),
  choiceAssumption(
    'coverageBy',
    'Coverage by',
    SEGMENTS_BY,
    'Pipeline against goal for each value of this column.',
    LEADLINE,
    'owner',
  ),
  numberAssumption(
    'commitFrom',
    'Commit from',
    'share',
    { initial: 0.7, ...OF_ALL },
    'A deal at least as probable as this is a commit.',
    LEADLINE,
  ),
  numberAssumption(
    'bestCaseFrom',
    'Best case from',
    'share',
    { initial: 0.4, ...OF_ALL },
    'A deal at least as probable as this is a best case.',
    LEADLINE,
  ),
  numberAssumption(
    'omitBelow',
    'Omit below',
    'share',
    { initial: 0.05, ...OF_ALL },
    'A deal less probable than this is left out of the pipeline.',
    LEADLINE,
  ),
  numberAssumption(
    'bridgeDays',
    'Days of the bridge',
    'days',
    { initial: 90, min: 1, max: 1826 },
    'The bridge shows how the pipeline changed since so many days before the as-of day.',
    'One quarter.',
  ),
  numberAssumption(
    'soonDays',
    'Closing soon means within',
    'days',
    { initial: 14, min: 1, max: 92 },
    'Deals expected to close within so many days are listed with their risks.',
    'The last two weeks, in which little can still be mended.',
  ),
  numberAssumption(
    'concentrationFrom',
    'A large deal is, of P50, at least',
    'share',
    { initial: 0.2, ...OF_ALL },
    'Deals at least this large a part of the forecast’s middle are shown with and without.',
    LEADLINE,
  ),
  numberAssumption(
    'backtestMonths',
    'Months looked back on for accuracy',
    'months',
    { initial: 12, min: 0, max: 36 },
    'For each of so many past months a forecast of that month is made with only what was visible when it began (today’s amounts, where earlier ones are not in the data), and compared with what came. 0 leaves the backtest out.',
    'One year.',
  ),
  shared('confidence'),
  shared('minimumForPercent'),
  ...LEVERS,
];

export interface ForecastAssumptions {
  readonly months: number;
  /** Units; 0: quotas. */
  readonly goal: number;
  readonly withNew: boolean;
  readonly lookBack: number;
  readonly byPerson: boolean;
  readonly atRisk: number;
  readonly correlation: 'fitted' | keyof typeof CORRELATIONS;
  readonly draws: number;
  readonly coverageBy: SegmentBy;
  readonly commitFrom: number;
  readonly bestCaseFrom: number;
  readonly omitBelow: number;
  readonly bridgeDays: number;
  readonly soonDays: number;
  readonly concentrationFrom: number;
  readonly backtestMonths: number;
  readonly confidence: number;
  readonly minimumForPercent: number;
}

/** The values by their names; absent ones are the initial values. `values` has been checked against the ranges. */
export function readAssumptions(values: AssumptionValues): ForecastAssumptions {
  const value = (id: string): AssumptionValue => valueIn(assumptions, values, id);
  const days = (id: string): number => Math.floor(Number(value(id)));
  return {
    months: days('forecastMonths'),
    goal: Number(value('forecastGoal')),
    withNew: value('forecastNew') === 'yes',
    lookBack: days('forecastLookBack'),
    byPerson: value('forecastPerson') === 'yes',
    atRisk: days('forecastAtRisk'),
    // Checked choices are one of their values.
    correlation: value('forecastCorrelation') as ForecastAssumptions['correlation'],
    draws: days('forecastDraws'),
    coverageBy: value('coverageBy') as SegmentBy,
    commitFrom: Number(value('commitFrom')),
    bestCaseFrom: Number(value('bestCaseFrom')),
    omitBelow: Number(value('omitBelow')),
    bridgeDays: days('bridgeDays'),
    soonDays: days('soonDays'),
    concentrationFrom: Number(value('concentrationFrom')),
    backtestMonths: days('backtestMonths'),
    confidence: Number(value('confidence')),
    minimumForPercent: Number(value('minimumForPercent')),
  };
}
