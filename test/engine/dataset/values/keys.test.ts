import fc from 'fast-check';
import { indexKeys, keyOf } from '../../../../src/engine/dataset/values/keys';

describe('a key', () => {
  it('is the same however a sheet writes it', () => {
    for (const cell of ['42', 42, ' 42', "'42", '42.0', '\u00a042'] as const) expect(keyOf(cell)).toBe('42');
  });
  it('keeps case and leading zeros', () => {
    expect(keyOf('aB')).not.toBe(keyOf('Ab'));
    expect(keyOf('007')).toBe('007');
  });
  it('is missing where the cell is blank or an error', () => {
    for (const cell of [null, undefined, '', '  ', '(No value)', '#N/A', NaN] as const)
      expect(keyOf(cell)).toBe('');
  });
});

describe('an index of keys', () => {
  it.each([
    ['numbers', [5, 7, 9]],
    ['a prefix and a number', ['OPP-1', 'OPP-22', 'OPP-3']],
    ['a prefix and digits of one width', ['D0001', 'D0002', 'D0100']],
    ['far apart', ['1', '900000000000', '77']],
    ['no common shape', ['a', '__proto__', 'constructor', '7']],
    ['differing zeros', ['7', '007', '07']],
  ])('finds each of %s at its row', (_, cells) => {
    const index = indexKeys(cells);
    cells.forEach((cell, row) => {
      expect(index.find(cell)).toBe(row);
      expect(index.find(` ${cell}`)).toBe(row);
      expect(index.text(row)).toBe(String(cell));
      expect(index.first[row]).toBe(row);
    });
    for (const stranger of ['OPP-4', 'D1', '6', 'toString', '', null, 3.5, -1, '00005'])
      expect(index.find(stranger)).toBe(-1);
  });

  it('names the first row of a duplicate, across types', () => {
    expect([...indexKeys([5, '5', null, '6', ' 5']).first]).toEqual([0, 0, -1, 3, 0]);
    expect([...indexKeys(['x', 'y', 'x', '']).first]).toEqual([0, 1, 0, -1]);
  });

  it('joins the short and the long form of a Salesforce id', () => {
    const long = indexKeys(['006bm00000LKJNNAA5', '006bm00000LKJNOAA5']);
    expect(long.find('006bm00000LKJNO')).toBe(1);
    expect(indexKeys(['006bm00000LKJNN']).find('006bm00000LKJNNAA5')).toBe(0);
  });

  it('agrees with a Map, whatever the cells', () => {
    const cell = fc.oneof(
      fc.integer({ min: -5, max: 30 }),
      fc.constantFrom('D1', 'D2', 'D02', 'D10', '', ' D1', '__proto__', '12', '012', '12.0'),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(cell), fc.array(cell), (cells, others) => {
        const plain = new Map<string, number>();
        cells.forEach((c, i) => {
          if (keyOf(c) !== '' && !plain.has(keyOf(c))) plain.set(keyOf(c), i);
        });
        const index = indexKeys(cells);
        for (const other of [...cells, ...others])
          expect(index.find(other)).toBe(plain.get(keyOf(other)) ?? -1);
      }),
    );
  });
});
