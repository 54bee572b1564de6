import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { readInput, writeOutput } from '../../../src/hosts/workbookFile/files';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'leadline-'))));
afterEach(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

describe('writeOutput', () => {
  it('writes the whole file and leaves nothing beside it, also over an older one', async () => {
    for (const text of ['first', 'second']) {
      expect(
        (await writeOutput(at('r.xlsx'), new TextEncoder().encode(text), [at('in.csv')])).issues,
      ).toEqual([]);
      expect(readFileSync(at('r.xlsx'), 'utf8')).toBe(text);
    }
    expect(readdirSync(folder)).toEqual(['r.xlsx']);
  });

  it('never writes over an input, whatever path leads to it', async () => {
    writeFileSync(at('in.xlsx'), 'input');
    symlinkSync(at('in.xlsx'), at('link.xlsx'));
    symlinkSync(folder, at('folder'));
    const paths = ['in.xlsx', 'link.xlsx', 'folder/in.xlsx']
      .map(at)
      .concat(relative(process.cwd(), at('in.xlsx')));
    for (const target of paths)
      for (const input of paths) {
        const { value, issues } = await writeOutput(target, 'results', [input]);
        expect(value).toBeUndefined();
        expect(issues).toMatchObject([
          { code: 'outputIsInput', severity: 'blocking', facts: { file: target } },
        ]);
      }
    expect(readFileSync(at('in.xlsx'), 'utf8')).toBe('input');
    expect(readdirSync(folder).toSorted()).toEqual(['folder', 'in.xlsx', 'link.xlsx']);
  });

  it('fails, and leaves nothing, where it cannot write', async () => {
    await expect(writeOutput(at('missing/r.xlsx'), 'x', [])).rejects.toThrow('ENOENT');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('readInput', () => {
  it('gives the bytes, or the issue that there is no such file', async () => {
    writeFileSync(at('in.csv'), 'a');
    expect([...(await readInput(at('in.csv'))).value!]).toEqual([97]);
    for (const [path, code] of [
      [at('none.csv'), 'fileNotFound'],
      [folder, 'fileIsFolder'],
    ] as const)
      expect((await readInput(path)).issues).toMatchObject([{ code, facts: { file: path } }]);
  });
});
