import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { version } from '../../package.json';
import { manifestProblems } from '../../scripts/manifest';

const root = join(__dirname, '..', '..');
const manifest = readFileSync(join(root, 'manifest.xml'), 'utf8');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadline-manifest-'));
  symlinkSync(join(root, 'assets'), join(folder, 'assets'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function problemsAfter(change: (xml: string) => string): Promise<string[]> {
  const changed = change(manifest);
  expect(changed).not.toBe(manifest);
  writeFileSync(join(folder, 'manifest.xml'), changed);
  return manifestProblems(join(folder, 'manifest.xml'), version);
}

it('finds nothing wrong with the manifest that ships', async () => {
  expect(await manifestProblems(join(root, 'manifest.xml'), version)).toEqual([]);
});

it.each<[string, (xml: string) => string, RegExp]>([
  ['a missing end tag', (x) => x.replace('</AppDomains>', ''), /line \d+/],
  [
    'elements out of order',
    (x) => x.replace(/( *<ProviderName>.*\n)( *<DefaultLocale>.*\n)/, '$2$1'),
    /ProviderName/,
  ],
  [
    'a resid that leads nowhere',
    (x) => x.replace('resid="Open.Tip"', 'resid="Open.Typo"'),
    /"Open.Typo" is used but not defined/,
  ],
  [
    'an icon of another size',
    (x) =>
      x.replace(
        'id="Icon.16" DefaultValue="https://localhost:3000/assets/icons/leadline-16',
        'id="Icon.16" DefaultValue="https://localhost:3000/assets/icons/leadline-32',
      ),
    /size 16 leads to a picture of size 32/,
  ],
  [
    'an icon that is not there',
    (x) => x.replace('leadline-64.png', 'leadline-96.png'),
    /leadline-96.png is missing/,
  ],
  ['an id that is no GUID', (x) => x.replace('8f0c2b5e-5f0b-4c0f', '8f0c2b5e-5f0b-zzzz'), /GUID|line \d+/i],
  [
    'a host outside the AppDomains',
    (x) => x.replace('https://localhost:3000/help.html', 'https://localhost:3999/help.html'),
    /3999 is not among the AppDomains/,
  ],
  ['another version than the package', (x) => x.replace('0.1.0.0', '9.9.9.0'), /9.9.9.0 is not package.json/],
])('finds %s', async (_what, change, expected) => {
  expect((await problemsAfter(change)).join('\n')).toMatch(expected);
});
