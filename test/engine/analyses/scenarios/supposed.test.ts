import fc from 'fast-check';
import { assumptions } from '../../../../src/engine/analyses/forecast/assumptions';
import { LEVERS, type Supposed } from '../../../../src/engine/analyses/levers';
import { scenarioOf, supposedBy } from '../../../../src/engine/analyses/scenarios/supposed';
import { readScenarios, SCENARIOS, withScenario } from '../../../../src/engine/analyses/scenarios/table';
import { initialValues } from '../../../../src/engine/core/assumptionValues';
import { dayOfIso } from '../../../../src/engine/core/day';

const inForce: Supposed = {
  values: initialValues(assumptions),
  tables: { dealOverrides: [{ deal: 'D9', include: 'No' }] },
};

describe('a what-if under a name', () => {
  it('comes back from its rows as it was (property)', () => {
    const share = fc.integer({ min: -50, max: 50 }).map((n) => n / 100);
    const values = fc
      .uniqueArray(fc.constantFrom(...LEVERS.map(({ id }) => id)))
      .chain((ids) => fc.tuple(...ids.map((id) => share.map((s) => [id, s] as const))))
      .map((pairs) => Object.fromEntries(pairs.filter(([, s]) => s !== 0)));
    const stage = fc.record({
      stage: fc.constantFrom('Lead', 'Demo', 'A “quoted” stage'),
      conversion: fc.integer({ min: 1, max: 100 }).map((n) => n / 100),
    });
    fc.assert(
      fc.property(values, fc.uniqueArray(stage, { selector: (row) => row.stage }), (changes, stages) => {
        const supposed: Supposed = {
          values: changes,
          tables: stages.length > 0 ? { stageLevers: stages } : {},
        };
        const rows = withScenario(SCENARIOS.initial, scenarioOf('Mine', supposed, inForce), assumptions);
        const mine = readScenarios(rows, assumptions).find(({ name }) => name === 'Mine')!;
        expect(supposedBy(mine, assumptions, inForce)).toEqual(supposed);
      }),
    );
  });

  it('keeps single deals beside those that are in force', () => {
    const supposed: Supposed = {
      values: {},
      tables: {
        dealOverrides: [
          { deal: 'D9', include: 'No' },
          { deal: 'D1', probability: 1 },
          { deal: 'D2', close: '2026-02-28', amount: 5_000_50 },
        ],
      },
    };
    const scenario = scenarioOf('Deals', supposed, inForce);
    expect(scenario.tables!['dealOverrides']).toHaveLength(2);
    const rows = withScenario([], scenario, assumptions);
    expect(supposedBy(readScenarios(rows, assumptions)[0]!, assumptions, inForce)).toEqual({
      values: {},
      tables: {
        dealOverrides: [
          { deal: 'D9', include: 'No' },
          { deal: 'D1', probability: 1 },
          { deal: 'D2', close: dayOfIso('2026-02-28'), amount: 5_000_50 },
        ],
      },
    });
  });

  it('cannot be taken up where it changes what is not here', () => {
    const rows = [{ scenario: 'Hiring', what: 'Attrition a year', for: null, value: '20%' }];
    expect(supposedBy(readScenarios(rows, assumptions)[0]!, assumptions, inForce)).toBeUndefined();
  });
});
