import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPackage } from '../../src/hosts/workbookFile/package';

export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

/** Tests that need LibreOffice; where there is none they are skipped, and that is said aloud. */
export const withLibreOffice = (name: string, run: () => Promise<void>, timeout = 180_000): void => {
  if (hasLibreOffice) it(name, run, timeout);
  else {
    process.stderr.write(`\nSKIPPED, no LibreOffice (soffice) here: ${name}\n`);
    it.skip(name, run);
  }
};

/** A workbook without the values beside its formulas: a program that shows some must have calculated them. */
export async function withoutCachedValues(workbook: Uint8Array): Promise<Uint8Array> {
  const parts = openPackage(workbook);
  let formulas = 0;
  for (const path of parts.paths().filter((p) => /^xl\/worksheets\/sheet\d+\.xml$/.test(p))) {
    const sheet = await parts.text(path);
    parts.set(
      path,
      sheet.replace(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, (_, formula: string) => {
        formulas++;
        return formula;
      }),
    );
  }
  expect(formulas).toBeGreaterThan(0);
  return parts.bytes();
}

/** Opens a workbook in LibreOffice, lets it calculate everything anew, and saves it in another format. */
export function convertWithLibreOffice(workbook: Uint8Array, format: 'xlsx' | 'pdf'): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'leadline-office-'));
  try {
    const [input, output] = [join(folder, 'in.xlsx'), join(folder, 'out')];
    writeFileSync(input, workbook);
    execFileSync(
      'soffice',
      // A profile of its own, so that tests do not wait for one another.
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        format,
        '--outdir',
        output,
        input,
      ],
      { stdio: 'ignore', timeout: 150_000 },
    );
    return new Uint8Array(readFileSync(join(output, `in.${format}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
