import { runFunnel } from '../../../../src/engine/analyses/funnel/compute';
import { asOf } from '../../../support/circumstances';
import type { DealRow } from '../../../support/dataset';
import { datasetOf, stageMapOf } from '../../../support/dataset';

const TODAY = 45_000;
const AB = stageMapOf('A', 'B');

describe('what is not known is no nought', () => {
  const rows: readonly DealRow[] = [
    { outcome: 'won', created: TODAY - 90, closed: TODAY - 60, amount: 5_000, texts: { owner: 'Ann' } },
    { outcome: 'lost', created: TODAY - 80, closed: TODAY - 70, amount: 7_000, texts: { owner: 'Ann' } },
    { created: TODAY - 20, stage: 'A', texts: { owner: 'Ann' } },
    { created: TODAY - 20, stage: 'A', amount: 3_000, texts: { owner: 'Bob' } },
  ];
  const { people, ageing, velocity } = runFunnel(datasetOf(rows, AB, 'none'), {}, asOf(TODAY)).value!;

  it('open deals without an amount are not worth nothing; of no deals the sum is 0', () => {
    expect(people.map(({ person, amounts }) => [person, amounts])).toEqual([
      ['Ann', { won: 5_000, open: null }],
      ['Bob', { won: 0, open: 3_000 }],
    ]);
  });

  it('without a history nobody knows which deals are slow in their stage', () => {
    expect(ageing.stages.map(({ stage, open, slow }) => [stage, open, slow])).toEqual([
      ['A', 2, null],
      ['B', 0, 0],
    ]);
  });

  it('velocity has a second figure only where deals are older than every win', () => {
    expect(velocity!.notBeyond).toBeNull();
    const old = runFunnel(datasetOf([...rows, { created: TODAY - 400 }], AB, 'none'), {}, asOf(TODAY));
    // 2 deals × 50.00 × ½ ÷ 30 days.
    expect(old.value!.velocity!.notBeyond).toEqual({ opportunities: 2, perDay: (2 * 5_000 * 0.5) / 30 });
  });
});

it('names no bottleneck where two stages take the same time', () => {
  const deal = (ofB: number): DealRow => ({
    outcome: 'lost',
    created: TODAY - 50,
    closed: TODAY - 40 + ofB,
    path: [
      ['A', TODAY - 50],
      ['B', TODAY - 40],
      ['Lost', TODAY - 40 + ofB],
    ],
  });
  const bottleneck = (days: number) =>
    runFunnel(datasetOf(Array(5).fill(deal(days)), AB), {}, asOf(TODAY)).value!.conformance!.bottleneck;
  expect(bottleneck(10)).toBeNull();
  expect(bottleneck(30)).toMatchObject({ stage: 'B', meanDays: 30, share: 0.75 });
});
