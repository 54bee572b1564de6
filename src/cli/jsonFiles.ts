import { readFile } from 'node:fs/promises';
import type { Parsed } from '../app/jsonFile';

/** What the files of an option hold, in their order; or a sentence that says which of them is wrong, and where. */
export async function jsonFilesOf<T>(
  option: string,
  paths: readonly string[],
  parse: (text: string) => Parsed<T>,
): Promise<Parsed<readonly T[]>> {
  const found: T[] = [];
  for (const path of paths) {
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch {
      return { problem: `--${option}: the file ${path} cannot be read.` };
    }
    const parsed = parse(text);
    if ('problem' in parsed) return { problem: `--${option} ${path}: ${parsed.problem}` };
    found.push(parsed.value);
  }
  return { value: found };
}
