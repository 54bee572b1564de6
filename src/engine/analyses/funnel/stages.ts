import type { StageMap } from '../../dataset/mapping';
import { kaplanMeier, quantileOf, restrictedMean } from '../../stats/kaplanMeier';
import { riskTableFromDays } from '../../stats/riskTable';
import { daysIn } from './dayCounts';
import { incidenceOf, plainQuantiles, rateOf } from './estimates';
import type { FunnelStep, StageFinding } from './finding';
import { ADVANCED, cellOf, endedAs, endingCell, inOrderThrough, LOST_HERE, STILL_OPEN } from './stageTally';
import type { StageTally } from './stageTally';

const openNames = (stages: StageMap): readonly string[] =>
  stages.filter(({ kind }) => kind === 'open').map(({ name }) => name);

const enteredAt = (tally: StageTally, cell: number): number =>
  endedAs(tally, cell, ADVANCED) + endedAs(tally, cell, LOST_HERE) + endedAs(tally, cell, STILL_OPEN);

/** Estimates of every open stage, read from the tally of one group of deals. */
export function stageFindings(
  tally: StageTally,
  stages: StageMap,
  horizonDays: number,
  confidence: number,
  hasAmounts: boolean,
  group = 0,
): StageFinding[] {
  const cameAsFarAs = (stage: number): number => {
    const cell = cellOf(tally, stage, group);
    return enteredAt(tally, cell) + tally.passed[cell]!;
  };
  return openNames(stages).map((name, stage) => {
    const cell = cellOf(tally, stage, group);
    const advanced = endedAs(tally, cell, ADVANCED);
    const lost = endedAs(tally, cell, LOST_HERE);
    const entered = enteredAt(tally, cell);
    const advanceDays = daysIn(tally.days, endingCell(cell, ADVANCED));
    const lossDays = daysIn(tally.days, endingCell(cell, LOST_HERE));
    const openDays = daysIn(tally.days, endingCell(cell, STILL_OPEN));
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
      passed: tally.passed[cell]!,
      advanced,
      lost,
      open: endedAs(tally, cell, STILL_OPEN),
      movedBack: tally.movedBack[cell]!,
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
      value: hasAmounts ? { entered: tally.enteredValue[cell]!, advanced: tally.advancedValue[cell]! } : null,
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
      touched: enteredAt(tally, cellOf(tally, stage, group)),
    })),
    {
      name: stages.find(({ kind }) => kind === 'won')?.name ?? 'Won',
      inOrder: inOrderThrough(tally, names.length + 1, group),
      touched: won,
    },
  ];
}
