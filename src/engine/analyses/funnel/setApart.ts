import { betaBinomialPosterior } from '../../stats/betaBinomial';
import { chanceOfExtreme } from '../../stats/chanceOfExtreme';
import type { Counted } from '../../stats/pooledShare';

/** One in ten thousand: beside so many people none such comes about by chance. */
const IMPOSSIBLE = 1e-4;

/**
 * Groups that are not of the same kind as the others: without a single success among n, or with nothing else, where for a
 * group of this kind that is next to impossible. A queue, an account of the system, a person who books only what is
 * signed: compared with them everybody would look good or bad.
 *
 * Each is judged by the others that are not themselves without or with nothing but successes.
 */
export function setApart(groups: readonly Counted[]): readonly boolean[] {
  const isExtreme = ({ x, n }: Counted): boolean => n > 0 && (x === 0 || x === n);
  const others = groups.filter((group) => group.n > 0 && !isExtreme(group));
  if (others.length < 2 || !groups.some(isExtreme)) return groups.map(() => false);
  const posterior = betaBinomialPosterior(
    others.map(({ x }) => x),
    others.map(({ n }) => n),
  );
  return groups.map(
    (group) => isExtreme(group) && chanceOfExtreme(posterior, group.n, group.x > 0) < IMPOSSIBLE,
  );
}
