import fc from 'fast-check';
import { comparePay } from '../../../../src/engine/analyses/compensation/compare';
import { runCompensation } from '../../../../src/engine/analyses/compensation/compute';
import { yearCosts } from '../../../../src/engine/analyses/compensation/modelling/yearCosts';
import { costDifference } from '../../../../src/engine/analyses/compensation/modelling/costDifference';
import { deskOf } from '../../../../src/engine/analyses/compensation/modelling/planDesk';
import { wholeBook } from '../../../../src/engine/analyses/compensation/modelling/planYear';
import { planTables } from '../../../../src/engine/analyses/compensation/planRows/writePlans';
import type { Plan } from '../../../../src/engine/analyses/compensation/plan';
import type { Supposed } from '../../../../src/engine/analyses/levers';
import type { AssumptionValues } from '../../../../src/engine/core/assumption';
import { randomFrom } from '../../../../src/engine/core/random';
import { quantile } from '../../../../src/engine/stats/quantile';
import { asOf } from '../../../support/circumstances';
import { accelerated, ANN_AND_BOB } from '../../../support/compensation';
import { TEAM } from '../../../support/planHealth';
import { readTables, type WrittenTable } from '../../../support/read';

const AS_OF = '2026-06-30';
const people: WrittenTable = {
  ...ANN_AND_BOB,
  rows: [...ANN_AND_BOB.rows, ['Cem', 'AE', 40_000, 400_000]],
};
const orders: WrittenTable = {
  role: 'bookings',
  rows: [
    ['id', 'person', 'date', 'amount'],
    ['A1', 'Ann', '2026-02-03', 250_000],
    ['A2', 'Ann', '2026-05-03', 100_000],
    ['B1', 'Bob', '2026-02-13', 75_000.5],
    ['B2', 'Bob', '2026-05-13', 190_000],
    ['C1', 'Cem', '2026-03-01', 120_000],
    ['C2', 'Cem', '2026-06-01', 60_000],
  ],
};
const alternative: Plan = {
  ...accelerated({ kind: 'cap', from: 1, unit: 'ofTarget', how: 'period' }),
  name: 'AE capped',
  modifiers: [
    { kind: 'alternativeTo', measure: 'AE 2026' },
    { kind: 'cap', from: 1.2, unit: 'ofTarget', how: 'period' },
  ],
};
const BASE: AssumptionValues = { payRuns: 1000 };
/** History too short for a curve is drawn again as it was; with this a curve is drawn. */
const CURVE: AssumptionValues = { ...BASE, paySpread: 0.4 };

function comparerOf(values: AssumptionValues, plans: readonly Plan[] = [accelerated(), alternative]) {
  const { dataset } = readTables([people, orders], { asOf: AS_OF });
  const work = { dataset: dataset!, values, tables: planTables(plans), circumstances: asOf(AS_OF) };
  const run = (supposed: Supposed) =>
    runCompensation(work.dataset, supposed.values, work.circumstances, supposed.tables);
  const { value: finding } = run(work);
  const comparer = comparePay(work, finding!);
  return {
    finding: finding!,
    run,
    under: (supposed: Partial<Supposed>) => {
      const { value, issues } = comparer.under({
        values: { ...values, ...supposed.values },
        tables: { ...work.tables, ...supposed.tables },
      });
      expect(issues.filter(({ severity }) => severity !== 'note')).toEqual([]);
      return Object.fromEntries(value!.map((figure) => [figure.id, figure]));
    },
  };
}

describe.each([
  ['drawn from a curve', CURVE],
  ['drawn from what was seen', BASE],
])('the cost of pay under a scenario, attainment %s', (_, values) => {
  const { finding, run, under } = comparerOf(values);

  it('with nothing changed is that of the run to the last digit', () => {
    const { cost, costHigh } = under({});
    expect(cost).toMatchObject({ baseline: finding.cost.mean, value: finding.cost.mean });
    expect(cost!.difference).toEqual({ value: 0, low: 0, high: 0 });
    expect(costHigh).toMatchObject({ baseline: finding.cost.p90, value: finding.cost.p90 });
    expect(costHigh!.difference).toEqual({ value: 0, low: null, high: null });
  });

  it('is what a run with it finds', () => {
    const supposed = { values: { ...values, leverDealSize: 0.1 } };
    const { cost, costHigh } = under(supposed);
    const { value } = run({ ...supposed, tables: planTables([accelerated(), alternative]) });
    expect([cost!.value, costHigh!.value]).toEqual([value!.cost.mean, value!.cost.p90]);
  });

  it('differs year by year: more is sold, more is paid in every year, and the interval is far narrower than of two years apart', () => {
    const { value, low, high } = under({ values: { leverDealSize: 0.05 } }).cost!.difference!;
    expect(low!).toBeGreaterThanOrEqual(0);
    expect(low!).toBeLessThan(value);
    expect(high!).toBeGreaterThan(value);
    // Two independent years of the same plan lie √2 × as far apart as one does from its mean.
    expect(high! - low!).toBeLessThan(0.5 * Math.SQRT2 * (finding.cost.p90 - finding.cost.p10));
  });
});

it('has no interval where other things are drawn: a curve in place of what was seen, other periods', () => {
  const { under } = comparerOf(BASE);
  expect(under({ values: { paySpread: 0.4 } }).cost!.difference).toMatchObject({ low: null, high: null });
  const { components, ...rest } = accelerated();
  const monthly = { ...rest, components: components.map((own) => ({ ...own, period: 'month' as const })) };
  expect(under({ tables: planTables([monthly]) }).cost!.difference).toMatchObject({ low: null, high: null });
});

it('of more simulated years takes those that both have', () => {
  const { cost } = comparerOf(CURVE).under({ values: { payRuns: 1500 } });
  expect(cost!.difference).toMatchObject({ low: 0, high: 0 });
});

it.each([
  ['of a component', (from: number) => accelerated({ kind: 'cap', from, unit: 'ofTarget', how: 'period' })],
  [
    'of the whole plan',
    (from: number): Plan => ({
      ...accelerated(),
      modifiers: [{ kind: 'cap', from, unit: 'ofTarget', how: 'period' }],
    }),
  ],
])('a cap %s that is lowered never costs more, in no year', (_, cappedAt) => {
  const cap = fc.double({ min: 0.3, max: 3, noNaN: true });
  fc.assert(
    fc.property(cap, cap, fc.integer(), (one, other, seed) => {
      const plans = [Math.max(one, other), Math.min(one, other)].map(cappedAt);
      const { plans: costs } = yearCosts(plans, deskOf(wholeBook(TEAM)), { mean: 1, sigma: 0.5 }, 100, {
        asOf: asOf(AS_OF).asOf,
        random: randomFrom(seed),
      });
      const [before, after] = costs.map(({ totals }) => totals);
      // A millionth of a cent: sums of the same amounts in another order.
      expect(costDifference(before!, after!).high).toBeLessThan(1e-6);
      after!.forEach((cents, year) => expect(cents).toBeLessThan(before![year]! + 1e-6));
    }),
    { numRuns: 40 },
  );
});

it('a lowered cap is felt by a scenario of plan rows', () => {
  const capped = (from: number) =>
    planTables([accelerated({ kind: 'cap', from, unit: 'ofTarget', how: 'period' })]);
  const { under } = comparerOf(CURVE, [accelerated()]);
  const [loose, tight] = [1.5, 1.2].map((from) => under({ tables: capped(from) }).cost!.difference!);
  expect(tight!.value).toBeLessThan(loose!.value);
  expect(loose!.value).toBeLessThan(0);
  for (const { low, high } of [loose!, tight!]) {
    expect(high!).toBeLessThanOrEqual(0);
    expect(low!).toBeLessThan(high!);
  }
});

test('the quantiles are those of the differences (type 7), of the years that both have', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer(), fc.integer()), { minLength: 1 }), (years) => {
      const [before, after] = [0, 1].map((side) => Float64Array.from(years, (year) => year[side]!));
      const { low, high } = costDifference(before!, Float64Array.from([...after!, 1e9]));
      const differences = years.map(([a, b]) => b - a);
      expect([low, high]).toEqual([quantile(differences, 0.1), quantile(differences, 0.9)]);
      expect(costDifference(after!, after!)).toEqual({ low: 0, high: 0 });
    }),
  );
});
