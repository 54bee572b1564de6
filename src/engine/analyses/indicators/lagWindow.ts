import type { Indicator } from './catalogue';
import { FROM_CREATION, fromStage, medianDays, type CycleTally, type Goal } from './cycle';
import type { LeadResult } from './leadResults';
import { periodsOfDays, type Grain } from './periods';

/** The lags at which an indicator can plausibly lead a result, in periods, both included. */
export interface LagWindow {
  readonly from: number;
  readonly to: number;
  /** Whose time it is taken from: the indicator's stage, the whole sales cycle, a person's word, or nobody's. */
  readonly basis: 'stage' | 'cycle' | 'given' | 'usual';
  /** The median days that it was taken from. */
  readonly days: number | null;
}

/** Where nothing tells how long a sale takes. */
const USUAL: Readonly<Record<Grain, number>> = { month: 6, week: 12 };

/**
 * From half to one and a half times the median days from the indicator's place on a deal's way to the result, and at least
 * one period: what takes a quarter on the way does not show next month. Undefined where the indicator stands at or behind
 * the result's own stage, and so cannot lead it.
 */
export function lagWindow(
  indicator: Pick<Indicator, 'start'>,
  { goal }: Pick<LeadResult, 'goal'>,
  cycles: ReadonlyMap<Goal, CycleTally>,
  grain: Grain,
  given: { readonly from: number; readonly to: number },
): LagWindow | undefined {
  if (typeof goal === 'number' && (indicator.start ?? 0) >= fromStage(goal)) return undefined;
  if (given.to > 0) {
    const from = Math.max(1, given.from);
    return { from, to: Math.max(from, given.to), basis: 'given', days: null };
  }
  const tally = cycles.get(goal ?? 'won');
  const ofStage = tally && indicator.start !== null ? medianDays(tally, indicator.start) : null;
  const days = ofStage ?? (tally ? medianDays(tally, FROM_CREATION) : null);
  if (days === null) return { from: 1, to: USUAL[grain], basis: 'usual', days };
  const periods = periodsOfDays(grain, days);
  const from = Math.max(1, Math.round(periods / 2));
  const to = Math.max(from, Math.round(1.5 * periods));
  return { from, to, basis: ofStage !== null && indicator.start !== FROM_CREATION ? 'stage' : 'cycle', days };
}
