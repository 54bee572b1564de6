import type { Circumstances } from '../../src/engine/core/circumstances';
import { asDay } from '../../src/engine/core/day';
import { randomFrom } from '../../src/engine/core/random';
import { serial } from './dataset';

/** A run as of a day, with nobody watching. */
export const asOf = (day: string | number): Circumstances => ({
  asOf: asDay(serial(day)),
  random: randomFrom(1),
  progress: () => undefined,
  signal: { cancelled: false },
});
