import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { activityPlan } from '../../../src/engine/analyses/activityPlan';
import { capacity } from '../../../src/engine/analyses/capacity';
import { runForecast } from '../../../src/engine/analyses/forecast/compute';
import { assumptions as forecastAssumptions } from '../../../src/engine/analyses/forecast/assumptions';
import { funnel } from '../../../src/engine/analyses/funnel';
import {
  AS_IN_DATA,
  leverIssues,
  LEVERS,
  readLevers,
  STAGE_LEVERS,
  supposedSteps,
  timesMeasured,
} from '../../../src/engine/analyses/levers';
import type { AssumptionValues } from '../../../src/engine/core/assumption';
import { initialValues, showValue } from '../../../src/engine/core/assumptionValues';
import type { EditedTables } from '../../../src/engine/report/editableTable';
import { asOf } from '../../support/circumstances';
import { stageMapOf } from '../../support/dataset';
import { WORLD_A_AS_OF, worldAEvents } from '../../support/worldA';

const world = worldAEvents();
const [plan, hiring] = [activityPlan, capacity];
const ALL = [...funnel.assumptions, ...plan.assumptions, ...hiring.assumptions, ...forecastAssumptions];
const LEVER_IDS: readonly string[] = LEVERS.map(({ id }) => id);

/** Each is run when it is asked for. */
function each(changes: AssumptionValues = {}, tables: EditedTables = {}) {
  const values = {
    ...initialValues(ALL.filter(({ id }) => !LEVER_IDS.includes(id))),
    forecastDraws: 500,
    backtestMonths: 0,
    planGoal: 500_000,
    ...changes,
  };
  const day = asOf(WORLD_A_AS_OF);
  return {
    get funnel() {
      return funnel.run(world, values, day, tables).value!;
    },
    get plan() {
      return plan.run(world, values, day, tables).value!;
    },
    get hiring() {
      return hiring.run(world, values, day, tables).value!;
    },
    get forecast() {
      return runForecast(world, values, day, tables).value!;
    },
  };
}
const everything = (...supposed: Parameters<typeof each>) => ({ ...each(...supposed) });
const measured = everything();

describe('a what-if through all analyses', () => {
  it('at nought changes nothing at all', () => {
    const nought = Object.fromEntries(LEVER_IDS.map((id) => [id, 0]));
    expect(everything(nought, { stageLevers: [{ stage: 'Demo', conversion: null }] })).toEqual(measured);
  });

  it('of a better conversion moves forecast, activity need and hiring plan together, and the funnel shows it', () => {
    const better = everything({ leverConversion: 0.1 });
    expect(better.forecast.total.mean).toBeGreaterThan(measured.forecast.total.mean);
    expect(better.plan.steps[0]!.needed!.median).toBeLessThan(measured.plan.steps[0]!.needed!.median);
    expect(better.plan.winsExpected).toBeGreaterThan(measured.plan.winsExpected);
    expect(better.hiring.total).toBeGreaterThan(measured.hiring.total);
    better.funnel.stages.forEach(({ stepRate }, k) =>
      expect(better.funnel.supposed[k]).toBeCloseTo(Math.min(1, 1.1 * stepRate.estimate!), 12),
    );
    // What was measured stays what it was.
    expect({ ...better.funnel, supposed: measured.funnel.supposed }).toEqual(measured.funnel);
    expect(better.plan.steps.map(({ rate }) => rate)).toEqual(measured.plan.steps.map(({ rate }) => rate));
    // All of them by as much: wins to expect and a person's sales.
    const times = better.plan.steps[0]!.timesWon;
    expect(times).toBeGreaterThan(1.1);
    expect(better.plan.winsExpected / measured.plan.winsExpected).toBeCloseTo(times, 9);
    expect(better.hiring.productivity.value! / measured.hiring.productivity.value!).toBeCloseTo(times, 9);
  });

  it('of one stage moves them likewise, and only its own rate', () => {
    const better = everything({}, { stageLevers: [{ stage: 'demo', conversion: 0.95 }] });
    const at = measured.funnel.stages.findIndex(({ name }) => name === 'Demo');
    expect(better.funnel.supposed).toEqual(measured.funnel.stages.map((_, k) => (k === at ? 0.95 : null)));
    expect(better.forecast.total.mean).toBeGreaterThan(measured.forecast.total.mean);
    expect(better.plan.steps[0]!.needed!.median).toBeLessThan(measured.plan.steps[0]!.needed!.median);
    expect(better.hiring.total).toBeGreaterThan(measured.hiring.total);
    // Nothing is supposed of what lies behind the stage.
    const behind = measured.plan.steps.findIndex(({ name }) => name === 'Demo') + 1;
    expect(better.plan.steps.slice(behind)).toEqual(
      measured.plan.steps.slice(behind).map((step, j) => ({
        ...step,
        rateForGoal: better.plan.steps[behind + j]!.rateForGoal,
      })),
    );
  });

  it.each([
    ['leverDealSize', 0.25],
    ['leverNewDeals', 0.25],
  ])('of %s multiplies what is sold', (lever, change) => {
    const more = each({ [lever]: change });
    expect(more.hiring.total / measured.hiring.total).toBeCloseTo(1.25, 9);
    expect(measured.plan.volumeForGoal! / more.plan.volumeForGoal!).toBeCloseTo(1.25, 9);
    expect(more.forecast.total.mean).toBeGreaterThan(measured.forecast.total.mean);
  });
});

describe('supposed rates', () => {
  const counts = fc
    .tuple(fc.nat(50), fc.nat(50))
    .map(([a, b]) => ({ name: 'Stage', x: Math.min(a, b), n: Math.max(a, b) }));

  it('multiply to the change of wins: measured product × times won = product supposed (property)', () => {
    fc.assert(
      fc.property(
        fc.array(counts, { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0.1, max: 4, noNaN: true }),
        (steps, conversion) => {
          const known = steps.filter(({ x }) => x > 0);
          const found = supposedSteps({ ...AS_IN_DATA, conversion }, known);
          const product = (rates: readonly number[]) => rates.reduce((all, rate) => all * rate, 1);
          const before = product(known.map(({ x, n }) => x / n));
          const after = product(known.map(({ x, n }, j) => found[j]!.supposed ?? x / n));
          expect(before * (found[0]?.timesWon ?? 1)).toBeCloseTo(after, 9);
          for (const { supposed } of found) expect(supposed ?? 1).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('of none that went on are taken beside Jeffreys’ mean', () => {
    expect(timesMeasured(0.5, { x: 0, n: 4 })).toBeCloseTo(5, 12);
    expect(timesMeasured(0.5, { x: 0, n: 0 })).toBe(1);
    expect(timesMeasured(null, { x: 0, n: 0 })).toBe(1);
  });

  it('rows that cannot be meant change nothing, and are said', () => {
    const tables: EditedTables = {
      stageLevers: [
        { stage: 'Demo', conversion: 1.2 },
        { stage: 'Demo', conversion: 0.5 },
        { stage: 'Elsewhere', conversion: 0.5 },
        { stage: '', conversion: 0.5 },
        { stage: 'Lead', conversion: null },
      ],
    };
    expect([...readLevers({}, tables).stages.keys()]).toEqual(['elsewhere']);
    expect(leverIssues(tables, stageMapOf('Lead', 'Demo')).map(({ code, facts }) => [code, facts])).toEqual([
      ['leverStageShare', { stage: 'Demo', share: '1.2' }],
      ['tableRowTwice', { table: STAGE_LEVERS.title, name: 'Demo' }],
      ['leverStageUnknown', { stage: 'Elsewhere' }],
    ]);
  });
});

it.each(LEVERS)('docs/methods/whatIf.md has $id with its label and initial value', (lever) => {
  const text = readFileSync(join(__dirname, '../../../docs/methods/whatIf.md'), 'utf8');
  expect(text).toContain(`| \`${lever.id}\` | ${lever.label} | ${showValue(lever, lever.initial)} |`);
});
