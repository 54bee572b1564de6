import type { TextColumn } from './dataset';
import { sameName } from './values/sameName';

/** Stage names of all tables together; spellings that differ in case or spacing only are one. */
export interface StageNames {
  readonly names: readonly string[];
  /** Positions in `names` of labels. */
  add(labels: readonly string[]): Int32Array;
  /** Positions in `names` of the labels of a column; −1 for labels that only rows left out have. */
  addColumn(column: TextColumn | undefined, leftOut: Uint8Array): Int32Array;
}

export function stageNames(): StageNames {
  const names: string[] = [];
  const positions = new Map<string, number>();
  const positionOf = (name: string): number => {
    const key = sameName(name);
    const known = positions.get(key);
    if (known !== undefined) return known;
    names.push(name);
    positions.set(key, names.length - 1);
    return names.length - 1;
  };
  return {
    names,
    add: (labels) => Int32Array.from(labels, positionOf),
    addColumn: (column, leftOut) => {
      if (!column) return new Int32Array(0);
      const used = new Uint8Array(column.labels.length);
      for (let row = 0; row < column.codes.length; row++)
        if (!leftOut[row] && column.codes[row]! >= 0) used[column.codes[row]!] = 1;
      return Int32Array.from(column.labels, (label, code) => (used[code] ? positionOf(label) : -1));
    },
  };
}

/** Per row the position in the stage names, −1 where the cell is blank. */
export function nameCodes(column: TextColumn, positions: Int32Array): Int32Array {
  const codes = new Int32Array(column.codes.length);
  for (let i = 0; i < codes.length; i++) {
    const code = column.codes[i]!;
    codes[i] = code < 0 ? -1 : positions[code]!;
  }
  return codes;
}
