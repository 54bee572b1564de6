import assert from 'node:assert/strict';
import { dealsAsOf } from '../../src/engine/analyses/funnel/deals';
import { byQuarter, byText, crossed } from '../../src/engine/analyses/funnel/grouping';
import { cellOf, spanOf, tallyStages } from '../../src/engine/analyses/funnel/stageTally';
import type { StageTally } from '../../src/engine/analyses/funnel/stageTally';
import { ADVANCED, LOST_HERE, STILL_OPEN, visitsOf } from '../../src/engine/analyses/funnel/visits';
import { civilOf } from '../../src/engine/core/day';
import { WON } from '../../src/engine/dataset/dataset';
import { quantilesOfDurations } from '../../src/engine/stats/dayQuantiles';
import type { BenchCase } from './case';
import { funnelPeers } from './peers/funnel';
import type { FunnelRow } from './peers/funnelLog';
import { pipeline } from './pipeline';
import type { Pipeline } from './pipeline';

const SIZES = [10_000, 100_000, 1_000_000];
const STAGES = 7;
const QUARTILES = [0.25, 0.5, 0.75];

interface Cell {
  readonly counts: readonly [advanced: number, lost: number, open: number];
  readonly quartiles: readonly (number | null)[];
}

/** Counts, and quartiles of the time until any exit, of one stage of one group. */
function cellFrom(tally: StageTally, stage: number, group: number): Cell {
  const [advanced, lost, open] = [
    cellOf(tally, stage, ADVANCED, group),
    cellOf(tally, stage, LOST_HERE, group),
    cellOf(tally, stage, STILL_OPEN, group),
  ];
  return {
    counts: [tally.deals[advanced]!, tally.deals[lost]!, tally.deals[open]!],
    quartiles: quantilesOfDurations(
      spanOf(tally, advanced),
      spanOf(tally, lost),
      spanOf(tally, open),
      QUARTILES,
    ),
  };
}

/** Position of a stage of a group among the cells of `cellsOf`. */
const position = (stage: number, group: number): number => group * STAGES + stage;

function cellsOf(tally: StageTally): Cell[] {
  const cells: Cell[] = [];
  for (let group = 0; group < tally.groups; group++)
    for (let stage = 0; stage < STAGES; stage++) cells.push(cellFrom(tally, stage, group));
  return cells;
}

/** The work W1: by owner × segment, and by quarter of creation. */
function funnelByGroups({ opportunities, history, stages, asOf }: Pipeline) {
  const deals = dealsAsOf(opportunities, history, stages, asOf);
  const { owner, segment } = opportunities.texts;
  const quarters = byQuarter(deals);
  const groups = [crossed(byText(owner!), byText(segment!)), quarters];
  const visits = visitsOf({ deals, history, stages });
  return {
    groups,
    quarters,
    cells: groups.map((grouping) => cellsOf(tallyStages(visits, grouping))),
  };
}

/** The cells that hold any deal, as peers give them. */
function funnelRows(data: Pipeline): FunnelRow[] {
  const { quarters, cells } = funnelByGroups(data);
  const { year, month } = civilOf(quarters.periods[0]!.from);
  const firstCode = [0, year * 4 + (month - 1) / 3];
  return cells.flatMap((ofGrouping, by) =>
    ofGrouping.flatMap(
      ({ counts, quartiles: [q25 = null, median = null, q75 = null] }, cell): FunnelRow[] => {
        const group = Math.floor(cell / STAGES) + firstCode[by]!;
        return counts.some((n) => n > 0) ? [[by, group, cell % STAGES, ...counts, q25, median, q75]] : [];
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
  const { groups, cells } = funnelByGroups(data);
  const sample = (group: number): boolean => group % 97 === 3;
  groups.forEach((grouping, which) => {
    const codes = grouping.codes!;
    const durations = new Map<number, (readonly [number, number])[]>();
    const counts = new Map<number, [number, number, number]>();
    for (let i = 0; i < data.opportunities.count; i++)
      for (const [stage, [ending, days]] of plainPath(data, i)) {
        const cell = position(stage, codes[i]!);
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
