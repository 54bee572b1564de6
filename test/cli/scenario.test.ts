import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScenarioFinding, ScenariosFinding } from '../../src/engine/analyses/scenarios/finding';
import { run, temporaryFolder, type Folder } from '../support/run';

const root = join(__dirname, '../..');
const EVENTS = ['deals', 'history'].map((name) => join(root, 'test/data/world_A', `world_A_${name}.csv`));
const QUICK = ['--forecast-draws', '500', '--backtest-months', '0', '-q'];

let folder: Folder;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

function scenarioFile(name: string, content: unknown): string {
  writeFileSync(folder.path(name), typeof content === 'string' ? content : JSON.stringify(content));
  return folder.path(name);
}
const found = () => JSON.parse(readFileSync(folder.path('f.json'), 'utf8'));
const named = (name: string): ScenarioFinding =>
  (found().analyses.scenarios as ScenariosFinding).scenarios.find((one) => one.name === name)!;

it('takes several scenarios, one file a flag or several in one, and writes them into the workbook', async () => {
  const more = scenarioFile('a.json', { name: 'More deals', changes: { leverNewDeals: '20%' } });
  const two = scenarioFile('b.json', [
    { name: 'Demo better', tables: { stageLevers: [{ stage: 'Demo', conversion: 0.9 }] } },
    { name: 'Nothing' },
  ]);
  const { code } = await run(
    ...['analyze', ...EVENTS, '--scenario', more, '--scenario', two, ...QUICK],
    ...['--json', folder.path('f.json'), '--out', folder.path('r.xlsx')],
  );
  expect(code).toBe(0);
  expect(named('More deals').changes).toEqual(['Change of new deals: 0% → 20%']);
  expect(named('Demo better').changes).toEqual(['Stage Demo, goes on: as computed → 90%']);
  const gain = (name: string) =>
    named(name).figures.find(({ analysis, id }) => analysis === 'forecast' && id === 'mean')!.difference!;
  expect(gain('More deals').value).toBeGreaterThan(0);
  expect(gain('Demo better').low!).toBeGreaterThan(0);
  expect(gain('Nothing').value).toBe(0);

  // The workbook holds them: the next run reads them back.
  const before = found().analyses.scenarios as unknown;
  await run('analyze', ...EVENTS, folder.path('r.xlsx'), ...QUICK, '--json', folder.path('f.json'));
  expect(found().analyses.scenarios).toEqual(before);
});

it('an unknown key is an issue of the run, and the scenario is left out', async () => {
  const bad = scenarioFile('s.json', { name: 'Typo', changes: { leverNewDealz: 0.2 } });
  const { code } = await run(
    'analyze',
    ...EVENTS,
    '--scenario',
    bad,
    ...QUICK,
    '--json',
    folder.path('f.json'),
  );
  expect(code).toBe(0);
  expect(named('Typo')).toBeUndefined();
  expect(found().issues).toContainEqual(
    expect.objectContaining({ code: 'scenarioUnknown', severity: 'warning' }),
  );
});

it.each([
  ['no JSON', '{', /It is not JSON/],
  ['no name', { changes: {} }, /At name: it is missing\./],
  ['a number for a name', { name: 7 }, /At name: it must be a text\./],
  ['another key', { name: 'A', change: {} }, /“change” is not known here; check the spelling\./],
  [
    'an object for a value',
    { name: 'A', changes: { leverCycle: {} } },
    /At changes\.leverCycle: it must be a text, a number, true, false or null\./,
  ],
])('refuses a file with %s, with a sentence', async (_, content, sentence) => {
  const path = scenarioFile('s.json', content);
  const { code, err } = await run('analyze', ...EVENTS, '--scenario', path);
  expect(code).toBe(64);
  expect(err).toMatch(/^--scenario .*s\.json: /);
  expect(err).toMatch(sentence);
});

it('says which file cannot be read', async () => {
  const { code, err } = await run('analyze', ...EVENTS, '--scenario', folder.path('none.json'));
  expect(code).toBe(64);
  expect(err).toMatch(/none\.json cannot be read/);
});
