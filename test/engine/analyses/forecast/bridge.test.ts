import fc from 'fast-check';
import { balanceOf, bridgeOf, type Standing } from '../../../../src/engine/analyses/forecast/bridge';
import { amountsOf, groundOf } from '../../../../src/engine/analyses/forecast/ground';
import { bridgeBetween } from '../../../../src/engine/analyses/forecast/pipelineOn';
import { readAssumptions } from '../../../../src/engine/analyses/forecast/assumptions';
import { asDay } from '../../../../src/engine/core/day';
import { datasetOf, serial, stageMapOf } from '../../../support/dataset';
import { WORLD_A_AS_OF, worldAEvents } from '../../../support/worldA';

const standing = fc.record({
  state: fc.constantFrom<Standing['state']>('open', 'won', 'lost', 'absent'),
  amount: fc.nat(1_000_000),
  inside: fc.boolean(),
});

describe('the bridge between two days', () => {
  it('balances, whatever became of the deals (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(standing, standing), { maxLength: 30 }), (pairs) => {
        const found = bridgeOf(pairs);
        expect(balanceOf(found)).toBe(0);
        for (const amount of Object.values(found)) expect(amount).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  const world = worldAEvents();
  const last = serial(WORLD_A_AS_OF);
  const values = readAssumptions({});

  it('balances for any two days of a simulated world (property)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 700 }), (a, b) => {
        const ground = groundOf(world, asDay(last - Math.min(a, b)), values, {
          ...amountsOf(world),
          isPast: true,
        })!;
        const found = bridgeBetween(ground, asDay(last - Math.max(a, b)));
        expect(found.balance).toBe(0);
      }),
      { numRuns: 25 },
    );
  });

  it('opens and closes with the pipeline of these days', () => {
    const ground = groundOf(world, asDay(last), values, amountsOf(world))!;
    const from = asDay(last - 90);
    const before = groundOf(world, from, values, { ...amountsOf(world), isPast: true })!;
    const found = bridgeBetween(ground, from);
    const pipeline = (amounts: Float64Array) => amounts.reduce((sum, cents) => sum + cents, 0);
    expect(found.opening).toBe(pipeline(before.deals.amount));
    expect(found.closing).toBe(pipeline(ground.deals.amount));
  });

  it('tells what was pulled in, pushed out, increased and decreased, where it was written', () => {
    const stages = stageMapOf('Demo');
    const path = [['Demo', '2024-01-01']] as const;
    const rows = [
      { id: 'up', created: '2024-01-01', amount: 900, path },
      { id: 'down', created: '2024-01-01', amount: 300, path },
      { id: 'in', created: '2024-01-01', amount: 50, path },
      { id: 'out', created: '2024-01-01', amount: 70, path },
      { id: 'won', created: '2024-01-01', amount: 20, outcome: 'won', closed: '2024-05-02', path },
    ] as const;
    const data = datasetOf(rows, stages);
    const records = [
      [
        ['2024-01-01', 500, '2024-08-01'],
        ['2024-05-01', 900, '2024-08-01'],
      ],
      [
        ['2024-01-01', 400, '2024-08-01'],
        ['2024-05-01', 300, '2024-08-01'],
      ],
      [
        ['2024-01-01', 50, '2025-12-31'],
        ['2024-05-01', 50, '2024-08-01'],
      ],
      [
        ['2024-01-01', 70, '2024-08-01'],
        ['2024-05-01', 70, '2025-12-31'],
      ],
      [
        ['2024-01-01', 10, '2024-08-01'],
        ['2024-05-01', 20, '2024-05-02'],
      ],
    ] as const;
    const start = Int32Array.from([0, 2, 4, 6, 8, 10]);
    const flat = records.flat();
    const dataset = {
      ...data,
      records: {
        start,
        at: Float64Array.from(flat, ([day]) => serial(day)),
        amount: Float64Array.from(flat, ([, amount]) => amount),
        expectedClose: Float64Array.from(flat, ([, , close]) => serial(close)),
      },
    };
    const ground = groundOf(dataset, asDay(serial('2024-06-30')), values, amountsOf(dataset))!;
    expect(bridgeBetween(ground, asDay(serial('2024-04-01')))).toEqual({
      opening: 500 + 400 + 70 + 10,
      created: 0,
      pulledIn: 50,
      increased: 400 + 10,
      decreased: 100,
      pushedOut: 70,
      won: 20,
      lost: 0,
      closing: 900 + 300 + 50,
      from: '2024-04-01',
      to: '2024-06-30',
      closesBy: '2024-12-31',
      knowsThen: true,
      balance: 0,
    });
  });
});
