import { asDay, isoOf } from '../../../src/engine/core/day';
import type { Results } from '../../../src/engine/dataset/dataset';
import type { Cell } from '../../../src/engine/dataset/rawTable';
import { codesOf, expectAccounted, only, readTables } from '../../support/read';

const results = (rows: readonly (readonly Cell[])[], asOf = '2024-12-31') => {
  const { dataset, issues } = readTables([{ role: 'results', rows }], { asOf });
  expectAccounted(dataset!.inputs, issues);
  return { results: dataset!.results!, issues };
};

/** "Wins 2024-01-01 to 2024-01-31: 5" */
const told = ({ count, start, end, measure, value, person }: Results): readonly string[] =>
  Array.from({ length: count }, (_, i) => {
    const who = person ? ` of ${person.labels[person.codes[i]!] ?? 'nobody'}` : '';
    const [from, to] = [start[i]!, end[i]!].map((day) => isoOf(asDay(day)));
    return `${measure.labels[measure.codes[i]!]}${who} ${from} to ${to}: ${value[i]}`;
  });

describe('results', () => {
  it('may be long, with a measure a row', () => {
    const { results: read, issues } = results([
      ['period', 'measure', 'value', 'person'],
      ['2024-01', 'Wins', 5, 'Ann'],
      ['Jan 2024', 'Won amount', '$12,500.00', 'Ann'],
      ['2024-01', 'Wins', 3, 'Bob'],
    ]);
    expect(told(read)).toEqual([
      'Wins of Ann 2024-01-01 to 2024-01-31: 5',
      'Won amount of Ann 2024-01-01 to 2024-01-31: 12500',
      'Wins of Bob 2024-01-01 to 2024-01-31: 3',
    ]);
    expect(issues).toEqual([]);
  });

  it('may be wide, with a measure a column; a blank cell is no result', () => {
    const { results: read, issues } = results([
      ['start', 'measure Wins', 'measure Won amount'],
      ['2024-01-01', 5, 100],
      ['2024-02-01', null, 200],
      ['2024-03-01', 0, 300],
      ['2024-04-01', null, null],
    ]);
    expect(told(read)).toEqual([
      'Wins 2024-01-01 to 2024-01-31: 5',
      'Won amount 2024-01-01 to 2024-01-31: 100',
      'Won amount 2024-02-01 to 2024-02-29: 200',
      'Wins 2024-03-01 to 2024-03-31: 0',
      'Won amount 2024-03-01 to 2024-03-31: 300',
    ]);
    expect(only(issues, 'resultWithoutValue').facts).toEqual({ period: '2024-04' });
  });

  it('are called by the header of their value where nothing else names them', () => {
    const { results: read } = results([
      ['period', 'value'],
      ['2024-01', 5],
    ]);
    expect(told(read)).toEqual(['value 2024-01-01 to 2024-01-31: 5']);
  });

  it.each([
    ['month ends', 'start', ['2024-01-31', '2024-02-29', '2024-03-31'], '2024-01-01 to 2024-01-31'],
    ['Mondays', 'start', ['2024-01-01', '2024-01-08', '2024-01-15'], '2024-01-01 to 2024-01-07'],
    ['week ends', 'end', ['2024-01-07', '2024-01-14', '2024-01-21'], '2024-01-01 to 2024-01-07'],
    ['quarters', 'start', ['2024-01-01', '2024-04-01', '2024-07-01'], '2024-01-01 to 2024-03-31'],
    ['quarter ends', 'end', ['2024-03-31', '2024-06-30', '2024-09-30'], '2024-01-01 to 2024-03-31'],
    ['days', 'start', ['2024-01-01', '2024-01-02', '2024-01-04', '2024-01-05'], '2024-01-01 to 2024-01-01'],
    ['a single date', 'start', ['2024-01-15'], '2024-01-01 to 2024-01-31'],
    ['weeks', 'period', ['2024-W01', 'KW 2 2024'], '2024-01-01 to 2024-01-07'],
    ['text dates', 'period', ['2024-01-01', '2024-02-01'], '2024-01-01 to 2024-01-31'],
    ['serials', 'period', [45292, 45323], '2024-01-01 to 2024-01-31'],
  ])('tell their periods from %s', (_, field, dates, firstPeriod) => {
    const { results: read, issues } = results([[field, 'value'], ...dates.map((date) => [date, 1])]);
    expect(told(read)[0]).toBe(`value ${firstPeriod}: 1`);
    expect(read.count).toBe(dates.length);
    expect(issues).toEqual([]);
  });

  it('are left out where they cannot be used, each row with its reason', () => {
    const { results: read, issues } = results(
      [
        ['period', 'measure', 'value'],
        ['2024-01', 'Wins', 5],
        ['2024-01', 'wins ', 6],
        ['2024-02', 'Wins', 'many'],
        ['2024-03', 'Wins', null],
        ['some day', 'Wins', 1],
        ['2024-W20', 'Wins', 1],
        ['2024-04', 'Wins', 4],
        ['2024-06', 'Wins', 2],
      ],
      '2024-06-15',
    );
    expect(told(read)).toEqual(['Wins 2024-01-01 to 2024-01-31: 5', 'Wins 2024-04-01 to 2024-04-30: 4']);
    expect(codesOf(issues)).toEqual([
      'resultPeriodNotOver',
      'resultPeriodsMixed',
      'resultTwice',
      'resultWithoutPeriod',
      'resultWithoutValue',
      'unparsableAmount',
    ]);
    expect(only(issues, 'resultTwice')).toMatchObject({
      facts: { period: '2024-01', measure: 'Wins', person: '', firstRow: 2 },
      place: { row: 3 },
    });
    expect(only(issues, 'resultPeriodsMixed').facts).toEqual({
      period: '2024-05-13 to 2024-05-19',
      usual: 'month',
    });
    expect(only(issues, 'resultPeriodNotOver').facts).toEqual({ period: '2024-06', asOf: '2024-06-15' });
    expect(only(issues, 'resultWithoutPeriod').facts).toEqual({ value: 'some day' });
  });

  it('of a period that stands there first without a value are those of the later row', () => {
    const { results: read, issues } = results([
      ['period', 'value'],
      ['2024-01', null],
      ['2024-01', 5],
      ['2024-01', 6],
    ]);
    expect(told(read)).toEqual(['value 2024-01-01 to 2024-01-31: 5']);
    expect(codesOf(issues)).toEqual(['resultTwice', 'resultWithoutValue']);
    expect(only(issues, 'resultTwice').facts).toMatchObject({ firstRow: 3 });
  });

  it('may stand beside counts of activities, whose reader accounts for the rows', () => {
    const { dataset, issues } = readTables(
      [
        {
          role: 'activities',
          rows: [
            ['date', 'owner', 'count Calls', 'measure Wins'],
            ['2024-01-01', 'Ann', 40, 2],
            ['2024-02-01', 'Ann', 30, null],
            ['soon', 'Ann', 30, 4],
            ['2024-03-01', 'Bob', 20, 1],
          ],
        },
        {
          role: 'results',
          rows: [
            ['period', 'measure', 'value'],
            ['2024-01', 'Revenue', 900],
          ],
        },
      ],
      { asOf: '2024-12-31' },
    );
    expect(told(dataset!.results!)).toEqual([
      'Revenue of nobody 2024-01-01 to 2024-01-31: 900',
      'Wins of Ann 2024-01-01 to 2024-01-31: 2',
      'Wins of Bob 2024-03-01 to 2024-03-31: 1',
    ]);
    expect(dataset!.activities!.count).toBe(3);
    expect(codesOf(issues)).toEqual(['unparsableDate']);
    expectAccounted(dataset!.inputs, issues);
  });

  it('set the day the data are read at, when there are no deals', () => {
    const rows = [
      ['period', 'value'],
      ['2023-01', 5],
      ['2023-02', 6],
    ];
    const { asOf } = readTables([{ role: 'results', rows }], { today: '2025-01-31' });
    expect(isoOf(asOf!)).toBe('2023-02-28');
  });
});
