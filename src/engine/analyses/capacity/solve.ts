import { rampedTotal, teamOf, type Seat, type TeamRules } from './model';

/** Hires start in the first so many months of the plan: later ones would hardly pay within it. */
export const HIRING_WINDOW = 18;
/** More than this is no plan for hires but for another business. */
const MOST_HIRES = 500;

export interface Solved {
  /** Month of the plan in which each hire starts, in order; as few hires as reach the goal, each as late as can be. */
  readonly starts: readonly number[];
  /** False where even the most hires do not reach the goal. */
  readonly reached: boolean;
}

/** What one hire adds to the plan who starts in this month, in ramped months: own work and that of successors. */
export const worthOfHire = (month: number, rules: TeamRules): number =>
  rampedTotal(teamOf([{ count: 1, from: month, until: undefined }], rules));

/**
 * The fewest hires that bring the team to `needed` ramped months, and the latest months for them: first the fewest that do
 * when all start as early as allowed, then each, from the last one on, later as long as the goal is still reached. A
 * team's months add up seat by seat, so what a hire adds does not depend on the others.
 *
 * @param firstMonth the earliest in which somebody can start whom one begins to look for now
 */
export function solveHires(
  seats: readonly Seat[],
  rules: TeamRules,
  needed: number,
  perMonth: number,
  firstMonth: number,
): Solved {
  const gap = needed - rampedTotal(teamOf(seats, rules));
  if (!(gap > 0)) return { starts: [], reached: true };
  const window = Math.max(0, Math.min(HIRING_WINDOW, rules.months) - firstMonth + 1);
  const worth = Array.from({ length: window }, (_, i) => worthOfHire(firstMonth + i, rules));
  const places = Math.min(MOST_HIRES, worth.length * perMonth);
  const earliest = (i: number): number => Math.floor(i / perMonth);
  let count = 0;
  let sum = 0;
  while (sum < gap && count < places) sum += worth[earliest(count++)] ?? 0;
  const at = Array.from({ length: count }, (_, i) => earliest(i));
  if (sum < gap) return { starts: at.map((i) => firstMonth + i), reached: false };
  const inMonth = new Int32Array(worth.length);
  for (const month of at) inMonth[month]!++;
  // Rounds of one month for each hire keep them together instead of putting one far off and the others at once.
  for (let moved = true; moved;) {
    moved = false;
    for (let i = count - 1; i >= 0; i--) {
      const [here, next] = [at[i]!, at[i]! + 1];
      if (next >= worth.length || inMonth[next]! >= perMonth) continue;
      const less = sum - worth[here]! + worth[next]!;
      if (less < gap) continue;
      sum = less;
      inMonth[here]!--;
      inMonth[next]!++;
      at[i] = next;
      moved = true;
    }
  }
  return { starts: at.map((i) => firstMonth + i).sort((a, b) => a - b), reached: true };
}
