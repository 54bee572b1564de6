import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export interface Memory {
  readonly rows: number;
  readonly columns: number;
  /** The most memory the process held while it went from sheet to findings, less what it held before, per cell. */
  readonly bytesPerCell: number;
  /** The same of what is still held when the findings are there and the garbage is collected. */
  readonly keptPerCell: number;
}

/** Measured in a process of its own, in which nothing ran before. */
export function measureMemory(rows: number): Memory {
  const child = join(process.cwd(), '.cache', 'bench', 'memory.child.js');
  const said = execFileSync(process.execPath, ['--expose-gc', child, String(rows)], { encoding: 'utf8' });
  // What memory.child.ts prints.
  return JSON.parse(said) as Memory;
}
