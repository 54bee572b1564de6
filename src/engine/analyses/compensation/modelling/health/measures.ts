import { healthFinding, type HealthCheck } from './finding';

/** More than three are not steered by. */
const MOST = 3;
/** Less than a tenth of target pay moves nobody. */
const LEAST = 0.1;

/** Too many measures, measures of no weight, and weights that are not one together. */
export const measures: HealthCheck = ({ modelled: { plan } }) => {
  const paying = plan.components.filter(({ kind }) => kind !== 'measure');
  const weighed = paying.filter(({ weight }) => weight !== undefined);
  const sum = weighed.reduce((all, { weight }) => all + weight!, 0);
  return [
    ...(paying.length > MOST
      ? [healthFinding('tooManyMeasures', 'watch', null, { measures: paying.length, most: MOST })]
      : []),
    ...weighed
      .filter(({ weight }) => weight! < LEAST)
      .map(({ name, weight }) =>
        healthFinding('weightTooLight', 'watch', name, { weight: weight!, least: LEAST }),
      ),
    ...(weighed.length === paying.length && weighed.length > 1 && Math.abs(sum - 1) > 1e-9
      ? [healthFinding('weightsNotWhole', 'problem', null, { sum })]
      : []),
  ];
};
