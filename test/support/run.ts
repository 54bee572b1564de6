import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, with what it prints caught. */
export async function run(...argv: readonly string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const written = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => ((out += String(text)), true));
  const complained = jest
    .spyOn(process.stderr, 'write')
    .mockImplementation((text) => ((err += String(text)), true));
  try {
    return { code: await main(argv), out, err };
  } finally {
    written.mockRestore();
    complained.mockRestore();
  }
}

export interface Folder {
  readonly path: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => string;
  readonly has: (name: string) => boolean;
  readonly names: () => readonly string[];
  readonly remove: () => void;
}

/** An empty folder of its own for a test. */
export function temporaryFolder(): Folder {
  const folder = mkdtempSync(join(tmpdir(), 'leadline-'));
  const path = (name: string): string => join(folder, name);
  return {
    path,
    write: (name, content) => {
      writeFileSync(path(name), content);
      return path(name);
    },
    has: (name) => existsSync(path(name)),
    names: () => readdirSync(folder).sort(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
