import { only, readTables } from '../../support/read';

const numbered = (count: number, word: string) =>
  Array.from({ length: count }, (_, i) => [`${i}`, `${word} ${i}`]);

describe('a column with too many values to be a stage', () => {
  it('blocks and is named, before anything by the square of their number is made', () => {
    // By the square, 20,000 names would take 3.2 GB.
    const { dataset, issues } = readTables([
      {
        role: 'opportunities',
        rows: [['id', 'stage'], ...numbered(20_000, 'Demo').map(([id]) => [id!, 'Demo'])],
      },
      {
        role: 'stageHistory',
        rows: [
          ['opportunity', 'changed', 'toStage'],
          ...numbered(20_000, 'Note').map(([id, note]) => [id!, '2024-01-01', note!]),
        ],
      },
    ]);
    expect(dataset).toBeUndefined();
    expect(only(issues, 'tooManyStages')).toEqual({
      code: 'tooManyStages',
      severity: 'blocking',
      facts: { header: 'toStage', stages: 20_000 },
      place: { source: 'Book.xlsx', sheet: 'stageHistory', row: 1, column: 'C' },
    });
  });

  it('is one of more than 200', () => {
    const read = (count: number) =>
      readTables([
        {
          role: 'opportunities',
          rows: [['id', 'stage'], ...numbered(count, 'Stage').map(([id, name]) => [id!, name!])],
        },
      ]);
    expect(read(200).dataset?.stages).toHaveLength(200);
    expect(only(read(201).issues, 'tooManyStages').facts).toEqual({ header: 'stage', stages: 201 });
  });
});
