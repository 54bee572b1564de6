import type { Cell, RawSheet } from '../engine/dataset/rawTable';

/**
 * Sixteen hexadecimal digits of everything read: sheet names, positions, date systems, number formats and every cell. Two runs with the same hash read
 * the same data. A checksum against stale results, not against forgery: two 32-bit multiplicative hashes side by side.
 */
export function inputHash(sheets: readonly RawSheet[]): string {
  let a = 0xdeadbeef | 0;
  let b = 0x41c6ce57 | 0;
  const mix = (word: number): void => {
    a = Math.imul(a ^ word, 0x9e3779b1);
    b = Math.imul(b ^ word, 0x5f356495);
    a ^= a >>> 15;
    b ^= b >>> 13;
  };
  const text = (value: string): void => {
    mix(value.length);
    for (let i = 0; i < value.length; i++) mix(value.charCodeAt(i));
  };
  const double = new Float64Array(1);
  const words = new Int32Array(double.buffer);
  const cell = (value: Cell | undefined): void => {
    if (typeof value === 'string') text(value);
    else if (typeof value === 'number') {
      double[0] = value;
      mix(words[0]!); // a Float64Array of one is two words long
      mix(words[1]!);
    } else mix(value === true ? 1 : value === false ? 2 : 3);
  };
  for (const sheet of sheets) {
    if (sheet.owned) continue;
    text(sheet.sheet);
    mix(sheet.top);
    mix(sheet.left);
    mix(Number(sheet.date1904));
    for (const runs of sheet.formats)
      for (const { from, format } of runs) {
        mix(from);
        text(format);
      }
    for (const row of sheet.rows) {
      mix(row.length);
      for (const value of row) cell(value);
    }
  }
  const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');
  return hex(a) + hex(b);
}
