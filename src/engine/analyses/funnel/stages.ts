import type { StageMap } from '../../dataset/mapping';
import { kaplanMeier, quantileOf, restrictedMean } from '../../stats/kaplanMeier';
import { riskTableFromDays } from '../../stats/riskTable';
import { weightedShare } from '../../stats/weightedShare';
import { weightsOf, type AmountTally } from './amounts';
import { addCounts, daysIn } from './dayCounts';
import { allLosses, incidenceOf, plainQuantiles, rateOf } from './estimates';
import { amountCell } from './stageAmounts';
import type { FunnelStep, StageFinding } from './stageFinding';
import { cellOf, inOrderThrough } from './stageTally';
import type { StageTally } from './stageTally';
import {
  ADVANCED,
  ENDINGS,
  LOST_HERE,
  MOVED_BACK,
  PASSED,
  STILL_OPEN,
  UNDECIDED_HERE,
  type Mark,
} from './visits';

/**
 * What a stage that a deal went over without entering it counts for. `passed`: nothing is known of the deal there.
 * `entered`: it counts as entered and moved on from, in the counts and rates; of its time there nothing is known either way.
 */
export type SkipPolicy = 'passed' | 'entered';

export interface StageOptions {
  readonly horizonDays: number;
  readonly confidence: number;
  readonly skips: SkipPolicy;
  /** Whether rates may be weighted by amounts. */
  readonly canWeigh: boolean;
  /** Absent where no deal has an amount. */
  readonly amounts?: AmountTally;
}

const openNames = (stages: StageMap): readonly string[] =>
  stages.filter(({ kind }) => kind === 'open').map(({ name }) => name);

const enteredAt = (tally: StageTally, stage: number, group: number): number =>
  ENDINGS.reduce<number>((sum, ending) => sum + tally.deals[cellOf(tally, stage, ending, group)]!, 0);

const passedAt = (tally: StageTally, stage: number, group: number): number =>
  tally.deals[cellOf(tally, stage, PASSED, group)]!;

/** Estimates of every open stage, read from the tally of one group of deals. */
export function stageFindings(
  tally: StageTally,
  stages: StageMap,
  { horizonDays, confidence, skips, canWeigh, amounts }: StageOptions,
  group = 0,
): StageFinding[] {
  const cameAsFarAs = (stage: number): number =>
    enteredAt(tally, stage, group) + passedAt(tally, stage, group);
  return openNames(stages).map((name, stage) => {
    const at = (mark: Mark): number => cellOf(tally, stage, mark, group);
    const days = (mark: Mark): Int32Array => daysIn(tally.days, at(mark));
    const skipped = passedAt(tally, stage, group);
    const counted = skips === 'entered' ? skipped : 0;
    const advanced = tally.deals[at(ADVANCED)]! + counted;
    const noDecision = tally.deals[at(UNDECIDED_HERE)]!;
    const lost = tally.deals[at(LOST_HERE)]! + noDecision;
    const entered = enteredAt(tally, stage, group) + counted;
    const risk = riskTableFromDays([days(ADVANCED), days(LOST_HERE), days(UNDECIDED_HERE)], days(STILL_OPEN));
    const dated = risk.atRisk[0] ?? 0;
    const any = allLosses(risk);
    const advance = incidenceOf(any, 1, horizonDays, confidence);
    const loss = incidenceOf(any, 2, horizonDays, confidence);
    const dwell = kaplanMeier(any, confidence);
    const quantile = (p: number): number | null => quantileOf(dwell, p).estimate;
    const median = quantile(0.5);
    return {
      name,
      entered,
      passed: skipped - counted,
      advanced,
      lost,
      noDecision,
      open: tally.deals[at(STILL_OPEN)]!,
      movedBack: tally.deals[at(MOVED_BACK)]!,
      stepRate: rateOf(advanced, advanced + lost, confidence),
      valueStepRate: amounts && canWeigh ? valueRate(amounts, stage, skips, confidence) : null,
      ofEntered: rateOf(advanced, entered, confidence),
      reached: rateOf(cameAsFarAs(stage), cameAsFarAs(0), confidence),
      incidence: {
        days: horizonDays,
        advance: advance.at,
        lost: loss.at,
        noDecision: noDecision > 0 ? incidenceOf(risk, 3, horizonDays, confidence).at : null,
      },
      dwellDays: {
        q25: quantile(0.25),
        median,
        q75: quantile(0.75),
        events: dwell.events.reduce((sum, events) => sum + events, 0),
        n: dated,
        restrictedMean: restrictedMean(dwell, horizonDays)?.estimate ?? null,
        atLeast: median === null ? (risk.times.at(-1) ?? null) : null,
      },
      advancedDays: plainQuantiles(days(ADVANCED)),
      lostDays: plainQuantiles(addCounts(days(LOST_HERE), days(UNDECIDED_HERE))),
      undated: entered - dated,
      value: amounts ? valueOf(amounts, stage, skips) : null,
      curve: { advance: advance.curve, lost: loss.curve },
    };
  });
}

/** The marks that count as moved on. */
const movedOn = (skips: SkipPolicy): readonly Mark[] =>
  skips === 'entered' ? [ADVANCED, PASSED] : [ADVANCED];
const LOSSES = [LOST_HERE, UNDECIDED_HERE] as const;

function valueRate(
  amounts: AmountTally,
  stage: number,
  skips: SkipPolicy,
  confidence: number,
): StageFinding['valueStepRate'] {
  const cells = (marks: readonly Mark[]): readonly number[] => marks.map((mark) => amountCell(stage, mark));
  const [on, lost] = [cells(movedOn(skips)), cells(LOSSES)];
  const [successes, others] = [weightsOf(amounts, on), weightsOf(amounts, lost)];
  return {
    x: successes.sum,
    n: successes.sum + others.sum,
    deals: [...on, ...lost].reduce((sum, cell) => sum + amounts.deals[cell]!, 0),
    ...weightedShare(successes, others, confidence),
  };
}

function valueOf(amounts: AmountTally, stage: number, skips: SkipPolicy): StageFinding['value'] {
  const sum = (marks: readonly Mark[]): number =>
    weightsOf(
      amounts,
      marks.map((mark) => amountCell(stage, mark)),
    ).sum;
  const [advanced, lost, open] = [sum(movedOn(skips)), sum(LOSSES), sum([STILL_OPEN])];
  return { entered: advanced + lost + open, advanced, lost, open };
}

/** Both funnels of one group of deals, ending in Won. */
export function funnelSteps(
  tally: StageTally,
  stages: StageMap,
  won: number,
  skips: SkipPolicy,
  group = 0,
): FunnelStep[] {
  const names = openNames(stages);
  const touched = (stage: number): number =>
    enteredAt(tally, stage, group) + (skips === 'entered' ? passedAt(tally, stage, group) : 0);
  return [
    ...names.map((name, stage) => ({
      name,
      // With skipped stages counted as entered nobody can be out of order.
      inOrder: skips === 'entered' ? touched(stage) : inOrderThrough(tally, stage + 1, group),
      touched: touched(stage),
    })),
    {
      name: stages.find(({ kind }) => kind === 'won')?.name ?? 'Won',
      inOrder: skips === 'entered' ? won : inOrderThrough(tally, names.length + 1, group),
      touched: won,
    },
  ];
}
