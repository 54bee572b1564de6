/**
 * Every check, silent when green: types (root and engine), lint, format, tests, manifest, production build, size budget.
 * `--without tests` leaves out what has just been run.
 */
import { spawnSync } from 'node:child_process';

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}
const STEPS: readonly Step[] = [
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'engine types', command: ['tsc', '-p', 'src/engine', '--noEmit'] },
  { name: 'lint', command: ['eslint', '.', '--max-warnings', '0'] },
  { name: 'format', command: ['prettier', '--check', '.'] },
  { name: 'tests', command: ['jest', '--silent'] },
  { name: 'manifest', command: ['tsx', 'scripts/validateManifest.ts'] },
  { name: 'build', command: ['webpack', '--mode', 'production'] },
  { name: 'size', command: ['tsx', 'scripts/bundleSize.ts'] },
];

const without = process.argv.includes('--without')
  ? process.argv.slice(process.argv.indexOf('--without') + 1)
  : [];
for (const { name, command } of STEPS.filter((s) => !without.includes(s.name))) {
  const [program, ...args] = command;
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', program, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status === 0) continue;
  console.error(`${name} failed:\n${stdout}${stderr}`);
  process.exitCode = 1;
}
