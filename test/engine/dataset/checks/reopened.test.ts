import { only, readTables } from '../../../support/read';

const STAGES = [
  { name: 'Demo', kind: 'open' },
  { name: 'Parked', kind: 'ignored' },
  { name: 'Won', kind: 'won' },
  { name: 'Customer', kind: 'won' },
  { name: 'Lost', kind: 'lost' },
] as const;

/** The notes on reopened deals, of deals that entered these stages a week apart. */
function notes(paths: readonly (readonly string[])[]) {
  const day = (week: number): string => `2024-01-${String(1 + 7 * week).padStart(2, '0')}`;
  const { issues } = readTables(
    [
      {
        role: 'opportunities',
        rows: [['id', 'created'], ...paths.map((_, i) => [`D${i}`, '2024-01-01'])],
      },
      {
        role: 'stageHistory',
        rows: [
          ['opportunity', 'toStage', 'changed'],
          ...paths.flatMap((path, i) => path.map((stage, week) => [`D${i}`, stage, day(week)])),
        ],
      },
    ],
    { asOf: '2024-12-31', stages: STAGES },
  );
  return issues.filter(({ code }) => code === 'reopened' || code === 'manyReopened');
}

const REOPENED = [
  ['Demo', 'Won', 'Demo', 'Won'],
  ['Demo', 'Won', 'Lost'],
  ['Demo', 'Lost', 'Parked', 'Demo'],
];

it('a deal that was closed and went on is worth knowing, each with its row', () => {
  const found = notes([
    ['Demo', 'Won', 'Customer'],
    ...REOPENED,
    ['Demo', 'Lost', 'Parked'],
    ['Demo', 'Demo'],
  ]);
  expect(found.map(({ facts, place }) => [facts, place?.row])).toEqual([
    [{ id: 'D1' }, 3],
    [{ id: 'D2' }, 4],
    [{ id: 'D3' }, 5],
  ]);
  expect(found.every(({ severity }) => severity === 'note')).toBe(true);
});

it('fifty of them are listed, more are counted', () => {
  const many = (n: number) => notes(Array.from({ length: n }, () => REOPENED[0]!));
  expect(many(50)).toHaveLength(50);
  expect(only(many(51), 'manyReopened')).toMatchObject({ facts: { deals: 51 }, place: { row: 2 } });
});
