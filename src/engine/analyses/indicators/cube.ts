/**
 * Sums by kind, person and period: what all series are made of. The last person stands for nobody known. Mergeable:
 * the cubes of two halves of the rows add up, cell by cell, to the cube of all.
 */
export interface Cube {
  readonly kinds: number;
  /** Nobody included. */
  readonly people: number;
  readonly periods: number;
  /** At (kind × people + person) × periods + period. */
  readonly values: Float64Array;
}

export const emptyCube = (kinds: number, people: number, periods: number): Cube => ({
  kinds,
  people,
  periods,
  values: new Float64Array(kinds * people * periods),
});

export const cellOf = ({ people, periods }: Cube, kind: number, person: number, period: number): number =>
  (kind * people + person) * periods + period;

/** What one person did of a kind, by period. Shares memory with the cube. */
export const ofPerson = (cube: Cube, kind: number, person: number): Float64Array => {
  const from = cellOf(cube, kind, person, 0);
  return cube.values.subarray(from, from + cube.periods);
};

/** What all did of a kind, by period. */
export function ofAll(cube: Cube, kind: number): Float64Array {
  const sum = new Float64Array(cube.periods);
  for (let person = 0; person < cube.people; person++)
    ofPerson(cube, kind, person).forEach((value, period) => (sum[period]! += value));
  return sum;
}

export const addedUp = (a: Cube, b: Cube): Cube => ({
  ...a,
  values: a.values.map((v, i) => v + b.values[i]!),
});
