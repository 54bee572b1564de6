import type { Rate } from '../funnel/finding';
import type { Backtest } from './backtest';
import type { CoverageFinding } from './coverage';
import type { Basis } from './model';
import type { Category } from './overrides';
import type { BridgeFinding } from './pipelineOn';
import type { Risk } from './risks';
import type { Slippage } from './slippage';
import type { Band } from './summarise';
import type { Weighted } from './weighted';

/**
 * What the forecast finds. Documented for users in docs/json.md; conventions in docs/methods/forecast.md. Money is in
 * cents; where no deal has an amount each deal counts as 1 and `basis.unit` says so.
 */

/** What is won in a period: what is won by the as-of day already, and what is still to come. */
export interface PeriodForecast extends Band {
  /** "2012-01", "2012-Q1", or "total". */
  readonly period: string;
  readonly from: string;
  readonly to: string;
  /** Won already; part of the band. */
  readonly booked: number;
  readonly goal: number | null;
  readonly probabilityOfGoal: number | null;
  /** Of today's open deals alone, nothing booked and nothing new. */
  readonly open: Band;
  /** The same as numbers of deals. */
  readonly wins: Band & { readonly booked: number; readonly open: Band };
}

export interface DealForecast {
  readonly id: string;
  readonly owner: string | null;
  readonly stage: string | null;
  readonly daysInStage: number | null;
  readonly amount: number | null;
  readonly expectedClose: string | null;
  /** The CRM's probability, the stage's win rate, and the age-aware one of a win at any time. */
  readonly configured: number | null;
  readonly historical: number | null;
  readonly ever: number;
  /** Of a win by the end of the forecast: as computed, and in force where it was overridden. */
  readonly computed: number;
  readonly probability: number;
  /** Amount × probability. */
  readonly expected: number;
  readonly basis: Basis;
  readonly category: Category;
  /** By the computed probability alone. */
  readonly computedCategory: Category;
  /** The category comes from the CRM or from a manager. */
  readonly categoryFrom: 'computed' | 'crm' | 'override';
  readonly overridden: boolean;
  readonly risks: readonly Risk[];
}

export interface StageForecast {
  readonly stage: string;
  readonly deals: number;
  readonly amount: number;
  readonly won: number;
  readonly decided: number;
  /** Σ amount × probability of the stage's deals, each way; null where there is none. */
  readonly configured: number | null;
  readonly historical: number | null;
  readonly ageAware: number;
}

export interface ForecastFinding {
  readonly basis: {
    readonly asOf: string;
    readonly from: string;
    readonly to: string;
    readonly unit: 'amount' | 'deals';
    readonly openDeals: number;
    readonly openAmount: number;
    readonly dealsWithoutAmount: number;
    readonly won: number;
    readonly lost: number;
    readonly draws: number;
    readonly correlation: {
      readonly used: number;
      readonly fitted: number | null;
      readonly months: number;
    };
    /** How many times as wide bands were made because past ones were not; null: as simulated. */
    readonly recalibration: number | null;
    readonly limits: readonly ForecastLimit[];
  };
  readonly goalFrom: 'given' | 'quotas' | 'none';
  readonly periods: readonly PeriodForecast[];
  readonly quarters: readonly PeriodForecast[];
  readonly total: PeriodForecast;
  /** The total's quantiles at 0.5%, 1.5%, … 99.5%: hundred equal parts of the futures. */
  readonly distribution: readonly number[];
  /** Of the open deals, by adding up every combination; null when they are too many. */
  readonly exact: Band | null;
  /** The total at no correlation, the one in force, and a strong one. */
  readonly sensitivity: readonly (Band & {
    readonly correlation: number;
    readonly probabilityOfGoal: number | null;
  })[];
  readonly newDeals: {
    readonly perMonth: number;
    readonly months: number;
    readonly dispersion: number | null;
    readonly model: 'poisson' | 'negativeBinomial';
    readonly wins: number;
    readonly amount: number;
  } | null;
  readonly weighted: {
    readonly configured: Weighted | null;
    readonly historical: Weighted | null;
    readonly ageAware: Weighted | null;
    /** Of the age-aware one: by the end of the forecast. */
    readonly withinForecast: Weighted | null;
  };
  readonly stages: readonly StageForecast[];
  readonly categories: readonly {
    readonly category: Category;
    readonly deals: number;
    readonly amount: number;
    readonly expected: number;
    /** Of these, put there by the CRM or a manager. */
    readonly moved: number;
  }[];
  /** The largest expected amounts first. */
  readonly deals: readonly DealForecast[];
  /** Open deals beyond those listed. */
  readonly dealsNotListed: number;
  readonly concentration: readonly {
    readonly id: string;
    readonly amount: number;
    readonly share: number;
    readonly won: Band;
    readonly without: Band;
  }[];
  /** Open deals expected to close within the days assumed, the soonest first; past dates included. */
  readonly soon: readonly DealForecast[];
  readonly slippage: Slippage;
  readonly coverageBy: string;
  readonly coverage: readonly CoverageFinding[];
  readonly coverageTotal: CoverageFinding;
  readonly bridge: BridgeFinding;
  readonly backtest: Backtest | null;
}

export type ForecastLimit =
  | 'noStageHistory'
  | 'noAmounts'
  | 'noGoal'
  | 'goalOfSomeMonths'
  | 'noRecords'
  | 'fewWins'
  | 'noBacktest'
  | 'fewerDraws'
  | 'noOpenDeals';

export type { Rate };
