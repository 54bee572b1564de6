/** The main job on the sample workbook: findings on the terminal, the result workbook in out/. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../src/cli/main';

const root = join(__dirname, '..');
mkdirSync(join(root, 'out'), { recursive: true });
void main([
  'analyze',
  join(root, 'assets/samples/leadline-sample.xlsx'),
  '--out',
  join(root, 'out/leadline-sample-results.xlsx'),
]).then((code) => {
  process.exitCode = code;
});
