import { ANALYSES } from '../../../../../src/engine/analyses';
import { assumptions as capacityAssumptions } from '../../../../../src/engine/analyses/capacity/assumptions';
import { PLAN_LIBRARY } from '../../../../../src/engine/analyses/compensation/library';
import { modellingAssumptions } from '../../../../../src/engine/analyses/compensation/modelling/assumptions';
import { modellingSheets } from '../../../../../src/engine/analyses/compensation/modelling/describe';
import type { ModellingFinding } from '../../../../../src/engine/analyses/compensation/modelling/finding';
import type { Plan } from '../../../../../src/engine/analyses/compensation/plan';
import { assumptionName, type AssumptionValues } from '../../../../../src/engine/core/assumption';
import type { Description } from '../../../../../src/engine/report/report';
import { bookWith, periodsOf, planOf, tiersOf } from '../../../../support/compensation';
import { disagreeing, recomputed } from '../../../../support/described';
import { modelled } from '../../../../support/planHealth';

const ASSUMPTIONS = [
  ...modellingAssumptions,
  capacityAssumptions.find(({ id }) => id === 'hiringOverAssignment')!,
];
const VALUES: AssumptionValues = {
  payRuns: 200,
  payBudget: 150_000,
  salesTarget: 2_500_000,
  hiringOverAssignment: 0.1,
  spiffPrize: 100,
  spiffFixed: 500,
  spiffUsual: 40,
  spiffLift: 0.2,
  spiffMargin: 600,
};
const described = (finding: ModellingFinding): Description => ({
  headline: [],
  limits: [],
  sheets: modellingSheets(finding),
});

const accelerated = planOf({
  name: 'New business',
  objective: 'Growth',
  weight: 0.8,
  tiers: tiersOf(
    [
      [0, 0.5, 0],
      [0.5, 1, 1],
      [1, null, 1.5],
    ],
    'timesTarget',
    'whole',
  ),
});
const plans: readonly Plan[] = [
  {
    ...accelerated,
    name: 'AE',
    components: [
      ...accelerated.components,
      planOf({ name: 'Renewals', kind: 'rate', rate: 0.01, unit: 'ofAmount' }).components[0]!,
    ],
  },
  {
    ...planOf({ name: 'New business', tiers: tiersOf([[0, null, 1]], 'timesTarget') }),
    name: 'AE, simpler',
    modifiers: [{ kind: 'alternativeTo', measure: 'AE' }],
  },
];
const book = bookWith({
  people: [1, 2, 3, 4].map((i) => ({
    target: 3_000_000 + i * 1_000_000,
    base: 5_000_000,
    ...(i > 1 && { manager: 'Person 1' }),
  })),
  quota: 50_000,
  periods: periodsOf('2026-01-01', 12),
  deals: Array.from({ length: 96 }, (_, i) => ({
    person: i % 4,
    day: `2026-${String(1 + (i % 12)).padStart(2, '0')}-10`,
    amount: 8_000 + 271 * i,
  })),
});

describe('the sheets of modelling', () => {
  const finding = modelled(plans, VALUES, book, '2026-12-31');

  it('are live and agree with the engine, as they are and after every input has changed', () => {
    const cells = recomputed(described(finding), ASSUMPTIONS, VALUES);
    expect(cells.length).toBeGreaterThan(150);
    expect(disagreeing(cells)).toEqual([]);
    const changed: AssumptionValues = {
      ...VALUES,
      payBudget: 250_000,
      salesTarget: 3_000_000,
      hiringOverAssignment: 0.2,
      spiffPrize: 50,
      spiffFixed: 0,
      spiffUsual: 60,
      spiffLift: 0.5,
      spiffMargin: 900,
    };
    const numbers = Object.fromEntries(
      Object.entries(changed).flatMap(([id, value]) =>
        id === 'payRuns' ? [] : [[assumptionName(id), Number(value)]],
      ),
    );
    const after = recomputed(described(finding), ASSUMPTIONS, VALUES, numbers);
    const engine = recomputed(described(modelled(plans, changed, book, '2026-12-31')), ASSUMPTIONS, changed);
    const byPlace = (of: typeof after) => of.map(({ spreadsheet }) => spreadsheet);
    byPlace(after).forEach((value, i) => {
      const expected = byPlace(engine)[i]!;
      if (typeof value === 'number' && typeof expected === 'number') expect(value).toBeCloseTo(expected, 6);
      else expect(value).toBe(expected);
    });
  });

  it('agree for every plan of the library, with and without history', () => {
    for (const plan of PLAN_LIBRARY)
      for (const day of ['2025-12-31', '2026-12-31']) {
        const one = modelled([plan], VALUES, book, day);
        expect([plan.name, disagreeing(recomputed(described(one), ASSUMPTIONS, VALUES))]).toEqual([
          plan.name,
          [],
        ]);
      }
  });

  it('have tables and charts of names that no other analysis uses', () => {
    const ids = modellingSheets(finding).flatMap(({ blocks }) =>
      blocks.flatMap((block) => ('id' in block ? [block.id] : [])),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^pay[A-Za-z0-9]+$/);
    const taken = ANALYSES.flatMap(({ assumptions }) => assumptions.map(({ id }) => id));
    for (const { id } of modellingAssumptions)
      if (!taken.includes(id)) expect(id).toMatch(/^(pay|spiff|salesTarget)/);
  });
});
