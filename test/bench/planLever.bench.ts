import assert from 'node:assert/strict';
import { PLAN_LIBRARY } from '../../src/engine/analyses/compensation/library';
import { planAnswerer } from '../../src/engine/analyses/compensation/modelling/ask/answer';
import type { PlanAnswer, TriedPlan } from '../../src/engine/analyses/compensation/modelling/ask/question';
import type { Plan } from '../../src/engine/analyses/compensation/plan';
import { dayOf } from '../../src/engine/core/day';
import { randomFrom } from '../../src/engine/core/random';
import type { Dataset, Origin, TextColumn } from '../../src/engine/dataset/dataset';
import type { BenchCase } from './case';

const PERIODS = 12;
/** Orders of each person in each month. */
const ORDERS = 5;

/** The library's plan of two measures and a gate, paid every month: what a designer turns the lines of. */
const monthly: Plan = {
  ...PLAN_LIBRARY[1]!,
  components: PLAN_LIBRARY[1]!.components.map((component) => ({ ...component, period: 'month' })),
};

/** People with quotas of their own, and the orders of last year and of eleven months of this one. */
function datasetOf(people: number): Dataset {
  const names: TextColumn = {
    labels: Array.from({ length: people }, (_, i) => `Person ${i}`),
    codes: Int32Array.from({ length: people }, (_, i) => i),
  };
  const origin = (count: number): Origin => ({
    table: new Uint16Array(count),
    row: Int32Array.from({ length: count }, (_, i) => i + 2),
  });
  const months = 2 * PERIODS - 1;
  const count = people * months * ORDERS;
  const random = randomFrom(7).stream('orders');
  const quotaOf = (person: number): number => 60_000_000 + 100_000 * (person % 37);
  const personOf = (order: number): number => order % people;
  return {
    opportunities: undefined,
    history: undefined,
    stages: [],
    inputs: [],
    activities: undefined,
    quotas: undefined,
    people: {
      count: people,
      origin: origin(people),
      person: names,
      texts: {},
      numbers: {
        quota: Float64Array.from({ length: people }, (_, i) => quotaOf(i)),
        targetVariable: Float64Array.from({ length: people }, (_, i) => 5_000_000 + 10_000 * (i % 31)),
      },
    },
    bookings: {
      count,
      origin: origin(count),
      ids: { count, text: (row: number) => `O${row}` },
      person: { labels: names.labels, codes: Int32Array.from({ length: count }, (_, i) => personOf(i)) },
      date: Float64Array.from({ length: count }, (_, i) => {
        const month = Math.floor(i / (people * ORDERS));
        return dayOf(2025 + Math.floor(month / 12), (month % 12) + 1, 1 + (i % 27));
      }),
      amount: Float64Array.from({ length: count }, (_, i) =>
        Math.round((quotaOf(personOf(i)) / PERIODS / ORDERS) * (0.4 + 1.2 * random.next())),
      ),
      texts: {},
      numbers: {},
    },
  } as unknown as Dataset; // tables that this work does not look at are left out
}

/** A hand on two levers: another rate and another line at each move. */
function hand(): () => Readonly<Record<string, number>> {
  let moves = 0;
  return () => {
    moves++;
    return {
      'Bookings/tier 2/rate': 1.5 + 0.001 * (moves % 400),
      'Bookings/tier 3/from': 1.3 + 0.0007 * (moves % 300),
    };
  };
}

export const W5_LEVER: BenchCase = {
  id: 'W5a',
  title: `a lever of a plan: its checks, payout curve and expected cost for a team over ${PERIODS} monthly periods; rows are people × periods`,
  sizes: [20 * PERIODS, 200 * PERIODS],
  prepare: (size) => {
    const values = {};
    const dataset = datasetOf(size / PERIODS);
    const open = () =>
      planAnswerer({ dataset, values, tables: {}, asOf: dayOf(2026, 11, 30), random: randomFrom(1) });
    const answer = open();
    const tryOut = (plan: Plan, changes: Readonly<Record<string, number>>): TriedPlan =>
      answer({ ask: 'try', plan, changes }) as PlanAnswer as TriedPlan; // a try is answered by a tried plan
    const next = hand();
    return {
      check: () => {
        const moved = tryOut(monthly, next());
        // The same plan on a desk of its own, written down whole in place of a change.
        const whole = open()({ ask: 'try', plan: moved.plan, changes: {} }) as TriedPlan;
        assert.deepEqual(moved.cost, whole.cost);
        assert.deepEqual(moved.curve, whole.curve);
        assert.equal(moved.cost!.people, size / PERIODS);
        // At 100 % of quota everybody is paid the target; at 200 % by hand, in each of the tiers.
        const { target, points } = moved.curve!;
        const [, second, third] = moved.plan.components[0]!.tiers;
        const byHand = 1 + second!.rate * (second!.to! - 1) + third!.rate * (2 - third!.from);
        assert.ok(Math.abs(points[20]!.payout - target) <= PERIODS, 'target pay at 100 %');
        assert.ok(Math.abs(points[40]!.payout - byHand * target) <= PERIODS, 'pay at 200 %');
      },
      run: () => {
        tryOut(monthly, next());
      },
    };
  },
};
