/**
 * Isotonic regression by pooling adjacent violators (Ayer et al. 1955; R's `isoreg` for equal weights): of all sequences
 * that never fall, the one with the least weighted squares to the values. Weights are positive.
 */
export function isotonic(values: readonly number[], weights: readonly number[]): readonly number[] {
  const blocks: { value: number; weight: number; count: number }[] = [];
  values.forEach((value, i) => {
    blocks.push({ value, weight: weights[i]!, count: 1 });
    for (;;) {
      const last = blocks.at(-1)!;
      const before = blocks.at(-2);
      if (!before || before.value <= last.value) break;
      blocks.pop();
      const weight = before.weight + last.weight;
      before.value = (before.value * before.weight + last.value * last.weight) / weight;
      before.weight = weight;
      before.count += last.count;
    }
  });
  return blocks.flatMap(({ value, count }) => new Array<number>(count).fill(value));
}
