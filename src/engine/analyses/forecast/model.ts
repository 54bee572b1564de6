import type { Day } from '../../core/day';
import type { Dataset } from '../../dataset/dataset';
import { LOST, OPEN, WON } from '../../dataset/dataset';
import {
  atRiskAfter,
  conditionalIncidence,
  incidenceByAge,
  incidenceUpTo,
  type IncidenceByAge,
} from '../../stats/conditionalIncidence';
import { probitSpread } from '../../stats/probitSpread';
import { riskTableFromDays } from '../../stats/riskTable';
import { dealsAsOf, type Deals } from '../funnel/deals';
import { EVERYONE } from '../funnel/grouping';
import { outcomeDays, outcomesOf, tallyOutcomes } from '../funnel/outcomeTally';
import { isAsInData, leveredRate, type Levers } from '../levers';
import { followStays, tallyStays, type StayTally, type Stays } from './stays';
import { hasExits, stageExits } from './transitions';
import {
  stayedLonger,
  supportedAge,
  winCurves,
  wonFromStage,
  type WinChance,
  type WinCurves,
} from './winCurves';

/** What the data tell as of a day, whatever is supposed of the future: levers change none of it. */
export interface Past {
  readonly asOf: Day;
  readonly deals: Deals;
  readonly stays: Stays;
  readonly tally: StayTally;
  /** Deals by stage that they were ever in, decided and won: what CRM users call the stage's win rate. */
  readonly stageRates: readonly { readonly won: number; readonly decided: number }[];
  readonly outcomes: { readonly won: number; readonly lost: number; readonly open: number };
  /** Wins by age since creation, of all deals. */
  readonly fromCreation: IncidenceByAge;
  /** Share of deals that begin in each stage. */
  readonly entry: readonly number[];
}

/** @param isPast the dataset is read as of a later day: in which stage a deal stands now says nothing of this one */
export function pastAsOf(dataset: Dataset, asOf: Day, isPast = false): Past | undefined {
  const { opportunities, history, stages } = dataset;
  if (!opportunities) return undefined;
  const deals = dealsAsOf(opportunities, history, stages, asOf);
  const stays = followStays(dataset, deals, isPast);
  const outcomes = tallyOutcomes(deals, EVERYONE, 0);
  return {
    asOf,
    deals,
    stays,
    tally: tallyStays(stays),
    stageRates: ratesByStage(stays, deals),
    outcomes: outcomesOf(outcomes),
    fromCreation: incidenceByAge(
      riskTableFromDays(
        [outcomeDays(outcomes, WON), outcomeDays(outcomes, LOST)],
        outcomeDays(outcomes, OPEN),
      ),
      1,
    ),
    entry: entryShares(stays),
  };
}

function ratesByStage({ stages, deal, stage }: Stays, deals: Deals): Past['stageRates'] {
  const won = new Int32Array(stages.length);
  const decided = new Int32Array(stages.length);
  // Stays come deal by deal, so a stage was counted for this deal when it was the last to be.
  const countedFor = new Int32Array(stages.length).fill(-1);
  for (let i = 0; i < deal.length; i++) {
    const outcome = deals.outcome[deal[i]!]!;
    if (outcome === OPEN || countedFor[stage[i]!] === deal[i]) continue;
    countedFor[stage[i]!] = deal[i]!;
    decided[stage[i]!]!++;
    if (outcome === WON) won[stage[i]!]!++;
  }
  return stages.map((_, k) => ({ won: won[k]!, decided: decided[k]! }));
}

function entryShares({ stages, deal, stage }: Stays): readonly number[] {
  const counts = new Float64Array(stages.length);
  let total = 0;
  for (let i = 0; i < deal.length; i++)
    if (i === 0 || deal[i] !== deal[i - 1]) {
      counts[stage[i]!]!++;
      total++;
    }
  return Array.from(counts, (n) => (total > 0 ? n / total : 0));
}

/** What stands behind a deal's probability. */
export type Basis =
  /** Past stays in its stage that lasted as long. */
  | 'stage'
  /** It has been in its stage longer than nearly all before it: the last age with enough of them. */
  | 'stale'
  /** Its stage is not known, was too rarely seen or never seen left: all stages together, by the deal's age. */
  | 'allStages'
  /** The same, at the last age with enough deals. */
  | 'allStagesStale';

export interface Chance extends WinChance {
  readonly basis: Basis;
}

/** Win chances of deals under the levers. */
export interface Model {
  readonly past: Past;
  readonly curves: WinCurves;
  /** Won from a stage (−1: not known), after so many days in it and since creation; days ahead as in `horizons`. */
  readonly chance: (stage: number, days: number, daysSinceCreation: number) => Chance;
  readonly horizons: readonly number[];
  /** Spread of the estimates on the probit scale by stage, and last of all stages together. */
  readonly spread: readonly number[];
  /** Won within so many days of creation. */
  readonly newWithin: (days: number) => number;
}

/**
 * @param horizons whole days ahead, ascending
 * @param atRisk fewest past deals behind an estimate
 */
export function modelOf(past: Past, levers: Levers, horizons: readonly number[], atRisk: number): Model {
  const { tally, fromCreation, outcomes, stageRates } = past;
  const scaled = horizons.map((h) => h / levers.cycle);
  const longest = Math.ceil(scaled.at(-1) ?? 0) + 1;
  const curves = winCurves(stageExits(tally, levers), longest);
  const plain = isAsInData(levers)
    ? curves
    : winCurves(stageExits(tally, { ...levers, conversion: 1, stages: new Map() }), longest);
  const lift = liftOf(past, curves, plain, levers);
  // Open deals alone make a stage look as if nobody ever left it: that is no chance of nought, it is no history.
  const supported = curves.exits.map((exits) => (hasExits(exits) ? supportedAge(exits, atRisk) : -1));
  const supportedSinceCreation = lastSupported(fromCreation, atRisk);
  // Many deals share a stage and an age: each is worked out once. By stage and days in it; first, all stages by age.
  const known = Array.from({ length: supported.length + 1 }, (): (Chance | undefined)[] => []);

  function fromAllStages(age: number): Chance {
    const isStale = atRiskAfter(fromCreation, age) < atRisk;
    const at = isStale ? Math.min(age, supportedSinceCreation) : age;
    const chance = (h: number): number => {
      const low = conditionalIncidence(fromCreation, at, Math.floor(h)) ?? 0;
      const high = conditionalIncidence(fromCreation, at, Math.ceil(h)) ?? 0;
      return Math.min(1, lift(h) * (low + (h - Math.floor(h)) * (high - low)));
    };
    return {
      within: Float64Array.from(scaled, chance),
      ever: chance(fromCreation.times.at(-1) ?? 0),
      basis: isStale ? 'allStagesStale' : 'allStages',
    };
  }

  function fromStage(stage: number, days: number): Chance {
    const isStale = stayedLonger(curves.exits[stage]!, days) < atRisk;
    const age = isStale ? Math.min(days, supported[stage]!) : days;
    return { ...wonFromStage(curves, stage, age, scaled), basis: isStale ? 'stale' : 'stage' };
  }

  function chance(stage: number, days: number, daysSinceCreation: number): Chance {
    if (stage < 0 || supported[stage]! < 0) {
      const age = Math.max(0, daysSinceCreation);
      return (known[0]![age] ??= fromAllStages(age));
    }
    return (known[stage + 1]![days] ??= fromStage(stage, days));
  }

  return {
    past,
    curves,
    chance,
    horizons,
    spread: [
      ...stageRates.map(({ won, decided }) => probitSpread(won, decided)),
      probitSpread(outcomes.won, outcomes.won + outcomes.lost),
    ],
    newWithin: (days) => {
      const at = days / levers.cycle;
      const low = incidenceUpTo(fromCreation, Math.floor(at));
      const high = incidenceUpTo(fromCreation, Math.ceil(at));
      return at < 0 ? 0 : Math.min(1, lift(at) * (low + (at - Math.floor(at)) * (high - low)));
    },
  };
}

/**
 * How many times as many deals are won within h days of creation under the levers: by the stages' curves, weighted by
 * where deals begin; without stages, or a history of them, the win rate itself is levered.
 */
function liftOf(past: Past, curves: WinCurves, plain: WinCurves, levers: Levers): (h: number) => number {
  if (curves === plain) return () => 1;
  const { won, lost } = past.outcomes;
  const rate = won / Math.max(1, won + lost);
  if (past.entry.length === 0 || !curves.exits.some(hasExits))
    return () => (rate > 0 ? leveredRate(levers, '', rate) / rate : 1);
  const at = ({ within }: WinCurves, h: number): number =>
    past.entry.reduce((sum, share, k) => sum + share * within[k]![Math.min(h, within[k]!.length - 1)]!, 0);
  return (h) => {
    const day = Math.ceil(h);
    const before = at(plain, day);
    return before > 0 ? at(curves, day) / before : 1;
  };
}

/** The highest age that so many deals outlasted; 0 when there are never so many. */
function lastSupported({ times, atRisk }: IncidenceByAge, least: number): number {
  let age = 0;
  times.forEach((t, i) => {
    if (atRisk[i]! >= least) age = Math.max(0, Math.ceil(t) - 1);
  });
  return age;
}
