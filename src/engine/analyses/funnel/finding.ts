import type { AgeingFinding } from './ageing';
import type { MovesBackPolicy } from './assumptions';
import type { Breakdown } from './breakdown';
import type { CohortFinding } from './cohorts';
import type { CompletenessFinding } from './completeness';
import type { ConformanceFinding } from './conformance';
import type { DimensionId } from './dimensions';
import type { FormulaFinding } from './formula';
import type { LossesFinding } from './lossReasons';
import type { PeopleSummary, PersonFinding } from './people';
import type { PushesFinding } from './pushes';
import type {
  CurvePoint,
  DaysQuantiles,
  Estimate,
  OutcomeAmounts,
  OutcomeCounts,
  Rate,
  WeightedRate,
} from './rates';
import type { StageEventsFinding } from './stageEvents';
import type { FunnelStep, StageFinding } from './stageFinding';
import type { SkipPolicy } from './stages';
import type { ConfiguredVersusActual } from './stageWins';
import type { TrendFinding } from './trend';
import type { UntouchedFinding } from './untouched';
import type { VelocityFinding } from './velocity';

export type { Breakdown, BreakdownGroup } from './breakdown';
export type { CohortFinding } from './cohorts';
export type { CurvePoint, DaysQuantiles, Estimate, Rate, WeightedRate } from './rates';
export type { FunnelStep, StageFinding } from './stageFinding';

/** What the funnel analysis finds. Documented for users in docs/json.md; conventions in docs/methods/funnel.md. */

export type FunnelLimit =
  | 'noStageHistory'
  | 'wideFirstEntriesOnly'
  | 'snapshotMidpoints'
  | 'recordsBegin'
  | 'noAmounts'
  | 'amountsOfWonOnly'
  | 'fewDeals'
  | 'oneDeal'
  | 'noneDecided'
  | 'noneWon'
  | 'noneLost'
  | 'peopleWithOneDeal';

export interface FunnelFinding {
  readonly basis: {
    readonly shape: 'events' | 'wide' | 'snapshots' | 'none';
    readonly opportunities: number;
    readonly firstCreated: string | null;
    readonly lastCreated: string | null;
    readonly asOf: string;
    readonly confidence: number;
    /** Of a stage: `stages[].incidence` is read so many days after entering it. */
    readonly horizonDays: number;
    /** Of a deal: `winIncidence`, `wonWithinHorizon` and the cohorts are read so many days after its creation. */
    readonly dealHorizonDays: number;
    /** Snapshots: the widest spacing in days; a date is uncertain by half of it. */
    readonly snapshotSpacingDays: number | null;
    /** Deals that closed before this day are missing from the data; null where the records are whole. */
    readonly recordsFrom: string | null;
    /** Deals created before that day: they are here because they lasted. */
    readonly olderDeals: number;
    readonly skips: SkipPolicy;
    readonly movesBack: MovesBackPolicy;
    /** What this data cannot tell, as wording keys of `report/wording.ts`. */
    readonly limits: readonly FunnelLimit[];
  };
  /** Empty when stage conversion cannot be known (shape "none"). */
  readonly stages: readonly StageFinding[];
  /** Empty like `stages`. */
  readonly funnels: readonly FunnelStep[];
  readonly outcomes: OutcomeCounts;
  /** Null where no deal has an amount. */
  readonly amounts: OutcomeAmounts | null;
  /** Won ÷ (won + lost). */
  readonly winRate: Rate;
  /** The same weighted by amounts; null without amounts. */
  readonly valueWinRate: WeightedRate | null;
  /** Aalen–Johansen from creation. `lost` holds those without a decision too; `noDecision` is null where none is. */
  readonly winIncidence: {
    readonly days: number;
    readonly won: Estimate;
    readonly lost: Estimate;
    readonly noDecision: Estimate | null;
    readonly curve: { readonly won: readonly CurvePoint[]; readonly lost: readonly CurvePoint[] };
  };
  /** Of the deals created at least the horizon before the as-of day: won within the horizon. */
  readonly wonWithinHorizon: Rate;
  /** Of the won deals, created to won, type-7 quantiles. */
  readonly daysToWin: DaysQuantiles;
  /** By stage, the step rate that a what-if supposes in place of the measured one; null: as measured. */
  readonly supposed: readonly (number | null)[];
  readonly cohorts: readonly CohortFinding[];
  /** Columns that deals can be broken down by. */
  readonly dimensions: readonly { readonly id: DimensionId; readonly label: string }[];
  /** The one that was asked for first, then one for every other column with a few values. */
  readonly breakdowns: readonly Breakdown[];
  /** Whether the first of `breakdowns` was asked for. */
  readonly asked: boolean;
  /** The largest first; empty where deals have no owners. */
  readonly people: readonly PersonFinding[];
  /** Null where deals have no owners. */
  readonly peopleSummary: PeopleSummary | null;
  readonly formula: FormulaFinding | null;
  readonly velocity: VelocityFinding | null;
  /** Empty like `stages`. */
  readonly configuredVersusActual: readonly ConfiguredVersusActual[];
  readonly ageing: AgeingFinding;
  /** Null like `stages`. */
  readonly conformance: ConformanceFinding | null;
  readonly losses: LossesFinding;
  /** Null where no table tells the expected close as it was. */
  readonly pushes: PushesFinding | null;
  /** Null where activities are not known by deal. */
  readonly untouched: UntouchedFinding | null;
  readonly stageEvents: StageEventsFinding | null;
  readonly completeness: CompletenessFinding | null;
  /** Null before any deal has closed. */
  readonly trend: TrendFinding | null;
}
