import type { Grouped } from './breakdown';
import { BLANK_GROUP } from './grouping';
import { setApart } from './setApart';

interface Counts {
  /** Of `crossed` groupings the place of the pair. */
  readonly group: number;
  readonly x: number;
  readonly n: number;
}

const NOBODY = { x: 0, n: 0 };

/**
 * Which groups of a break-down are compared with each other. Blank cells are left out, for deals that somebody forgot to fill
 * in are no group of a kind; and so is all of an owner who is set apart, as on the sheet of people.
 */
export function inComparison(
  one: Grouped,
  other: Grouped | null,
  groups: readonly Counts[],
): readonly boolean[] {
  const second = other?.grouping.size ?? 1;
  const columns = [
    { ...one, valueOf: (group: number) => Math.floor(group / second) },
    ...(other ? [{ ...other, valueOf: (group: number) => group % second }] : []),
  ];
  const leftOut = columns.map(({ id, grouping: { names }, valueOf }) => {
    const blank = names.map((name) => name === BLANK_GROUP);
    if (id !== 'owner') return blank;
    const owners = names.map(() => ({ ...NOBODY }));
    for (const { group, x, n } of groups) {
      const owner = owners[valueOf(group)]!;
      owner.x += x;
      owner.n += n;
    }
    const apart = setApart(owners.map((owner, i) => (blank[i] ? NOBODY : owner)));
    return blank.map((is, i) => is || apart[i]!);
  });
  return groups.map(({ group }) => columns.every(({ valueOf }, c) => !leftOut[c]![valueOf(group)]));
}
