import type { ComparedShare } from '../compareShares';

/** The note of every column that holds pooled shares. */
export const POOLED_METHOD =
  'Estimated from all groups together (hierarchical beta-binomial): drawn towards the others, the more so the fewer deals there are.';

export const AGAINST: Readonly<Record<ComparedShare['standing'], string>> = {
  above: 'Probably above',
  below: 'Probably below',
  unclear: 'Could be chance',
};

/** Where a group stands against all compared; said also of those that were not, so that nobody takes them for average. */
export const againstText = ({ standing, pooled }: ComparedShare): string =>
  pooled.estimate === null ? 'Not compared' : AGAINST[standing];
