import type { RandomSource } from '../../../core/random';
import { normalDraw } from '../../../stats/normalDraws';
import type { AttainmentModel } from './attainment';

/** How the attainments of a team are spread in a simulated year. */
export interface TeamSpread {
  /** One model for each measure. */
  readonly measures: readonly AttainmentModel[];
  /**
   * The share of the variance of ln attainment that a year has in common for everyone, 0 to 1: market, product, season.
   * It leaves the expected cost as it is and widens the spread of the total, which for independent people would shrink with
   * the square root of their number.
   */
  readonly together: number;
}

/** Draws attainments into `out`, measure by measure; `common` holds the year's common part of each measure. */
export type AttainmentDraw = (
  random: RandomSource,
  common: Float64Array,
  commonAt: number,
  out: Float64Array,
) => void;

/**
 * A function that draws one person's attainments of one simulated year. Lognormal measures are independent of each other
 * but for the common part. Observed values are drawn by person-year: one choice for all observed measures of equal
 * number, so that what went together in history goes together here.
 */
export function drawOf({ measures, together }: TeamSpread): AttainmentDraw {
  const [shared, own] = [Math.sqrt(together), Math.sqrt(1 - together)];
  const kinds = measures.map((model) =>
    model.kind === 'observed'
      ? { values: Float64Array.from(model.values), zero: 0, mu: 0, sigma: 0 }
      : { values: undefined, ...model.distribution },
  );
  const anyObserved = kinds.some(({ values }) => values !== undefined);
  return (random, common, commonAt, out) => {
    const choice = anyObserved ? random.next() : 0;
    for (let m = 0; m < kinds.length; m++) {
      const { values, zero, mu, sigma } = kinds[m]!;
      if (values) {
        out[m] = values[Math.floor(choice * values.length)]!;
        continue;
      }
      const z = shared * common[commonAt + m]! + own * normalDraw(random);
      out[m] = zero > 0 && random.next() < zero ? 0 : Math.exp(mu + sigma * z);
    }
  };
}
