import fc from 'fast-check';
import {
  kaplanMeier,
  quantileOf,
  restrictedMean,
  survivalAt,
  survivalLimits,
  type KaplanMeierCurve,
} from '../../../src/engine/stats/kaplanMeier';
import { riskTable } from '../../../src/engine/stats/riskTable';
import { expectClose, reference } from '../../support/reference';
import { durations, halfDays } from '../../support/survival';

type Limits = readonly [number | null, number | null, number | null];
type Column = readonly (number | null)[];
interface SurvivalCase {
  readonly name: string;
  readonly input: {
    readonly time: readonly number[];
    readonly status: readonly number[];
    readonly entry?: readonly number[];
    readonly conf: number;
  };
  readonly expected: Readonly<
    Record<
      | 'time'
      | 'n_risk'
      | 'n_event'
      | 'n_censor'
      | 'surv'
      | 'se_surv_greenwood'
      | 'lower_loglog'
      | 'upper_loglog',
      Column
    >
  > & {
    /** Without limits for delayed entry, where R's quantile has none. */
    readonly quantiles_est_lo_hi: {
      readonly loglog: Readonly<Record<'q25' | 'median' | 'q75', Limits | number>>;
    };
    readonly rmst: readonly { readonly tau: number; readonly rmst: number; readonly se: number }[];
  };
}
const { cases } = reference<SurvivalCase>('km_lung');
const curveOf = ({ input }: SurvivalCase): KaplanMeierCurve =>
  kaplanMeier(riskTable(input.time, input.status, 1, input.entry), input.conf);

it('has ten reference cases', () => expect(cases.length).toBe(10));

describe.each(cases)("agrees with R's survival 3.5-3: $name", (c) => {
  const { input, expected } = c;

  it('risk table', () => {
    const table = riskTable(input.time, input.status, 1, input.entry);
    expectClose(table.times, expected.time, 'times');
    expectClose(table.atRisk, expected.n_risk, 'at risk');
    expectClose(table.events[0] ?? [], expected.n_event, 'events');
    expectClose(table.censored, expected.n_censor, 'censored');
  });

  it('curve, standard error and limits', () => {
    const curve = curveOf(c);
    expectClose(curve.survival, expected.surv, 'survival');
    expectClose(curve.standardError, expected.se_surv_greenwood, 'standard error');
    const limits = Array.from(curve.times, (_, i) => survivalLimits(curve, i));
    expectClose(
      limits.map(([lower]) => lower),
      expected.lower_loglog,
      'lower',
    );
    expectClose(
      limits.map(([, upper]) => upper),
      expected.upper_loglog,
      'upper',
    );
  });

  it.each([
    ['q25', 0.25],
    ['median', 0.5],
    ['q75', 0.75],
  ] as const)('%s', (name, p) => {
    const { estimate, low, high } = quantileOf(curveOf(c), p);
    const wanted = expected.quantiles_est_lo_hi.loglog[name];
    if (typeof wanted === 'number') expectClose([estimate], [wanted], name);
    else expectClose([estimate, low, high], wanted, name);
  });

  it('restricted mean', () => {
    expect(expected.rmst.length).toBeGreaterThan(0);
    for (const { tau, rmst, se } of expected.rmst) {
      const mean = restrictedMean(curveOf(c), tau);
      expectClose([mean?.estimate ?? null, mean?.standardError ?? null], [rmst, se], `up to ${tau}`);
    }
  });
});

describe('Kaplan–Meier', () => {
  it("gives Freireich's published survival of the patients on 6-MP", () => {
    // Freireich et al. 1963, Blood 21:699–716; table of S(t) in Kleinbaum and Klein, Survival Analysis, chapter 2.
    const months = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35];
    const relapsed = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0];
    const curve = kaplanMeier(riskTable(months, relapsed, 1), 0.95);
    const shown = [6, 7, 10, 13, 16, 22, 23].map((t) => survivalAt(curve, t).estimate?.toFixed(3));
    expect(shown).toEqual(['0.857', '0.807', '0.753', '0.690', '0.627', '0.538', '0.448']);
    expect(quantileOf(curve, 0.5).estimate).toBe(23);
  });

  it('takes the middle of a flat stretch exactly at the quantile, up to the last time if it does not end', () => {
    const flat = kaplanMeier(riskTable([1, 2, 4, 8], [1, 1, 1, 1], 1), 0.95);
    expect(quantileOf(flat, 0.5).estimate).toBe(3);
    const endless = kaplanMeier(riskTable([1, 2, 6, 8], [1, 1, 0, 0], 1), 0.95);
    expect(quantileOf(endless, 0.5).estimate).toBe(5);
    // (1 − 1/3)·(1 − 1/2) is a third only up to rounding.
    const thirds = kaplanMeier(riskTable([1, 2, 3], [1, 1, 1], 1), 0.95);
    expect(quantileOf(thirds, 2 / 3).estimate).toBe(2.5);
  });

  it('has no median when nothing happened, only a longest time', () => {
    const curve = kaplanMeier(riskTable([5, 7, 10], [0, 0, 0], 1), 0.95);
    expect(quantileOf(curve, 0.5)).toEqual({ estimate: null, low: null, high: null });
    expect(curve.times.at(-1)).toBe(10);
    expect(() => quantileOf(curve, 0)).toThrow(RangeError);
    expect(() => quantileOf(curve, 1)).toThrow(RangeError);
  });

  it('reads off the curve: 1 at first, continuous from the right, the last value at the end', () => {
    const curve = kaplanMeier(riskTable([1, 2, 3, 4], [1, 1, 1, 0], 1), 0.95);
    expect([0, 0.99, 1, 1.5, 2, 3, 99].map((t) => survivalAt(curve, t).estimate)).toEqual([
      1, 1, 0.75, 0.75, 0.5, 0.25, 0.25,
    ]);
    expect(survivalAt(curve, 0)).toEqual({ estimate: 1, standardError: 0, low: null, high: null });
    const ended = kaplanMeier(riskTable([1], [1], 1), 0.95);
    expect(survivalAt(ended, 1)).toEqual({ estimate: 0, standardError: null, low: null, high: null });
  });

  it('knows nothing of nobody', () => {
    const nobody = kaplanMeier(riskTable([], [], 1), 0.95);
    expect(survivalAt(nobody, 5).estimate).toBeNull();
    expect(quantileOf(nobody, 0.5).estimate).toBeNull();
    expect(restrictedMean(nobody, 5)).toBeNull();
  });

  it('has no restricted mean beyond observation, unless all had their event', () => {
    expect(restrictedMean(kaplanMeier(riskTable([2, 4], [1, 0], 1), 0.95), 5)).toBeNull();
    expect(restrictedMean(kaplanMeier(riskTable([2, 4], [1, 1], 1), 0.95), 5)?.estimate).toBe(3);
  });

  it('falls within [0, 1], and its limits hold it', () => {
    fc.assert(
      fc.property(durations(2), fc.double({ min: 0.5, max: 0.99, noNaN: true }), (drawn, confidence) => {
        const curve = kaplanMeier(riskTable(halfDays(drawn.days), drawn.causes, 2), confidence);
        let before = 1;
        curve.survival.forEach((s, i) => {
          expect(s >= 0 && s <= before).toBe(true);
          before = s;
          const [lower, upper] = survivalLimits(curve, i);
          if (s > 0 && s < 1) expect(0 <= lower && lower <= s && s <= upper && upper <= 1).toBe(true);
          else expect([lower, upper]).toEqual([NaN, NaN]);
        });
      }),
    );
  });

  it('is the plain share without an event when nothing is censored, and its restricted mean the plain mean', () => {
    fc.assert(
      fc.property(
        durations(1).map((d) => d.days),
        fc.integer({ min: 1, max: 30 }),
        (days, tau) => {
          const curve = kaplanMeier(
            riskTable(
              days,
              days.map(() => 1),
              1,
            ),
            0.95,
          );
          curve.times.forEach((t, i) =>
            expect(curve.survival[i]).toBeCloseTo(days.filter((d) => d > t).length / days.length, 12),
          );
          const mean = days.reduce((sum, d) => sum + Math.min(d, tau), 0) / days.length;
          expect(restrictedMean(curve, tau)?.estimate).toBeCloseTo(mean, 10);
        },
      ),
    );
  });
});
