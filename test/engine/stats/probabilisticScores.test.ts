import fc from 'fast-check';
import {
  crps,
  crpsNormal,
  intervalScore,
  pinball,
  probabilityIntegral,
} from '../../../src/engine/stats/probabilisticScores';
import { quantile } from '../../../src/engine/stats/quantile';
import { expectClose, reference } from '../../support/reference';

interface ScoreCase {
  readonly name: string;
  readonly input:
    | { readonly ensemble: readonly number[]; readonly y: number; readonly taus: readonly number[] }
    | { readonly mu: number; readonly sd: number; readonly y: number };
  readonly expected: Readonly<Record<string, number>> & {
    readonly quantiles_type7?: readonly number[];
    readonly pinball?: readonly number[];
  };
}
const TOLERANCE = { relative: 1e-9, absolute: 1e-9 };

describe('scores of forecast distributions', () => {
  it.each(reference<ScoreCase>('crps_pinball').cases)(
    'agree with R 4.2.2: $name',
    ({ name, input, expected }) => {
      if ('mu' in input) {
        const { mu, sd, y } = input;
        expectClose([crpsNormal(mu, sd, y)], [expected['crps_normal']!], name, TOLERANCE);
        return;
      }
      const { ensemble, y, taus } = input;
      const quantiles = taus.map((tau) => quantile(ensemble, tau)!);
      const losses = taus.map((tau, i) => pinball(quantiles[i]!, tau, y));
      expectClose(quantiles, expected.quantiles_type7!, name, TOLERANCE);
      expectClose(losses, expected.pinball!, name, TOLERANCE);
      const { low, high } = probabilityIntegral(ensemble, y);
      expectClose(
        [
          crps(ensemble, y),
          crps(ensemble, y, true),
          losses.reduce((a, b) => a + b, 0) / losses.length,
          intervalScore(quantiles[0]!, quantiles.at(-1)!, 0.8, y),
          low,
          high,
        ],
        [
          expected['crps_empirical']!,
          expected['crps_fair']!,
          expected['mean_pinball']!,
          expected['interval_score_80']!,
          expected['pit_lower']!,
          expected['pit_upper']!,
        ],
        name,
        TOLERANCE,
      );
    },
  );

  it('of one draw is the absolute error; of none there is none', () => {
    expect(crps([7], 10)).toBe(3);
    expect(crps([7], 10, true)).toBe(3);
    expect(crps([], 10)).toBeNull();
  });

  it('is not negative, and nought only for draws that are all right (property)', () => {
    const draws = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(draws, fc.integer({ min: -50, max: 50 }), (values, y) => {
        const score = crps(values, y)!;
        expect(score).toBeGreaterThanOrEqual(-1e-12);
        expect(score < 1e-12).toBe(values.every((v) => v === y));
      }),
    );
  });
});
