import { readTables } from '../../support/read';
import { serial } from '../../support/dataset';

const DEALS = ['id', 'stage', 'created', 'amount'];

describe('what was written of a deal, and when', () => {
  it('comes from a stage history that tells amount and close date, by deal and time', () => {
    const { dataset } = readTables([
      {
        role: 'opportunities',
        rows: [DEALS, ['1', 'Demo', '2024-10-01', 90], ['2', 'Demo', '2024-10-01', 40]],
      },
      {
        role: 'stageHistory',
        rows: [
          ['opportunity', 'toStage', 'changed', 'amount', 'closeDate'],
          ['2', 'Demo', '2024-10-01', 40, '2024-12-31'],
          ['1', 'Demo', '2024-11-05', 90, '2025-02-28'],
          ['1', 'Lead', '2024-10-01', 50, '2024-12-31'],
          ['1', 'Demo', '2024-11-20', null, null],
        ],
      },
    ]);
    const { start, at, amount, expectedClose } = dataset!.records!;
    expect([...start]).toEqual([0, 2, 3]);
    expect([...at]).toEqual(['2024-10-01', '2024-11-05', '2024-10-01'].map(serial));
    expect([...amount]).toEqual([5000, 9000, 4000]);
    expect([...expectedClose]).toEqual(['2024-12-31', '2025-02-28', '2024-12-31'].map(serial));
  });

  it('comes from snapshots, up to the as-of day', () => {
    const { dataset } = readTables(
      [
        {
          role: 'opportunities',
          rows: [
            ['snapshotDate', 'id', 'stage', 'created', 'closed', 'amount'],
            ['2024-10-31', '1', 'Demo', '2024-10-01', '2024-12-31', 50],
            ['2024-11-30', '1', 'Demo', '2024-10-01', '2025-01-31', 60],
            ['2024-12-31', '1', 'Won', '2024-10-01', '2024-12-20', 70],
          ],
        },
      ],
      { asOf: '2024-11-30' },
    );
    const { start, amount, expectedClose } = dataset!.records!;
    expect([...start]).toEqual([0, 2]);
    expect([...amount]).toEqual([5000, 6000]);
    expect([...expectedClose]).toEqual(['2024-12-31', '2025-01-31'].map(serial));
    expect(dataset!.opportunities!.amount[0]).toBe(6000);
  });

  it('is absent where nothing of it is told', () => {
    const { dataset } = readTables([
      { role: 'opportunities', rows: [DEALS, ['1', 'Demo', '2024-10-01', 90]] },
      {
        role: 'stageHistory',
        rows: [
          ['opportunity', 'toStage', 'changed'],
          ['1', 'Demo', '2024-10-01'],
        ],
      },
    ]);
    expect(dataset!.records).toBeUndefined();
  });
});
