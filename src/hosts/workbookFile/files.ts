import { randomUUID } from 'node:crypto';
import { open, readFile, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { issue, type Issue } from '../../engine/core/issue';
import type { Outcome } from '../../engine/core/outcome';

/** The only part of this host that knows a file system; the rest takes and gives bytes and runs in a browser too. */

/** The bytes of a file, or the issue that there is none. */
export async function readInput(path: string): Promise<Outcome<Uint8Array>> {
  try {
    return { value: await readFile(path), issues: [] };
  } catch (error) {
    if (!isCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) throw error;
    const code = isCode(error, 'EISDIR') ? 'fileIsFolder' : 'fileNotFound';
    return {
      value: undefined,
      issues: [issue(code, 'blocking', { file: path }, { source: path, sheet: '' })],
    };
  }
}

/**
 * Writes a file as a whole or not at all: into a new file in the same folder, forced to the disk, then renamed. A
 * target that is one of the inputs, by whatever path or link, is refused with an issue, and nothing is written.
 */
export async function writeOutput(
  path: string,
  bytes: Uint8Array | string,
  inputs: readonly string[],
): Promise<Outcome<string>> {
  const refused = await refuseInput(path, inputs);
  if (refused) return { value: undefined, issues: [refused] };
  const target = await actualPath(path);
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return { value: target, issues: [] };
}

/** The issue that a target is one of the inputs; asked before long work, and again by `writeOutput`. */
export async function refuseInput(path: string, inputs: readonly string[]): Promise<Issue | undefined> {
  const target = await actualPath(path);
  for (const input of inputs)
    if ((await actualPath(input)) === target)
      return issue('outputIsInput', 'blocking', { file: path }, { source: path, sheet: '' });
  return undefined;
}

/** Links followed as far as there is a file; a new file is judged by its folder. */
async function actualPath(path: string): Promise<string> {
  const absolute = resolve(path);
  try {
    return await realpath(absolute);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
    const folder = dirname(absolute);
    return folder === absolute ? absolute : join(await actualPath(folder), basename(absolute));
  }
}

const isCode = (error: unknown, ...codes: readonly string[]): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));
