import { input, live, type Part } from './formula';
import type { Column, Live } from './report';

/** A share of deals with its Wilson interval, as the engine computed it. */
export interface CountedRate {
  readonly x: number;
  readonly n: number;
  readonly estimate: number | null;
  readonly low: number;
  readonly high: number;
}

/** The assumptions that live rates read. */
export const MINIMUM_FOR_PERCENT = 'minimumForPercent';
export const CONFIDENCE = 'confidence';

const minimum = input(MINIMUM_FOR_PERCENT);

/** Below the minimum a percentage would pretend to a precision that is not there: "2 of 3" instead; nothing of none. */
export const shownRate = (rate: CountedRate, minimumForPercent: number): number | string | null =>
  rate.n === 0 ? null : rate.n < minimumForPercent ? `${rate.x} of ${rate.n}` : rate.estimate;

/** x ÷ n over the cells that hold the two counts. */
export const liveShare = (
  rate: CountedRate,
  minimumForPercent: number,
  x: readonly Part[],
  n: readonly Part[],
): Live =>
  live(
    shownRate(rate, minimumForPercent),
    ...[
      'IF(',
      ...n,
      '=0,"",IF(',
      ...n,
      '<',
      minimum,
      ',',
      ...x,
      '&" of "&',
      ...n,
      ',',
      ...x,
      '/',
      ...n,
      '))',
    ],
  );

/**
 * A limit of the Wilson score interval (Wilson 1927) over the cells that hold the two counts, at the confidence assumed:
 * (x + z²/2 ∓ z·√(x(n−x)/n + z²/4)) ÷ (n + z²). Blank where the share is shown as counts.
 */
function liveWilson(
  side: 'low' | 'high',
  rate: CountedRate,
  minimumForPercent: number,
  x: readonly Part[],
  n: readonly Part[],
): Live {
  const z: readonly Part[] = ['NORM.S.INV(0.5+', input(CONFIDENCE), '/2)'];
  const centre: readonly Part[] = [...x, '+', ...z, '^2/2'];
  const spread: readonly Part[] = [
    ...z,
    '*SQRT(',
    ...x,
    '*(',
    ...n,
    '-',
    ...x,
    ')/',
    ...n,
    '+',
    ...z,
    '^2/4)',
  ];
  const limit: readonly Part[] = [
    '(',
    ...centre,
    side === 'low' ? '-' : '+',
    ...spread,
    ')/(',
    ...n,
    '+',
    ...z,
    '^2)',
  ];
  const clamped: readonly Part[] = side === 'low' ? ['MAX(0,', ...limit, ')'] : ['MIN(1,', ...limit, ')'];
  const shown = rate.n > 0 && rate.n >= minimumForPercent;
  return live(shown ? rate[side] : null, ...['IF(', ...n, '<MAX(1,', minimum, '),"",', ...clamped, ')']);
}

/** A share, its interval's low and high end: the contents of the columns of `rateColumns`. */
export const rateCells = (
  rate: CountedRate,
  minimumForPercent: number,
  x: readonly Part[],
  n: readonly Part[],
): readonly [Live, Live, Live] => [
  liveShare(rate, minimumForPercent, x, n),
  liveWilson('low', rate, minimumForPercent, x, n),
  liveWilson('high', rate, minimumForPercent, x, n),
];

/** Columns `<id>`, `<id>Low` and `<id>High`. */
export const rateColumns = (id: string, header: string, note: string): readonly [Column, Column, Column] => [
  {
    id,
    header,
    format: 'percent',
    note: `${note} Below the smallest group set on the Inputs sheet only the counts are shown.`,
  },
  {
    id: `${id}Low`,
    header: `${header}: low end`,
    format: 'percent',
    note: 'Low end of the Wilson score interval of the share to the left, at the confidence set on the Inputs sheet.',
  },
  {
    id: `${id}High`,
    header: `${header}: high end`,
    format: 'percent',
    note: 'High end of the Wilson score interval, at the confidence set on the Inputs sheet.',
  },
];
