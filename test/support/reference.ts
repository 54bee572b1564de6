import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Numbers from established software, with its name, version and licence in the file (test/reference/). */
export interface Reference<Case> {
  readonly software: { readonly language: string; readonly version: string };
  readonly notes: string;
  readonly cases: readonly Case[];
}

export function reference<Case>(name: string): Reference<Case> {
  const path = join(__dirname, '..', 'reference', `${name}.json`);
  // The tests that use a case state its shape; a wrong one fails them.
  return JSON.parse(readFileSync(path, 'utf8')) as Reference<Case>;
}

export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}

/** The references carry 15 significant digits; the absolute part is for values that are nought up to rounding. */
export const TIGHT: Tolerance = { relative: 1e-9, absolute: 1e-15 };

const differs = (actual: number, expected: number, { relative, absolute }: Tolerance): boolean =>
  Number.isNaN(expected)
    ? !Number.isNaN(actual)
    : !(Math.abs(actual - expected) <= Math.max(relative * Math.abs(expected), absolute));

/** Compares numbers one by one, `null` standing for NaN on both sides; fails with what differs and where. */
export function expectClose(
  actual: ArrayLike<number | null>,
  expected: ArrayLike<number | null>,
  what: string,
  tolerance: Tolerance = TIGHT,
): void {
  const [a, e] = [Array.from(actual, (v) => v ?? NaN), Array.from(expected, (v) => v ?? NaN)];
  expect([what, a.length]).toEqual([what, e.length]);
  const wrong = a.flatMap((v, i) =>
    differs(v, e[i] ?? NaN, tolerance) ? [{ what, position: i, actual: v, expected: e[i] }] : [],
  );
  expect(wrong).toEqual([]);
}
