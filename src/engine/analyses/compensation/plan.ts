/**
 * A compensation plan as data. Every record here is one row of a plan sheet (tables Components, Tiers, Modifiers) and
 * one object of a plan's JSON document, with the same fields: neither form holds what the other cannot.
 *
 * Units: amounts are in units of the currency as a person types them (cents begin in `evaluate`), shares are fractions
 * of one (a rate of 5 % is 0.05, an attainment of 110 % is 1.1).
 */
export interface Plan {
  readonly name: string;
  readonly components: readonly Component[];
  /** Of the whole plan: draw, cap of the total, clawback, holdback, who it is for … */
  readonly modifiers: readonly Modifier[];
}

/** What is credited: money, or a count. `margin` is the money of gross margin; `typed` comes from attainments typed by hand only. */
export type Basis = 'revenue' | 'margin' | 'units' | 'deals' | 'typed';

/**
 * How a number becomes pay. A rate has one unit, always:
 * `ofAmount` share of the credited money; `timesRate` × the component's base rate; `timesTarget` × target pay per quota
 * (2 pays two points of target pay for each point of attainment); `perUnit` money for each unit or deal; `perPoint`
 * money for each point (1 %) of attainment; `fixed` a lump of money; `ofTarget` a lump, as a share of target pay.
 */
export type RateUnit =
  'ofAmount' | 'timesRate' | 'timesTarget' | 'perUnit' | 'perPoint' | 'fixed' | 'ofTarget';

/**
 * What turns credit into pay. `rate` one rate for all of it; `tiers` bands, each with its rate; `curve` points of
 * attainment and share of target pay, joined by straight lines; `scorecard` several measures by weight, then as `curve`
 * where it has points, else × target pay; `contest` prizes by rank; `pool` a pot shared among a team; `measure` pays
 * nothing and is there for gates and scorecards to look at.
 */
export type ComponentKind = 'rate' | 'tiers' | 'curve' | 'scorecard' | 'contest' | 'pool' | 'measure';

export type PeriodLength = 'month' | 'quarter' | 'halfYear' | 'year';

/** What the bounds of bands are bounds of; margin (a share) and contract term (months) are properties of single deals. */
export type BandsOf = 'attainment' | 'amount' | 'margin' | 'term';

export interface Component {
  /** Unique in its plan; gates, multipliers and scorecards name it as a measure. */
  readonly name: string;
  readonly kind: ComponentKind;
  readonly basis: Basis;
  /** Only credits whose fields have one of these values, by field id: { type: ['New', 'Upgrade'] }. */
  readonly only?: Readonly<Record<string, readonly string[]>>;
  /** Whose credits: a person's own, or the team's of a manager (override). */
  readonly whose?: 'own' | 'team';
  /** Margin in per cent is of the price (default), or of the cost. */
  readonly marginOn?: 'price' | 'cost';
  /** Name of the quota; absent takes the quotas that have no measure, or the only measure there is. */
  readonly quota?: string;
  readonly period: PeriodLength;
  /** The year so far is paid at the period's end, less what was paid before. */
  readonly yearToDate?: boolean;
  /** Each deal is paid alone, whatever else was sold; else the period's sum is. Bands of margin or term are always per deal. */
  readonly perDeal?: boolean;
  /** Only credits from and to this day (2026-03-01), both included: a SPIFF of six weeks. */
  readonly starts?: string;
  readonly ends?: string;
  /** Absent: of unit `ofAmount` the person's own commission rate, else target pay ÷ quota. */
  readonly rate?: number;
  readonly unit?: RateUnit;
  /** Share of the person's target variable pay; 1 when absent. */
  readonly weight?: number;
  /** Target pay of the component's period, in place of a share of the person's. */
  readonly target?: number;
  readonly bandsOf?: BandsOf;
  /** Whose band a value exactly at a bound is in: the upper one unless said. */
  readonly boundary?: 'upper' | 'lower';
  /** A deal that crosses a bound is split there (default), or whole in the tier where it begins or ends. */
  readonly crossing?: 'split' | 'lower' | 'upper';
  /** Between the points of a curve: a straight line (default), or what the point below pays. */
  readonly join?: 'line' | 'step';
  /** Above its last point: as at it (default), or on along the last line. Below its first point it pays as at it. */
  readonly beyond?: 'flat' | 'line';
  /** A pool is shared by credit (default), or equally. */
  readonly shared?: 'byCredit' | 'equally';
  /** Corporate objective that the component serves. */
  readonly objective?: string;
  /** Ascending by `from`. */
  readonly tiers: readonly Tier[];
  readonly modifiers: readonly Modifier[];
}

/**
 * A band [from, to), or a point of a curve (then `to` is absent), or the ranks `from` to `to` of a contest (both included;
 * without `to` that rank alone). A bound of an amount is in units of the currency, or a count. `marginal` pays the rate on
 * what lies in the band; `whole` pays it on everything up to here, in place of what the tiers below would pay.
 */
export interface Tier {
  readonly from: number;
  /** Absent: no upper end. */
  readonly to?: number;
  readonly rate: number;
  readonly unit: RateUnit;
  readonly how?: 'marginal' | 'whole';
}

/** A band of a measure: of a component's attainment by the component's name, or of `margin`, `term`, `amount` of a deal. */
export interface MeasureBand {
  readonly measure: string;
  readonly from?: number;
  readonly to?: number;
}

/**
 * A rule beside the curve, as one row: its columns are Measure, From, To, Value, Unit and How (and a second measure for a
 * matrix), of which each kind uses some. A modifier of a component acts on it; one of the plan on all of them.
 */
export type Modifier =
  /** Nothing below `from`; `linear` is 0 there, as without it from 100 % on, and a straight line between. */
  | { readonly kind: 'threshold'; readonly from: number; readonly how: 'hard' | 'linear' }
  /** While the measure's attainment is below `from`, pay is × `value` (`factor`), or credit above 100 % earns the rate that holds just below it (`noAcceleration`). */
  | {
      readonly kind: 'gate';
      readonly measure: string;
      readonly from: number;
      readonly value?: number;
      readonly how: 'factor' | 'noAcceleration';
    }
  /** Rows of one measure (and second measure) are one table; several tables multiply. Outside of all rows × 1. */
  | ({ readonly kind: 'multiplier'; readonly value: number; readonly and?: MeasureBand } & MeasureBand)
  /** Of pay from `from` on only the share `value` is paid: nothing where none is said; with a share the cap is soft. */
  | {
      readonly kind: 'cap';
      readonly from: number;
      readonly value?: number;
      readonly unit: 'fixed' | 'ofTarget';
      readonly how: 'period' | 'deal';
    }
  /** A deal of more than this share of the quota is a windfall: flagged, not cut. */
  | { readonly kind: 'windfall'; readonly from: number }
  /** In the months of work `from` to `to`: quota or rate × `value` (`share`), or the month's quota itself (`fixed`). */
  | {
      readonly kind: 'ramp';
      readonly from: number;
      readonly to?: number;
      readonly value: number;
      readonly unit: 'share' | 'fixed';
      readonly how: 'quota' | 'rate';
    }
  /** Quota, target pay or both by active days ÷ days of the period, both ends counted. */
  | { readonly kind: 'proration'; readonly how: 'quota' | 'target' | 'both' }
  /** A weighted measure of a scorecard. Its attainment counts up to `to`. */
  | { readonly kind: 'weight'; readonly measure: string; readonly value: number; readonly to?: number }
  /**
   * At least `value` a period, or (`onTop…`) `value` beside what is earned; in the first `to` periods of work where that is
   * said. Recoverable: what was advanced is owed, and kept back from later pay.
   */
  | {
      readonly kind: 'draw';
      readonly value: number;
      readonly to?: number;
      readonly how: 'recoverable' | 'notRecoverable' | 'onTopRecoverable' | 'onTopNotRecoverable';
    }
  /** What is still owed of a draw after `to` periods of work is forgiven. */
  | { readonly kind: 'forgiveness'; readonly to: number }
  /**
   * A cancelled deal takes back the share `value` of what it earned (`full`), of that the months of its term still to run
   * (`prorated`), or of what of it has been paid (`paidPart`); within `to` months of the deal where that is said.
   */
  | {
      readonly kind: 'clawback';
      readonly value: number;
      readonly to?: number;
      readonly how: 'full' | 'prorated' | 'paidPart';
    }
  /** The share `value` of each payout is kept and paid `to` periods later. */
  | { readonly kind: 'holdback'; readonly value: number; readonly to: number }
  /** Credits in the currency `measure` × `value`, the rate fixed on the day `how` (2026-01-02). */
  | { readonly kind: 'currency'; readonly measure: string; readonly value: number; readonly how?: string }
  /** Who the plan is for: those whose `measure` is one of `values`; several rows must all hold. Without a row, everyone. */
  | {
      readonly kind: 'appliesTo';
      readonly measure: 'person' | 'role' | 'team' | 'region';
      readonly values: readonly string[];
    }
  /** This plan is for comparison with the plan `measure`: it pays nobody. */
  | { readonly kind: 'alternativeTo'; readonly measure: string };

export type ModifierKind = Modifier['kind'];
export type ModifierOf<K extends ModifierKind> = Extract<Modifier, { readonly kind: K }>;

/** The modifiers of one kind, in their order. */
export const modifiersOf = <K extends ModifierKind>(
  modifiers: readonly Modifier[],
  kind: K,
): readonly ModifierOf<K>[] =>
  // A filter by the discriminant: the type follows from it.
  modifiers.filter((modifier) => modifier.kind === kind) as unknown as readonly ModifierOf<K>[];

/**
 * The components as they are evaluated: gates, multipliers, ramps, proration and currencies of the whole plan act on each
 * of them; its cap, draw, clawback and holdback on their sum (`settle`).
 */
export const effectiveComponents = ({ components, modifiers }: Plan): readonly Component[] => {
  const shared = modifiers.filter(({ kind }) => OF_EACH_COMPONENT.has(kind));
  return components.map((component) => ({ ...component, modifiers: [...component.modifiers, ...shared] }));
};
const OF_EACH_COMPONENT: ReadonlySet<ModifierKind> = new Set([
  'gate',
  'multiplier',
  'ramp',
  'proration',
  'currency',
]);

/** Plans that pay; the others are there to be compared with them. */
export const inForce = (plans: readonly Plan[]): readonly Plan[] =>
  plans.filter(({ modifiers }) => modifiersOf(modifiers, 'alternativeTo').length === 0);
