import { splitmix32, xoshiro128ss } from '../../../src/engine/core/random';
import { peer, type Peer } from '../case';
import { drawnOf, checkDrawn, DRAWS, MONTHS, type Drawn, type OpenPipeline } from '../monteCarlo.bench';

/** Deals that win or lose for themselves alone: what one writes first. Ours has them share good and bad months besides. */
function uniforms(seed: number): () => number {
  const word = splitmix32(seed);
  const next = xoshiro128ss([word(), word(), word(), word()]);
  return () => next() / 2 ** 32;
}

/** Objects all the way: one list of won deals for each future. */
function plainObjects({ deals, within, amount }: OpenPipeline): Drawn {
  const uniform = uniforms(1);
  const open = Array.from({ length: deals }, (_, i) => ({
    amount: amount[i]!,
    within: Array.from(within.subarray(i * MONTHS, (i + 1) * MONTHS)),
  }));
  const futures = Array.from({ length: DRAWS }, () =>
    open
      .map((deal) => {
        const u = uniform();
        return { amount: deal.amount, month: deal.within.findIndex((p) => u < p) };
      })
      .filter(({ month }) => month >= 0)
      .reduce(
        (months, won) => {
          months[won.month]! += won.amount;
          return months;
        },
        Array.from({ length: MONTHS }, () => 0),
      ),
  );
  const totals = new Float64Array(DRAWS * MONTHS);
  futures.forEach((months, d) => months.forEach((cents, m) => (totals[m * DRAWS + d] = cents)));
  return drawnOf(totals);
}

/** What one writes who knows that objects are slow: typed arrays, one uniform a deal and future. */
function typedArrays({ deals, within, amount }: OpenPipeline): Drawn {
  const uniform = uniforms(1);
  const totals = new Float64Array(DRAWS * MONTHS);
  for (let i = 0; i < deals; i++) {
    const ever = within[(i + 1) * MONTHS - 1]!;
    for (let d = 0; d < DRAWS; d++) {
      const u = uniform();
      if (u >= ever) continue;
      let m = 0;
      while (u >= within[i * MONTHS + m]!) m++;
      totals[m * DRAWS + d]! += amount[i]!;
    }
  }
  return drawnOf(totals);
}

export const monteCarloPeers = (pipeline: OpenPipeline): readonly Peer[] => [
  peer(
    'objects',
    () => plainObjects(pipeline),
    (found) => checkDrawn(pipeline, found),
  ),
  peer(
    'typed arrays',
    () => typedArrays(pipeline),
    (found) => checkDrawn(pipeline, found),
  ),
];
