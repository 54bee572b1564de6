import type { RandomSource } from '../../core/random';
import { AS_IN_DATA } from '../levers';
import { project, simulate, type Draws, type Ground, type Projection, type Supposed } from './project';

/**
 * What past forecasts show that the simulation does not see, future by future: added to what is drawn it makes the band of
 * each month so many times as wide about its mean. On average it is nought, so that means stay what they are and add up;
 * it takes no more than there is to come, so that nothing falls below what is won already (and nothing below nought is
 * moved further down). Position m × draws + d.
 */
export function strayOf({ draws, periods, open, fresh }: Draws, factor: number): Float64Array {
  const stray = new Float64Array(periods * draws);
  for (let m = 0; m < periods; m++) {
    const [from, to] = [m * draws, (m + 1) * draws];
    const toCome = (at: number): number => open.amount[at]! + (fresh ? fresh.amount[at]! : 0);
    let sum = 0;
    for (let at = from; at < to; at++) sum += toCome(at);
    let [taken, given] = [0, 0];
    for (let at = from; at < to; at++) {
      const wanted = (factor - 1) * (toCome(at) - sum / draws);
      const added = Math.max(wanted, -Math.max(0, toCome(at)));
      stray[at] = added;
      if (added < 0) taken -= added;
      else given += added;
    }
    // Where less could be taken than was wanted, less is given.
    const share = given > 0 ? taken / given : 0;
    for (let at = from; at < to; at++) if (stray[at]! > 0) stray[at]! *= share;
  }
  return stray;
}

/** The futures with what recalibration adds to them; a lever on all amounts multiplies that, too. */
export const withStray = (draws: Draws, stray: Float64Array | undefined, dealSize: number): Draws =>
  stray ? { ...draws, stray: dealSize === 1 ? stray : stray.map((cents) => cents * dealSize) } : draws;

/** What past forecasts were made with: nothing supposed, and nobody's word. */
export const asInData = ({ withNew }: Supposed): Supposed => ({
  levers: AS_IN_DATA,
  overrides: new Map(),
  withNew,
});

export interface SimulateOptions {
  readonly draws: number;
  readonly rho: number;
  readonly random: RandomSource;
}

const supposesNothing = ({ levers, overrides }: Supposed): boolean =>
  overrides.size === 0 &&
  levers.stages.size === 0 &&
  [levers.conversion, levers.cycle, levers.dealSize, levers.newDeals].every((factor) => factor === 1);

/**
 * Simulates futures at once, and recalibrates them when it is known by how much. What is added is that of the forecast as
 * in the data, whatever is supposed: past forecasts were made so, and a what-if then differs by what it supposes alone.
 */
export function simulated(
  ground: Ground,
  projection: Projection,
  supposed: Supposed,
  options: SimulateOptions,
): (factor: number | null) => Draws {
  const drawn = simulate(ground, projection, supposed.levers, options);
  const plain = (): Draws =>
    supposesNothing(supposed)
      ? drawn
      : simulate(ground, project(ground, asInData(supposed)), AS_IN_DATA, options);
  return (factor) =>
    factor === null ? drawn : withStray(drawn, strayOf(plain(), factor), supposed.levers.dealSize);
}
