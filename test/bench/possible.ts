/**
 * What a single-threaded implementation over typed arrays, written for nothing but the one task, took: milliseconds by
 * rows. Medians of 5 to 11 runs, measured on 2 cores with Node 20. Where two implementations or two runs differed, the
 * faster one stands here, which makes the goal the harder one.
 */
export const POSSIBLE: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  W1: { 10_000: 1.7, 100_000: 11, 1_000_000: 113 },
  W2: { 10_000: 0.21, 1_000_000: 16 },
  W2f: { 1_000_000: 113 },
  W3: { 10_000: 109, 1_000_000: 139 },
  W3a: { 1_000_000: 15 },
  W4: { 50: 5.9, 500: 24, 5000: 211 },
  W5: { 20_000: 9.3, 1_000_000: 232 },
  W6: { 100_000: 42, 1_000_000: 413 },
};
