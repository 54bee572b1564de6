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

  it('comes from a field history: before the first change as of creation, then after each', () => {
    const { dataset, issues } = readTables([
      {
        role: 'opportunities',
        rows: [
          ['id', 'stage', 'created', 'amount', 'expectedClose'],
          ['1', 'Demo', '2024-10-01', 1200, '2025-03-31'],
          ['2', 'Demo', '2024-10-02', 40, '2024-12-31'],
        ],
      },
      {
        role: 'stageHistory',
        rows: [
          ['opportunity', 'changed', 'changedField', 'fromStage', 'toStage'],
          ['1', '2024-11-20', 'Amount', '$1,000.00', '$1,200.00'],
          ['1', '2024-10-20', 'Amount', 500, 1000],
          ['1', '2024-11-05', 'Close Date', '12/31/2024', '3/31/2025'],
          ['1', '2024-11-01', 'Stage', 'Lead', 'Demo'],
          ['2', '2024-11-02', 'Stage', 'Lead', 'Demo'],
          ['2', '2024-11-03', 'Next Step', 'call', 'visit'],
        ],
      },
    ]);
    const { start, at, amount, expectedClose } = dataset!.records!;
    expect([...start]).toEqual([0, 5, 5]);
    expect([...at]).toEqual(
      ['2024-10-01', '2024-10-01', '2024-10-20', '2024-11-05', '2024-11-20'].map(serial),
    );
    expect([...amount]).toEqual([50000, NaN, 100000, NaN, 120000]);
    expect([...expectedClose].map((day) => (Number.isNaN(day) ? 0 : day))).toEqual(
      ['', '2024-12-31', '', '2025-03-31', ''].map((day) => (day ? serial(day) : 0)),
    );
    // No stage is called “1,000”, and the deal was in Lead before its first change of stage.
    expect(dataset!.stages.map(({ name }) => name)).toEqual(['Lead', 'Demo']);
    expect(dataset!.history!.stage.length).toBe(4);
    expect(issues.filter(({ excludes }) => excludes).map(({ code }) => code)).toEqual(['otherFieldChanged']);
  });

  it('is no history of stages where a field history tells of amounts alone', () => {
    const { dataset } = readTables([
      { role: 'opportunities', rows: [DEALS, ['1', 'Demo', '2024-10-01', 90]] },
      {
        role: 'stageHistory',
        rows: [
          ['opportunity', 'changed', 'changedField', 'fromStage', 'toStage'],
          ['1', '2024-10-20', 'Amount', 50, 90],
        ],
      },
    ]);
    expect(dataset!.history).toBeUndefined();
    expect([...dataset!.records!.amount]).toEqual([5000, 9000]);
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
