import assert from 'node:assert/strict';
import { addCounts, addDay, daysIn, emptyDayCounts } from '../../src/engine/analyses/funnel/dayCounts';
import { dealsAsOf } from '../../src/engine/analyses/funnel/deals';
import { byQuarter, byText, crossed } from '../../src/engine/analyses/funnel/grouping';
import {
  ADVANCED,
  cellOf,
  endedAs,
  endingCell,
  LOST_HERE,
  STILL_OPEN,
  tallyStages,
} from '../../src/engine/analyses/funnel/stageTally';
import type { StageTally } from '../../src/engine/analyses/funnel/stageTally';
import { civilOf } from '../../src/engine/core/day';
import { splitmix32 } from '../../src/engine/core/random';
import { WON } from '../../src/engine/dataset/dataset';
import { aalenJohansen } from '../../src/engine/stats/aalenJohansen';
import { quantilesOfDurations } from '../../src/engine/stats/dayQuantiles';
import { kaplanMeier } from '../../src/engine/stats/kaplanMeier';
import { riskTableFromDays } from '../../src/engine/stats/riskTable';
import type { BenchCase } from './case';
import { funnelPeers } from './peers/funnel';
import type { FunnelRow } from './peers/funnelLog';
import { pipeline } from './pipeline';
import type { Pipeline } from './pipeline';

const SIZES = [10_000, 100_000, 1_000_000];
const CONFIDENCE = 0.95;
const QUARTILES = [0.25, 0.5, 0.75];

interface Cell {
  readonly counts: readonly [advanced: number, lost: number, open: number];
  readonly quartiles: readonly (number | null)[];
}

/** Counts, and quartiles of the time until any exit, of one stage of one group. */
function cellFrom(tally: StageTally, cell: number): Cell {
  const advanced = daysIn(tally.days, endingCell(cell, ADVANCED));
  const lost = daysIn(tally.days, endingCell(cell, LOST_HERE));
  const open = daysIn(tally.days, endingCell(cell, STILL_OPEN));
  return {
    counts: [
      endedAs(tally, cell, ADVANCED),
      endedAs(tally, cell, LOST_HERE),
      endedAs(tally, cell, STILL_OPEN),
    ],
    quartiles: quantilesOfDurations(addCounts(advanced, lost), open, QUARTILES),
  };
}

const cellsOf = (tally: StageTally): Cell[] =>
  Array.from({ length: tally.stages * tally.groups }, (_, cell) => cellFrom(tally, cell));

/** The work W1: by owner × segment, and by quarter of creation. */
function funnelByGroups({ opportunities, history, stages, asOf }: Pipeline) {
  const deals = dealsAsOf(opportunities, history, stages, asOf);
  const { owner, segment } = opportunities.texts;
  const quarters = byQuarter(deals);
  const groups = [crossed(byText(owner!), byText(segment!)), quarters];
  const tallies = tallyStages({ deals, history, stages, amount: opportunities.amount }, groups);
  return { groups, quarters, tallies, cells: tallies.map(cellsOf) };
}

/** The cells that hold any deal, as peers give them. */
function funnelRows(data: Pipeline): FunnelRow[] {
  const { quarters, tallies, cells } = funnelByGroups(data);
  const { year, month } = civilOf(quarters.quarters[0]!.from);
  const firstCode = [0, year * 4 + (month - 1) / 3];
  return cells.flatMap((ofGrouping, by) =>
    ofGrouping.flatMap(
      ({ counts, quartiles: [q25 = null, median = null, q75 = null] }, cell): FunnelRow[] => {
        const { stages } = tallies[by]!;
        const group = Math.floor(cell / stages) + firstCode[by]!;
        return counts.some((n) => n > 0) ? [[by, group, cell % stages, ...counts, q25, median, q75]] : [];
      },
    ),
  );
}

/** The same for one deal, forward and without any of the engine's means: stage → [ending, days]. */
function plainPath(
  { opportunities, history, asOf }: Pipeline,
  i: number,
): Map<number, readonly [ending: 0 | 1 | 2, days: number]> {
  const path = Array.from(history.stage.subarray(history.start[i], history.start[i + 1]));
  const days = Array.from(history.changed.subarray(history.start[i], history.start[i + 1]), Math.floor);
  const found = new Map<number, readonly [0 | 1 | 2, number]>();
  path.forEach((stage, at) => {
    if (stage > 6 || found.has(stage)) return;
    const next = path.findIndex((s, later) => later > at && s > stage && s !== 8);
    if (next >= 0) found.set(stage, [0, days[next]! - days[at]!]);
    else if (path.at(-1) === 8) found.set(stage, [1, days.at(-1)! - days[at]!]);
    else found.set(stage, [2, asOf - days[at]!]);
  });
  assert.equal(path.at(-1) === 7, opportunities.outcome[i] === WON);
  return found;
}

/** Kaplan–Meier's quantile by its definition, over sorted durations. */
function plainQuantile(durations: readonly (readonly [ending: number, days: number])[], p: number) {
  const at = durations.map(([ending, days]) => [ending, days === 0 ? 0.5 : days] as const);
  const times = [...new Set(at.map(([, days]) => days))].sort((a, b) => a - b);
  let survival = 1;
  let first: number | undefined;
  for (const t of times) {
    const n = at.filter(([, days]) => days >= t).length;
    const d = at.filter(([ending, days]) => ending < 2 && days === t).length;
    survival *= 1 - d / n;
    if (first === undefined && 1 - survival > p - 1e-8) first = t;
    if (1 - survival > p + 1e-8) return (first! + t) / 2;
  }
  return first === undefined ? null : (first + times.at(-1)!) / 2;
}

function checkFunnel(data: Pipeline): void {
  const { groups, tallies, cells } = funnelByGroups(data);
  const sample = (group: number): boolean => group % 97 === 3;
  groups.forEach((grouping, which) => {
    const codes = grouping.codes!;
    const durations = new Map<number, (readonly [number, number])[]>();
    const counts = new Map<number, [number, number, number]>();
    for (let i = 0; i < data.opportunities.count; i++)
      for (const [stage, [ending, days]] of plainPath(data, i)) {
        const cell = cellOf(tallies[which]!, stage, codes[i]!);
        const count = counts.get(cell) ?? [0, 0, 0];
        count[ending]++;
        counts.set(cell, count);
        if (!sample(codes[i]!)) continue;
        const list = durations.get(cell);
        if (list) list.push([ending, days]);
        else durations.set(cell, [[ending, days]]);
      }
    cells[which]!.forEach((cell, k) => assert.deepEqual(cell.counts, counts.get(k) ?? [0, 0, 0]));
    for (const [cell, list] of durations)
      // By the definition, and so in quadratic time: small cells only.
      if (list.length < 3000)
        assert.deepEqual(
          cells[which]![cell]!.quartiles,
          QUARTILES.map((p) => plainQuantile(list, p)),
        );
  });
}

export const W1: BenchCase = {
  id: 'W1',
  title:
    'Funnel: counts and quartiles of time in stage, 7 stages, 4 entries a deal, by 200 owners × 5 segments and by quarter',
  sizes: SIZES,
  prepare: (size) => {
    const data = pipeline(size);
    return {
      check: () => checkFunnel(data),
      run: () => {
        funnelByGroups(data);
      },
      peers: () => funnelPeers(data, funnelRows(data)),
    };
  },
};

const STAGES = 7;

/** One row a visit of a stage: which stage, whole days, and how it ended. */
function visits(count: number) {
  const word = splitmix32(11);
  const chance = (): number => word() / 2 ** 32;
  const stage = new Uint8Array(count);
  const days = new Int32Array(count);
  const ending = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    stage[i] = Math.floor(STAGES * chance());
    days[i] = Math.floor(-25 * Math.log(1 - chance()));
    ending[i] = Math.floor(3 * chance() ** 0.8);
  }
  return { count, stage, days, ending };
}

/** The work W2: Kaplan–Meier of any exit per stage, and Aalen–Johansen of both causes over all. */
function survivalOf({ count, stage, days, ending }: ReturnType<typeof visits>) {
  const counts = emptyDayCounts(STAGES * 3);
  // The codes are 0, 1 and 2, as written above.
  for (let i = 0; i < count; i++) addDay(counts, endingCell(stage[i]!, ending[i]! as 0 | 1 | 2), days[i]!);
  const endings = Array.from({ length: STAGES }, (_, s) =>
    ([ADVANCED, LOST_HERE, STILL_OPEN] as const).map((e) => daysIn(counts, endingCell(s, e))),
  );
  const curves = endings.map(([advanced, lost, open]) =>
    kaplanMeier(riskTableFromDays([advanced!, lost!], open!), CONFIDENCE),
  );
  const [advanced, lost, open] = [0, 1, 2].map((e) => addCounts(...endings.map((of) => of[e]!)));
  const risk = riskTableFromDays([advanced!, lost!], open!);
  return { curves, incidence: [1, 2].map((cause) => aalenJohansen(risk, cause, CONFIDENCE)) };
}

function checkSurvival(data: ReturnType<typeof visits>): void {
  const { curves, incidence } = survivalOf(data);
  const rows = Array.from({ length: data.count }, (_, i) => i);
  const near = (a: number, b: number): void => assert.ok(Math.abs(a - b) < 1e-12, `${a} is not ${b}`);
  for (const t of [1, 20, 60]) {
    const plain = (of: readonly number[]) => {
      let [survival, left] = [1, of.length];
      const shares = [0, 0];
      const counts = new Map<number, [number, number, number]>();
      for (const i of of) {
        const count = counts.get(data.days[i]!) ?? [0, 0, 0];
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

export const W2: BenchCase = {
  id: 'W2',
  title: 'Kaplan–Meier of 7 stages and Aalen–Johansen of two causes, whole days, from rows',
  sizes: SIZES,
  prepare: (size) => {
    const data = visits(size);
    return {
      check: () => checkSurvival(data),
      run: () => {
        survivalOf(data);
      },
    };
  },
};
