import type { StageMap } from '../../dataset/mapping';
import { OPEN, WON, LOST } from '../../dataset/dataset';
import { quantileOfDays } from '../../stats/quantile';
import { countDays, daysIn } from './dayCounts';
import { UNKNOWN_DAY, type Deals } from './deals';
import { rateOf } from './estimates';
import { ranksOfPath, type Paths } from './paths';
import type { Rate } from './rates';
import type { StageFinding } from './stageFinding';

/** Deals with a path, and what became of them. */
export interface PathCount {
  readonly deals: number;
  readonly won: number;
  readonly lost: number;
  readonly open: number;
  readonly winRate: Rate;
}

export interface PathVariant extends PathCount {
  /** Open stages as they were entered. */
  readonly path: readonly string[];
  /** Of the won. */
  readonly medianDaysToWin: number | null;
}

export interface ConformanceFinding {
  /** Deals with a path. */
  readonly deals: number;
  /** Stage after stage, without a skip and without a way back, as far as they came. */
  readonly straight: PathCount;
  /** A deal may be in several of these. */
  readonly skipped: PathCount;
  readonly movedBack: PathCount;
  /** Entered a stage again after leaving it. */
  readonly reworked: PathCount;
  /** Went on after Won or Lost. */
  readonly reopened: PathCount;
  /** From each open stage (a row) to each open stage, Won and Lost (a column). */
  readonly moves: { readonly to: readonly string[]; readonly counts: readonly (readonly number[])[] };
  /** The most frequent paths; and how many different ones there are. */
  readonly variants: readonly PathVariant[];
  readonly differentPaths: number;
  /** Deals whose path is not listed. */
  readonly notListed: number;
  readonly bottleneck: Bottleneck | null;
}

/** The one stage in which a deal that enters it spends the most days. */
export interface Bottleneck {
  readonly stage: string;
  /** Mean days there within `days` of entering it. */
  readonly meanDays: number;
  readonly days: number;
  /** Of the mean days of a deal that goes through every stage. */
  readonly share: number;
  readonly open: number;
}

const MOST_VARIANTS = 25;

export function conformanceOf(
  paths: Paths,
  deals: Deals,
  stages: StageMap,
  findings: readonly StageFinding[],
  { confidence, minimumForPercent }: { readonly confidence: number; readonly minimumForPercent: number },
): ConformanceFinding {
  const names = stages.filter(({ kind }) => kind === 'open').map(({ name }) => name);
  const width = paths.stages + 2;
  const has = (i: number): boolean => paths.node[i] !== -1;
  const count = (holds: (i: number) => boolean): PathCount =>
    countOf(deals, (i) => has(i) && holds(i), confidence);
  const all = count(() => true);
  const perNode = nodeCounts(paths, deals);
  const used = perNode.order.slice(0, MOST_VARIANTS);
  const days = wonDaysOf(paths, deals, used);
  const variants = used.map((node, at): PathVariant => {
    const [open, won, lost] = [OPEN, WON, LOST].map((outcome) => perNode.counts[node * 3 + outcome]!) as [
      number,
      number,
      number,
    ]; // one for each
    return {
      path: ranksOfPath(paths, node).map((rank) => names[rank]!),
      deals: open + won + lost,
      won,
      lost,
      open,
      winRate: rateOf(won, won + lost, confidence),
      medianDaysToWin: quantileOfDays(daysIn(days, at), 0.5),
    };
  });
  return {
    deals: all.deals,
    straight: count((i) => !paths.skipped[i] && !paths.movedBack[i] && !paths.reentered[i]),
    skipped: count((i) => paths.skipped[i] === 1),
    movedBack: count((i) => paths.movedBack[i] === 1),
    reworked: count((i) => paths.reentered[i] === 1),
    reopened: count((i) => paths.reopened[i] === 1),
    moves: {
      to: [...names, 'Won', 'Lost'],
      counts: names.map((_, from) => Array.from(paths.moves.subarray(from * width, (from + 1) * width))),
    },
    variants,
    differentPaths: perNode.order.length,
    notListed: all.deals - variants.reduce((sum, variant) => sum + variant.deals, 0),
    bottleneck: bottleneckOf(findings, minimumForPercent),
  };
}

function countOf(deals: Deals, holds: (i: number) => boolean, confidence: number): PathCount {
  const counts: [open: number, won: number, lost: number] = [0, 0, 0];
  for (let i = 0; i < deals.count; i++) {
    const outcome = deals.outcome[i]!;
    if ((outcome === OPEN || outcome === WON || outcome === LOST) && holds(i)) counts[outcome]++;
  }
  const [open, won, lost] = counts;
  return { deals: open + won + lost, won, lost, open, winRate: rateOf(won, won + lost, confidence) };
}

/** Outcomes per node, and the nodes at which paths end, the most frequent first. */
function nodeCounts(paths: Paths, deals: Deals) {
  const counts = new Int32Array(paths.rank.length * 3);
  for (let i = 0; i < deals.count; i++)
    if (paths.node[i]! >= 0) counts[paths.node[i]! * 3 + deals.outcome[i]!]!++;
  const total = (node: number): number => counts[node * 3]! + counts[node * 3 + 1]! + counts[node * 3 + 2]!;
  const order = Array.from(paths.rank.keys())
    .filter((node) => total(node) > 0)
    .sort((a, b) => total(b) - total(a) || comparePaths(ranksOfPath(paths, a), ranksOfPath(paths, b)));
  return { counts, order };
}

/** In an order that does not depend on the rows'. */
function comparePaths(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((rank, i) => rank !== b[i]);
  return at < 0 ? a.length - b.length : a[at]! - (b[at] ?? -1);
}

function wonDaysOf(paths: Paths, deals: Deals, nodes: readonly number[]) {
  const position = new Map(nodes.map((node, at) => [node, at]));
  const cell = new Int32Array(deals.count).fill(-1);
  const days = new Int32Array(deals.count).fill(-1);
  for (let i = 0; i < deals.count; i++) {
    if (deals.outcome[i] !== WON || deals.created[i] === UNKNOWN_DAY) continue;
    cell[i] = position.get(paths.node[i]!) ?? -1;
    days[i] = Math.max(-1, deals.ended[i]! - deals.created[i]!);
  }
  return countDays({ cell, days }, nodes.length);
}

/** Of stages that enough deals have entered to speak of a share of their days. */
function bottleneckOf(findings: readonly StageFinding[], minimum: number): Bottleneck | null {
  const timed = findings.flatMap((stage) => {
    const mean = stage.dwellDays.restrictedMean;
    return mean === null || stage.entered < minimum ? [] : [{ stage, mean }];
  });
  const total = timed.reduce((sum, { mean }) => sum + mean, 0);
  const [longest, next] = [...timed].sort((a, b) => b.mean - a.mean);
  if (!longest || !next || !(longest.mean > next.mean)) return null;
  return {
    stage: longest.stage.name,
    meanDays: longest.mean,
    days: longest.stage.incidence.days,
    share: longest.mean / total,
    open: longest.stage.open,
  };
}
