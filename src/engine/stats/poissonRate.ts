import { chiSquareUpperTail } from './chiSquareDistribution';
import { gammaQuantile } from './gammaDistribution';

/** Events of a group over its exposure: deals over calls, accidents over kilometres. */
export interface Exposed {
  readonly events: number;
  readonly exposure: number;
}

/**
 * The rate of a Poisson count with exact limits (Garwood 1936; R: `poisson.test`). Of no events the low limit is 0. The exposure is above 0.
 */
export function poissonRate(
  { events, exposure }: Exposed,
  confidence: number,
): { readonly estimate: number; readonly low: number; readonly high: number } {
  const tail = (1 - confidence) / 2;
  return {
    estimate: events / exposure,
    low: events === 0 ? 0 : gammaQuantile(tail, events, exposure),
    high: gammaQuantile(1 - tail, events + 1, exposure),
  };
}

/** Of fewer expected events χ² is not near the distribution of the statistic. */
const FEWEST_EXPECTED = 5;

/**
 * Do groups have one rate? Pearson's χ² of the events given their sum (for equal exposures Fisher's test of dispersion). Groups of which
 * fewer than five events are expected are tested as one, and left out if that is still so. Null where not two are left.
 */
export function sameRates(
  groups: readonly Exposed[],
): { readonly statistic: number; readonly df: number; readonly p: number } | null {
  const all = together(groups);
  const expected = ({ exposure }: Exposed): number => (all.events * exposure) / all.exposure;
  const isLarge = (group: Exposed): boolean => expected(group) >= FEWEST_EXPECTED;
  const tested = [...groups.filter(isLarge), together(groups.filter((group) => !isLarge(group)))].filter(
    isLarge,
  );
  if (tested.length < 2) return null;
  // Where small groups are left out the others are measured by their own rate.
  const rate = together(tested).events / together(tested).exposure;
  const statistic = tested.reduce(
    (sum, { events, exposure }) => sum + (events - rate * exposure) ** 2 / (rate * exposure),
    0,
  );
  return { statistic, df: tested.length - 1, p: chiSquareUpperTail(statistic, tested.length - 1) };
}

const together = (groups: readonly Exposed[]): Exposed => ({
  events: groups.reduce((sum, { events }) => sum + events, 0),
  exposure: groups.reduce((sum, { exposure }) => sum + exposure, 0),
});
