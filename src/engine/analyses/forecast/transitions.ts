import { riskTableFromDays } from '../../stats/riskTable';
import { daysIn } from '../funnel/dayCounts';
import { leveredRate, type Levers } from '../levers';
import { lostNext, stayCell, stillThere, wonNext, type StayTally } from './stays';

/** How stays in one stage end, by whole days: Aalen–Johansen's increments. */
export interface StageExits {
  readonly name: string;
  /** Days on which some stay ended, or was last seen; ascending. 0: on the day of entry. */
  readonly day: Int32Array;
  /** Stays that lasted at least so long. */
  readonly atRisk: Float64Array;
  /** Share of stays that last longer. */
  readonly longer: Float64Array;
  /** By next stage, and last by won: the share of all stays that end so on the day. */
  readonly to: readonly Float64Array[];
}

/**
 * The exits of every stage. Under a lever the ways on (to a later stage, or won) and the loss are scaled so that of the
 * stays decided the share supposed goes on; when they end, and moves back, stay as they are.
 */
export function stageExits({ stages, days }: StayTally, levers: Levers): readonly StageExits[] {
  const count = stages.length;
  return stages.map((name, stage) => {
    const cell = (next: number): Int32Array => daysIn(days, stayCell(count, stage, next));
    const ways = Array.from({ length: count + 2 }, (_, next) => cell(next));
    const risk = riskTableFromDays(ways, cell(stillThere(count)));
    const length = risk.times.length;
    const to = Array.from({ length: count + 1 }, () => new Float64Array(length));
    const longer = new Float64Array(length);
    let survival = 1;
    let [on, lost] = [0, 0];
    for (let i = 0; i < length; i++) {
      const n = risk.atRisk[i]!;
      let ended = 0;
      for (let next = 0; next < count + 2; next++) {
        const exits = risk.events[next]![i]!;
        ended += exits;
        const share = (survival * exits) / n;
        if (next === lostNext(count)) lost += share;
        else {
          to[next]![i] = share;
          if (next > stage) on += share;
        }
      }
      survival = ended === n ? 0 : survival * (1 - ended / n);
      longer[i] = survival;
    }
    const rate = on + lost > 0 ? on / (on + lost) : 0;
    const supposed = leveredRate(levers, name, rate);
    if (supposed !== rate && on > 0) {
      const factor = (supposed * (on + lost)) / on;
      for (let next = stage + 1; next <= wonNext(count); next++)
        for (let i = 0; i < length; i++) to[next]![i]! *= factor;
    }
    return { name, day: Int32Array.from(risk.times, Math.floor), atRisk: risk.atRisk, longer, to };
  });
}

/** Whether it is known of some stay in the stage how it ended: if of none, the curve says nothing of what comes after. */
export const hasExits = ({ longer }: StageExits): boolean => (longer.at(-1) ?? 1) < 1;
