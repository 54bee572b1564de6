import { join } from 'node:path';
import { version } from '../package.json';
import { manifestProblems } from './manifest';

void manifestProblems(join(__dirname, '..', 'manifest.xml'), version).then((problems) => {
  for (const problem of problems) console.error(`manifest.xml: ${problem}`);
  if (!problems.length) console.log('manifest.xml is valid.');
  process.exitCode = problems.length ? 1 : 0;
});
