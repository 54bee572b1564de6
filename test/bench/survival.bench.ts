import assert from 'node:assert/strict';
import { addCounts, countDays, daysIn } from '../../src/engine/analyses/funnel/dayCounts';
import { splitmix32 } from '../../src/engine/core/random';
import { aalenJohansen } from '../../src/engine/stats/aalenJohansen';
import { kaplanMeier } from '../../src/engine/stats/kaplanMeier';
import { riskTable, riskTableFromDays } from '../../src/engine/stats/riskTable';
import type { RiskTable } from '../../src/engine/stats/riskTable';
import type { BenchCase } from './case';
import { survivalPeers } from './peers/survival';
import type { SurvivalSteps, Visits } from './peers/survival';

const SIZES = [10_000, 100_000, 1_000_000];
const CONFIDENCE = 0.95;
const STAGES = 7;
/** Not yet: censored. */
const OPEN = 2;

/** One row a visit of a stage: which stage, how it ended, and after how many days. */
function stageVisits(count: number, unit: 'whole days' | 'fractions'): Visits {
  const word = splitmix32(11);
  const chance = (): number => word() / 2 ** 32;
  const stage = new Uint8Array(count);
  const ending = new Uint8Array(count);
  const days = unit === 'fractions' ? new Float64Array(count) : new Int32Array(count);
  for (let i = 0; i < count; i++) {
    stage[i] = Math.floor(STAGES * chance());
    ending[i] = Math.floor(3 * chance() ** 0.8);
    days[i] = -25 * Math.log(1 - chance());
  }
  return { count, stage, ending, days };
}

/** Of each stage, and of all together. */
interface Tables {
  readonly byStage: readonly RiskTable[];
  readonly all: RiskTable;
}

function tablesOfDays({ stage, ending, days }: Visits): Tables {
  assert(days instanceof Int32Array);
  const cell = new Int32Array(days.length);
  for (let i = 0; i < cell.length; i++) cell[i] = stage[i]! * 3 + ending[i]!;
  const counts = countDays({ cell, days }, STAGES * 3);
  const endings = Array.from({ length: STAGES }, (_, s) => [0, 1, 2].map((e) => daysIn(counts, s * 3 + e)));
  const [advanced, lost, open] = [0, 1, 2].map((e) => endings.map((of) => of[e]!).reduce(addCounts));
  return {
    byStage: endings.map(([a, l, o]) => riskTableFromDays([a!, l!], o!)),
    all: riskTableFromDays([advanced!, lost!], open!),
  };
}

function tablesOfFractions({ stage, ending, days }: Visits): Tables {
  const cause = ending.map((e) => (e === OPEN ? 0 : e + 1));
  const sizes = new Int32Array(STAGES);
  for (const s of stage) sizes[s]!++;
  const times = Array.from(sizes, (size) => new Float64Array(size));
  const causes = Array.from(sizes, (size) => new Uint8Array(size));
  sizes.fill(0);
  for (let i = 0; i < stage.length; i++) {
    const s = stage[i]!;
    const at = sizes[s]!++;
    times[s]![at] = days[i]!;
    causes[s]![at] = cause[i]!;
  }
  return {
    byStage: times.map((ofStage, s) => riskTable(ofStage, causes[s]!, 2)),
    all: riskTable(days, cause, 2),
  };
}

/** The work W2: Kaplan–Meier of any exit per stage, and Aalen–Johansen of both causes over all. */
const curvesOf = ({ byStage, all }: Tables) => ({
  curves: byStage.map((risk) => kaplanMeier(risk, CONFIDENCE)),
  incidence: [1, 2].map((cause) => aalenJohansen(all, cause, CONFIDENCE)),
});

function checkSurvival(data: Visits, tablesOf: (data: Visits) => Tables): void {
  const { curves, incidence } = curvesOf(tablesOf(data));
  const rows = Array.from({ length: data.count }, (_, i) => i);
  const near = (a: number, b: number): void => assert.ok(Math.abs(a - b) < 1e-12, `${a} is not ${b}`);
  for (const t of [1, 20, 60]) {
    const plain = (of: readonly number[]) => {
      let [survival, left] = [1, of.length];
      const shares = [0, 0];
      const counts = new Map<number, [number, number, number]>();
      for (const i of of) {
        const count = counts.get(data.days[i]!) ?? [0, 0, 0];
        // Endings are 0, 1 and 2.
        count[data.ending[i]! as 0 | 1 | 2]++;
        counts.set(data.days[i]!, count);
      }
      for (const [day, [a, b, c]] of [...counts].sort(([x], [y]) => x - y)) {
        if (day > t) break;
        shares[0]! += (survival * a) / left;
        shares[1]! += (survival * b) / left;
        survival *= 1 - (a + b) / left;
        left -= a + b + c;
      }
      return { survival, shares };
    };
    curves.forEach((curve, s) => {
      const at = curve.times.findLastIndex((time) => time <= t);
      near(curve.survival[at]!, plain(rows.filter((i) => data.stage[i] === s)).survival);
    });
    const all = plain(rows).shares;
    incidence.forEach((curve, cause) => {
      const at = curve.times.findLastIndex((time) => time <= t);
      near(curve.incidence[at]!, all[cause]!);
    });
  }
}

/** Every step of the curves, as peers give them. */
function stepsOf({ curves, incidence }: ReturnType<typeof curvesOf>): SurvivalSteps {
  const [advanced, lost] = incidence;
  return {
    survival: curves.flatMap(({ times, survival }, stage) =>
      Array.from(times, (time, i) => [stage, time, survival[i]!] as const),
    ),
    incidence: Array.from(
      advanced!.times,
      (time, i) => [time, advanced!.incidence[i]!, lost!.incidence[i]!] as const,
    ),
  };
}

const survivalCase = (
  id: string,
  unit: 'whole days' | 'fractions',
  tablesOf: (data: Visits) => Tables,
): BenchCase => ({
  id,
  title: `Kaplan–Meier of 7 stages and Aalen–Johansen of two causes, ${unit === 'fractions' ? 'days with fractions' : unit}, from rows`,
  sizes: SIZES,
  prepare: (size) => {
    const data = stageVisits(size, unit);
    return {
      check: () => checkSurvival(data, tablesOf),
      run: () => {
        curvesOf(tablesOf(data));
      },
      peers: () => survivalPeers(data, stepsOf(curvesOf(tablesOf(data)))),
    };
  },
});

export const W2 = survivalCase('W2', 'whole days', tablesOfDays);
export const W2F = survivalCase('W2f', 'fractions', tablesOfFractions);
