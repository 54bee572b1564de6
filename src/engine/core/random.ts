/**
 * Chance as an argument. A source is a stream of doubles in [0, 1); `stream(key)` opens an independent one for a deal, a
 * person or a replicate, so that a scenario and its baseline draw the same numbers for the same thing.
 */
export interface RandomSource {
  /** Uniform in [0, 1) with 53 bits. */
  next(): number;
  /** The stream's next 32-bit words, uniform: two of them make one `next`, and many at once cost a third as much. */
  fill(words: Uint32Array): void;
  stream(key: string): RandomSource;
}

/** splitmix32: spreads one 32-bit seed over as many words as a generator needs (mixer by Chris Wellons' search, public domain). */
export function splitmix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
}

export type Xoshiro128State = readonly [number, number, number, number];

/** xoshiro128** 1.1 (Blackman and Vigna, public domain): 32-bit words from a state that is not all zero. */
export function xoshiro128ss(initial: Xoshiro128State): () => number {
  const state = Int32Array.from(initial);
  const word = new Uint32Array(1);
  return () => {
    fillWords(state, word);
    return word[0]!;
  };
}

/*
 * The two functions that do the work belong to no stream: a stream lives as long as a deal is drawn, and what is compiled for
 * its own functions goes with it.
 */

/** As many words as the array takes. */
function fillWords(state: Int32Array, words: Uint32Array): void {
  let [a, b, c, d] = [state[0]!, state[1]!, state[2]!, state[3]!];
  for (let i = 0; i < words.length; i++) {
    const r = Math.imul(b, 5);
    words[i] = Math.imul((r << 7) | (r >>> 25), 9);
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}

const pair = new Uint32Array(2);

/** Two words as one number. */
function nextOf(state: Int32Array): number {
  fillWords(state, pair);
  return (pair[0]! >>> 5) * 2 ** -27 + (pair[1]! >>> 6) * 2 ** -53;
}

/** Folds a key into 32 bits of seed as FNV-1a does over UTF-16 units, with a multiplier of choice. */
function fold(key: string, seed: number, multiplier: number): number {
  let h = (0x811c9dc5 ^ seed) | 0;
  for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), multiplier);
  return h | 0;
}

/** 64 bits of seed: with 32, two of 100,000 deals would be expected to share a stream and so to be won together always. */
function sourceOf(seedA: number, seedB: number): RandomSource {
  const [wordA, wordB] = [splitmix32(seedA), splitmix32(seedB)];
  // Two words of one splitmix32 differ, so the state is never all zero.
  const state = Int32Array.of(wordA(), wordB(), wordA(), wordB());
  return {
    next: () => nextOf(state),
    fill: (words) => fillWords(state, words),
    stream: (key) => sourceOf(fold(key, seedA, 0x01000193), fold(key, seedB, 0x85ebca6b)),
  };
}

/** The stream of a whole-number seed, of which the lowest 32 bits count. Equal seeds give equal streams on every machine. */
export const randomFrom = (seed: number): RandomSource => sourceOf(seed, ~seed);
