import type { Tone } from '../../../report/report';

/** Tones of lines of equal rank; more cannot be told apart. */
export const SERIES = [
  'series1',
  'series2',
  'series3',
  'series4',
  'series5',
  'series6',
  'series7',
  'series8',
] as const satisfies readonly Tone[];
