import type { RandomSource } from '../../../core/random';
import { normalDraw } from '../../../stats/normalDraws';
import { drawOf, type TeamSpread } from './drawAttainment';
import { cellAt, mergeCurves, type MergedCurves } from './mergedCurves';
import type { PayoutCurve } from './payoutCurve';

/** What a plan pays a person in one simulated year, or one period of it. Pay is in cents and not rounded. */
export interface CostPlan {
  /** Components that look at one attainment. */
  readonly components: readonly CostComponent[];
  /** What else is paid on a person's attainments, slot by slot: components with gates, multipliers, scorecards. */
  readonly others?: readonly ((person: number, attainment: Float64Array) => number)[];
  /** What the whole plan does with the sum: cap, draw. */
  readonly settle?: (person: number, pay: number) => number;
}

export interface CostComponent {
  /** Position of the attainment in `TeamSpread.slots`. */
  readonly slot: number;
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
  const slots = spread.slots.length;
  const draw = drawOf(spread);
  const anyCommon = spread.series.some(({ together }) => together > 0);
  const streams = people.map((key) => random.stream(`attainment/${key}`));
  const year = random.stream('attainment');
  const table = tabulate(plans, people.length, slots);
  const totals = plans.map(() => new Float64Array(runs));
  const common = new Float64Array(BLOCK * slots);
  const blockTotals = new Float64Array(BLOCK * plans.length);
  for (let start = 0; start < runs; start += BLOCK) {
    const length = Math.min(BLOCK, runs - start);
    if (anyCommon) for (let i = 0; i < length * slots; i++) common[i] = normalDraw(year);
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
  readonly plans: readonly CostPlan[];
  readonly slots: readonly SlotTable[];
  /** Whether a person's pay has to be known by itself before it is added. */
  readonly alone: boolean;
}
interface SlotTable {
  /** The plan of each component on this attainment. */
  readonly planOf: Uint16Array;
  /** The merged curves of each person. */
  readonly merged: readonly MergedCurves[];
  /** By person and component. */
  readonly scale: Float64Array;
}

const tabulate = (plans: readonly CostPlan[], people: number, slots: number): CostTable => ({
  plans,
  slots: tabulateSlots(plans, people, slots),
  alone: plans.some(({ others, settle }) => settle || (others && others.length > 0)),
});

function tabulateSlots(plans: readonly CostPlan[], people: number, slots: number): readonly SlotTable[] {
  // People and periods whose shapes are the same in every component share one merged table.
  const [tables, ids]: [Map<string, MergedCurves>, Map<PayoutCurve, number>] = [new Map(), new Map()];
  const idOf = (curve: PayoutCurve): number => {
    const id = ids.get(curve) ?? ids.size;
    ids.set(curve, id);
    return id;
  };
  return Array.from({ length: slots }, (_, slot) => {
    const found = plans.flatMap(({ components }, plan) =>
      components.filter((c) => c.slot === slot).map((component) => ({ plan, component })),
    );
    const shapes = found.map(({ component }) => component.curves.map(idOf));
    const merged = Array.from({ length: people }, (_, person) => {
      const key = found.map(({ component }, k) => shapes[k]![component.curveOf[person]!]).join(' ');
      const table =
        tables.get(key) ??
        mergeCurves(found.map(({ component }) => component.curves[component.curveOf[person]!]!));
      tables.set(key, table);
      return table;
    });
    const scale = new Float64Array(people * found.length);
    found.forEach(({ component }, k) => {
      for (let person = 0; person < people; person++)
        scale[person * found.length + k] = component.scale[person]!;
    });
    return { planOf: Uint16Array.from(found, ({ plan }) => plan), merged, scale };
  });
}

/** Adds what one person is paid in each run of the block. */
function addPerson(
  { plans, slots, alone }: CostTable,
  person: number,
  draw: ReturnType<typeof drawOf>,
  random: RandomSource,
  common: Float64Array,
  runs: number,
  totals: Float64Array,
): void {
  const attainment = new Float64Array(slots.length);
  const pay = new Float64Array(plans.length);
  for (let run = 0; run < runs; run++) {
    draw(random, common, run * slots.length, attainment);
    const out = alone ? pay.fill(0) : totals;
    const first = alone ? 0 : run * plans.length;
    for (let m = 0; m < slots.length; m++) {
      const table = slots[m]!;
      addSlot(table, table.merged[person]!, person, attainment[m]!, out, first);
    }
    if (!alone) continue;
    for (let p = 0; p < plans.length; p++) {
      const { others, settle } = plans[p]!;
      let sum = pay[p]!;
      if (others) for (const paid of others) sum += paid(person, attainment);
      totals[run * plans.length + p]! += settle ? settle(person, sum) : sum;
    }
  }
}

function addSlot(
  { planOf, scale }: SlotTable,
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
