import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
export const DIST = join(ROOT, 'dist');
export const PAGE = join(ROOT, '.cache', 'workbench');
export const HARNESS = join(ROOT, '.cache', 'harness');

/** The newest change below a folder, or of a file. */
function changedAt(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, changedAt(join(path, name))), 0);
}

/** Whether `made` is there and no older than what it is made from. */
const isFresh = (made: string, sources: readonly string[]): boolean =>
  existsSync(made) && sources.every((source) => changedAt(join(ROOT, source)) <= statSync(made).mtimeMs);

const webpack = (...args: readonly string[]): void => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules', 'webpack', 'bin', 'webpack.js'), ...args],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`webpack ${args.join(' ')} failed:\n${stdout}${stderr}`);
};

/** The production bundle, as it is shipped; made where it is missing or older than its sources. */
export function buildPane(): void {
  if (
    isFresh(join(DIST, 'taskpane.html'), [
      'src',
      'assets',
      'manifest.xml',
      'webpack.config.js',
      'package-lock.json',
    ])
  )
    return;
  webpack('--mode', 'production', '--config-name', 'pane');
}

/** The workbench's own page. */
export function buildPage(): void {
  if (isFresh(join(PAGE, 'index.html'), ['workbench', 'src/hosts', 'assets/samples', 'package-lock.json']))
    return;
  webpack('--config', join('workbench', 'webpack.config.js'));
}

/** The pane on a workbook in memory, for pictures. */
export function buildHarness(): void {
  const sources = ['src', 'test/support/harness', 'webpack.config.js', 'package-lock.json'];
  if (isFresh(join(HARNESS, 'harness.js'), sources)) return;
  webpack('--mode', 'production', '--env', 'harness');
}
