import type { Tone } from './report';

/**
 * One palette for every chart. Each colour has at least 3:1 contrast on white (WCAG 2.2, 1.4.11), and the pairs that
 * carry meaning (good against bad, primary against secondary) are blue against orange, which colour-blind readers
 * tell apart, not green against red.
 */
const SERIES = {
  series1: '#1F5FA8',
  series2: '#D55E00',
  series3: '#00806A',
  series4: '#AA3377',
  series5: '#8C6D00',
  series6: '#4C4C4C',
  series7: '#3F8FCB',
  series8: '#B5654A',
} as const;

export const TONES = {
  ...SERIES,
  primary: SERIES.series1,
  secondary: SERIES.series3,
  good: SERIES.series1,
  bad: SERIES.series2,
  muted: '#8A94A3',
  /** The outline of a bar that is not filled. */
  hollow: '#5B6675',
  /** A spacer has no fill; hosts draw none. */
  invisible: '#FFFFFF',
} as const satisfies Record<Tone, string>;

/** Colours of cells. Text colours have at least 4.5:1 on white and on the fills they meet. */
export const CELLS = {
  title: '#14315C',
  text: '#1F2937',
  muted: '#5B6675',
  warning: '#8A4B00',
  link: '#1F5FA8',
  headerFill: '#14315C',
  headerText: '#FFFFFF',
  rule: '#D5DCE6',
  cardFill: '#EEF3FA',
  warningFill: '#FFF4E5',
  badFill: '#FBE3D6',
  goodFill: '#DCEBFA',
  inputFill: '#FFF9DB',
  inputText: '#0B3FA8',
  dataBar: '#9DBFE6',
  scaleGood: '#9DBFE6',
  scaleMiddle: '#FFFFFF',
  scaleBad: '#F3B58A',
  tab: '#1F5FA8',
} as const;
