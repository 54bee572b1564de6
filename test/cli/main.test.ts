import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANALYSES } from '../../src/engine/analyses';
import { readWorkbookFile } from '../../src/hosts/workbookFile';
import { run, temporaryFolder, type Folder } from '../support/run';

const root = join(__dirname, '../..');
const worldA = (name: string): string => join(root, 'test/data/world_A', `world_A_${name}.csv`);
const EVENTS = [worldA('deals'), worldA('history')] as const;
/** Where it is not the numbers that are looked at. */
const QUICK = ['--forecast-draws', '500', '--backtest-months', '0', '--lead-draws', '99', '-q'] as const;

let folder: Folder;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

const json = (name: string) => JSON.parse(readFileSync(folder.path(name), 'utf8'));

it('analyses, prints, and writes the workbook and the findings', async () => {
  const { code, out } = await run(
    'analyze',
    ...EVENTS,
    '--out',
    folder.path('r.xlsx'),
    '--json',
    folder.path('f.json'),
  );
  expect(code).toBe(0);
  expect(out).toMatch(/Win rate: 14\.8%/);
  expect(out).toMatch(/What was read/);
  // The summary fits a few screens; the tables are in the workbook.
  expect(out).not.toMatch(/Stage by stage/);
  expect(out.split('\n').length).toBeLessThan(150);
  const { value } = await readWorkbookFile('r.xlsx', readFileSync(folder.path('r.xlsx')));
  const names = value?.sheets.map((s) => s.sheet) ?? [];
  expect(names.slice(0, 2)).toEqual(['Leadline Summary', 'Leadline Funnel']);
  expect(names.slice(-2)).toEqual(['Leadline Data quality', 'Leadline Inputs']);
  expect(value?.sheets.every((s) => s.owned)).toBe(true);
  expect(json('f.json').analyses.funnel.winRate).toMatchObject({ x: 124, n: 836 });
});

it('prints the tables too where asked, under the title of their sheet, and no sentence twice', async () => {
  const { code, out } = await run('analyze', ...EVENTS, '--only', 'funnel', '--tables');
  expect(code).toBe(0);
  expect(out).toMatch(/━━━ Funnel ━+\n/);
  expect(out).toMatch(/Stage by stage/);
  expect(out).toMatch(/Negotiation/);
  // A terminal has no headers to rest on.
  expect(out).not.toMatch(/Rest on a column/);
  // A heading is followed by what stands under it.
  expect(out).not.toMatch(/═\n\n[^\n]*\n[═━]/);
  const warnings = out.split('\n').filter((line) => line.startsWith('• '));
  expect(new Set(warnings).size).toBe(warnings.length);
});

it('says of an analysis asked for by name that it found nothing', async () => {
  const { code, err } = await run('analyze', ...EVENTS, '--only', 'funnel,compensation');
  expect(code).toBe(0);
  expect(err).toMatch(/No compensation plan was found/);
});

it('gives equal bytes for equal input', async () => {
  for (const n of [1, 2])
    await run(
      'analyze',
      ...EVENTS,
      '--out',
      folder.path(`${n}.xlsx`),
      '--json',
      folder.path(`${n}.json`),
      ...QUICK,
    );
  expect(readFileSync(folder.path('1.json')).equals(readFileSync(folder.path('2.json')))).toBe(true);
  expect(readFileSync(folder.path('1.xlsx')).equals(readFileSync(folder.path('2.xlsx')))).toBe(true);
});

it('reads a past day as it was', async () => {
  await run('analyze', ...EVENTS, '--as-of', '2023-12-31', '--json', folder.path('f.json'), ...QUICK);
  const { leadline, inputs, analyses } = json('f.json');
  const created = readFileSync(EVENTS[0], 'utf8')
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split(',')[3]!);
  expect(leadline.asOf).toBe('2023-12-31');
  expect(analyses.funnel.basis.opportunities).toBe(created.filter((day) => day <= '2023-12-31').length);
  for (const { rows, used, excluded } of inputs) expect(rows).toBe(used + excluded);
});

it('takes its own findings back as a mapping', async () => {
  await run('inspect', ...EVENTS, '--json', folder.path('inspect.json'), '-q');
  const again = await run(
    'analyze',
    ...EVENTS,
    '--mapping',
    folder.path('inspect.json'),
    '--json',
    folder.path('f.json'),
    ...QUICK,
  );
  expect(again.code).toBe(0);
  const inspected = json('inspect.json');
  expect(inspected.analyses).toEqual({});
  expect(json('f.json').inputs.map((i: { mapping: unknown }) => i.mapping)).toEqual(
    inspected.inputs.map((i: { mapping: unknown }) => i.mapping),
  );
});

it('keeps what a person changed on the Inputs sheet when it reads its own result workbook again', async () => {
  const sample = join(root, 'assets/samples/leadline-sample.xlsx');
  const first = await run(
    'analyze',
    sample,
    '--with-input',
    '--out',
    folder.path('r.xlsx'),
    '--horizon-days',
    '60',
    ...QUICK,
  );
  expect(first.code).toBe(0);
  const second = await run('analyze', folder.path('r.xlsx'), '--json', folder.path('f.json'), '-q');
  expect(second.code).toBe(0);
  expect(json('f.json').analyses.funnel.basis.horizonDays).toBe(60);
  expect(json('f.json').inputs.map((i: { sheet: string }) => i.sheet)).not.toContain('Leadline Funnel');
});

it.each([
  [['analyze'], /at least one file/],
  [['paint', 'a.csv'], /no command "paint"/],
  [['analyze', 'a.csv', '--colour', 'red'], /--colour/],
  [['analyze', 'a.csv', '--horizon', '30'], /Did you mean --horizon-days or --deal-horizon-days\?/],
  [['analyze', 'a.csv', '--horizon-days', '0'], /--horizon-days takes 1 to 1826 days, not "0"/],
  [['analyze', 'a.csv', '--as-of', '31.12.2024'], /--as-of takes a date like/],
  [['analyze', 'a.csv', '--seed', 'x'], /--seed takes a whole number/],
  [['analyze', 'a.csv', '--confidence', '95'], /--confidence takes 50 ?% to 99\.9 ?%, not "95"/],
  [['analyze', 'a.csv', '--breakdown-by', 'colour'], /--breakdown-by takes none, owner/],
  [['analyze', 'a.csv', '--minimum-for-percent', '-3'], /--minimum-for-percent needs a value/],
  [['analyze', 'a.csv', '--only', 'magic'], /--only takes funnel/],
  [['analyze', 'a.csv', '--out', 'a.pdf'], /\.xlsx/],
  [['analyze', EVENTS[0], '--json', EVENTS[0]], /never written over/],
  [['analyze', EVENTS[0], '--out', 'r.xlsx', '--json', './r.xlsx'], /never written over/],
])('refuses %j as wrong use', async (argv, sentence) => {
  const { code, out, err } = await run(...argv);
  expect(code).toBe(64);
  expect(out).toBe('');
  expect(err).toMatch(sentence);
});

it('lists every assumption as a flag in its help', async () => {
  const { code, out } = await run('--help');
  expect(code).toBe(0);
  for (const { label } of ANALYSES.flatMap((a) => a.assumptions)) expect(out).toContain(label);
});

it('refuses a mapping that is no mapping', async () => {
  const mapping = folder.write('m.json', '{"inputs": [{"sheet": 5}]}');
  const { code, err } = await run('analyze', ...EVENTS, '--mapping', mapping);
  expect(code).toBe(64);
  expect(err).toMatch(/--mapping .*inputs\.0/);
});

it('says how to answer what it cannot know, and takes the answer', async () => {
  const file = folder.write(
    'd.csv',
    'Deal ID,Stage,Created,Closed\n1,Closed Won,03/04/2025,05/06/2025\n2,Closed Lost,02/03/2025,04/05/2025\n',
  );
  const asked = await run('inspect', file, '--json', folder.path('m.json'));
  expect(asked.code).toBe(1);
  expect(asked.err).toMatch(/--mapping/);
  const mapping = json('m.json');
  mapping.inputs[0].mapping.dateOrders = { created: 'dmy', closed: 'dmy' };
  folder.write('m.json', JSON.stringify(mapping));
  const answered = await run(
    'analyze',
    file,
    '--mapping',
    folder.path('m.json'),
    '--json',
    folder.path('f.json'),
    '-q',
  );
  expect(answered.code).toBe(0);
  expect(json('f.json').analyses.funnel.basis.firstCreated).toBe('2025-03-02');
});
