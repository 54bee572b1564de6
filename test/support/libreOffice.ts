import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

/** Tests that need LibreOffice; where there is none they are skipped, and that is said aloud. */
export const withLibreOffice = (name: string, run: () => Promise<void>, timeout = 180_000): void => {
  if (hasLibreOffice) it(name, run, timeout);
  else {
    process.stderr.write(`\nSKIPPED, no LibreOffice (soffice) here: ${name}\n`);
    it.skip(name, run);
  }
};

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
