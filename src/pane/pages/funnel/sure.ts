import type { FunnelFinding } from '../../../engine/analyses/funnel/finding';
import { counted, percent } from '../../format';

/** What the interval of every figure means: at the confidence in force. */
export const intervalMeans = ({ basis }: FunnelFinding): string =>
  `The intervals hold the true value with ${percent(basis.confidence)} confidence: in so many of a hundred such cases.`;

/** The words for Wilson's rate of x among n. */
export const ofDecided = (n: number): string =>
  `Won ÷ (won + lost), of ${counted(n, 'decided deal')}; open deals are in neither. Interval by Wilson’s method.`;

/** What pooling does to a group of few. */
export const POOLED =
  'Groups are also judged together (hierarchical beta-binomial): the rate of a small group is drawn towards the others, because much of what is high or low in it is chance.';
