import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { readFiles } from '../../src/cli/files';
import { run, temporaryFolder, type Folder } from '../support/run';

const sample = readFileSync(join(__dirname, '../../assets/samples/leadline-sample.xlsx'));
const DEALS = 'deal id,stage,created,closed,status,owner\n';

let folder: Folder;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

const workbook = (rows: (string | number | null)[][]): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: 'Deals', rows }] });

/** One clear sentence, code 1 or 2, no stack trace, nothing written. */
async function refused(name: string, content: string | Uint8Array, sentence: RegExp): Promise<void> {
  const file = folder.write(name, content);
  const { code, out, err } = await run(
    'analyze',
    file,
    '--out',
    folder.path('r.xlsx'),
    '--json',
    folder.path('f.json'),
  );
  expect([1, 2]).toContain(code);
  expect(out).toBe('');
  expect(err).toMatch(sentence);
  expect(err).not.toMatch(/\bat .*\.ts:\d|node_modules|undefined|NaN|\[object/);
  expect(folder.names()).toEqual([name]);
}

it.each<[string, string, string | Uint8Array, RegExp]>([
  ['an empty file', 'a.csv', '', /a\.csv.* is empty/],
  ['headers only', 'a.csv', DEALS, /no rows|only headers|headers/i],
  [
    'a picture that is called a workbook',
    'a.xlsx',
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
    /a\.xlsx/,
  ],
  ['a truncated workbook', 'a.xlsx', sample.subarray(0, 20000), /a\.xlsx.*(damaged|incomplete)/],
  ['a page of prose', 'a.txt', 'Dear all,\nplease find the figures attached.\n', /holds no table/],
])('refuses %s', (_what, name, content, sentence) => refused(name, content, sentence));

it('refuses an empty workbook', async () => {
  await refused('a.xlsx', await workbook([]), /No sheet|no table/i);
});

it('refuses a workbook behind a password', async () => {
  const locked = await writeXlsx({
    sheets: [{ name: 'Deals', rows: [['deal id', 'stage', 'created']] }],
    encryption: { password: 'secret', spinCount: 1000 },
  });
  await refused('a.xlsx', locked, /password/);
});

it('reads a sheet of 16,384 columns, and says that it is wide', async () => {
  const wide = (head: string[], filler: (i: number) => string | null): (string | null)[] => [
    ...head,
    ...Array.from({ length: 16384 - head.length }, (_, i) => filler(i)),
  ];
  const file = folder.write(
    'wide.xlsx',
    await workbook([
      wide(['Deal ID', 'Stage', 'Created date'], (i) => `Column ${i}`),
      wide(['D1', 'Closed Won', '2024-01-05'], () => null),
      wide(['D2', 'Closed Lost', '2024-01-09'], (i) => (i === 16380 ? 'x' : null)),
    ]),
  );
  const { code, err } = await run('analyze', file);
  expect(code).toBe(0);
  expect(err).toMatch(/16,384 columns/);
});

it('takes long cells, names that begin with = and headers like __proto__ as what they are', async () => {
  const file = folder.write(
    'odd.csv',
    'Deal ID,Opportunity Name,Stage,Created,Closed,__proto__,constructor\n' +
      `1,=1+1,Closed Won,2024-01-05,2024-02-01,a,b\n2,"${'x'.repeat(32767)}",Closed Lost,2024-01-06,2024-02-03,c,d\n` +
      '3,@SUM(A1),Closed Won,2024-01-07,2024-03-01,,\n',
  );
  const { code, out } = await run(
    'analyze',
    file,
    '--out',
    folder.path('r.xlsx'),
    '--json',
    folder.path('f.json'),
  );
  expect(code).toBe(0);
  expect(out).toMatch(/Won: 2/);
  expect(JSON.parse(readFileSync(folder.path('f.json'), 'utf8')).analyses.funnel.outcomes).toEqual({
    won: 2,
    lost: 1,
    open: 0,
    noDecision: 0,
  });
});

it('lists as many issues of one file as there are', async () => {
  const rows = 130_000;
  const file = folder.write('quotes.csv', `name,note\n${Array(rows).fill('a,"b').join('\n')}\n`);
  const { issues } = await readFiles([file], () => undefined);
  expect(issues.filter(({ code }) => code === 'quoteNotClosed').length).toBe(rows);
});

it('says which file is not there, and which folder', async () => {
  expect(await run('analyze', folder.path('none.xlsx'))).toMatchObject({
    code: 1,
    err: expect.stringMatching(/none\.xlsx.*not found/),
  });
  const file = folder.write('d.csv', `${DEALS}1,Won,2024-01-05,2024-02-01,Won,Ann\n`);
  const { code, err } = await run('analyze', file, '--json', folder.path('nowhere/f.json'));
  expect(code).toBe(2);
  expect(err).toMatch(/folder of .*nowhere.* does not exist/);
});
