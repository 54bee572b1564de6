import { runIndicators } from '../../../../src/engine/analyses/indicators/compute';
import { Cancelled } from '../../../../src/engine/core/circumstances';
import { randomFrom } from '../../../../src/engine/core/random';
import { asOf } from '../../../support/circumstances';
import { handKept, lastDayOf } from '../../../support/handKept';

const { dataset } = handKept({ months: 30 });
const values = { leadDraws: 199 };
const usual = asOf(lastDayOf(30));

it('tells how far the draws are, never going back', () => {
  const told: (readonly [share: number, what: string])[] = [];
  runIndicators(dataset, values, { ...usual, progress: (...step) => told.push(step) }, {});
  const shares = told.map(([share]) => share);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
  // In blocks of 50 draws: 0, 50, 100 and 150 are told on the way.
  expect(told.filter(([, what]) => what === 'Testing what leads Wins').length).toBeGreaterThanOrEqual(4);
});

it('stops at the next block of draws once it is cancelled', () => {
  const signal = { cancelled: false };
  let blocks = 0;
  const run = () =>
    runIndicators(
      dataset,
      values,
      {
        ...usual,
        signal,
        progress: (_, what) => {
          if (what.startsWith('Testing') && ++blocks === 2) signal.cancelled = true;
        },
      },
      {},
    );
  expect(run).toThrow(Cancelled);
  expect(blocks).toBe(2);
});

it('gives the same p-values from the same seed, and others from another', () => {
  const of = (seed: number) =>
    runIndicators(dataset, values, { ...usual, random: randomFrom(seed) }, {}).value!.indicators.map(
      ({ pLag, pFamily }) => [pLag, pFamily],
    );
  expect(of(7)).toEqual(of(7));
  expect(of(7)).not.toEqual(of(8));
});
