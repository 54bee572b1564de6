import type { Direction, Indicator } from './catalogue';
import type { Grain } from './periods';
import type { SeriesKind } from './series';

/** What the leading indicators find. Documented for users in docs/json.md; conventions in docs/methods/indicators.md. */

/** `none` where there is enough to look at and nothing is seen. */
export type EvidenceLight = 'collecting' | 'early' | 'none' | 'amber' | 'green';
export type SignalLight = 'green' | 'amber' | 'red';

/** Why evidence is no better than it is; in the order in which they are said. */
export type EvidenceReason =
  /** Fewer than six pairs. */
  | 'tooFewPairs'
  /** Fewer than twelve pairs. */
  | 'fewPairs'
  | 'likelyChance'
  | 'implausibleSign'
  /** Fewer than 36 months (24 without a season): the ceiling is amber. */
  | 'shortHistory'
  | 'familyChance'
  | 'noSkill'
  | 'skillUnknown'
  | 'peakOutside'
  | 'peopleDisagree';

export interface SeriesFinding {
  readonly name: string;
  readonly kind: SeriesKind;
  /** "2026-03", or the Monday of a week. */
  readonly periods: readonly string[];
  /** Cents for amounts; null where missing. */
  readonly values: readonly (number | null)[];
}

export interface ResultFinding {
  readonly name: string;
  readonly kind: SeriesKind;
  /** Of the next period, in the unit of the values. */
  readonly target: number;
  readonly targetSource: 'given' | 'quotas' | 'usual';
  /** The row, from 0, of the table of results on the Inputs sheet that asks for it: its target can be changed there. */
  readonly row: number;
}

/** The straight line of the result on the indicator `lag` periods before, of usual periods; null with fewer than six pairs. */
export interface LeadLine {
  readonly pairs: number;
  readonly intercept: number;
  readonly slope: number;
  readonly slopeLow: number;
  readonly slopeHigh: number;
  /** Standard deviation of the residuals. */
  readonly sigma: number;
  /** Mean of the indicator over the pairs, and Σ(x − mean)². */
  readonly meanX: number;
  readonly squaresX: number;
}

export interface PeopleFinding {
  /** People whose correlation has the team's sign, of those with enough periods. */
  readonly agree: number;
  readonly of: number;
  /** Pooled correlation (random effects), its interval, and the share of the differences that is not chance; null below two people. */
  readonly pooled: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly i2: number | null;
}

export interface IndicatorFinding {
  readonly name: string;
  readonly result: string;
  readonly kind: SeriesKind;
  readonly direction: Direction;
  /** Deeds, deals, kept by hand, or defined by a person. */
  readonly source: Indicator['source'];
  /** The lag of the greatest |r| inside the window, in periods; null while collecting. */
  readonly lag: number | null;
  /** The first lag inside the window whose r chance does not show in 90 of 100 cases; null where none does. */
  readonly firstLag: number | null;
  /** The lag of the greatest |r| of all. */
  readonly peakLag: number | null;
  /** At `lag`, of what trend, season and memory leave. */
  readonly r: number | null;
  /** By lag from 0, null where there are too few pairs. */
  readonly rByLag: readonly (number | null)[];
  /** The same of the plain pairs: Pearson's. */
  readonly plainByLag: readonly (number | null)[];
  /** Of the plain pairs at `lag`: Pearson's, Spearman's, how many pairs, and how many independent ones they are worth. */
  readonly plain: number | null;
  readonly rho: number | null;
  readonly n: number;
  readonly nEff: number | null;
  readonly pLag: number | null;
  readonly pFamily: number | null;
  readonly q: number | null;
  readonly differenced: boolean;
  readonly skill: number | null;
  readonly window: {
    readonly low: number;
    readonly high: number;
    readonly basis: 'stage' | 'cycle' | 'given' | 'usual';
    readonly days: number | null;
  };
  readonly evidence: EvidenceLight;
  readonly reasons: readonly EvidenceReason[];
  /** Only with amber or green evidence. */
  readonly signal: SignalLight | null;
  /** That the result reaches its target `lag` periods after the last known value. */
  readonly chance: number | null;
  /** The last known value, and its period. */
  readonly latest: { readonly period: string; readonly value: number } | null;
  /** The coming periods about which known values of the indicator already speak. */
  readonly covers: { readonly from: string; readonly to: string } | null;
  readonly line: LeadLine | null;
  readonly people: PeopleFinding;
  /** Granger's F with an order that reaches the lag, of what trend and season leave: a supporting word, never the gate. */
  readonly granger: { readonly order: number; readonly f: number; readonly p: number } | null;
  /** Of windows of twelve pairs, how many there are and how often r changes its sign from one to the next. */
  readonly stability: { readonly windows: number; readonly flips: number } | null;
}

export interface AheadFinding {
  readonly result: string;
  readonly period: string;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Standard error of the estimate as a forecast, and the degrees of freedom that it is known with. */
  readonly error: number;
  readonly freedom: number;
  readonly target: number;
  /** The target that holds where a person sets none. */
  readonly targetFromData: number;
  /** That the result reaches the target. */
  readonly chance: number;
  /** The name of the indicator that speaks of this period, or of the benchmark. */
  readonly source: string;
  /** The indicator's period that it rests on; null for a benchmark. */
  readonly from: string | null;
  /** How much of the indicator would make up for the gap, and in which period that would have to be done; null where nothing would. */
  readonly needed: { readonly indicator: string; readonly period: string; readonly value: number } | null;
}

export interface StandardFinding {
  readonly person: string;
  readonly indicator: string;
  /** In the last complete period. */
  readonly actual: number;
  /** The mean of the last three. */
  readonly recent: number;
  readonly standard: number;
  readonly standardSource: 'given' | 'team';
}

export interface IndicatorsFinding {
  readonly basis: {
    readonly asOf: string;
    readonly grain: Grain;
    readonly from: string;
    readonly to: string;
    readonly periods: number;
    /** Of the sales cycle; null where nothing tells. */
    readonly cycleDays: number | null;
    /** The first periods that are left out because an export lacks the results of what began before. */
    readonly warmUp: { readonly from: string; readonly to: string; readonly periods: number } | null;
    readonly season: 'months' | 'weeks' | 'none';
    readonly draws: number;
    readonly confidence: number;
    readonly limits: readonly ('noHistory' | 'noActivities' | 'shortHistory' | 'weeks' | 'fewPeople')[];
    /** What |r| at a single lag chance stays below in 95 of 100 cases, by number of pairs. */
    readonly thresholds: readonly { readonly pairs: number; readonly r: number }[];
  };
  readonly results: readonly ResultFinding[];
  /** Of all results, then of the indicators; one that is a result as well stands once. */
  readonly series: readonly SeriesFinding[];
  readonly indicators: readonly IndicatorFinding[];
  /** Of the first result's indicators with amber or green evidence; null with fewer than two. */
  readonly composite: {
    readonly result: string;
    readonly members: readonly { readonly indicator: string; readonly weight: number }[];
    readonly periods: readonly string[];
    readonly index: readonly number[];
  } | null;
  readonly diffusion: {
    readonly periods: readonly string[];
    /** Share of the members that rose, by period; a member that did not change counts half. */
    readonly indicators: readonly (number | null)[];
    /** Share of people whose members rose on the whole. */
    readonly people: readonly (number | null)[];
  } | null;
  readonly ahead: readonly AheadFinding[];
  readonly standards: readonly StandardFinding[];
}
