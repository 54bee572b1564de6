import fc from 'fast-check';
import { runForecast } from '../../../../src/engine/analyses/forecast/compute';
import type { ForecastFinding, PeriodForecast } from '../../../../src/engine/analyses/forecast/finding';
import type { Band } from '../../../../src/engine/analyses/forecast/summarise';
import type { AssumptionValues } from '../../../../src/engine/core/assumption';
import type { Dataset } from '../../../../src/engine/dataset/dataset';
import type { EditedTables } from '../../../../src/engine/report/editableTable';
import { asOf } from '../../../support/circumstances';
import {
  WORLD_A_AS_OF,
  worldAEvents,
  worldAOutcomesOnly,
  worldASnapshots,
  worldAWide,
} from '../../../support/worldA';

const QUICK: AssumptionValues = { forecastDraws: 1000, backtestMonths: 0 };

function forecastOf(
  dataset: Dataset,
  values: AssumptionValues = QUICK,
  tables: EditedTables = {},
  day: string = WORLD_A_AS_OF,
): ForecastFinding {
  const { value } = runForecast(dataset, values, asOf(day), tables);
  if (!value) throw new Error('no forecast');
  return value;
}
const periodsOf = (f: ForecastFinding): readonly PeriodForecast[] => [...f.periods, ...f.quarters, f.total];
const bandsOf = (f: ForecastFinding): readonly Band[] =>
  periodsOf(f).flatMap((p) => [p, p.open, p.wins, p.wins.open]);
const scaled = (dataset: Dataset, factor: number): Dataset => ({
  ...dataset,
  opportunities: {
    ...dataset.opportunities!,
    amount: dataset.opportunities!.amount.map((cents) => cents * factor),
  },
});
const world = worldAEvents();

describe('the forecast of a simulated world', () => {
  const finding = forecastOf(world, { ...QUICK, forecastGoal: 500_000 });

  it('has P10 ≤ P50 ≤ P90 for every period, and a mean between what can be', () => {
    for (const { p10, p50, p90, mean } of bandsOf(finding)) {
      expect(p10).toBeLessThanOrEqual(p50);
      expect(p50).toBeLessThanOrEqual(p90);
      expect(mean).toBeGreaterThanOrEqual(0);
    }
  });

  it('begins on the day after the as-of day, and adds up', () => {
    expect(finding.periods.map(({ period }) => period)).toEqual(
      ['01', '02', '03', '04', '05', '06'].map((m) => `2025-${m}`),
    );
    expect(finding.quarters.map(({ period }) => period)).toEqual(['2025-Q1', '2025-Q2']);
    const sum = (of: (p: PeriodForecast) => number) => finding.periods.reduce((all, p) => all + of(p), 0);
    expect(sum((p) => p.mean)).toBeCloseTo(finding.total.mean, 3);
    expect(sum((p) => p.wins.mean)).toBeCloseTo(finding.total.wins.mean, 6);
    expect(sum((p) => p.goal!)).toBeCloseTo(50_000_000, 3);
    expect(finding.basis.openDeals).toBe(64);
    expect(finding.deals).toHaveLength(64);
  });

  it('simulates on average what the age-aware pipeline says', () => {
    const { withinForecast } = finding.weighted;
    // Four standard errors of the mean of so many draws.
    const off = (4 * (finding.total.open.p90 - finding.total.open.p10)) / 2.56 / Math.sqrt(1000);
    expect(Math.abs(finding.total.open.mean - withinForecast!.total)).toBeLessThan(off);
    expect(withinForecast!.total).toBeCloseTo(
      finding.deals.reduce((all, deal) => all + deal.expected, 0),
      3,
    );
    // New deals likewise, by their closed form.
    const fresh = finding.total.wins.mean - finding.total.wins.open.mean;
    expect(Math.abs(fresh / finding.newDeals!.wins - 1)).toBeLessThan(0.05);
  });

  it('sees that a deal was put off by what its CRM counted, where no table tells', () => {
    const { opportunities } = world;
    const pushCount = Float64Array.from({ length: opportunities!.count }, (_, row) => row % 2);
    const numbers = { ...opportunities!.numbers, pushCount };
    const counted = forecastOf({ ...world, opportunities: { ...opportunities!, numbers } });
    const isOdd = (id: string): boolean => {
      const rows = Array.from({ length: opportunities!.count }, (_, row) => row);
      return rows.find((row) => opportunities!.ids.text(row) === id)! % 2 === 1;
    };
    for (const { id, risks } of counted.deals) expect(risks.includes('pushed')).toBe(isOdd(id));
    expect(finding.deals.some(({ risks }) => risks.includes('pushed'))).toBe(false);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(forecastOf(world, { ...QUICK, forecastGoal: 500_000 })).toEqual(finding);
    const other = runForecast(
      world,
      QUICK,
      { ...asOf(WORLD_A_AS_OF), random: asOf(WORLD_A_AS_OF).random.stream('x') },
      {},
    );
    expect(other.value!.total.p50).not.toBe(finding.total.p50);
  });

  it('puts every open deal in one category, and every stage’s deals together', () => {
    const count = (rows: readonly { readonly deals: number }[]) =>
      rows.reduce((sum, { deals }) => sum + deals, 0);
    expect(count(finding.categories)).toBe(64);
    expect(count(finding.stages)).toBe(64);
    expect(count(finding.coverage)).toBe(64);
    expect(finding.coverageTotal.pipeline).toBe(finding.basis.openAmount);
    expect(finding.bridge.closing).toBe(finding.basis.openAmount);
  });

  it.each([
    ['wide', worldAWide()],
    ['snapshots', worldASnapshots()],
    ['no history', worldAOutcomesOnly()],
  ])('can be made from other shapes of data: %s', (_, dataset) => {
    const other = forecastOf(dataset);
    expect(other.total.wins.mean / finding.total.wins.mean).toBeGreaterThan(0.6);
    expect(other.total.wins.mean / finding.total.wins.mean).toBeLessThan(1.5);
  });

  it('widens with correlation, about the same mean', () => {
    const [none, , strong] = forecastOf(world, { ...QUICK, forecastCorrelation: 'usual' }).sensitivity;
    expect(none!.correlation).toBe(0);
    expect(strong!.correlation).toBe(0.3);
    expect(strong!.p90 - strong!.p10).toBeGreaterThan(1.2 * (none!.p90 - none!.p10));
    expect(Math.abs(strong!.mean / none!.mean - 1)).toBeLessThan(0.05);
  });

  it('doubling every amount doubles every quantile, mean and sum exactly', () => {
    const [once, twice] = [forecastOf(world), forecastOf(scaled(world, 2))];
    const amounts = (f: ForecastFinding) =>
      periodsOf(f).flatMap((p) => [p, p.open].flatMap(({ p10, p50, p90, mean }) => [p10, p50, p90, mean]));
    expect(amounts(twice)).toEqual(amounts(once).map((amount) => 2 * amount));
    expect(twice.periods.map((p) => p.wins)).toEqual(once.periods.map((p) => p.wins));
    expect(twice.weighted.ageAware!.sd).toBeCloseTo(2 * once.weighted.ageAware!.sd, 3);
  });

  it('knows no NaN and no Infinity, and everything survives JSON', () => {
    expect(JSON.parse(JSON.stringify(finding))).toEqual(finding);
    const check = (value: unknown): void => {
      if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(check);
    };
    check(finding);
  });
});

describe('what a manager knows better', () => {
  const base = forecastOf(world);
  const [largest] = [...base.deals].sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0));
  const id = largest!.id;
  const withOverride = (row: EditedTables[string][number]) =>
    forecastOf(world, QUICK, { dealOverrides: [row] });
  const dealIn = (f: ForecastFinding) => f.deals.find((deal) => deal.id === id)!;

  it('leaves a deal out, keeps the computed probability beside it, and every other chance as it was', () => {
    const without = withOverride({ deal: id, include: 'No' });
    expect(dealIn(without)).toMatchObject({
      probability: 0,
      expected: 0,
      overridden: true,
      computed: largest!.computed,
    });
    expect(base.total.open.mean - without.total.open.mean).toBeGreaterThan(0);
    for (const { id: other, probability } of without.deals)
      if (other !== id) expect(probability).toBe(base.deals.find((deal) => deal.id === other)!.probability);
  });

  it('a probability holds for the whole forecast; an amount replaces the amount', () => {
    const sure = withOverride({ deal: ` ${id.toLowerCase()} `, probability: 1, amount: 123_00 });
    expect(dealIn(sure)).toMatchObject({ probability: 1, amount: 123_00, expected: 123_00 });
  });

  it('a close date says in which month', () => {
    // 2025-03-15.
    const dated = withOverride({ deal: id, probability: 1, amount: 1e12, close: 45731 });
    expect(dated.periods.map((p) => p.open.p50 >= 1e12)).toEqual([false, false, true, false, false, false]);
  });

  it('a category stands beside the computed one', () => {
    expect(dealIn(withOverride({ deal: id, category: 'best case' }))).toMatchObject({
      category: 'bestCase',
      categoryFrom: 'override',
      computedCategory: largest!.computedCategory,
    });
  });

  it.each([
    [{ deal: 'nobody', include: 'No' }, 'overrideNotOpen'],
    [{ deal: id, probability: 1.5 }, 'overrideValue'],
    [{ deal: id, probability: '150%' }, 'overrideValue'],
    [{ deal: id, include: 'Maybe' }, 'overrideValue'],
    [{ deal: id, amount: -500_00 }, 'overrideValue'],
    [{ deal: id, close: 'tomorrow' }, 'overrideValue'],
    [{ deal: id, category: 'Hot' }, 'overrideValue'],
    [{ deal: id, close: '2024-01-31' }, 'overrideInPast'],
  ])('what cannot be meant is not used, and said: %j', (row, code) => {
    const { value, issues } = runForecast(world, QUICK, asOf(WORLD_A_AS_OF), { dealOverrides: [row] });
    expect(issues.map((issue) => issue.code)).toContain(code);
    expect(value!.total).toEqual(base.total);
    expect(dealIn(value!).overridden).toBe(false);
  });

  it('a number typed as text is one; a second row of a deal does not count, and is said', () => {
    const rows = [
      { deal: id, probability: '80%', amount: '123' },
      { deal: id.toUpperCase(), probability: 0.1 },
    ];
    const { value, issues } = runForecast(world, QUICK, asOf(WORLD_A_AS_OF), { dealOverrides: rows });
    expect(dealIn(value!)).toMatchObject({ probability: 0.8, amount: 123_00 });
    expect(issues).toContainEqual(
      expect.objectContaining({
        code: 'tableRowTwice',
        facts: { table: 'What you know better of single deals', name: id },
      }),
    );
  });

  it('a stage that is not there is said by the forecast alone, too', () => {
    const { issues } = runForecast(world, QUICK, asOf(WORLD_A_AS_OF), {
      stageLevers: [{ stage: 'Demmo', conversion: 0.5 }],
    });
    expect(issues).toContainEqual(expect.objectContaining({ code: 'leverStageUnknown' }));
  });
});

describe('levers', () => {
  const base = forecastOf(world);

  it('at nought change nothing at all', () => {
    expect(
      forecastOf(
        world,
        { ...QUICK, leverConversion: 0, leverCycle: 0, leverDealSize: 0, leverNewDeals: 0 },
        { stageLevers: [], dealOverrides: [] },
      ),
    ).toEqual(base);
  });

  it.each([
    ['leverConversion', 0.1],
    ['leverDealSize', 0.1],
    ['leverNewDeals', 0.2],
    ['leverCycle', -0.2],
  ])('%s moves the forecast up, and the other way down', (lever, change) => {
    const total = (value: number) => forecastOf(world, { ...QUICK, [lever]: value }).total.mean;
    expect(total(change)).toBeGreaterThan(base.total.mean);
    expect(total(-change)).toBeLessThan(base.total.mean);
  });

  it('of a stage reach open deals in it and before it, and new deals', () => {
    const better = forecastOf(world, QUICK, { stageLevers: [{ stage: 'demo', conversion: 0.95 }] });
    for (const deal of better.deals) {
      const before = base.deals.find((other) => other.id === deal.id)!;
      if (['Lead', 'Qualified', 'Demo'].includes(deal.stage!)) expect(deal.ever).toBeGreaterThan(before.ever);
      // A move back from a later stage to the Demo is rare, and felt a little.
      else expect(Math.abs(deal.ever - before.ever)).toBeLessThan(0.05);
    }
    expect(better.newDeals!.wins).toBeGreaterThan(base.newDeals!.wins);
  });

  it('a deal size of all amounts is the forecast of all amounts (property)', () => {
    fc.assert(
      fc.property(fc.constantFrom(0.5, 1, 3), (change) => {
        const levered = forecastOf(world, { ...QUICK, leverDealSize: change });
        expect(levered.total.open.mean / base.total.open.mean).toBeCloseTo(1 + change, 9);
        expect(levered.newDeals!.amount / base.newDeals!.amount).toBeCloseTo(1 + change, 9);
      }),
      { numRuns: 3 },
    );
  });
});
