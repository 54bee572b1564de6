/**
 * P-values adjusted for how many there are, in their order (R: `p.adjust`). What has no p-value (null) counts as not tested.
 */
type PValues = readonly (number | null)[];

function adjust(
  p: PValues,
  factor: (rank: number, m: number) => number,
  direction: 'up' | 'down',
): (number | null)[] {
  const tested = p.flatMap((value, i) => (value === null ? [] : [{ value, i }]));
  const sorted = tested.sort((a, b) => a.value - b.value).map((t, k) => ({ ...t, rank: k + 1 }));
  if (direction === 'up') sorted.reverse();
  const out = p.map((): number | null => null);
  let last = direction === 'up' ? 1 : 0;
  for (const { value, i, rank } of sorted) {
    const own = Math.min(1, value * factor(rank, sorted.length));
    last = direction === 'up' ? Math.min(last, own) : Math.max(last, own);
    out[i] = last;
  }
  return out;
}

/** Holm (1979): where all at most α are taken, the chance of even one false one is at most α, however they are related. */
export const holm = (p: PValues): (number | null)[] => adjust(p, (rank, m) => m - rank + 1, 'down');

/** Benjamini and Hochberg (1995): of all at most q taken, at most the share q is expected to be false. */
export const benjaminiHochberg = (p: PValues): (number | null)[] => adjust(p, (rank, m) => m / rank, 'up');
