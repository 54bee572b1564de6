import fc from 'fast-check';
import { aalenJohansen, incidenceAt, incidenceLimits } from '../../../src/engine/stats/aalenJohansen';
import { kaplanMeier } from '../../../src/engine/stats/kaplanMeier';
import { logLogLimits } from '../../../src/engine/stats/logLogLimits';
import { criticalValue } from '../../../src/engine/stats/normal';
import { riskTable, type RiskTable } from '../../../src/engine/stats/riskTable';
import { expectClose, reference } from '../../support/reference';
import { durations, halfDays } from '../../support/survival';
import { worldAOutcomes } from '../../support/worldA';

type Column = readonly (number | null)[];
interface IncidenceCase {
  readonly name: string;
  readonly input: {
    readonly time: readonly number[];
    readonly event: readonly number[];
    readonly entry?: readonly number[];
    readonly causes: readonly string[];
    readonly conf: number;
  };
  readonly expected: Readonly<Record<string, Column>>;
}
const { cases } = reference<IncidenceCase>('aalen_johansen_mgus2');

it('has five reference cases', () => expect(cases.length).toBe(5));

describe.each(cases)("agrees with R's survival 3.5-3 and etm 1.1.1: $name", ({ input, expected }) => {
  const risk = riskTable(input.time, input.event, input.causes.length, input.entry);
  const column = (name: string): Column => {
    const found = expected[name];
    if (!found) throw new Error(`The reference has no ${name}`);
    return found;
  };

  it('survival free of any event', () => {
    expectClose(risk.times, column('time'), 'times');
    expectClose(risk.atRisk, column('n_risk'), 'at risk');
    expectClose(kaplanMeier(risk, input.conf).survival, column('surv_event_free'), 'survival');
  });

  it.each(input.causes)('incidence of %s', (cause) => {
    const curve = aalenJohansen(risk, input.causes.indexOf(cause) + 1, input.conf);
    expectClose(curve.incidence, column(`cif_${cause}`), 'incidence');
    column('at').forEach((t, i) =>
      expectClose([incidenceAt(curve, t ?? NaN).estimate], [column(`cif_at_${cause}`)[i] ?? null], `at ${t}`),
    );

    // Greenwood's type of variance, at the times with an event.
    const atEtm = column('etm_time').map((t) => incidenceAt(curve, t ?? NaN));
    expectClose(
      atEtm.map((point) => point.standardError),
      column(`etm_se_greenwood_${cause}`),
      'standard error (etm)',
      // Where the truth is 0, etm takes the root of its rounding.
      { relative: 1e-9, absolute: 1e-15 },
    );
    const reach = criticalValue(input.conf);
    atEtm.forEach(({ low, high }, i) => {
      const etm = logLogLimits(
        column(`etm_cif_${cause}`)[i] ?? NaN,
        column(`etm_se_greenwood_${cause}`)[i] ?? NaN,
        reach,
      );
      expectClose([low, high], etm, 'limits from etm');
    });

    // With delayed entry survival's jackknife is another estimate of the variance.
    if (input.entry) return;
    expectClose(curve.standardError, column(`se_${cause}`), 'standard error (survival)');
    const limits = Array.from(curve.times, (_, i) => incidenceLimits(curve, i));
    expectClose(
      limits.map(([lower]) => lower),
      column(`lower_loglog_${cause}`),
      'lower',
    );
    expectClose(
      limits.map(([, upper]) => upper),
      column(`upper_loglog_${cause}`),
      'upper',
    );
  });
});

/** The variance as it is written in the textbook, a sum over all earlier times at each time. */
function textbookError(risk: RiskTable, cause: number): readonly number[] {
  const survival = kaplanMeier(risk, 0.95).survival;
  const { incidence } = aalenJohansen(risk, cause, 0.95);
  return Array.from(risk.times, (_, t) => {
    let variance = 0;
    for (let s = 0; s <= t; s++) {
      const n = risk.atRisk[s] ?? NaN;
      const dk = risk.events[cause - 1]?.[s] ?? NaN;
      const d = risk.events.reduce((sum, events) => sum + (events[s] ?? NaN), 0);
      const before = s === 0 ? 1 : (survival[s - 1] ?? NaN);
      const gap = (incidence[t] ?? NaN) - (incidence[s] ?? NaN);
      if (n > d) variance += (gap * gap * d) / (n * (n - d));
      variance += (before * before * (n - dk) * dk) / n ** 3 - (2 * gap * before * dk) / n ** 2;
    }
    return Math.sqrt(Math.max(0, variance));
  });
}

describe('Aalen–Johansen', () => {
  it('adds up to one with survival over all causes, each rising within [0, 1] inside its limits', () => {
    fc.assert(
      fc.property(durations(3), fc.double({ min: 0.5, max: 0.99, noNaN: true }), (drawn, confidence) => {
        const risk = riskTable(halfDays(drawn.days), drawn.causes, 3);
        const curves = [1, 2, 3].map((cause) => aalenJohansen(risk, cause, confidence));
        kaplanMeier(risk, confidence).survival.forEach((s, i) =>
          expect(curves.reduce((sum, curve) => sum + (curve.incidence[i] ?? NaN), s)).toBeCloseTo(1, 12),
        );
        for (const curve of curves) {
          let before = 0;
          curve.incidence.forEach((f, i) => {
            const [lower, upper] = incidenceLimits(curve, i);
            expect(f >= before && f <= 1 + 1e-12).toBe(true);
            before = f;
            if (Number.isNaN(lower)) expect(f === 0 || f > 1 - 1e-9).toBe(true);
            else expect(lower <= f && f <= upper).toBe(true);
          });
        }
      }),
    );
  });

  it('carries the double sum of the variance along without changing it', () => {
    fc.assert(
      fc.property(durations(2), fc.constantFrom(1, 2), (drawn, cause) => {
        const risk = riskTable(halfDays(drawn.days), drawn.causes, 2);
        expectClose(aalenJohansen(risk, cause, 0.95).standardError, textbookError(risk, cause), 'error', {
          relative: 1e-9,
          // Roots of what is nought up to rounding.
          absolute: 1e-8,
        });
      }),
    );
  });

  it('with one cause is one minus Kaplan–Meier, with its standard error', () => {
    fc.assert(
      fc.property(durations(1), (drawn) => {
        const risk = riskTable(halfDays(drawn.days), drawn.causes, 1);
        const [incidence, survival] = [aalenJohansen(risk, 1, 0.95), kaplanMeier(risk, 0.95)];
        survival.survival.forEach((s, i) => {
          expect(incidence.incidence[i]).toBeCloseTo(1 - s, 12);
          if (s > 0) expect(incidence.standardError[i]).toBeCloseTo(survival.standardError[i] ?? NaN, 7);
        });
      }),
    );
  });

  it('is lower than one minus Kaplan–Meier with the other cause censored', () => {
    const [times, causes] = [
      [1, 2, 2, 3, 4, 5, 5, 6, 7, 8],
      [1, 2, 1, 0, 2, 1, 0, 2, 1, 0],
    ];
    const honest = incidenceAt(aalenJohansen(riskTable(times, causes, 2), 1, 0.95), 8).estimate ?? NaN;
    const lossesCensored = causes.map((cause) => (cause === 1 ? 1 : 0));
    const biased = 1 - (kaplanMeier(riskTable(times, lossesCensored, 1), 0.95).survival.at(-1) ?? NaN);
    expect(honest).toBeCloseTo(0.472222222222222, 12);
    expect(biased - honest).toBeGreaterThan(0.1);
  });

  it('is 0 before the first time, and knows nothing of nobody or of a cause that is not there', () => {
    const curve = aalenJohansen(riskTable([3, 4], [1, 0], 1), 1, 0.95);
    expect(incidenceAt(curve, 2)).toEqual({ estimate: 0, standardError: 0, low: null, high: null });
    expect(incidenceAt(curve, 3).estimate).toBe(0.5);
    expect(incidenceAt(curve, 100).estimate).toBe(0.5);
    const nobody = aalenJohansen(riskTable([], [], 1), 1, 0.95);
    expect(incidenceAt(nobody, 1).estimate).toBeNull();
    expect(() => aalenJohansen(riskTable([1], [1], 1), 2, 0.95)).toThrow(RangeError);
    expect(() => aalenJohansen(riskTable([1], [1], 1), 0, 0.95)).toThrow(RangeError);
  });
});

describe('a history that begins when many deals are under way', () => {
  // The simulated pipeline as seen by someone whose records begin on day 365: who had ended by then is not in them.
  const { created, days, cause } = worldAOutcomes();
  const begins = Math.min(...created) + 365;
  const seen = created.flatMap((day, i) => (day + days[i]! > begins ? [i] : []));
  const of = (values: readonly number[]): readonly number[] => seen.map((i) => values[i]!);
  const entries = seen.map((i) => Math.max(0, begins - created[i]!));
  const by = (risk: RiskTable, t: number, which: 1 | 2): number =>
    incidenceAt(aalenJohansen(risk, which, 0.95), t).estimate!;
  const truth = riskTable(halfDays(days), cause, 2);

  it('holds deals that were under way', () => {
    expect(entries.filter((entry) => entry > 0).length).toBeGreaterThan(20);
    expect(seen.length).toBeLessThan(days.length - 200);
  });

  it.each([60, 120, 270])('tells what is won within %i days once each is at risk from entry on only', (t) => {
    const honest = riskTable(halfDays(of(days)), of(cause), 2, entries);
    const { standardError } = incidenceAt(aalenJohansen(honest, 1, 0.95), t);
    expect(Math.abs(by(honest, t, 1) - by(truth, t, 1))).toBeLessThan(2 * standardError!);
    // Counted from their creation, deals that lasted long enough to be seen are lost less often than deals are.
    const biased = riskTable(halfDays(of(days)), of(cause), 2);
    expect(by(truth, t, 2) - by(biased, t, 2)).toBeGreaterThan(
      2 * Math.abs(by(truth, t, 2) - by(honest, t, 2)),
    );
  });
});
