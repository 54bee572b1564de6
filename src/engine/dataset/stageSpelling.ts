import { sameName } from './values/sameName';

/** A name shorter than this is like too many others. */
const SHORTEST = 5;
const SLIPS = 2;

/** Letters added, dropped, changed or swapped with a neighbour (optimal string alignment distance). */
export function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Infinity;
      row.push(Math.min(changed, last[j]! + 1, row[j - 1]! + 1, swapped));
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}

/** Of `names`, the one that `name` is with at most two slips, or undefined. Equal names are no slip. */
export function misspeltAs(name: string, names: readonly string[]): string | undefined {
  const plain = sameName(name);
  if (plain.length < SHORTEST) return undefined;
  return names.find((other) => {
    const slips =
      Math.abs(other.length - name.length) > SLIPS ? Infinity : slipsBetween(plain, sameName(other));
    // Digits tell stages apart: "Stage 1" is not "Stage 2" misspelt.
    return slips > 0 && slips <= SLIPS && plain.replace(/\D/g, '') === other.replace(/\D/g, '');
  });
}
