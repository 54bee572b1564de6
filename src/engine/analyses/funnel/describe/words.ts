import type { ComparedShare } from '../compareShares';

/** The note of every column that holds pooled shares. */
export const POOLED_METHOD =
  'Estimated from all groups together (hierarchical beta-binomial): drawn towards the others, the more so the fewer deals there are.';

export const AGAINST: Readonly<Record<ComparedShare['standing'], string>> = {
  above: 'Surely above',
  below: 'Surely below',
  unclear: 'Not to be told',
};
