import { runFunnel } from '../../../../src/engine/analyses/funnel/compute';
import type { DealRecords } from '../../../../src/engine/dataset/dataset';
import { asOf } from '../../../support/circumstances';
import { readTables } from '../../../support/read';

/** Salesforce's Push Count beside the deals. */
const { dataset } = readTables(
  [
    {
      role: 'opportunities',
      rows: [
        ['id', 'stage', 'created', 'closed', 'pushCount'],
        ['D1', 'Won', '2024-01-05', '2024-03-01', 0],
        ['D2', 'Lost', '2024-01-06', '2024-04-01', 2],
        ['D3', 'Lost', '2024-01-07', '2024-09-01', 5],
        ['D4', 'Demo', '2024-01-08', null, 1],
        ['D5', 'Demo', '2024-01-09', null, null],
      ],
    },
  ],
  { asOf: '2024-12-31' },
);
const run = (records?: DealRecords) =>
  runFunnel({ ...dataset!, ...(records && { records }) }, {}, asOf('2024-12-31')).value!;

/** D4 was moved twice later and once earlier. */
const MOVED: DealRecords = {
  start: Int32Array.from([0, 0, 0, 0, 4, 4]),
  at: Float64Array.from([45_300, 45_310, 45_320, 45_330]),
  amount: Float64Array.from([NaN, NaN, NaN, NaN]),
  expectedClose: Float64Array.from([45_400, 45_430, 45_420, 45_460]),
};

describe('close dates that were moved', () => {
  it('are those that the CRM counted, where no table tells the moves', () => {
    const { pushes, ageing } = run();
    expect(pushes).toMatchObject({ deals: 4, counted: 4, pushes: 8, pulls: null, meanSlipDays: null });
    expect(pushes!.byPushes.map(({ won, lost, open }) => [won, lost, open])).toEqual([
      [1, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
      [0, 1, 0],
    ]);
    expect(ageing.deals.map(({ id, pushes: times }) => [id, times])).toEqual([
      ['D4', 1],
      ['D5', null],
    ]);
  });

  it('are the recorded ones of the deals that have them', () => {
    const { pushes, ageing } = run(MOVED);
    expect(pushes).toMatchObject({ deals: 4, counted: 3, pushes: 9, pulls: 1, meanSlipDays: 60 });
    expect(ageing.deals[0]).toMatchObject({ id: 'D4', pushes: 2 });
  });
});
