import { basename } from 'node:path';
import type { Progress } from '../engine/core/circumstances';
import type { Issue } from '../engine/core/issue';
import type { RawSheet } from '../engine/dataset/rawTable';
import type { SavedInputs } from '../engine/report/savedInputs';
import { readWorkbookFile } from '../hosts/workbookFile';
import { readInput } from '../hosts/workbookFile/files';

export interface InputFile {
  /** What messages call it. */
  readonly source: string;
  readonly bytes: Uint8Array;
}

export interface ReadFiles {
  readonly sheets: readonly RawSheet[];
  /** Of the first file that has Leadline's Inputs sheet. */
  readonly saved: SavedInputs | undefined;
  readonly files: readonly InputFile[];
  readonly issues: readonly Issue[];
}

/** Reads the files that are given, in their order; one that cannot be read is a blocking issue. */
export async function readFiles(paths: readonly string[], progress: Progress): Promise<ReadFiles> {
  const sheets: RawSheet[] = [];
  const files: InputFile[] = [];
  // Joined at the end: a file may have more issues than one push takes arguments.
  const issues: (readonly Issue[])[] = [];
  let saved: SavedInputs | undefined;
  for (const [i, path] of paths.entries()) {
    // A file goes by its name; two of one name in different folders by their paths.
    const alone = paths.filter((other) => basename(other) === basename(path)).length === 1;
    const source = alone ? basename(path) : path;
    const input = await readInput(path);
    issues.push(input.issues);
    if (!input.value) continue;
    files.push({ source, bytes: input.value });
    const read = await readWorkbookFile(source, input.value, (share, what) =>
      progress((i + share) / paths.length, what),
    );
    issues.push(read.issues);
    for (const sheet of read.value?.sheets ?? []) sheets.push(sheet);
    saved ??= read.value?.saved;
  }
  return { sheets, saved, files, issues: issues.flat() };
}
