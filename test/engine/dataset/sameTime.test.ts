import fc from 'fast-check';
import type { Cell } from '../../../src/engine/dataset/rawTable';
import { readTables } from '../../support/read';

const STAGES = [
  ...['Lead', 'Demo', 'Offer', 'Contract'].map((name) => ({ name, kind: 'open' }) as const),
  { name: 'Won', kind: 'won' },
  { name: 'Lost', kind: 'lost' },
] as const;
/** Id, stage entered, day, and the stage it came from. */
type Change = readonly Cell[];

/** The stages that each deal entered, in the order read. */
function paths(
  changes: readonly Change[],
  { headers = ['opportunity', 'toStage', 'changed', 'fromStage'], stages = true } = {},
): readonly string[] {
  const ids = [...new Set(changes.map(([id]) => id!))].sort();
  const { dataset } = readTables(
    [
      { role: 'opportunities', rows: [['id', 'created'], ...ids.map((id) => [id, '2024-01-01'])] },
      { role: 'stageHistory', rows: [headers, ...changes.map((row) => row.slice(0, headers.length))] },
    ],
    { asOf: '2024-12-31', ...(stages && { stages: STAGES }) },
  );
  const { history, stages: map } = dataset!;
  return ids.map((_, i) =>
    [...history!.stage.subarray(history!.start[i], history!.start[i + 1])]
      .map((stage) => map[stage]!.name)
      .join(' '),
  );
}

const MOVES: readonly Change[] = [
  ['1', 'Lead', '2024-01-02', null],
  ['1', 'Demo', '2024-01-02', 'Lead'],
  ['1', 'Offer', '2024-01-09', 'Demo'],
  ['1', 'Won', '2024-02-01', 'Offer'],
  ['2', 'Lead', '2024-01-03', null],
  ['2', 'Demo', '2024-01-05', 'Lead'],
  ['2', 'Offer', '2024-01-05', 'Demo'],
  ['2', 'Contract', '2024-01-05', 'Offer'],
];
const EXPECTED = ['Lead Demo Offer Won', 'Lead Demo Offer Contract'];
const WITHOUT_FROM = { headers: ['opportunity', 'toStage', 'changed'] };

describe('stage changes at equal times', () => {
  it.each([
    ['oldest first', MOVES],
    ['newest first', [...MOVES].reverse()],
  ])('of a history sorted %s go the way the deal went', (_, changes) => {
    expect(paths(changes)).toEqual(EXPECTED);
    expect(paths(changes, WITHOUT_FROM)).toEqual(EXPECTED);
  });

  it('follow their from-stages, to and fro as well', () => {
    const day = '2024-01-05';
    const walk: readonly Change[] = [
      ['1', 'Demo', day, 'Lead'],
      ['1', 'Offer', day, 'Demo'],
      ['1', 'Demo', day, 'Offer'],
      ['1', 'Contract', day, 'Demo'],
    ];
    const start: Change = ['1', 'Lead', '2024-01-02', null];
    for (const order of [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [2, 3, 0, 1],
    ])
      expect(paths([start, ...order.map((i) => walk[i]!)])).toEqual(['Lead Demo Offer Demo Contract']);
  });

  it('end with the closed stage, whatever the kind of history', () => {
    expect(
      paths(
        [
          ['1', 'Lead', '2024-01-02'],
          ['1', 'Won', '2024-01-05'],
          ['1', 'Demo', '2024-01-05'],
        ],
        WITHOUT_FROM,
      ),
    ).toEqual(['Lead Demo Won']);
    // Two changes from one stage make no chain.
    expect(
      paths(
        [
          ['1', 'Lead', '2024-01-02', null],
          ['1', 'Won', '2024-01-05', 'Lead'],
          ['1', 'Demo', '2024-01-05', 'Lead'],
        ],
        { stages: false },
      ),
    ).toEqual(['Lead Demo Won']);
  });

  it('keep to the order of the rows where one table of two runs backwards', () => {
    const ids = ['1', '2', '3'];
    const tables = (first: readonly Change[], second: readonly Change[]) =>
      readTables(
        [
          { role: 'opportunities', rows: [['id', 'created'], ...ids.map((id) => [id, '2024-01-01'])] },
          { role: 'stageHistory', sheet: 'a', rows: [WITHOUT_FROM.headers, ...first] },
          { role: 'stageHistory', sheet: 'b', rows: [WITHOUT_FROM.headers, ...second] },
        ],
        { asOf: '2024-12-31', stages: STAGES },
      ).dataset!.history!;
    const up: readonly Change[] = [
      ['1', 'Lead', '2024-01-02'],
      ['1', 'Demo', '2024-01-02'],
      ['1', 'Offer', '2024-01-05'],
    ];
    const down: readonly Change[] = [
      ['2', 'Contract', '2024-01-09'],
      ['2', 'Offer', '2024-01-06'],
      ['2', 'Demo', '2024-01-02'],
      ['2', 'Lead', '2024-01-02'],
    ];
    expect([...tables(up, down).stage]).toEqual([0, 1, 2, 0, 1, 2, 3]);
    expect([...tables(down, up).stage]).toEqual([0, 1, 2, 0, 1, 2, 3]);
  });

  it('do not depend on the order of the rows where from-stages are given', () => {
    const walk = fc
      .tuple(
        fc.shuffledSubarray(['Lead', 'Demo', 'Offer', 'Contract', 'Won', 'Lost'], { minLength: 1 }),
        fc.array(fc.nat(1), { minLength: 6, maxLength: 6 }),
      )
      .map(([stages, steps]) => {
        let day = 45_300;
        return stages.map((to, i) => ({ to, day: (day += steps[i]!), from: stages[i - 1] ?? null }));
      });
    fc.assert(
      fc.property(
        fc.array(walk, { minLength: 1, maxLength: 5 }).chain((walks) => {
          const changes = walks.flatMap((moves, i) =>
            moves.map(({ to, day, from }): Change => [`D${i}`, to, day, from]),
          );
          return fc.tuple(fc.constant(walks), fc.shuffledSubarray(changes, { minLength: changes.length }));
        }),
        ([walks, shuffled]) => {
          expect(paths(shuffled)).toEqual(walks.map((moves) => moves.map(({ to }) => to).join(' ')));
        },
      ),
    );
  });
});
