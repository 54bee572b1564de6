import {
  atRiskAfter,
  conditionalIncidence,
  incidenceByAge,
} from '../../../src/engine/stats/conditionalIncidence';
import { aalenJohansen } from '../../../src/engine/stats/aalenJohansen';
import { kaplanMeier } from '../../../src/engine/stats/kaplanMeier';
import { riskTable, riskTableFromDays } from '../../../src/engine/stats/riskTable';
import { dealsAsOf } from '../../../src/engine/analyses/funnel/deals';
import { EVERYONE } from '../../../src/engine/analyses/funnel/grouping';
import { outcomeDays, tallyOutcomes } from '../../../src/engine/analyses/funnel/outcomeTally';
import { LOST, OPEN, WON } from '../../../src/engine/dataset/dataset';
import { expectClose, reference } from '../../support/reference';
import { serial } from '../../support/dataset';
import { WORLD_A_AS_OF, WORLD_A_STAGES, worldAOutcomesOnly } from '../../support/worldA';
import { asDay } from '../../../src/engine/core/day';

describe('conditional incidence', () => {
  it('agrees with R survival 3.5-3: P(won in (s, s+h] | open at age s)', () => {
    interface WorldCase {
      readonly name: string;
      readonly expected: readonly (readonly {
        readonly s: number;
        readonly h: number;
        readonly p: number;
      }[])[];
    }
    const found = reference<WorldCase>('world_A_pipeline').cases.find(({ name }) =>
      name.startsWith('conditional win probability'),
    )!;
    const deals = dealsAsOf(
      worldAOutcomesOnly().opportunities!,
      undefined,
      WORLD_A_STAGES,
      asDay(serial(WORLD_A_AS_OF)),
    );
    const tally = tallyOutcomes(deals, EVERYONE, 0);
    const curve = incidenceByAge(
      riskTableFromDays([outcomeDays(tally, WON), outcomeDays(tally, LOST)], outcomeDays(tally, OPEN)),
      1,
    );
    const expected = found.expected.flat();
    expect(expected).toHaveLength(6);
    expectClose(
      expected.map(({ s, h }) => conditionalIncidence(curve, s, h)),
      expected.map(({ p }) => p),
      found.name,
      { relative: 1e-8, absolute: 1e-10 },
    );
  });

  const risk = riskTable([1, 2, 2, 3, 5, 8], [1, 2, 1, 0, 1, 0], 2);
  const curve = incidenceByAge(risk, 1);

  it('has the curves of Aalen–Johansen and Kaplan–Meier', () => {
    expectClose(curve.incidence, aalenJohansen(risk, 1, 0.95).incidence, 'incidence');
    expectClose(curve.survival, kaplanMeier(risk, 0.95).survival, 'survival');
  });

  it('leaves out the events of day s itself, and adds those of day s + h', () => {
    expect(conditionalIncidence(curve, 0, 1)).toBeCloseTo(1 / 6, 12);
    expect(conditionalIncidence(curve, 1, 1)).toBeCloseTo(1 / 5, 12);
    expect(conditionalIncidence(curve, 2, 1)).toBe(0);
    expect(atRiskAfter(curve, 0)).toBe(6);
    expect(atRiskAfter(curve, 2)).toBe(3);
    expect(atRiskAfter(curve, 8)).toBe(0);
  });

  it('stays as it is beyond the last time, and has no value when nobody is left', () => {
    expect(conditionalIncidence(curve, 3, 100)).toBeCloseTo(1 / 2, 12);
    const decided = incidenceByAge(riskTable([1, 2], [1, 2], 2), 1);
    expect(conditionalIncidence(decided, 2, 10)).toBeNull();
    expect(conditionalIncidence(incidenceByAge(riskTable([], [], 2), 1), 0, 10)).toBeNull();
  });
});
