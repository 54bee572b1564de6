import type { RandomSource } from '../../../core/random';
import { normalDraw } from '../../../stats/normalDraws';
import { drawOf, type TeamSpread } from './drawAttainment';
import { cellAt, mergeCurves, type MergedCurves } from './mergedCurves';
import type { PayoutCurve } from './payoutCurve';

/** What a plan pays a person: the sum of its components' payouts, at most the cap. */
export interface CostPlan {
  readonly components: readonly CostComponent[];
  /** Most that is paid to each person, in cents; absent is no cap. */
  readonly cap?: Float64Array;
}

export interface CostComponent {
  /** Position of the measure in `TeamSpread.measures`. */
  readonly measure: number;
  /** The shapes that occur; people with the same tiers share one. */
  readonly curves: readonly PayoutCurve[];
  /** The shape of each person. */
  readonly curveOf: Uint16Array;
  /** Cents for each person that a curve's value of 1 is worth: the target pay, or the quota for a rate on it; 0 leaves out. */
  readonly scale: Float64Array;
}

export interface Simulation {
  readonly runs: number;
  /** Cents by plan and run: `totals[plan][run]`. Not rounded to cents a person: that moves a total by less than half a cent each. */
  readonly totals: readonly Float64Array[];
}

/** Runs worked on together: their totals stay in the nearest cache while person after person is added. */
const BLOCK = 128;

/**
 * The cost of several plans over many simulated years, all plans on one draw: differences between plans are the plans',
 * not chance. Each person draws from a stream of its own key, so that the same person has the same luck in every call with
 * the same source (common random numbers), whoever else is there.
 */
export function simulateCost(
  plans: readonly CostPlan[],
  people: readonly string[],
  spread: TeamSpread,
  runs: number,
  random: RandomSource,
): Simulation {
  const measures = spread.measures.length;
  const draw = drawOf(spread);
  const streams = people.map((key) => random.stream(`attainment/${key}`));
  const year = random.stream('attainment');
  const table = tabulate(plans, people.length, measures);
  const totals = plans.map(() => new Float64Array(runs));
  const common = new Float64Array(BLOCK * measures);
  const blockTotals = new Float64Array(BLOCK * plans.length);
  for (let start = 0; start < runs; start += BLOCK) {
    const length = Math.min(BLOCK, runs - start);
    if (spread.together > 0) for (let i = 0; i < length * measures; i++) common[i] = normalDraw(year);
    blockTotals.fill(0);
    for (let person = 0; person < people.length; person++)
      addPerson(table, person, draw, streams[person]!, common, length, blockTotals);
    totals.forEach((ofPlan, p) => {
      for (let r = 0; r < length; r++) ofPlan[start + r] = blockTotals[r * plans.length + p]!;
    });
  }
  return { runs, totals };
}

/** Plans as the inner loop wants them. */
interface CostTable {
  readonly plans: number;
  readonly measures: readonly MeasureTable[];
  /** By person and plan; empty where no plan has a cap. */
  readonly caps: Float64Array;
}
interface MeasureTable {
  /** The plan of each component on this measure. */
  readonly planOf: Uint16Array;
  /** The merged curves of each person. */
  readonly merged: readonly MergedCurves[];
  /** By person and component. */
  readonly scale: Float64Array;
}

function tabulate(plans: readonly CostPlan[], people: number, measures: number): CostTable {
  const caps = plans.some(({ cap }) => cap)
    ? Float64Array.from({ length: people * plans.length }, (_, i) => {
        const plan = plans[i % plans.length]!;
        return plan.cap?.[Math.floor(i / plans.length)] ?? Infinity;
      })
    : new Float64Array(0);
  return {
    plans: plans.length,
    caps,
    measures: Array.from({ length: measures }, (_, m) => tabulateMeasure(plans, people, m)),
  };
}

function tabulateMeasure(plans: readonly CostPlan[], people: number, measure: number): MeasureTable {
  const found = plans.flatMap(({ components }, plan) =>
    components.filter((c) => c.measure === measure).map((component) => ({ plan, component })),
  );
  // People whose shapes are the same in every component share one merged table.
  const tables = new Map<string, MergedCurves>();
  const merged = Array.from({ length: people }, (_, person) => {
    const key = found.map(({ component }) => component.curveOf[person]).join(' ');
    const known = tables.get(key);
    if (known) return known;
    const table = mergeCurves(
      found.map(({ component }) => component.curves[component.curveOf[person] ?? 0]!),
    );
    tables.set(key, table);
    return table;
  });
  const scale = new Float64Array(people * found.length);
  found.forEach(({ component }, k) => {
    for (let person = 0; person < people; person++)
      scale[person * found.length + k] = component.scale[person] ?? 0;
  });
  return { planOf: Uint16Array.from(found, ({ plan }) => plan), merged, scale };
}

/** Adds what one person is paid in each run of the block. */
function addPerson(
  { plans, measures, caps }: CostTable,
  person: number,
  draw: ReturnType<typeof drawOf>,
  random: RandomSource,
  common: Float64Array,
  runs: number,
  totals: Float64Array,
): void {
  const attainment = new Float64Array(measures.length);
  const capped = caps.length > 0;
  const pay = new Float64Array(plans);
  for (let run = 0; run < runs; run++) {
    draw(random, common, run * measures.length, attainment);
    const out = capped ? pay.fill(0) : totals;
    const first = capped ? 0 : run * plans;
    for (let m = 0; m < measures.length; m++) {
      const table = measures[m]!;
      const merged = table.merged[person]!;
      addMeasure(table, merged, person, attainment[m]!, out, first);
    }
    if (!capped) continue;
    for (let p = 0; p < plans; p++) totals[run * plans + p]! += Math.min(pay[p]!, caps[person * plans + p]!);
  }
}

function addMeasure(
  { planOf, scale }: MeasureTable,
  merged: MergedCurves,
  person: number,
  attainment: number,
  out: Float64Array,
  first: number,
): void {
  const { curves, coefficients } = merged;
  let at = cellAt(merged, attainment) * curves * 2;
  let worth = person * curves;
  for (let k = 0; k < curves; k++, at += 2, worth++)
    out[first + planOf[k]!]! += scale[worth]! * (coefficients[at]! + coefficients[at + 1]! * attainment);
}
