import type { Stack } from './stack';

/**
 * Stage changes of one deal in an order in which each leaves the stage that the one before entered; undefined when the
 * from-stages do not make such a chain. A chain uses every change once (an Eulerian path, found by Hierholzer's
 * algorithm), so that going to and fro within one day is told as well.
 *
 * @param tied changes at one time, in the order to prefer where several chains are possible
 * @param before stage that the deal was in before them, −1 when not known
 */
export function chained(
  tied: Int32Array,
  from: Int32Array,
  to: Int32Array,
  before: number,
): Int32Array | undefined {
  const leaving = new Map<number, number[]>();
  const surplus = new Map<number, number>();
  const add = (stage: number, n: number): void => void surplus.set(stage, (surplus.get(stage) ?? 0) + n);
  for (let i = tied.length - 1; i >= 0; i--) {
    const change = tied[i]!;
    const stage = from[change]!;
    const others = leaving.get(stage);
    if (others) others.push(change);
    else leaving.set(stage, [change]);
    add(stage, 1);
    add(to[change]!, -1);
  }
  const excess = [...surplus].find(([, n]) => n > 0);
  const first = excess ? excess[0] : leaving.has(before) ? before : from[tied[0]!]!;
  const chain = new Int32Array(tied.length);
  let next = tied.length;
  const path: number[] = [];
  for (let stage = first; ;) {
    const change = leaving.get(stage)?.pop();
    if (change !== undefined) {
      path.push(change);
      stage = to[change]!;
      continue;
    }
    const done = path.pop();
    if (done === undefined) break;
    chain[--next] = done;
    stage = from[done]!;
  }
  if (next > 0) return undefined;
  for (let i = 1; i < chain.length; i++) if (from[chain[i]!] !== to[chain[i - 1]!]) return undefined;
  return chain;
}

/**
 * Where each row of a history stands in the order of events at equal times: in order of the rows, but backwards in a
 * table that as a whole runs from late to early, by the majority of neighbouring rows of one deal. Undefined when no
 * table does.
 *
 * @param owner opportunity of each row, −1 for none
 */
export function placesInTime(stack: Stack, owner: Int32Array, changed: Float64Array): Int32Array | undefined {
  let places: Int32Array | undefined;
  let owners = 0;
  for (const o of owner) if (o >= owners) owners = o + 1;
  const lastRow = new Int32Array(owners).fill(-1);
  for (const { from, rowOf } of stack.parts) {
    const end = from + rowOf.length;
    let downwards = 0;
    for (let row = from; row < end; row++) {
      const o = owner[row]!;
      if (o < 0) continue;
      const last = lastRow[o]!;
      lastRow[o] = row;
      if (last >= from) downwards += Math.sign(changed[last]! - changed[row]!);
    }
    if (downwards <= 0) continue;
    places ??= Int32Array.from(owner, (_, row) => row);
    for (let row = from; row < end; row++) places[row] = from + end - 1 - row;
  }
  return places;
}
