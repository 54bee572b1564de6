import fc from 'fast-check';
import { LEVERS } from '../../../../src/engine/analyses/levers';
import { applied } from '../../../../src/engine/analyses/scenarios/applied';
import {
  readScenarios,
  scenarioRows,
  SCENARIOS,
  withoutScenario,
  withScenario,
} from '../../../../src/engine/analyses/scenarios/table';
import { assumptions as forecastAssumptions } from '../../../../src/engine/analyses/forecast/assumptions';
import { initialValues } from '../../../../src/engine/core/assumptionValues';
import { dayOfIso } from '../../../../src/engine/core/day';
import { IN_FORCE, type Scenario } from '../../../../src/engine/core/scenario';
import { wordIssue } from '../../../../src/engine/report/wording';

const scenario = (more: Partial<Scenario>): Scenario => ({
  name: 'Mine',
  baseline: IN_FORCE,
  changes: {},
  ...more,
});
const inForce = {
  values: initialValues(forecastAssumptions),
  tables: {
    dealOverrides: [{ deal: '006A', include: null, probability: 0.5, amount: 100_00 }],
    stageLevers: [],
  },
};
const march = dayOfIso('2026-03-31')!;

describe('scenarios as rows', () => {
  it('tough, base and good are ready, and a name alone changes nothing', () => {
    const ready = readScenarios(SCENARIOS.initial, forecastAssumptions);
    expect(ready.map(({ name }) => name)).toEqual(['Tough', 'Base', 'Good']);
    expect(ready[1]).toEqual({ name: 'Base', baseline: IN_FORCE, changes: {} });
    for (const one of ready) expect(applied(one, forecastAssumptions, inForce).issues).toEqual([]);
    // One the mirror of the other.
    const turn = (name: string) => ready.find((one) => one.name === name)!.changes;
    for (const { id } of LEVERS)
      expect(parseFloat(String(turn('Tough')[id]))).toBe(-parseFloat(String(turn('Good')[id])));
  });

  it('are read back as what they were (property)', () => {
    const share = fc.integer({ min: -70, max: 300 }).map((n) => n / 100);
    const tables = fc.record(
      {
        stageLevers: fc
          .uniqueArray(fc.constantFrom('Lead', 'Demo', 'Offer'), { minLength: 1 })
          .map((stages) => stages.map((stage, i) => ({ stage, conversion: (i + 1) / 10 }))),
        dealOverrides: fc.constant([
          { deal: '006A', include: 'No', amount: 1234_56 },
          { deal: '006B', probability: 0.35, close: march, category: 'Commit' },
        ]),
        hires: fc.constant([{ who: 'Hire 1', start: march }]),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...LEVERS.map(({ id }) => id)), share),
        tables,
        (changes, t) => {
          const one = scenario({ changes, ...(Object.keys(t).length > 0 && { tables: t }) });
          const [again] = readScenarios(scenarioRows(one, forecastAssumptions), forecastAssumptions);
          const force = (of: Scenario) => applied(of, forecastAssumptions, inForce).value!;
          expect(force(again!).values).toEqual(force(one).values);
          expect(force(again!).tables).toEqual(force(one).tables);
        },
      ),
    );
  });

  it('one takes the place of another of its name, or stands last; and goes', () => {
    const rows = withScenario(
      SCENARIOS.initial,
      scenario({ name: 'base', changes: { leverCycle: 0.2 } }),
      forecastAssumptions,
    );
    expect(readScenarios(rows, forecastAssumptions).map(({ name }) => name)).toEqual([
      'Tough',
      'base',
      'Good',
    ]);
    const more = withScenario(rows, scenario({}), forecastAssumptions);
    expect(readScenarios(more, forecastAssumptions).at(-1)).toEqual(scenario({}));
    expect(withoutScenario(more, ' MINE ')).toEqual(rows);
  });
});

it('a row that says nothing but whose it is stays one: a hire without a day is not no hire', () => {
  const bare = scenario({ tables: { hires: [{ who: 'Zoe' }] } });
  const [read] = readScenarios(scenarioRows(bare, forecastAssumptions), forecastAssumptions);
  expect(read!.tables).toEqual({ hires: [{ who: 'Zoe', start: null }] });
});

describe('applied', () => {
  it('an empty scenario is what is in force', () => {
    const { value } = applied(scenario({}), forecastAssumptions, inForce);
    expect(value).toEqual({ ...inForce, changes: [], touched: new Set() });
  });

  it('changes only what it names, cell by cell, and says it in words', () => {
    const { value, issues } = applied(
      scenario({
        changes: { leverDealSize: '10%', leverCycle: 0 },
        tables: {
          dealOverrides: [
            { deal: ' 006A ', amount: 250_00 },
            // IDs that differ in case alone are two deals.
            { deal: '006a', include: 'No' },
          ],
          stageLevers: [{ stage: 'Demo', conversion: 0.55 }],
        },
      }),
      forecastAssumptions,
      inForce,
    );
    expect(issues).toEqual([]);
    expect(value!.values).toEqual({ ...inForce.values, leverDealSize: 0.1 });
    expect(value!.tables['dealOverrides']).toEqual([
      { deal: '006A', include: null, probability: 0.5, amount: 250_00 },
      { deal: '006a', include: 'No' },
    ]);
    expect(value!.changes).toEqual([
      'Change of deal size: 0% → 10%',
      'Opportunity ID 006A, amount: 100 → 250',
      'Opportunity ID 006a, count it: as computed → No',
      'Stage Demo, goes on: as computed → 55%',
    ]);
    expect(value!.touched).toEqual(new Set(['leverDealSize', 'dealOverrides', 'stageLevers']));
  });

  it.each([
    ['scenarioUnknown', { changes: { leverDealSise: 0.1 } }],
    ['scenarioUnknown', { tables: { stageLever: [{ stage: 'Demo', conversion: 0.5 }] } }],
    ['scenarioUnknown', { tables: { stageLevers: [{ stage: 'Demo', rate: 0.5 }] } }],
    ['scenarioValue', { changes: { leverDealSize: 5 } }],
    ['scenarioValue', { changes: { forecastNew: 'perhaps' } }],
    ['scenarioValue', { tables: { dealOverrides: [{ deal: '006A', include: 'perhaps' }] } }],
    ['scenarioValue', { tables: { dealOverrides: [{ deal: '006A', close: '31.3.' }] } }],
    ['scenarioWhose', { tables: { stageLevers: [{ conversion: 0.5 }] } }],
  ] as const)('is left out whole by %s: %j', (code, wrong) => {
    const { value, issues } = applied(
      scenario({ ...wrong, changes: { leverCycle: 0.1, ...('changes' in wrong ? wrong.changes : {}) } }),
      forecastAssumptions,
      inForce,
    );
    expect(value).toBeUndefined();
    expect(issues.map((one) => one.code)).toEqual([code]);
    expect(wordIssue(issues[0]!)).toMatch(/^Scenario “Mine” .*\.$/);
  });
});
