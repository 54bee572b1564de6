import { interpolated } from './interpolated';
import type { StageExits } from './transitions';

/**
 * How likely a deal is to be won within so many days of entering each stage, whatever way it takes: a semi-Markov chain
 * over the stages' exits. In the last stage, from which the only way on is to win, it is the incidence F of the stage.
 */
export interface WinCurves {
  readonly exits: readonly StageExits[];
  readonly ways: readonly Ways[];
  /** `within[k][h]`: won within h days of entering stage k, h = 0, 1, … */
  readonly within: readonly Float64Array[];
  /** Won at some time, as far as past stays go. */
  readonly ever: Float64Array;
}

/** The exits of a stage by day, those to Lost left out: what a look ahead adds up. */
interface Ways {
  /** Ascending. */
  readonly day: Int32Array;
  /** Position of the next stage; the number of stages: won. */
  readonly next: Int32Array;
  readonly share: Float64Array;
}

function waysOf({ day, to }: StageExits): Ways {
  const used: (readonly [day: number, next: number, share: number])[] = [];
  day.forEach((d, i) =>
    to.forEach((share, next) => {
      if (share[i]! > 0) used.push([d, next, share[i]!]);
    }),
  );
  return {
    day: Int32Array.from(used, ([d]) => d),
    next: Int32Array.from(used, ([, next]) => next),
    share: Float64Array.from(used, ([, , share]) => share),
  };
}

/** The curves up to so many days after entering a stage. */
export function winCurves(exits: readonly StageExits[], days: number): WinCurves {
  const count = exits.length;
  const ways = exits.map(waysOf);
  const within = exits.map(() => new Float64Array(days + 1));
  for (let h = 0; h <= days; h++)
    // From the last stage back, so that of moves on within a day the end is known already. A move back within a day
    // counts as one of a day: it cannot wait for what depends on it.
    for (let k = count - 1; k >= 0; k--) {
      const { day, next, share } = ways[k]!;
      let sum = 0;
      for (let w = 0; w < day.length && day[w]! <= h; w++) {
        const to = next[w]!;
        const left = day[w] === 0 && to <= k ? h - 1 : h - day[w]!;
        if (to === count) sum += share[w]!;
        else if (left >= 0) sum += share[w]! * within[to]![left]!;
      }
      within[k]![h] = Math.min(1, sum);
    }
  return { exits, ways, within, ever: everWon(ways) };
}

/** Wins without a limit of time: the fixed point of "won next, or won from the next stage", reached by going on and on. */
function everWon(ways: readonly Ways[]): Float64Array {
  const count = ways.length;
  const ever = new Float64Array(count);
  for (let round = 0, change = 1; round < 1000 && change > 1e-12; round++) {
    change = 0;
    for (let k = count - 1; k >= 0; k--) {
      const { next, share } = ways[k]!;
      let sum = 0;
      for (let w = 0; w < next.length; w++) sum += share[w]! * (next[w] === count ? 1 : ever[next[w]!]!);
      change = Math.max(change, Math.abs(sum - ever[k]!));
      ever[k] = Math.min(1, sum);
    }
  }
  return ever;
}

/** How many past stays in the stage lasted longer than this age. */
export function stayedLonger({ day, atRisk }: StageExits, age: number): number {
  const at = day.findIndex((d) => d > age);
  return at < 0 ? 0 : atRisk[at]!;
}

/** The highest age that at least so many past stays outlasted; −1 when there is none. */
export function supportedAge({ day, atRisk }: StageExits, least: number): number {
  let age = -1;
  day.forEach((d, i) => {
    if (atRisk[i]! >= least) age = d - 1;
  });
  return age;
}

export interface WinChance {
  /** By horizon. */
  readonly within: Float64Array;
  readonly ever: number;
}

/**
 * P(won within h days | in stage k for `age` days already), for each h, and P(ever won). Within the stage that is
 * [F(s + h) − F(s)] ÷ S(s); beyond it the next stage's own curve goes on from the day on which it is entered. Horizons may
 * be fractions of days: between two days the line is straight.
 */
export function wonFromStage(
  { exits, ways, within, ever }: WinCurves,
  k: number,
  age: number,
  horizons: readonly number[],
): WinChance {
  const { day: exitDay, longer } = exits[k]!;
  const count = exits.length;
  let past = 0;
  while (past < exitDay.length && exitDay[past]! <= age) past++;
  const staying = past === 0 ? 1 : longer[past - 1]!;
  const found = new Float64Array(horizons.length);
  if (staying <= 0) return { within: found, ever: 0 };
  const { day, next, share } = ways[k]!;
  let all = 0;
  for (let w = 0; w < day.length; w++) {
    const passed = day[w]! - age;
    if (passed <= 0) continue;
    const to = next[w]!;
    all += share[w]! * (to === count ? 1 : ever[to]!);
    for (let m = 0; m < horizons.length; m++) {
      const left = horizons[m]! - passed;
      if (left <= -1) continue;
      found[m]! += share[w]! * (to === count ? Math.min(1, left + 1) : interpolated(within[to]!, left));
    }
  }
  return { within: found.map((sum) => Math.min(1, sum / staying)), ever: Math.min(1, all / staying) };
}
