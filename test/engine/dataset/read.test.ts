import { dayOfIso, isoOf, asDay } from '../../../src/engine/core/day';
import { LOST, OPEN, WON } from '../../../src/engine/dataset/dataset';
import { codesOf, expectAccounted, only, readTables } from '../../support/read';

const serial = (iso: string): number => dayOfIso(iso)!;
const DEALS = ['id', 'stage', 'created', 'closed', 'amount', 'owner'];

describe('opportunities', () => {
  it('become columns: dates as serials, money as cents, text as codes', () => {
    const { dataset, issues } = readTables([
      {
        role: 'opportunities',
        rows: [
          DEALS,
          ['D1', 'Demo', '2024-12-01', '2025-03-01', '$22,700.00', 'Ann'],
          ['D2', 'Closed Won', '2024-12-02', '2025-01-05', '1,500.50', 'Bob'],
          [null, null, null, null, null, null],
          ['D3', 'Closed Lost', '2024-12-03', '2025-01-06', '(500)', ' Ann '],
        ],
      },
    ]);
    const deals = dataset!.opportunities!;
    expect(deals.count).toBe(3);
    expect([...deals.outcome]).toEqual([OPEN, WON, LOST]);
    expect([...deals.amount]).toEqual([2270000, 150050, -50000]);
    expect([...deals.created]).toEqual(['2024-12-01', '2024-12-02', '2024-12-03'].map(serial));
    expect([...deals.closed]).toEqual([NaN, serial('2025-01-05'), serial('2025-01-06')]);
    expect(deals.expectedClose[0]).toBe(serial('2025-03-01'));
    expect(deals.texts.owner).toEqual({ codes: Int32Array.of(0, 1, 0), labels: ['Ann', 'Bob'] });
    expect([0, 1, 2].map((row) => deals.ids.text(row))).toEqual(['D1', 'D2', 'D3']);
    expect([...deals.origin.row]).toEqual([2, 3, 5]);
    expect(dataset!.stages.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'Demo open',
      'Closed Won won',
      'Closed Lost lost',
    ]);
    expect(codesOf(issues)).toEqual(['negativeAmount']);
    expect(dataset!.inputs[0]).toMatchObject({ rows: 3, used: 3, excluded: 0 });
  });

  it('have no amount that is too large to be exact, and this is said', () => {
    const { dataset, issues } = readTables([
      {
        role: 'opportunities',
        rows: [
          DEALS,
          ['D1', 'Demo', '2024-12-01', null, 9e15, 'Ann'],
          ['D2', 'Demo', '2024-12-02', null, 20, 'Ann'],
        ],
      },
    ]);
    expect([...dataset!.opportunities!.amount]).toEqual([NaN, 2000]);
    expect(only(issues, 'unparsableAmount')).toMatchObject({
      facts: { value: '9000000000000000' },
      place: { row: 2 },
    });
  });

  it('have one owner however the name is spelt, by its first spelling', () => {
    const { dataset } = readTables([
      {
        role: 'opportunities',
        rows: [
          [...DEALS, 'leadSource'],
          ['D1', 'Demo', '2024-12-01', null, 1, ' Ann  Lee ', 'Web'],
          ['D2', 'Demo', '2024-12-02', null, 1, 'ann lee', 'web '],
          ['D3', 'Demo', '2024-12-03', null, 1, 'Ann\u00a0Lee', 'WEB'],
          ['D4', 'Demo', '2024-12-03', null, 1, 'Ann-Lee', 'Web 2'],
        ],
      },
    ]);
    const { owner, leadSource } = dataset!.opportunities!.texts;
    expect(owner).toEqual({ codes: Int32Array.of(0, 0, 0, 1), labels: ['Ann Lee', 'Ann-Lee'] });
    expect(leadSource).toEqual({ codes: Int32Array.of(0, 0, 0, 1), labels: ['Web', 'Web 2'] });
  });

  it('have no percentages for amounts, typed or by number format, but for probabilities', () => {
    const { dataset, issues } = readTables([
      {
        role: 'opportunities',
        rows: [
          [...DEALS, 'probability'],
          ['D1', 'Demo', '2024-12-01', null, '12%', 'Ann', '12%'],
          ['D2', 'Demo', '2024-12-02', null, 500, 'Ann', 0.07],
          ['D3', 'Demo', '2024-12-03', null, 0.07, 'Ann', 0.07],
        ],
        more: {
          formats: [
            [],
            [],
            [],
            [],
            [
              { from: 0, format: 'General' },
              { from: 2, format: '0.00' },
              { from: 3, format: '0%' },
            ],
          ],
        },
      },
    ]);
    expect([...dataset!.opportunities!.amount]).toEqual([NaN, 50000, NaN]);
    expect([...dataset!.opportunities!.numbers.probability!]).toEqual([0.12, 0.07, 0.07]);
    const unreadable = issues.filter(({ code }) => code === 'unparsableAmount');
    expect(unreadable.map(({ facts }) => facts)).toEqual([{ value: '12%' }, { value: '7%' }]);
  });

  it('of several tables are stacked, each in its own order of day and month', () => {
    const { dataset } = readTables([
      {
        role: 'opportunities',
        sheet: 'US',
        rows: [
          DEALS,
          ['1', 'Demo', '12/31/2024', null, 1, 'Ann'],
          ['2', 'Demo', '01/02/2025', null, 1, 'Ann'],
        ],
      },
      {
        role: 'opportunities',
        sheet: 'EU',
        rows: [
          ['created', 'id', 'stage'],
          ['31.12.2024', 3, 'Demo'],
          ['02.01.2025', 4, 'Won'],
        ],
      },
    ]);
    expect([...dataset!.opportunities!.created].map((s) => isoOf(asDay(s)))).toEqual([
      '2024-12-31',
      '2025-01-02',
      '2024-12-31',
      '2025-01-02',
    ]);
    expect([...dataset!.opportunities!.origin.table]).toEqual([0, 0, 1, 1]);
    expect(dataset!.opportunities!.texts.owner!.codes).toEqual(Int32Array.of(0, 0, -1, -1));
  });

  it('take the order of day and month from the other dates of the same table, or ask', () => {
    const rows = (created: string) => [
      ['id', 'stage', 'created', 'expectedClose'],
      ['1', 'Demo', created, '03/04/2025'],
    ];
    const decided = readTables([{ role: 'opportunities', rows: rows('12/31/2024') }]);
    expect(isoOf(asDay(decided.dataset!.opportunities!.expectedClose[0]!))).toBe('2025-03-04');
    const asked = readTables([{ role: 'opportunities', rows: rows('2024-12-31') }]);
    expect(asked.dataset).toBeUndefined();
    expect(only(asked.issues, 'dateOrderAmbiguous')).toMatchObject({
      severity: 'blocking',
      facts: { header: 'expectedClose', example: '03/04/2025' },
      place: { sheet: 'opportunities', row: 1, column: 'D' },
    });
    const told = readTables([
      { role: 'opportunities', rows: rows('2024-12-31'), dateOrders: { expectedClose: 'dmy' } },
    ]);
    expect(isoOf(asDay(told.dataset!.opportunities!.expectedClose[0]!))).toBe('2025-04-03');
  });

  it('believe flags, then status, then stage, then dates', () => {
    const { dataset, issues } = readTables([
      {
        role: 'opportunities',
        rows: [
          ['id', 'stage', 'status', 'isClosed', 'isWon', 'created', 'closed', 'wonDate', 'lostDate'],
          ['1', 'Demo', 'Lost', true, true, '2025-01-01', '2025-01-10', null, null],
          ['2', 'Demo', 'Lost', null, null, '2025-01-01', '2025-01-10', null, null],
          ['3', 'Won', null, null, null, '2025-01-01', '2025-01-10', null, null],
          ['4', 'Demo', null, null, null, '2025-01-01', null, '2025-01-11', '2025-01-12'],
          ['5', 'Demo', null, 'No', 'No', '2025-01-01', '2025-02-10', null, null],
          ['6', 'Won', 'Open', null, null, '2025-01-01', '2025-02-10', null, null],
          ['7', null, null, null, null, '2025-01-01', null, null, null],
        ],
      },
    ]);
    expect([...dataset!.opportunities!.outcome]).toEqual([WON, LOST, WON, LOST, OPEN, OPEN]);
    expect(dataset!.opportunities!.closed[3]).toBe(serial('2025-01-12'));
    expect(only(issues, 'statusContradictsStage')).toMatchObject({
      facts: { id: '6', status: 'Open', stage: 'Won' },
      place: { row: 7, column: 'B' },
    });
    expect(only(issues, 'missingStage')).toMatchObject({ place: { row: 8 }, excludes: true });
  });

  it('closed after the as-of day are open again, created after it do not exist yet', () => {
    const { dataset, issues } = readTables(
      [
        {
          role: 'opportunities',
          rows: [
            DEALS,
            ['1', 'Won', '2024-12-01', '2025-01-10', 1, 'A'],
            ['2', 'Won', '2024-12-01', '2024-12-31 23:00', 1, 'A'],
            ['3', 'Demo', '2025-01-01', null, 1, 'A'],
          ],
        },
      ],
      { asOf: '2024-12-31' },
    );
    expect([...dataset!.opportunities!.outcome]).toEqual([OPEN, WON]);
    // On the as-of day nobody knew when it would close.
    expect(dataset!.opportunities!.expectedClose[0]).toBeNaN();
    expect(only(issues, 'createdAfterAsOf')).toMatchObject({
      excludes: true,
      place: { row: 4, column: 'C' },
    });
    expectAccounted(dataset!.inputs, issues);
  });

  it('an activity without a date of its own counts on the day it ended', () => {
    const { dataset, issues } = readTables(
      [
        { role: 'opportunities', rows: [DEALS, ['1', 'Demo', '2025-01-01', null, 1, 'Ann']] },
        {
          role: 'activities',
          rows: [
            ['date', 'end', 'type'],
            ['2025-01-02', '2025-01-05', 'Call'],
            [null, '2025-01-06', 'Call'],
            ['later', '2025-01-07', 'Call'],
            ['2025-01-08', 'later', 'Call'],
            [null, 'later', 'Call'],
            [null, '2025-03-03', 'Call'],
          ],
        },
      ],
      { asOf: '2025-01-31' },
    );
    expect([...dataset!.activities!.date].map((s) => isoOf(asDay(s)))).toEqual([
      '2025-01-02',
      '2025-01-06',
      '2025-01-07',
      '2025-01-08',
    ]);
    const told = issues.filter(({ place }) => place?.sheet === 'activities');
    expect(told.map(({ code, place, excludes }) => [code, place?.column, place?.row, excludes])).toEqual([
      ['unparsableDate', 'B', 6, true],
      ['activityAfterAsOf', 'B', 7, true],
      ['unparsableDate', 'A', 4, undefined],
      ['unparsableDate', 'B', 5, undefined],
    ]);
    expectAccounted(dataset!.inputs, issues);
  });
});

describe('a stage that one deal of a hundred was in', () => {
  const deals = Array.from({ length: 100 }, (_, i) => `D${i}`);
  const tables = [
    {
      role: 'opportunities' as const,
      rows: [DEALS, ...deals.map((id) => [id, 'Won', '2024-12-01', '2025-01-10', 1, 'A'])],
    },
    {
      role: 'stageHistory' as const,
      rows: [
        ['opportunity', 'toStage', 'changed'],
        ...deals.flatMap((id, i) => [
          [id, 'Lead', '2024-12-01'],
          ...(i === 7 ? [[id, 'Legal hold', '2024-12-20']] : []),
          [id, 'Won', '2025-01-10'],
        ]),
      ],
    },
  ];
  const kindsOf = (read: ReturnType<typeof readTables>) =>
    read.dataset!.stages.map(({ name, kind }) => `${name} ${kind}`);

  it('is ignored, and said', () => {
    const read = readTables(tables);
    expect(kindsOf(read)).toEqual(['Lead open', 'Won won', 'Legal hold ignored']);
    expect(only(read.issues, 'stageRare').facts).toEqual({ stage: 'Legal hold', deals: 1, of: 100 });
  });

  it('is what a person says it is', () => {
    const stages = [
      { name: 'Lead', kind: 'open' },
      { name: 'Legal hold', kind: 'open' },
      { name: 'Won', kind: 'won' },
    ] as const;
    const read = readTables(tables, { stages });
    expect(kindsOf(read)).toEqual(['Lead open', 'Legal hold open', 'Won won']);
    expect(codesOf(read.issues)).not.toContain('stageRare');
  });
});

describe('the as-of day', () => {
  const deals = (created: string) => [
    { role: 'opportunities' as const, rows: [DEALS, ['1', 'Demo', created, null, 1, 'A']] },
  ];
  it('is today for fresh data', () => {
    const { asOf, issues } = readTables(deals('2025-01-01'));
    expect(isoOf(asOf!)).toBe('2025-01-31');
    expect(codesOf(issues)).toEqual(['noWonStage']);
  });
  it('is the day of the last event for old data, and said so', () => {
    const { asOf, issues } = readTables(deals('2024-12-01 15:00'));
    expect(isoOf(asOf!)).toBe('2024-12-01');
    expect(only(issues, 'asOfInferred').facts).toEqual({ asOf: '2024-12-01', today: '2025-01-31' });
  });
  it('is never later than today: what is to come has not happened, which is said', () => {
    const { asOf, issues } = readTables(deals('2031-03-01'));
    expect(isoOf(asOf!)).toBe('2025-01-31');
    expect(only(issues, 'nothingUntilToday')).toMatchObject({
      severity: 'warning',
      facts: { first: '2031-03-01', today: '2025-01-31' },
    });
    expect(codesOf(issues)).not.toContain('asOfInferred');
  });
  it('is the one given', () => {
    expect(isoOf(readTables(deals('2024-12-01'), { asOf: '2024-12-05' }).asOf!)).toBe('2024-12-05');
  });
});

describe('stage history', () => {
  const deals = {
    role: 'opportunities' as const,
    rows: [DEALS, [1, 'Won', '2024-12-01', '2025-01-10', 1, 'A'], ['2', 'Demo', '2024-12-01', null, 1, 'A']],
  };
  const read = (
    rows: readonly (readonly (string | number | null)[])[],
    header = ['opportunity', 'toStage', 'changed'],
  ) => readTables([deals, { role: 'stageHistory', rows: [header, ...rows] }]);
  const paths = ({ dataset }: ReturnType<typeof read>): string[] => {
    const { start, stage, changed } = dataset!.history!;
    return [0, 1].map((i) =>
      [...stage.slice(start[i], start[i + 1])]
        .map((s, at) => `${dataset!.stages[s]!.name} ${isoOf(asDay(changed[start[i]! + at]!)).slice(5)}`)
        .join(', '),
    );
  };

  it('is sorted by deal and time, joined across number and text ids', () => {
    const result = read([
      ['2', 'Demo', '2024-12-20'],
      ['1', 'Won', '2025-01-10'],
      [1, 'Lead', '2024-12-01'],
      ['2', 'Lead', '2024-12-02'],
      [' 1', 'Demo', '2024-12-05'],
    ]);
    expect(paths(result)).toEqual(['Lead 12-01, Demo 12-05, Won 01-10', 'Lead 12-02, Demo 12-20']);
    expect(result.issues).toEqual([]);
    expect(result.dataset!.stages.map(({ name }) => name)).toEqual(['Lead', 'Demo', 'Won']);
  });

  it('keeps the order of the rows at equal times', () => {
    expect(
      paths(
        read([
          [1, 'Lead', '2024-12-01'],
          [1, 'Offer', '2024-12-01'],
          [1, 'Demo', '2024-12-01'],
        ]),
      )[0],
    ).toBe('Lead 12-01, Offer 12-01, Demo 12-01');
  });

  it('folds saves that change no stage', () => {
    const result = read([
      [1, 'Lead', '2024-12-01'],
      [1, 'Lead', '2024-12-02'],
      [1, 'LEAD ', '2024-12-03'],
      [1, 'Demo', '2024-12-04'],
      [1, 'Lead', '2024-12-05'],
    ]);
    expect(paths(result)[0]).toBe('Lead 12-01, Demo 12-04, Lead 12-05');
    expect(only(result.issues, 'rowsFolded')).toMatchObject({
      facts: { rows: 2 },
      place: { sheet: 'stageHistory' },
    });
    expect(result.dataset!.inputs[1]).toMatchObject({ rows: 5, used: 5 });
  });

  it('leaves out what cannot be used, each row with its reason and place', () => {
    const result = read([
      [1, 'Lead', '2024-12-01'],
      [null, 'Demo', '2024-12-02'],
      [9, 'Demo', '2024-12-02'],
      [1, null, '2024-12-02'],
      [1, 'Demo', null],
      [1, 'Demo', 'soon'],
      [1, 'Demo', '2025-02-03'],
      [1, 'Demo', '2025-01-12'],
      [1, 'Won', '2025-01-12'],
      [2, 'Lead', '2024-11-30'],
    ]);
    expect(
      result.issues.map(({ code, excludes, place }) =>
        `${place?.column}${place?.row} ${code} ${excludes ?? ''}`.trim(),
      ),
    ).toEqual([
      'A3 missingId true',
      'B5 missingStage true',
      'C7 unparsableDate true',
      'C6 missingHistoryDate true',
      'A4 unknownOpportunity true',
      'C8 changeAfterAsOf true',
      'C9 changeAfterClose true',
      'C10 changeAfterClose',
      'C11 changeBeforeCreation',
    ]);
    expect(paths(result)).toEqual(['Lead 12-01, Won 01-12', 'Lead 11-30']);
    expectAccounted(result.dataset!.inputs, result.issues);
  });

  it('of fields takes the changes of the stage, and the stage at creation from the first of them', () => {
    const result = read(
      [
        [1, 'Next Step', 'Call', 'Visit', '2024-12-02'],
        [1, 'Stage', 'Lead', 'Demo', '2024-12-05'],
        [1, 'Stage', 'Demo', 'Won', '2025-01-10'],
      ],
      ['opportunity', 'changedField', 'fromStage', 'toStage', 'changed'],
    );
    expect(paths(result)[0]).toBe('Lead 12-01, Demo 12-05, Won 01-10');
    expect(only(result.issues, 'otherFieldChanged')).toMatchObject({
      excludes: true,
      facts: { field: 'Next Step' },
    });
    expect(result.dataset!.stages.map(({ name }) => name)).toEqual(['Lead', 'Demo', 'Won']);
  });

  it('stands in for missing dates of the deals', () => {
    const { dataset, issues } = readTables([
      {
        role: 'opportunities',
        rows: [
          ['id', 'status', 'created', 'closed'],
          ['1', 'Won', null, null],
          ['2', 'Lost', null, null],
        ],
      },
      {
        role: 'stageHistory',
        rows: [
          ['opportunity', 'toStage', 'changed'],
          ['1', 'Lead', '2025-01-02'],
          ['1', 'Won', '2025-01-09'],
        ],
      },
    ]);
    expect([...dataset!.opportunities!.created]).toEqual([serial('2025-01-02'), NaN]);
    expect([...dataset!.opportunities!.closed]).toEqual([serial('2025-01-09'), NaN]);
    expect(codesOf(issues)).toEqual(['closedWithoutCloseDate', 'missingCreated']);
  });

  it('follows a given stage map, and says which stages it does not have', () => {
    const { dataset, issues } = readTables(
      [
        deals,
        {
          role: 'stageHistory',
          rows: [
            ['opportunity', 'toStage', 'changed'],
            ['1', 'Lead', '2024-12-01'],
            ['1', 'Trial', '2024-12-02'],
          ],
        },
      ],
      {
        stages: [
          { name: 'Demo', kind: 'open' },
          { name: 'lead', kind: 'open' },
          { name: 'Won', kind: 'won' },
        ],
      },
    );
    expect(dataset!.stages.map(({ name }) => name)).toEqual(['Demo', 'lead', 'Won']);
    expect([...dataset!.history!.stage]).toEqual([1]);
    expect(only(issues, 'unknownStage')).toMatchObject({
      facts: { stage: 'Trial', id: '1' },
      excludes: true,
    });
  });
});

describe('wide history', () => {
  const rows = [
    ['id', 'status', 'entered Lead', 'entered Demo', 'entered Won', 'entered Lost'],
    ['1', 'Won', '2025-01-01', '2025-01-05', '2025-01-09', null],
    ['2', 'Open', '2025-01-02', 'soon', null, null],
    ['3', 'Lost', '2025-01-03', '2025-01-03', null, '2025-01-04'],
  ];
  it('is a date per stage entered', () => {
    const { dataset, issues } = readTables([{ role: 'opportunities', rows }]);
    expect(dataset!.history!.shape).toBe('wide');
    expect([...dataset!.history!.start]).toEqual([0, 3, 4, 7]);
    expect([...dataset!.history!.stage]).toEqual([0, 1, 2, 0, 0, 1, 3]);
    expect([...dataset!.opportunities!.created]).toEqual(
      ['2025-01-01', '2025-01-02', '2025-01-03'].map(serial),
    );
    expect([...dataset!.opportunities!.closed]).toEqual([serial('2025-01-09'), NaN, serial('2025-01-04')]);
    expect(only(issues, 'unparsableDate')).toMatchObject({
      place: { row: 3, column: 'D' },
      facts: { value: 'soon' },
    });
  });
  it('gives way to a history of events', () => {
    const { dataset } = readTables([
      { role: 'opportunities', rows },
      {
        role: 'stageHistory',
        rows: [
          ['opportunity', 'toStage', 'changed'],
          ['1', 'Lead', '2025-01-01'],
        ],
      },
    ]);
    expect(dataset!.history!.shape).toBe('events');
  });
});

describe('snapshots', () => {
  const header = ['snapshotDate', 'id', 'stage', 'amount'];
  it('become one deal per id, with changes dated midway between two of them', () => {
    const { dataset, issues } = readTables(
      [
        {
          role: 'opportunities',
          rows: [
            header,
            ['2025-01-31', 'A', 'Won', 300],
            ['2025-01-01', 'A', 'Lead', 100],
            ['2025-01-11', 'A', 'Demo', 200],
            ['2025-01-11', 'B', 'Lead', 50],
            ['2025-01-31', 'B', 'Lead', 60],
            ['2025-01-31', 'B', 'Demo', 60],
            [null, 'B', 'Demo', 60],
            ['2025-02-28', 'A', 'Won', 300],
          ],
        },
      ],
      { asOf: '2025-01-31' },
    );
    const { opportunities: deals, history } = dataset!;
    expect([0, 1].map((row) => deals!.ids.text(row))).toEqual(['A', 'B']);
    expect([...deals!.amount]).toEqual([30000, 6000]);
    expect([...deals!.outcome]).toEqual([WON, OPEN]);
    expect([...deals!.created]).toEqual([serial('2025-01-01'), serial('2025-01-06')]);
    expect(history).toMatchObject({ shape: 'snapshots' });
    expect([...history!.start]).toEqual([0, 3, 4]);
    expect([...history!.changed]).toEqual([
      serial('2025-01-01'),
      serial('2025-01-06'),
      serial('2025-01-21'),
      serial('2025-01-06'),
    ]);
    expect([...history!.spacing!]).toEqual([0, 10, 20, 10]);
    expect(deals!.closed[0]).toBe(serial('2025-01-21'));
    expect(codesOf(issues)).toEqual(['changeAfterAsOf', 'duplicateId', 'missingHistoryDate']);
    expectAccounted(dataset!.inputs, issues);
  });

  it('are narrowed down by a created date', () => {
    const { dataset } = readTables([
      {
        role: 'opportunities',
        rows: [
          [...header, 'created'],
          ['2025-01-01', 'A', 'Lead', 1, '2024-12-22'],
          ['2025-01-11', 'A', 'Lead', 1, '2024-12-22'],
          ['2025-01-11', 'B', 'Lead', 1, '2025-01-09'],
        ],
      },
    ]);
    expect([...dataset!.opportunities!.created]).toEqual([serial('2024-12-22'), serial('2025-01-09')]);
    expect([...dataset!.history!.changed]).toEqual([serial('2024-12-27'), serial('2025-01-10')]);
    expect([...dataset!.history!.spacing!]).toEqual([10, 2]);
  });

  it('beside a table of deals: that table is the state on the as-of day', () => {
    const { dataset } = readTables([
      {
        role: 'opportunities',
        sheet: 'now',
        rows: [
          ['id', 'stage', 'created'],
          ['A', 'Demo', '2024-12-31'],
        ],
      },
      { role: 'opportunities', sheet: 'then', rows: [header, ['2025-01-11', 'A', 'Lead', 1]] },
    ]);
    expect(dataset!.opportunities!.count).toBe(1);
    expect([...dataset!.history!.changed].map((s) => isoOf(asDay(s)))).toEqual(['2025-01-05', '2025-01-21']);
    expect([...dataset!.opportunities!.origin.table]).toEqual([0]);
  });
});

describe('activities, people and quotas', () => {
  const people = {
    role: 'people' as const,
    rows: [
      ['person', 'team', 'start', 'quota'],
      ['Ann', 'North', '2024-01-01', '1.200,50'],
      ['Bob', 'South', '2024-02-01', '5,5'],
      ['Bob', 'South', null, null],
      [null, 'South', null, null],
      ['Cid', null, null, null],
    ],
  };
  it('are read with their own checks', () => {
    const { dataset, issues } = readTables([
      {
        role: 'opportunities',
        rows: [
          DEALS,
          ['1', 'Demo', '2025-01-01', null, 1, 'Ann'],
          ['2', 'Demo', '2025-01-01', null, 1, 'Zoe'],
          ['3', 'Demo', '2025-01-01', null, 1, 'zoe '],
        ],
      },
      {
        role: 'activities',
        rows: [
          ['date', 'type', 'owner', 'opportunity', 'done'],
          ['2025-01-02', 'Call', 'Ann', 2, 'Done'],
          ['2025-01-03', 'Call', null, 7, 'Undone'],
          ['later', 'Call', 'Ann', 2, null],
          [null, 'Call', 'Ann', 2, null],
          ['2025-03-03', 'Visit', 'Ann', 2, null],
        ],
      },
      people,
      {
        role: 'quotas',
        rows: [
          ['person', 'period', 'amount'],
          ['Ann', '2025-Q1', 100],
          ['Ann', 'Jan 2025', '$50'],
          ['Bob', 'some day', 1],
          ['Bob', '2025', 0],
          ['Bob', '2025', null],
          ['Bob', '2025', 'much'],
        ],
      },
    ]);
    const { activities, quotas } = dataset!;
    expect([...activities!.opportunity!]).toEqual([1, -1]);
    expect([...activities!.quantity]).toEqual([1, 1]);
    expect([...activities!.numbers.done!]).toEqual([1, 0]);
    expect(activities!.type).toEqual({ codes: Int32Array.of(0, 0), labels: ['Call'] });
    expect([...dataset!.people!.numbers.quota!]).toEqual([120050, 550, NaN]);
    expect([...quotas!.start].map((s) => isoOf(asDay(s)))).toEqual(['2025-01-01', '2025-01-01']);
    expect([...quotas!.end].map((s) => isoOf(asDay(s)))).toEqual(['2025-03-31', '2025-01-31']);
    expect([...quotas!.amount]).toEqual([10000, 5000]);
    expect(issues.map(({ code, facts }) => `${code} ${JSON.stringify(facts)}`)).toEqual([
      'noWonStage {}',
      'unparsableDate {"field":"Date","value":"later"}',
      'activityWithoutDate {}',
      'activityAfterAsOf {"date":"2025-03-03","asOf":"2025-01-31"}',
      'missingPerson {}',
      'duplicateId {"id":"Bob","firstRow":3}',
      'quotaWithoutPeriod {"person":"Bob"}',
      'unparsableAmount {"value":"much"}',
      'quotaMissing {"person":"Bob"}',
      'quotaNotPositive {"person":"Bob","quota":"0.00"}',
      'activityWithoutPerson {"person":"","rows":1}',
      'personNotInPeople {"person":"Zoe","rows":2}',
      'personWithoutData {"person":"Bob"}',
      'personWithoutData {"person":"Cid"}',
      'quotaMissing {"person":"Cid"}',
    ]);
    expectAccounted(dataset!.inputs, issues);
  });

  it('of a wide table are one record per count', () => {
    const { dataset } = readTables(
      [
        {
          role: 'activities',
          rows: [
            ['date', 'owner', 'count Calls', 'count Visits'],
            ['2025-01-01', 'Ann', 12, null],
            ['2025-02-01', 'Bob', 0, '1,5'],
          ],
        },
      ],
      { asOf: '2025-02-28' },
    );
    const { count, type, quantity, origin, owner } = dataset!.activities!;
    expect(count).toBe(3);
    expect(type).toEqual({ codes: Int32Array.of(0, 0, 1), labels: ['Calls', 'Visits'] });
    expect([...quantity]).toEqual([12, 0, 1.5]);
    expect([...origin.row]).toEqual([2, 3, 3]);
    expect([...owner!.codes]).toEqual([0, 1, 1]);
    expect(dataset!.inputs[0]).toMatchObject({ rows: 2, used: 2 });
  });

  it('fill the ends of quota periods from the distance of their starts', () => {
    const { dataset } = readTables([
      {
        role: 'quotas',
        rows: [
          ['person', 'start', 'amount'],
          ...['2011-05-31', '2011-08-31', '2011-12-01', '2012-02-29', '2012-05-30'].map((d) => ['Ann', d, 1]),
        ],
      },
    ]);
    expect([...dataset!.quotas!.end].map((s) => isoOf(asDay(s)))).toEqual([
      '2011-08-30',
      '2011-11-30',
      '2012-02-28',
      '2012-05-29',
      '2012-08-29',
    ]);
  });
});

it('stops when it is cancelled', () => {
  const run = () =>
    import('../../../src/engine/dataset/read').then(({ readDataset }) =>
      readDataset([], [], {
        asOf: undefined,
        today: dayOfIso('2025-01-01')!,
        stages: undefined,
        progress: () => undefined,
        signal: { cancelled: true },
      }),
    );
  return expect(run()).rejects.toThrow('Cancelled');
});
