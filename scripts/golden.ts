/** Compares whole runs with what was kept in test/golden; `--accept` keeps what they give now. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findingsOf, GOLDENS, goldenPath, kept } from '../test/support/goldens';

const accept = process.argv.includes('--accept');

void (async () => {
  const folder = mkdtempSync(join(tmpdir(), 'leadline-golden-'));
  for (const golden of GOLDENS) {
    const found = await findingsOf(golden);
    if (found === kept(golden)) continue;
    const draft = join(folder, `${golden.name}.json`);
    writeFileSync(draft, found);
    const before = kept(golden) ? goldenPath(golden) : '/dev/null';
    spawnSync('git', ['--no-pager', 'diff', '--no-index', '--stat', '--unified=0', '-p', before, draft], {
      stdio: 'inherit',
    });
    if (accept) writeFileSync(goldenPath(golden), found);
    else process.exitCode = 1;
  }
  rmSync(folder, { recursive: true });
})();
