import { funnel } from './funnel';

/** Every analysis, in the order in which their sheets appear. */
export const ANALYSES = [funnel] as const;
