import fc from 'fast-check';
import type { Cell } from '../../../src/engine/dataset/rawTable';
import { likelySeparator, readCsv, SEPARATORS } from '../../../src/hosts/workbookFile/csv';
import { usedRange } from '../../../src/hosts/workbookFile/usedRange';

const rowsOf = (text: string | Uint8Array): readonly (readonly Cell[])[] =>
  usedRange(readCsv(typeof text === 'string' ? new TextEncoder().encode(text) : text)).rows;

describe('readCsv', () => {
  it('reads quotes, doubled quotes, separators and line ends inside quotes', () => {
    expect(rowsOf('a,"b, ""c""","d\r\ne"\r\n"",x,\n')).toEqual([
      ['a', 'b, "c"', 'd\r\ne'],
      [null, 'x'],
    ]);
  });

  it('takes as a number only what is written as the number would be', () => {
    const texts = [
      '0',
      '-1.5',
      '123456789012345',
      '0.05',
      '00123',
      '1.50',
      '1234567890123456',
      '1e5',
      '+5',
      '-0',
    ];
    expect(rowsOf(texts.join(','))[0]).toEqual([0, -1.5, 123456789012345, 0.05, ...texts.slice(4)]);
    expect(rowsOf('1.2.3,.5,5.,-,--1,0.0000001,NaN,Infinity,TRUE, 7')[0]).toEqual([
      '1.2.3',
      '.5',
      '5.',
      '-',
      '--1',
      '0.0000001',
      'NaN',
      'Infinity',
      'TRUE',
      ' 7',
    ]);
  });

  it('leaves to the column what a point before three digits means', () => {
    expect(rowsOf('1.234,-1.234,"12.345",123.456,1.250')[0]).toEqual([
      '1.234',
      '-1.234',
      '12.345',
      '123.456',
      '1.250',
    ]);
    expect(rowsOf('0.125,-0.125,1234.567,1.2345,1.25')[0]).toEqual([0.125, -0.125, 1234.567, 1.2345, 1.25]);
  });

  it('keeps header keys that are names in JavaScript', () => {
    expect(rowsOf('__proto__,constructor\n=1+1,@x')).toEqual([
      ['__proto__', 'constructor'],
      ['=1+1', '@x'],
    ]);
  });

  it('reads a row after blank lines at its place', () => {
    const { top, rows } = usedRange(readCsv(new TextEncoder().encode('\n\na,b\n\n1,2\n\n')));
    expect(top).toBe(2);
    expect(rows).toEqual([['a', 'b'], [], [1, 2]]);
  });

  it.each([
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...Buffer.from('Größe,1')]],
    ['UTF-8', [...Buffer.from('Größe,1')]],
    ['UTF-16, little end first', [0xff, 0xfe, ...Buffer.from('Größe,1', 'utf16le')]],
    ['UTF-16, big end first', [0xfe, 0xff, ...Buffer.from('Größe,1', 'utf16le').swap16()]],
    ['UTF-16 without a mark', [...Buffer.from('Größe,1', 'utf16le')]],
    ['windows-1252', [...Buffer.from('Größe,1', 'latin1')]],
  ])('reads %s', (_, bytes) => {
    expect(rowsOf(Uint8Array.from(bytes))).toEqual([['Größe', 1]]);
  });

  it('follows the line that names the separator', () => {
    expect(rowsOf('sep=|\na|b,c\n1|2')).toEqual([
      ['a', 'b,c'],
      [1, 2],
    ]);
  });

  it('reads a quote that nothing closes as a character, up to the next separator or line end', () => {
    const read = (text: string) => {
      const { cells, unclosed } = readCsv(new TextEncoder().encode(text));
      return { cells, unclosed };
    };
    expect(read('a,b\n"c,d\ne,f\n')).toEqual({
      cells: [
        ['a', 'b'],
        ['"c', 'd'],
        ['e', 'f'],
      ],
      unclosed: [{ row: 1, text: '"c' }],
    });
    // The next quoted field does not close it.
    expect(read('a,b\n"c,1\nd,2\n"e, f",3\n')).toEqual({
      cells: [
        ['a', 'b'],
        ['"c', 1],
        ['d', 2],
        ['e, f', 3],
      ],
      unclosed: [{ row: 1, text: '"c' }],
    });
    expect(read('a,b\n1,"').cells).toEqual([
      ['a', 'b'],
      [1, '"'],
    ]);
    expect(read('a,b\n1,"2"').unclosed).toEqual([]);
  });

  it('loses no row of a long file to a quote that nothing closes', () => {
    const rows = Array.from({ length: 400_000 }, (_, i) => `${i},${i === 7 ? '"' : ''}${'y'.repeat(50)}\n`);
    const { cells, unclosed } = readCsv(new TextEncoder().encode(`a,b\n${rows.join('')}`));
    expect(cells).toHaveLength(400_001);
    expect(unclosed).toEqual([{ row: 8, text: `"${'y'.repeat(50)}` }]);
  });

  it('reads records that lie across pieces of the file as it reads them within one', () => {
    const line = (i: number): string => `${i},"a ""quoted"" name, ${i}\nsecond line",${'y'.repeat(100)}\r\n`;
    const text = Array.from({ length: 150_000 }, (_, i) => line(i)).join('');
    expect(text.length).toBeGreaterThan(17_000_000); // more than one piece
    const { cells } = readCsv(new TextEncoder().encode(text));
    expect(cells).toHaveLength(150_000);
    const wrong = cells.findIndex(
      (row, i) =>
        row[0] !== i || row[1] !== `a "quoted" name, ${i}\nsecond line` || row[2] !== 'y'.repeat(100),
    );
    expect(wrong).toBe(-1);
  });

  it('gives back any table that was written by the rules of RFC 4180', () => {
    const field = fc.string({
      unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', 'é', '=', '1', '\t'),
    });
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (table) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        // The separator is read off the records: two of them have nothing else in them.
        const rows = [['h1', 'h2'], ['h3', 'h4'], ...table];
        const text = rows.map((row) => row.map(quoted).join(',')).join('\r\n');
        const { rowNumbers, cells } = readCsv(new TextEncoder().encode(text));
        const read = rows.map((_, i) => cells[rowNumbers.indexOf(i)] ?? []);
        expect(read.map((row) => [0, 1].map((c) => String(row[c] ?? '')))).toEqual(rows);
      }),
    );
  });
});

describe('likelySeparator', () => {
  it.each(SEPARATORS)('finds %j', (separator) => {
    expect(likelySeparator(`a${separator}b c\nd${separator}e\n`)).toBe(separator);
  });
  it('is not misled by decimal commas between semicolons', () => {
    expect(likelySeparator('Name;Value;Share\nA;1,5;2,5\nB;3,5;4,5\n')).toBe(';');
  });
  it('is not misled by JSON or prose above the table', () => {
    expect(likelySeparator('{"a":1,"b":2,"c":[1,2]}\nName;Stage\nA;Won\nB;Lost\n')).toBe(';');
  });
  it('is not misled by separators and line ends within quotes', () => {
    // Found by the property above (seed -806951552).
    const rows = [
      ['h1', 'h2'],
      ['h3', 'h4'],
      ['\r;', '\r;'],
      ['\r;', '\n;'],
      ['a;\r', ';'],
    ];
    expect(likelySeparator(rows.map((row) => row.map((t) => `"${t}"`).join(',')).join('\r\n'))).toBe(',');
  });
  it('takes the preferred one when nothing decides', () => {
    expect(likelySeparator('one\ntwo\n', '\t')).toBe('\t');
  });
});
