import type { RandomSource } from '../../../core/random';
import { normalDraw } from '../../../stats/normalDraws';
import type { AttainmentModel } from './attainment';

/** How the attainment of one measure is spread over people and its periods. */
export interface SeriesSpread {
  readonly model: AttainmentModel;
  /**
   * The share of the variance of ln attainment that a period has in common for everyone, 0 to 1: market, product, season.
   * It leaves the expected cost as it is and widens the spread of the total, which for independent people would shrink with
   * the square root of their number.
   */
  readonly together: number;
  /** The share that stays with a person from period to period of a simulated year; with `together` at most 1. */
  readonly persistent: number;
}

/** What is drawn for each person of a simulated year: one attainment a slot, a slot for each pay period of a series. */
export interface TeamSpread {
  readonly series: readonly SeriesSpread[];
  /** The series of each slot. */
  readonly slots: readonly number[];
}

/**
 * Whether two spreads take the same chances for the same things, however far they spread them: then the same source draws
 * the same luck for the same person and year under both, and run by run their difference is the spreads' and not chance.
 */
export const drawAlike = (a: TeamSpread, b: TeamSpread): boolean => chancesOf(a) === chancesOf(b);

/** What `drawOf` takes from the source, slot by slot. */
const chancesOf = ({ series, slots }: TeamSpread): string =>
  JSON.stringify([
    slots,
    series.some(({ persistent }) => persistent > 0),
    series.map(({ model }) =>
      model.kind === 'observed'
        ? model.values.length
        : model.distribution.zero > 0
          ? 'curve, or zero'
          : 'curve',
    ),
  ]);

/** Draws one person's attainments into `out`, slot by slot; `common` holds the year's common part of each slot. */
export type AttainmentDraw = (
  random: RandomSource,
  common: Float64Array,
  commonAt: number,
  out: Float64Array,
) => void;

/**
 * A function that draws one person's attainments of one simulated year. Series are independent of each other, but for
 * observed values: one choice serves all series with as many values, so that what went together in history goes together
 * here.
 */
export function drawOf({ series, slots }: TeamSpread): AttainmentDraw {
  const kinds = series.map(({ model, together, persistent }) => ({
    values: model.kind === 'observed' ? Float64Array.from(model.values) : undefined,
    ...(model.kind === 'observed' ? { zero: 0, mu: 0, sigma: 0 } : model.distribution),
    shared: Math.sqrt(together),
    lasting: Math.sqrt(persistent),
    own: Math.sqrt(Math.max(0, 1 - together - persistent)),
  }));
  const anyObserved = kinds.some(({ values }) => values !== undefined);
  const anyLasting = kinds.some(({ lasting }) => lasting > 0);
  const person = new Float64Array(series.length);
  const ofSlot = slots.map((s) => kinds[s]!);
  return (random, common, commonAt, out) => {
    const choice = anyObserved ? random.next() : 0;
    if (anyLasting) for (let s = 0; s < person.length; s++) person[s] = normalDraw(random);
    for (let m = 0; m < ofSlot.length; m++) {
      const { values, zero, mu, sigma, shared, lasting, own } = ofSlot[m]!;
      if (values) {
        out[m] = values[Math.floor(choice * values.length)]!;
        continue;
      }
      let z = own * normalDraw(random);
      if (shared > 0) z += shared * common[commonAt + m]!;
      if (lasting > 0) z += lasting * person[slots[m]!]!;
      out[m] = zero > 0 && random.next() < zero ? 0 : Math.exp(mu + sigma * z);
    }
  };
}
