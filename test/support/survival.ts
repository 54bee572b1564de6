import fc from 'fast-check';

/** Durations in whole days with what ended them: 0 still open, k cause k. */
export interface Durations {
  readonly days: readonly number[];
  readonly causes: readonly number[];
}

export const durations = (causeCount: number, maxLength = 60): fc.Arbitrary<Durations> =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: causeCount })), {
      minLength: 1,
      maxLength,
    })
    .map((rows) => ({ days: rows.map(([day]) => day), causes: rows.map(([, cause]) => cause) }));

/** The same as a tally by whole days. */
export function tally(
  { days, causes }: Durations,
  causeCount: number,
): { readonly events: readonly Int32Array[]; readonly censored: Int32Array } {
  const columns = Array.from({ length: causeCount + 1 }, () => new Int32Array(Math.max(0, ...days) + 1));
  days.forEach((day, i) => {
    const column = columns[causes[i] ?? 0];
    if (column) column[day] = (column[day] ?? 0) + 1;
  });
  const [censored = new Int32Array(0), ...events] = columns;
  return { events, censored };
}

/** Zero days count as half a day. */
export const halfDays = (days: readonly number[]): readonly number[] => days.map((day) => day || 0.5);
