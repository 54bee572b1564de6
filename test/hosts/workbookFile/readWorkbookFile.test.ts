import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { readWorkbookFile } from '../../../src/hosts/workbookFile';
import { DamagedFile, OversizedFile } from '../../../src/hosts/workbookFile/damaged';
import { scanSheet, scanStrings } from '../../../src/hosts/workbookFile/sheetScan';
import {
  contentPieces,
  readZip,
  writeZip,
  zipEntry,
  type ZipEntry,
} from '../../../src/hosts/workbookFile/zip';
import { workbookParts, zipOf } from '../../support/zipOf';

const LAYOUTS = join(__dirname, '../../data/layouts');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const SHEET = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';

async function codeOf(name: string, content: Uint8Array): Promise<string> {
  const { value, issues } = await readWorkbookFile(name, content);
  expect(value).toBeUndefined();
  expect(issues).toHaveLength(1);
  expect(issues[0]).toMatchObject({ severity: 'blocking', facts: { file: name } });
  return issues[0]!.code;
}

describe('readWorkbookFile refuses with one sentence', () => {
  it('an empty file', async () => {
    expect(await codeOf('a.csv', new Uint8Array())).toBe('fileEmpty');
    expect(await codeOf('a.csv.gz', gzipSync(''))).toBe('fileEmpty');
  });

  it.each([
    ['a PDF', bytes('%PDF-1.7\n%âãÏÓ\n1 0 obj')],
    [
      'a picture',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2, 3, 4, 5]),
    ],
    [
      'an old .xls',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]),
    ],
  ])('%s', async (_, content) => {
    expect(await codeOf('deals.xlsx', content)).toBe('fileTypeUnknown');
  });

  it('a zip that is no workbook', async () => {
    expect(await codeOf('a.xlsx', await zipOf({ 'readme.txt': 'hello' }))).toBe('fileTypeUnknown');
    const parts = workbookParts({ A: SHEET });
    const document = await zipOf({
      ...parts,
      'xl/workbook.xml': '<w:document xmlns:w="w"><w:body/></w:document>',
    });
    expect(await codeOf('a.docx', document)).toBe('fileTypeUnknown');
  });

  it('a workbook with a password', async () => {
    const locked = await writeXlsx({
      sheets: [{ name: 'A', rows: [[1]] }],
      encryption: { password: 'secret', spinCount: 1000 },
    });
    expect(await codeOf('a.xlsx', locked)).toBe('fileProtected');
  });

  it('a workbook that is cut off anywhere', async () => {
    const whole = new Uint8Array(readFileSync(join(LAYOUTS, 'funneler_Sales_Funnel_Standalone.xlsx')));
    for (const share of [0.05, 0.3, 0.6, 0.9, 0.999])
      expect(await codeOf('a.xlsx', whole.slice(0, Math.floor(whole.length * share)))).toBe('fileDamaged');
  });

  it('a workbook with a flipped byte, or reads it where the byte does not matter', async () => {
    const whole = new Uint8Array(readFileSync(join(LAYOUTS, 'funneler_Sales_Funnel_Standalone.xlsx')));
    let damaged = 0;
    for (let at = 1000; at < whole.length; at += 4001) {
      const copy = whole.slice();
      copy[at]! ^= 0x55;
      const { issues } = await readWorkbookFile('a.xlsx', copy);
      for (const { code } of issues) {
        expect(['fileDamaged', 'fileTypeUnknown']).toContain(code);
        damaged++;
      }
    }
    expect(damaged).toBeGreaterThan(3);
  });

  it('a workbook whose parts are missing or broken', async () => {
    const parts = workbookParts({ A: SHEET });
    const { 'xl/worksheets/sheet1.xml': _, ...withoutSheet } = parts;
    expect(await codeOf('a.xlsx', await zipOf(withoutSheet))).toBe('fileDamaged');
    for (const sheet of [
      '<sheetData><row r="1"><c r="A1"><v>1',
      '<sheetData><row r="1"><c r="A1"><v>1</v></row>',
    ])
      expect(await codeOf('a.xlsx', await zipOf(workbookParts({ A: sheet })))).toBe('fileDamaged');
    expect(await codeOf('a.xlsx', await zipOf({ ...parts, 'xl/workbook.xml': '<workbook><sheets>' }))).toBe(
      'fileDamaged',
    );
  });

  describe('files made to fill the memory', () => {
    /** A workbook whose first sheet is packed from this text and declares this size. */
    async function declaring(sheet: string, size?: number): Promise<Uint8Array> {
      const entries: ZipEntry[] = [];
      for (const [path, text] of Object.entries(workbookParts({ A: sheet }))) {
        const entry = await zipEntry(path, bytes(text));
        entries.push(path.includes('sheet1') && size !== undefined ? { ...entry, size } : entry);
      }
      return writeZip(entries);
    }

    it('stops as soon as more comes out of a part than it declares', async () => {
      const parts = workbookParts({ A: SHEET + ' '.repeat(5_000_000) });
      const entry = await zipEntry('a.xml', bytes(parts['xl/worksheets/sheet1.xml']!));
      let taken = 0;
      const take = async (): Promise<void> => {
        for await (const piece of contentPieces({ ...entry, size: 100_000 })) taken += piece.length;
      };
      await expect(take()).rejects.toThrow(DamagedFile);
      expect(taken).toBeLessThanOrEqual(100_000);
      expect(await codeOf('a.xlsx', await declaring(SHEET + ' '.repeat(5_000_000), 100_000))).toBe(
        'fileDamaged',
      );
    });

    it('does not begin with a part that declares too much, or parts that do together', async () => {
      expect(await codeOf('a.xlsx', await declaring(SHEET, 60 * 2 ** 20))).toBe('fileTooLarge');
      expect(await codeOf('a.xlsx', await declaring(SHEET, 2 ** 31))).toBe('fileTooLarge');
      const shared = await zipEntry('0', randomBytes(300_000));
      const copies = Array.from({ length: 40 }, (_, i) => ({ ...shared, path: `${i}`, size: 49 * 2 ** 20 }));
      expect(() => readZip(writeZip(copies))).toThrow(OversizedFile);
      expect(readZip(writeZip(copies.slice(0, 20))).size).toBe(20);
    });

    it('stops unpacking a gz that becomes hundreds of times as large', async () => {
      expect(await codeOf('a.csv.gz', gzipSync(Buffer.alloc(60 * 2 ** 20, 'a,b\n')))).toBe('fileTooLarge');
    });

    it('holds no text that says nothing', () => {
      const sheet = scanSheet({ strings: [], formats: [] });
      sheet.push('<worksheet><sheetData>');
      for (let i = 0; i < 80; i++) sheet.push(' '.repeat(1 << 20));
      sheet.push('<row r="2"><c r="A2"><v>7</v></c></row></sheetData></worksheet>');
      expect(sheet.end()).toMatchObject({ rowNumbers: [1], cells: [[7]] });
      const fill = (start: string) => () => {
        const endless = scanSheet({ strings: [], formats: [] });
        endless.push(start);
        for (let i = 0; i < 80; i++) endless.push(' '.repeat(1 << 20));
      };
      expect(fill('<worksheet>')).toThrow(DamagedFile);
      expect(fill('<worksheet><sheetData><row r="1">')).toThrow(OversizedFile);
      const strings = scanStrings();
      strings.push('<sst><si><t>a</t></si>');
      for (let i = 0; i < 80; i++) strings.push(' '.repeat(1 << 20));
      strings.push('<s');
      strings.push('i><t>b</t></si></sst>');
      expect(strings.end()).toEqual(['a', 'b']);
    });
  });

  it('a gz that is cut off', async () => {
    expect(await codeOf('a.csv.gz', gzipSync('a,b\n'.repeat(9999)).subarray(0, 30))).toBe('fileDamaged');
  });
});

describe('readWorkbookFile reads', () => {
  it('a csv under any name, and a gz of it', async () => {
    for (const [name, content] of [
      ['out/My deals.csv', bytes('Name;Stage\nA;Won\n')],
      ['My deals.xlsx', bytes('Name;Stage\nA;Won\n')],
      ['My deals.csv.gz', gzipSync('Name;Stage\nA;Won\n')],
    ] as const) {
      const { value, issues } = await readWorkbookFile(name, content);
      expect(issues).toEqual([]);
      expect(value?.sheets).toMatchObject([
        {
          source: name,
          sheet: 'My deals',
          rows: [
            ['Name', 'Stage'],
            ['A', 'Won'],
          ],
        },
      ]);
    }
  });

  it('a csv with a quote that nothing closes, and says where', async () => {
    const { value, issues } = await readWorkbookFile('deals.csv', bytes('Name,Stage\n\n"A,Won\nB,Lost\n'));
    expect(value?.sheets[0]?.rows).toHaveLength(4);
    expect(issues).toEqual([
      {
        code: 'quoteNotClosed',
        severity: 'warning',
        facts: { text: '"A' },
        place: { source: 'deals.csv', sheet: 'deals', row: 3 },
      },
    ]);
  });

  it('an empty workbook as a sheet without rows', async () => {
    const { value } = await readWorkbookFile('a.xlsx', await zipOf(workbookParts({ Empty: '<sheetData/>' })));
    expect(value?.sheets).toMatchObject([{ sheet: 'Empty', rows: [], columnCount: 0, formats: [] }]);
    expect(value?.saved).toBeUndefined();
  });

  it('a line of JSON above a csv as a row', async () => {
    const name = 'funneler_Milestones.csv';
    const { value } = await readWorkbookFile(name, new Uint8Array(readFileSync(join(LAYOUTS, name))));
    const rows = value?.sheets[0]?.rows ?? [];
    expect(String(rows[0]?.[0])).toMatch(/^ListSchema=\{/);
    expect(rows[1]).toEqual(['Opportunity', 'Name', 'Owner', 'Date', 'Status']);
  });

  it('reports progress that never falls', async () => {
    const name = 'funneler_Funnel_Auto_deployed.xlsx';
    const shares: number[] = [];
    await readWorkbookFile(name, new Uint8Array(readFileSync(join(LAYOUTS, name))), (share) =>
      shares.push(share),
    );
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });
});
