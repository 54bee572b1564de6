import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Libraries that the bench compares with. They are no dependencies of Leadline: the bench installs each into a folder
 * of its own under .cache/bench, in exactly this version, and goes on without those that cannot be had.
 */
const LIBRARIES = {
  // 8.0.2 and later ask for a package that not every registry has.
  arquero: ['arquero@8.0.1'],
  '@duckdb/node-api': ['@duckdb/node-api@1.5.6-r.1'],
  // The last version whose binary runs on Node 20. The binary is named because npm leaves it out where it cannot tell the C library.
  'nodejs-polars': [
    'nodejs-polars@0.25.2',
    ...(process.platform === 'linux' ? [`nodejs-polars-linux-${process.arch}-gnu@0.25.2`] : []),
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Library = keyof typeof LIBRARIES;

/** npm runs scripts in the folder of package.json. */
const ROOT = join(process.cwd(), '.cache', 'bench');

/** Installs what is not there yet; says what could not be installed, and why. */
export function installPeers(say: (line: string) => void): ReadonlySet<Library> {
  const there = new Set<Library>();
  // Object.keys is typed as strings; the keys are those of the literal above.
  for (const library of Object.keys(LIBRARIES) as Library[]) {
    const packages = LIBRARIES[library];
    const folder = join(ROOT, library.replace(/\W+/g, '-'));
    const mark = join(folder, 'installed.txt');
    if (existsSync(mark) && readFileSync(mark, 'utf8') === packages.join(' ')) {
      there.add(library);
      continue;
    }
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
      say(`Installing ${packages.join(' ')} into ${folder}`);
      const flags = ['--prefix', folder, '--no-audit', '--no-fund', '--no-package-lock', '--save-exact'];
      execFileSync('npm', ['install', ...flags, ...packages], {
        stdio: ['ignore', 'ignore', 'pipe'],
        timeout: 120_000,
        shell: process.platform === 'win32',
      });
      writeFileSync(mark, packages.join(' '));
      there.add(library);
    } catch (error) {
      const lines = error instanceof Error ? error.message.split('\n') : [String(error)];
      say(
        `Without ${library}: it could not be installed (${lines.find((l) => /error/i.test(l)) ?? lines[0]}).`,
      );
    }
  }
  return there;
}

/** The library's module as installed by `installPeers`; undefined when it is not there or its binary does not load. */
export async function loadPeer<T>(library: Library): Promise<T | undefined> {
  const folder = join(ROOT, library.replace(/\W+/g, '-'));
  if (!existsSync(join(folder, 'installed.txt'))) return undefined;
  try {
    const path = createRequire(join(folder, 'package.json')).resolve(library);
    // The caller names the part of the library's interface that it uses.
    return (await import(pathToFileURL(path).href)) as T;
  } catch (error) {
    console.log(`Without ${library}: it does not load (${String(error).split('\n')[0]}).`);
    return undefined;
  }
}
