import type { StageMap } from '../../dataset/mapping';
import { kaplanMeier, quantileOf, restrictedMean } from '../../stats/kaplanMeier';
import { riskTableFromDays } from '../../stats/riskTable';
import { daysIn } from './dayCounts';
import { incidenceOf, plainQuantiles, rateOf } from './estimates';
import type { FunnelStep, StageFinding } from './finding';
import { cellOf, inOrderThrough } from './stageTally';
import type { StageTally } from './stageTally';
import { ADVANCED, LOST_HERE, MOVED_BACK, PASSED, STILL_OPEN } from './visits';
import type { Mark } from './visits';

const openNames = (stages: StageMap): readonly string[] =>
  stages.filter(({ kind }) => kind === 'open').map(({ name }) => name);

const ENDINGS = [ADVANCED, LOST_HERE, STILL_OPEN] as const;

const enteredAt = (tally: StageTally, stage: number, group: number): number =>
  ENDINGS.reduce<number>((sum, ending) => sum + tally.deals[cellOf(tally, stage, ending, group)]!, 0);

/** Estimates of every open stage, read from the tally of one group of deals. */
export function stageFindings(
  tally: StageTally,
  stages: StageMap,
  horizonDays: number,
  confidence: number,
  hasAmounts: boolean,
  group = 0,
): StageFinding[] {
  const cameAsFarAs = (stage: number): number =>
    enteredAt(tally, stage, group) + tally.deals[cellOf(tally, stage, PASSED, group)]!;
  return openNames(stages).map((name, stage) => {
    const at = (mark: Mark): number => cellOf(tally, stage, mark, group);
    const advanced = tally.deals[at(ADVANCED)]!;
    const lost = tally.deals[at(LOST_HERE)]!;
    const entered = enteredAt(tally, stage, group);
    const advanceDays = daysIn(tally.days, at(ADVANCED));
    const lossDays = daysIn(tally.days, at(LOST_HERE));
    const openDays = daysIn(tally.days, at(STILL_OPEN));
    const risk = riskTableFromDays([advanceDays, lossDays], openDays);
    const dated = risk.atRisk[0] ?? 0;
    const advance = incidenceOf(risk, 1, horizonDays, confidence);
    const loss = incidenceOf(risk, 2, horizonDays, confidence);
    const dwell = kaplanMeier(risk, confidence);
    const quantile = (p: number): number | null => quantileOf(dwell, p).estimate;
    const median = quantile(0.5);
    return {
      name,
      entered,
      passed: tally.deals[at(PASSED)]!,
      advanced,
      lost,
      open: tally.deals[at(STILL_OPEN)]!,
      movedBack: tally.deals[at(MOVED_BACK)]!,
      stepRate: rateOf(advanced, advanced + lost, confidence),
      ofEntered: rateOf(advanced, entered, confidence),
      reached: rateOf(cameAsFarAs(stage), cameAsFarAs(0), confidence),
      incidence: { days: horizonDays, advance: advance.at, lost: loss.at },
      dwellDays: {
        q25: quantile(0.25),
        median,
        q75: quantile(0.75),
        events: dwell.events.reduce((sum, events) => sum + events, 0),
        n: dated,
        restrictedMean: restrictedMean(dwell, horizonDays)?.estimate ?? null,
        atLeast: median === null ? (risk.times.at(-1) ?? null) : null,
      },
      advancedDays: plainQuantiles(advanceDays),
      lostDays: plainQuantiles(lossDays),
      undated: entered - dated,
      value: hasAmounts
        ? {
            entered: ENDINGS.reduce<number>((sum, ending) => sum + tally.value[at(ending)]!, 0),
            advanced: tally.value[at(ADVANCED)]!,
          }
        : null,
      curve: { advance: advance.curve, lost: loss.curve },
    };
  });
}

/** Both funnels of one group of deals, ending in Won. */
export function funnelSteps(tally: StageTally, stages: StageMap, won: number, group = 0): FunnelStep[] {
  const names = openNames(stages);
  return [
    ...names.map((name, stage) => ({
      name,
      inOrder: inOrderThrough(tally, stage + 1, group),
      touched: enteredAt(tally, stage, group),
    })),
    {
      name: stages.find(({ kind }) => kind === 'won')?.name ?? 'Won',
      inOrder: inOrderThrough(tally, names.length + 1, group),
      touched: won,
    },
  ];
}
