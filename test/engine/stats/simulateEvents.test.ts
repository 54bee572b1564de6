import fc from 'fast-check';
import { randomFrom } from '../../../src/engine/core/random';
import { exactTotals, probabilityAtLeast } from '../../../src/engine/stats/exactTotals';
import { drawFactors } from '../../../src/engine/stats/factorDraws';
import { noTotals, simulateEvents, type TimedEvents } from '../../../src/engine/stats/simulateEvents';
import { reference } from '../../support/reference';

interface PipelineCase {
  readonly name: string;
  readonly input: { readonly p: readonly number[]; readonly amount: readonly number[]; readonly rho: number };
  readonly expected: {
    readonly mean: number;
    readonly sd: number;
    readonly quantile_probs: readonly number[];
    readonly quantiles: readonly number[];
    readonly targets: readonly number[];
    readonly p_at_least_target: readonly number[];
  };
}

const onePeriod = (
  p: readonly number[],
  amount: readonly number[],
  group?: readonly number[],
): TimedEvents => ({
  count: p.length,
  periods: 1,
  probability: Float64Array.from(p),
  amount: Float64Array.from(amount),
  group: Int32Array.from(group ?? p.map(() => 0)),
  key: (i) => `deal|${i}`,
});

function simulated(events: TimedEvents, draws: number, rho: number, spread: readonly number[], seed: number) {
  const random = randomFrom(seed);
  const totals = noTotals(draws, events.periods);
  simulateEvents(events, drawFactors(draws, rho, spread, random.stream('factors')), random, totals);
  return totals;
}

const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((a, b) => a + b, 0) / values.length;

describe('simulated revenue of open deals', () => {
  const DRAWS = 10_000;

  it.each(reference<PipelineCase>('pipeline_montecarlo').cases)(
    'lies as close to the exact distribution as so many draws must: $name',
    ({ input, expected }) => {
      for (const seed of [1, 2, 3]) {
        const { amount } = simulated(onePeriod(input.p, input.amount), DRAWS, input.rho, [0], seed);
        expect(Math.abs(mean(amount) - expected.mean)).toBeLessThan((4 * expected.sd) / Math.sqrt(DRAWS));
        expected.targets.forEach((target, i) => {
          const p = expected.p_at_least_target[i]!;
          const share = amount.filter((total) => total >= target).length / DRAWS;
          expect(Math.abs(share - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / DRAWS));
        });
        // Order-statistic band: as many draws lie at or below the exact quantile as its share says, ± 4 deviations.
        const sorted = amount.slice().sort();
        expected.quantile_probs.forEach((u, i) => {
          const off = 4 * Math.sqrt((u * (1 - u)) / DRAWS);
          const low = sorted[Math.max(0, Math.floor((u - off) * DRAWS))]!;
          const high = sorted[Math.min(DRAWS - 1, Math.ceil((u + off) * DRAWS))]!;
          expect(expected.quantiles[i]).toBeGreaterThanOrEqual(low);
          expect(expected.quantiles[i]).toBeLessThanOrEqual(high);
        });
      }
    },
  );

  it('agrees with the exact distribution when estimates are unsure, too', () => {
    const [p, amount, group] = [
      [0.3, 0.5, 0.2, 0.7, 0.4],
      [40, 25, 90, 10, 60],
      [0, 0, 1, 1, 1],
    ];
    const spread = [0.5, 0.3];
    const exact = exactTotals({ p, amount, group, spread, rho: 0.2 })!;
    const { amount: totals } = simulated(onePeriod(p, amount, group), DRAWS, 0.2, spread, 7);
    for (const target of [10, 60, 100, 150]) {
      const share = totals.filter((total) => total >= target).length / DRAWS;
      const truth = probabilityAtLeast(exact, target);
      expect(Math.abs(share - truth)).toBeLessThan(4 * Math.sqrt((truth * (1 - truth)) / DRAWS));
    }
  });

  it('tells in which period, as often as the probabilities say, each event once at most', () => {
    const events: TimedEvents = {
      ...onePeriod([], []),
      count: 2,
      periods: 3,
      probability: Float64Array.of(0.1, 0.1, 0.4, 0, 0.5, 1),
      amount: Float64Array.of(3, 5),
      group: Int32Array.of(0, 1),
    };
    const { happened, amount } = simulated(events, DRAWS, 0.1, [0.2, 0], 11);
    const inPeriod = (m: number) => mean(happened.subarray(m * DRAWS, (m + 1) * DRAWS));
    expect(inPeriod(0)).toBeCloseTo(0.1, 1);
    expect(inPeriod(1)).toBeCloseTo(0.5, 1);
    expect(inPeriod(2)).toBeCloseTo(0.8, 1);
    for (let d = 0; d < DRAWS; d++) {
      const sum = [0, 1, 2].reduce((s, m) => s + amount[m * DRAWS + d]!, 0);
      // The second happens for sure.
      expect(sum === 5 || sum === 8).toBe(true);
    }
  });

  it('draws the same chance for a deal, whatever else there is', () => {
    const alone = simulated(onePeriod([0.4], [1]), 500, 0.1, [0.2], 5);
    const beside = simulated({ ...onePeriod([0.4, 0.7], [1, 0]) }, 500, 0.1, [0.2], 5);
    expect(beside.amount).toEqual(alone.amount);
  });

  it('a higher probability loses no draw, and every amount doubled doubles every total (property)', () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(p, p, fc.integer({ min: 0, max: 10 ** 9 })), { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0, max: 0.6, noNaN: true }),
        fc.integer(),
        (deals, rho, seed) => {
          const low = deals.map(([a, b]) => Math.min(a, b));
          const high = deals.map(([a, b]) => Math.max(a, b));
          const amounts = deals.map(([, , amount]) => amount);
          const run = (ps: readonly number[], as: readonly number[]) =>
            simulated(onePeriod(ps, as), 200, rho, [0.3], seed);
          const less = run(low, amounts);
          const more = run(high, amounts);
          less.happened.forEach((count, d) => expect(more.happened[d]).toBeGreaterThanOrEqual(count));
          const doubled = run(
            low,
            amounts.map((amount) => 2 * amount),
          );
          expect(doubled.amount).toEqual(less.amount.map((total) => 2 * total));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('nothing and certain things', () => {
    expect(simulated(onePeriod([], []), 10, 0.1, [0.1], 1).amount).toEqual(new Float64Array(10));
    expect(simulated(onePeriod([1, 0], [7, 9]), 10, 0.1, [0.1], 1).amount).toEqual(
      new Float64Array(10).fill(7),
    );
  });
});
