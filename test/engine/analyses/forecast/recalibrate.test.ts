import fc from 'fast-check';
import { runForecast } from '../../../../src/engine/analyses/forecast/compute';
import { strayOf } from '../../../../src/engine/analyses/forecast/recalibrate';
import { bandOf, totalsOf } from '../../../../src/engine/analyses/forecast/summarise';
import type { Draws } from '../../../../src/engine/analyses/forecast/project';
import { whatIfs } from '../../../../src/engine/analyses/forecast/whatIf';
import type { AssumptionValues } from '../../../../src/engine/core/assumption';
import { drawFactors } from '../../../../src/engine/stats/factorDraws';
import type { EditedTables } from '../../../../src/engine/report/editableTable';
import { asOf } from '../../../support/circumstances';
import { datasetOf, serial, stageMapOf, type DealRow } from '../../../support/dataset';

const DRAWS = 200;
const drawsOf = (amounts: readonly (readonly number[])[], booked = 0): Draws => ({
  draws: DRAWS,
  periods: amounts.length,
  open: {
    draws: DRAWS,
    periods: amounts.length,
    amount: Float64Array.from(amounts.flat()),
    happened: new Uint32Array(amounts.length * DRAWS),
  },
  fresh: undefined,
  booked: { amount: Float64Array.from(amounts, () => booked), wins: new Float64Array(amounts.length) },
  factors: drawFactors(DRAWS, 0, [], asOf('2024-06-30').random),
});
const month = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: DRAWS, maxLength: DRAWS });
const mean = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0) / values.length;

describe('what recalibration adds', () => {
  it('is nought on average and takes nothing that is won already, at any factor (property)', () => {
    fc.assert(
      fc.property(
        fc.array(month, { minLength: 1, maxLength: 3 }),
        fc.double({ min: 0.5, max: 4, noNaN: true }),
        (months, factor) => {
          const draws = drawsOf(months, 5);
          const recalibrated = { ...draws, stray: strayOf(draws, factor) };
          months.forEach((_, m) => {
            const [before, after] = [draws, recalibrated].map((of) => totalsOf(of, [m], 'amount', 'all'));
            expect(mean(after!) / mean(before!)).toBeCloseTo(1, 9);
            expect(Math.min(...after!)).toBeGreaterThanOrEqual(5);
          });
          // The months together are the sum of the months, future by future.
          const every = months.map((_, m) => m);
          const total = totalsOf(recalibrated, every, 'amount', 'all');
          const sums = every.map((m) => totalsOf(recalibrated, [m], 'amount', 'all'));
          total.forEach((sum, d) =>
            expect(sum).toBeCloseTo(
              sums.reduce((all, of) => all + of[d]!, 0),
              3,
            ),
          );
        },
      ),
      { numRuns: 20 },
    );
  });

  it('makes a band exactly so many times as wide where nothing stands against it', () => {
    const draws = drawsOf([Array.from({ length: DRAWS }, (_, d) => 10_000 + 10 * d)]);
    const bands = [0.5, 1, 2].map((factor) =>
      bandOf(totalsOf({ ...draws, stray: strayOf(draws, factor) }, [0], 'amount', 'all')),
    );
    const [half, same, twice] = bands.map(({ p10, p90 }) => p90 - p10);
    expect(half).toBeCloseTo(same! / 2, 6);
    expect(twice).toBeCloseTo(2 * same!, 6);
    expect(bands.map((band) => band.mean)).toEqual(bands.map(() => expect.closeTo(10_995, 6) as unknown));
  });

  it('doubles with all amounts, to the last digit (property)', () => {
    fc.assert(
      fc.property(month, fc.double({ min: 0.5, max: 4, noNaN: true }), (amounts, factor) => {
        const [once, twice] = [1, 2].map((times) =>
          strayOf(drawsOf([amounts.map((cents) => times * cents)]), factor),
        );
        expect(Array.from(twice!)).toEqual(Array.from(once!, (cents) => 2 * cents));
      }),
      { numRuns: 20 },
    );
  });
});

/** Deals that are won in every other month only: without correlation the months of the past lie outside their bands. */
const rows: readonly DealRow[] = [
  ...Array.from({ length: 480 }, (_, i): DealRow => {
    const created = serial('2022-01-05') + Math.floor((i * 900) / 480);
    // Every other month from 2022-01 on.
    const evenMonth = Math.floor((created + 30 - serial('2022-01-01')) / 30.44) % 2 === 0;
    return {
      id: `decided ${i}`,
      outcome: evenMonth && i % 4 !== 0 ? 'won' : 'lost',
      created,
      closed: created + 30,
      amount: (200 + (i % 7) * 100) * 100,
      path: [['Lead', created]],
    };
  }).filter(({ closed }) => Number(closed) <= serial('2024-06-30')),
  ...Array.from({ length: 25 }, (_, i): DealRow => ({
    id: `open ${i}`,
    created: serial('2024-06-28') - i,
    amount: i === 0 ? 20_000_00 : 500_00,
    path: [['Lead', serial('2024-06-28') - i]],
  })),
];
const dataset = datasetOf(rows, stageMapOf('Lead'));
const VALUES: AssumptionValues = { forecastDraws: 1000, forecastCorrelation: 'none', forecastGoal: 40_000 };
const runOf = (values: AssumptionValues = {}, tables: EditedTables = {}) =>
  runForecast(dataset, { ...VALUES, ...values }, asOf('2024-06-30'), tables).value!;

describe('a forecast whose bands were too narrow', () => {
  const finding = runOf();
  const { total } = finding;
  const asker = () =>
    whatIfs({ dataset, values: VALUES, circumstances: asOf('2024-06-30'), tables: {} }, finding);

  it('is recalibrated once, so that means add up and every table tells the same total', () => {
    expect(finding.basis.recalibration).toBeGreaterThan(1);
    expect(finding.periods.reduce((sum, { mean: of }) => sum + of, 0)).toBeCloseTo(total.mean, 3);
    const expected = finding.weighted.withinForecast!.total + finding.newDeals!.amount;
    expect(Math.abs(total.mean / expected - 1)).toBeLessThan(0.05);
    const inForce = finding.sensitivity.find(({ correlation }) => correlation === 0)!;
    expect(inForce).toMatchObject({ p10: total.p10, p50: total.p50, p90: total.p90, mean: total.mean });
    expect(inForce.probabilityOfGoal).toBe(total.probabilityOfGoal);
    const asSimulated = runOf({ backtestMonths: 0 });
    expect(total.p90 - total.p10).toBeGreaterThan(asSimulated.total.p90 - asSimulated.total.p10);
  });

  it('counts wins as simulated: whole, and at least nought', () => {
    expect(finding.periods.map(({ wins }) => wins)).toEqual(
      runOf({ backtestMonths: 0 }).periods.map(({ wins }) => wins),
    );
    for (const { wins } of finding.periods) expect([wins.p10, wins.p90].every(Number.isInteger)).toBe(true);
  });

  it('lies between itself without a large deal and with it won', () => {
    const [large] = finding.concentration;
    expect(large!.id).toBe('open 0');
    for (const p of ['p10', 'p50', 'p90'] as const) {
      expect(large!.without[p]).toBeLessThanOrEqual(total[p]);
      expect(large!.won[p]).toBeGreaterThanOrEqual(total[p]);
      expect(large!.won[p] - large!.without[p]).toBeCloseTo(large!.amount, 3);
    }
  });

  it.each<[string, AssumptionValues, EditedTables]>([
    ['nothing', {}, {}],
    ['every conversion', { leverConversion: 0.1 }, {}],
    ['a deal lost', {}, { dealOverrides: [{ deal: 'open 0', probability: 0 }] }],
  ])('a what-if is a run with it, with %s supposed', (_, values, tables) => {
    const answer = asker()({ values, tables, quick: false })!;
    const other = runOf(values, tables);
    expect(answer.total).toMatchObject({
      p10: other.total.p10,
      p90: other.total.p90,
      mean: other.total.mean,
    });
    expect(answer.total.before.p10).toBe(total.p10);
  });

  it('a deal lost makes no future better', () => {
    const { difference } = asker()({
      values: {},
      tables: { dealOverrides: [{ deal: 'open 0', probability: 0 }] },
      quick: false,
    })!.total;
    expect(difference.p10).toBeLessThan(0);
    expect(difference.p90).toBeLessThanOrEqual(0);
  });
});
