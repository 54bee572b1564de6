import { randomFrom, splitmix32, xoshiro128ss } from '../../../src/engine/core/random';

const take = <T>(n: number, draw: () => T): T[] => Array.from({ length: n }, draw);

describe('xoshiro128**', () => {
  it('gives the published first outputs of the state 1, 2, 3, 4', () => {
    // Reference implementation 1.1 (prng.di.unimi.it/xoshiro128starstar.c), as in the test of the crate rand_xoshiro.
    expect(take(10, xoshiro128ss([1, 2, 3, 4]))).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('agrees with the definition in unbounded integers over a long run', () => {
    const M = 0xffffffffn;
    const rotate = (x: bigint, k: bigint): bigint => ((x << k) | (x >> (32n - k))) & M;
    let [s0, s1, s2, s3] = [0xdeadbeefn, 0x12345678n, 0xffffffffn, 0x80000000n];
    const defined = (): number => {
      const result = (rotate((s1 * 5n) & M, 7n) * 9n) & M;
      const t = (s1 << 9n) & M;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= t;
      s3 = rotate(s3, 11n);
      return Number(result);
    };
    const draw = xoshiro128ss([0xdeadbeef, 0x12345678, 0xffffffff, 0x80000000]);
    expect(take(5000, draw)).toEqual(take(5000, defined));
  });
});

describe('many words at once', () => {
  it('are those that one draw after the other would use', () => {
    const [one, many] = [randomFrom(7).stream('deal'), randomFrom(7).stream('deal')];
    const words = new Uint32Array(20);
    many.fill(words);
    const paired = take(10, () => one.next());
    expect(paired).toEqual(
      paired.map((_, i) => (words[2 * i]! >>> 5) * 2 ** -27 + (words[2 * i + 1]! >>> 6) * 2 ** -53),
    );
    expect(many.next()).toBe(one.next());
  });
});

describe('splitmix32', () => {
  it.each([
    // Computed in Python with unbounded integers from the mixer's definition.
    [0, [1684164658, 3653269916, 2939563536, 2141751570]],
    [42, [551831576, 144025891, 322543647, 3034809370]],
    [0xffffffff, [3950124170, 4293442868, 1302505678, 2762329221]],
  ])('seed %d', (seed, expected) => {
    expect(take(4, splitmix32(seed))).toEqual(expected);
  });
});

describe('randomFrom', () => {
  it('is uniform: 2^16 draws over 256 cells lie between the 0.05 % and 99.95 % points of χ² with 255 degrees', () => {
    for (const seed of [0, 1, 2, 20240229]) {
      const cells = new Uint32Array(256);
      const draw = randomFrom(seed).next;
      for (let i = 0; i < 2 ** 16; i++) {
        const u = draw();
        if (!(u >= 0 && u < 1)) throw new Error(`${u} is outside [0, 1)`);
        const cell = Math.floor(u * 256);
        cells[cell] = (cells[cell] ?? 0) + 1;
      }
      const chiSquare = cells.reduce((sum, count) => sum + (count - 256) ** 2 / 256, 0);
      // scipy.stats.chi2.ppf([0.0005, 0.9995], 255), scipy 1.17.1
      expect(chiSquare).toBeGreaterThan(187.2);
      expect(chiSquare).toBeLessThan(335.9);
    }
  });

  it('uses the lowest bits too: 53 of them', () => {
    const draw = randomFrom(7).next;
    const lowest = take(4096, () => (draw() * 2 ** 53) % 2);
    const ones = lowest.reduce((a, b) => a + b, 0);
    expect(lowest.every((bit) => bit === 0 || bit === 1)).toBe(true);
    // Five standard deviations of a fair coin.
    expect(Math.abs(ones - 2048)).toBeLessThan(5 * 32);
  });

  it('gives equal streams for equal seeds and different ones for others', () => {
    expect(take(5, randomFrom(3).next)).toEqual(take(5, randomFrom(3).next));
    expect(take(5, randomFrom(3).next)).not.toEqual(take(5, randomFrom(4).next));
  });

  it('gives a key the same stream in whatever order streams are opened and drawn from', () => {
    const one = randomFrom(11);
    const other = randomFrom(11);
    const a = take(3, one.stream('deal-1').next);
    const b = take(3, one.stream('deal-2').next);
    take(10, other.next);
    const late = other.stream('deal-2');
    take(2, other.stream('deal-1').next);
    expect(take(3, late.next)).toEqual(b);
    expect(take(3, other.stream('deal-1').next)).toEqual(a);
    expect(a).not.toEqual(b);
    expect(take(3, one.stream('deal-1').stream('month-2').next)).not.toEqual(a);
  });

  it('gives 100,000 keys 100,000 different streams, which is more than 32 bits of seed would do', () => {
    const root = randomFrom(5);
    const first = Float64Array.from({ length: 100_000 }, (_, i) => root.stream(`deal-${i}`).next());
    expect(new Set(first).size).toBe(first.length);
    const mean = first.reduce((sum, u) => sum + u, 0) / first.length;
    // Five standard errors of a mean of uniforms.
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 / Math.sqrt(12 * first.length));
  });
});
